import * as z from "zod/mini";
import { readCorporateNumber } from "../normalize/corporate-number.ts";
import { boolean, city, count, date, list, option, options, prefecture, ratio, share, text, yen } from "./known.ts";
import { reads } from "./primitives.ts";

const optional = z.optional;

export const legalForms = [
  "stock-company",
  "limited-liability-company",
  "limited-company",
  "partnership",
  "sole-proprietor",
  "individual",
  "cooperative",
  "sme-group",
  "chamber-of-commerce",
  "society-of-commerce",
  "npo",
  "general-incorporated-association",
  "general-incorporated-foundation",
  "medical-corporation",
  "social-welfare-corporation",
  "school-corporation",
  "university",
  "public-research-institute",
  "tlo",
  "incorporated-administrative-agency",
  "local-government",
  "sme-support-center",
  "school",
  "financial-institution",
  "venture-capital",
  "foreign-company",
] as const;

export const industries = [
  "manufacturing",
  "construction",
  "transport",
  "wholesale",
  "retail",
  "service",
  "software-information-processing",
  "lodging",
  "rubber-products",
  "other",
] as const;

const certifications = z.string().check(z.regex(/^[a-z0-9-]+$/), z.maxLength(64));

const identity = {
  name: text,
  corporateNumber: optional(reads(readCorporateNumber, z.string())),
  legalForm: option(legalForms),
  industry: option(industries),
  /** Yen: 資本金の額又は出資の総額. */
  statedCapital: yen,
  /** Persons: 常時使用する従業員の数. */
  regularEmployees: count,
  foundedOn: date,
  prefecture,
  city,
  size: option(["sme", "micro", "large"]),
  startup: boolean,
  netAssets: yen,
  rdExpenseRatio: ratio,
  certifications: list(certifications),
  taxStatus: options([
    "no-corporate-tax",
    "public-assistance",
    "resident-tax-exempt",
    "income-tax-exempt",
    "business-tax-exempt",
  ]),
};

export const Holder = z.strictObject({
  ...identity,
  kind: option(["company", "individual", "public-body", "investment-company", "investment-partnership"]),
  share,
  indirect: boolean,
  /** The declared conclusion of the SME test. */
  largeEnterprise: boolean,
});

/** Anything that a definition can be asked of: the company, a co-applicant, a member of a group. */
export const party = {
  ...identity,
  ownership: optional(
    z.strictObject({
      holders: list(Holder),
      officersFromLargeEnterprises: share,
      /** Yen, the average of the last three years. */
      averageTaxableIncome: yen,
    }),
  ),
};

export const CoApplicant = z.strictObject({ ...party, share });
