import * as z from "zod/mini";
import {
  atLeastOne,
  boolean,
  city,
  count,
  country,
  date,
  dateOrNone,
  exactCountry,
  list,
  option,
  options,
  prefecture,
  share,
  text,
  years,
  yen,
} from "./known.ts";
import { characters, needs, rights } from "./measure.ts";
import { CoApplicant, party } from "./party.ts";

const { optional } = z;

const right = option(rights);

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

const DomesticFiling = z.strictObject({
  id: text,
  right,
  office: country,
  status: option(["planned", "filed", "examination-requested", "examined", "granted"]),
  filedOn: date,
  examinationRequestedOn: date,
  examinationStarted: boolean,
  claims: atLeastOne,
  working: boolean,
  foreignRelated: boolean,
  /** Grounds on which examination is accelerated for whoever files: environment, reconstruction, Asian base. */
  accelerationGrounds: options(["green", "disaster-reconstruction", "asian-base"]),
  onlineProcedures: boolean,
  lastPaperProcedureOn: dateOrNone,
  /** Worked or used now, or preparations are well under way: narrower than `working`. */
  inUse: boolean,
  /** Why the right is urgent. */
  urgency: options(["third-party-use", "warned", "license-requested", "madrid-basis"]),
  designatedGoods: options(["only-in-use", "only-as-listed"]),
  /** What was found allowable elsewhere: by another office, or in the international phase of the PCT. */
  foundAllowable: options(["other-office", "pct-international-phase"]),
  /** How it became public before the filing. */
  disclosure: option(["none", "own-act", "against-will", "gazette"]),
  disclosedOn: date,
  /** Classes of goods and services of a mark. */
  classes: atLeastOne,
  feesToPay: options(["filing", "registration", "renewal"]),
  registeredOn: date,
  /** Yen: what the filing in Japan costs, without tax. */
  cost: yen,
  costs: list(
    z.strictObject({
      kind: option([
        "filing-fee",
        "examination-request-fee",
        "registration-fee",
        "appeal-fee",
        "technical-opinion-fee",
        "domestic-agent",
        "search",
        "drawings",
        "consumption-tax",
      ]),
      yen,
    }),
  ),
  applicantShare: share,
  coApplicants: list(CoApplicant),
  annuities: optional(z.strictObject({ years, paidOn: date })),
});

const PctFiling = z.strictObject({
  filedOn: date,
  language: option(["ja", "en"]),
  demandOn: date,
  coApplicants: list(CoApplicant),
});

/** A trial at the JPO. */
const Trial = z.strictObject({
  right,
  kind: option(["invalidation", "cancellation", "examiners-refusal", "other"]),
  oralHearing: boolean,
});

const PlantVariety = z.strictObject({
  status: option(["planned", "filed", "registered"]),
  filedOn: date,
  bredOrSucceeded: boolean,
  perennial: boolean,
  soldInJapan: boolean,
  soldInJapanOn: date,
  soldAbroad: boolean,
  soldAbroadOn: date,
});

/** What is licensed or sold, and to whom. */
const Deal = z.strictObject({
  asset: option(["patent", "utility-model", "design", "trademark", "ai-program"]),
  acquiredOn: date,
  ownResearchInJapan: boolean,
  deal: option(["license", "transfer-in-japan", "transfer-abroad"]),
  relatedParty: boolean,
});

const OverseasFiling = z.strictObject({
  right,
  country,
  status: option(["planned", "ordered", "filed"]),
  plannedOn: date,
  filedOn: date,
  /** Yen: the eligible expense without tax. */
  cost: yen,
  costs: list(
    z.strictObject({
      kind: option([
        "foreign-office-fee",
        "foreign-agent",
        "domestic-agent",
        "translation",
        "search",
        "examination-request",
        "office-action",
        "consumption-tax",
      ]),
      yen,
    }),
  ),
  basis: text,
  basedOnJapaneseFiling: boolean,
  purpose: option(["business", "anti-bad-faith"]),
  regionalCollective: boolean,
  secrecyDesignated: boolean,
  route: option(["paris", "pct", "hague", "madrid", "direct"]),
  priorityClaimed: boolean,
  applicantShare: share,
  /** Made with a grant for the filing, and the fiscal year in which that was adopted. */
  filingGrant: boolean,
  filingGrantYear: count,
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
