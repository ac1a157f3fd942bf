import * as z from "zod/mini";
import { characters, needs } from "./codes.ts";
import { Deal, DomesticFiling, OverseasFiling, PctFiling, PlantVariety, right, Trial } from "./filings.ts";
import {
  boolean,
  city,
  count,
  country,
  date,
  exactCountry,
  list,
  option,
  options,
  prefecture,
  text,
  yen,
} from "./known.ts";
import { party } from "./party.ts";

const optional = z.optional;

const Company = z.strictObject({
  ...party,
  headquartersInJapan: boolean,
  headquarters: optional(z.strictObject({ prefecture, city, since: date })),
  foundedIn: prefecture,
  offices: list(z.strictObject({ prefecture, city, kind: option(["office", "plant"]), since: date })),
  memberships: options(["chamber-of-commerce", "society-of-commerce", "sme-federation-body"]),
  /** Reduced examination requests this fiscal year, before the filings listed. */
  reducedExaminationRequests: count,
  /** By law or by its articles, nobody who could be a member is kept out without good reason. */
  openMembership: boolean,
  /** 青色申告: files its corporation tax by the blue return. */
  blueReturn: boolean,
  businessYearStartedOn: date,
});

const Dispute = z.strictObject({
  kind: option(["counterfeit", "accused", "bad-faith-trademark"]),
  country,
  right,
  rightHeldThere: boolean,
  /** The right that the dispute is about, whatever its kind. */
  rightHeldInJapan: boolean,
  evidence: boolean,
  cost: yen,
  costs: list(
    z.strictObject({
      kind: option([
        "survey",
        "warning",
        "seizure",
        "customs",
        "takedown",
        "advice",
        "litigation",
        "settlement-work",
        "damages",
        "settlement-money",
      ]),
      yen,
    }),
  ),
  situation: option([
    "preempted-by-bad-faith",
    "parallel-unexamined-right",
    "asserted-by-non-working-firm",
    "none-of-these",
  ]),
  opponentJapaneseAffiliated: boolean,
  sameMarkInJapan: boolean,
});

const ProjectMember = z.strictObject({
  ...party,
  role: option(["lead", "partner", "university", "public-research-institute", "project-manager"]),
  /** Does research and manages the project too. */
  managesProject: boolean,
  averageTaxableIncome: yen,
  costs: list(z.strictObject({ year: count, yen })),
});

/** What a caller may send. Every field is optional; an unknown key is refused. */
export const Profile = z.strictObject({
  company: optional(Company),
  group: optional(z.strictObject({ members: list(z.strictObject(party)) })),
  ip: optional(
    z.strictObject({
      /** 知財活用度, 0 indifferent to 4 advanced. */
      stage: optional(z.int().check(z.minimum(0), z.maximum(4))),
      character: option(characters),
      rightsHeld: list(z.strictObject({ right, country })),
      filings: list(DomesticFiling),
      pctFilings: list(PctFiling),
      trials: list(Trial),
      plantVarieties: list(PlantVariety),
      deals: list(Deal),
    }),
  ),
  overseas: optional(
    z.strictObject({
      plan: option(["none", "considering", "planned", "operating"]),
      countries: list(exactCountry),
      filings: list(OverseasFiling),
      disputes: list(Dispute),
      insurance: optional(z.strictObject({ premium: yen, startsOn: date, subsidizedYears: count })),
    }),
  ),
  finance: optional(z.strictObject({ seeksIpBasedFinancing: boolean })),
  needs: options(needs),
  project: optional(
    z.strictObject({
      members: list(ProjectMember),
      years: count,
      cost: yen,
      localGovernmentShare: yen,
      plannedInvestment: yen,
      ownResearchResult: boolean,
    }),
  ),
  grants: list(z.strictObject({ measure: text, pool: text, fiscalYear: count, yen })),
});

/** The canonical form: numbers in yen and persons, ISO days, `"1/3"`, `"福岡県"`. */
export type Profile = z.infer<typeof Profile>;
