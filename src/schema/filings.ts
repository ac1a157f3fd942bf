import * as z from "zod/mini";
import { rights } from "./codes.ts";
import {
  atLeastOne,
  boolean,
  count,
  country,
  date,
  dateOrNone,
  list,
  option,
  options,
  share,
  text,
  years,
  yen,
} from "./known.ts";
import { CoApplicant } from "./party.ts";

const optional = z.optional;

export const right = option(rights);

export const DomesticFiling = z.strictObject({
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

export const PctFiling = z.strictObject({
  filedOn: date,
  language: option(["ja", "en"]),
  demandOn: date,
  coApplicants: list(CoApplicant),
});

/** A trial at the JPO. */
export const Trial = z.strictObject({
  right,
  kind: option(["invalidation", "cancellation", "examiners-refusal", "other"]),
  oralHearing: boolean,
});

export const PlantVariety = z.strictObject({
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
export const Deal = z.strictObject({
  asset: option(["patent", "utility-model", "design", "trademark", "ai-program"]),
  acquiredOn: date,
  ownResearchInJapan: boolean,
  deal: option(["license", "transfer-in-japan", "transfer-abroad"]),
  relatedParty: boolean,
});

export const OverseasFiling = z.strictObject({
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
