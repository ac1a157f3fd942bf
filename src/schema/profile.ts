import * as z from "zod/mini";
import { readCorporateNumber } from "../normalize/corporate-number.ts";
import { readDate } from "../normalize/date.ts";
import { compare, one, toFraction } from "../normalize/fraction.ts";
import { readCount } from "../normalize/number.ts";
import { readCity, readPrefecture } from "../normalize/prefecture.ts";
import { type Reading, read } from "../normalize/reading.ts";
import { readShare } from "../normalize/share.ts";
import { readYen } from "../normalize/yen.ts";
import { rights } from "./measure.ts";
import { Day, reads, Share, Yen } from "./primitives.ts";

const { optional } = z;

type Ends = { min?: string | number | undefined; max?: string | number | undefined };
const rangeChecks = [
  z.refine<Ends>(({ min, max }) => min !== undefined || max !== undefined, { params: { code: "range-without-ends" } }),
  z.refine<Ends>(({ min, max }) => min === undefined || max === undefined || min <= max, {
    params: { code: "empty-range" },
  }),
] as const;

/** Exact, or a range with one end at least. */
const range = <T extends string | number>(exact: z.ZodMiniType<T>) =>
  z.strictObject({ min: optional(exact), max: optional(exact) }).check(...rangeChecks);
const known = <T extends string | number>(exact: z.ZodMiniType<T>) => optional(z.union([exact, range(exact)]));

const exactYen = reads(readYen, Yen);
const exactCount = reads(readCount, z.int().check(z.minimum(0)));
const exactDate = reads(readDate, z.union([Day, range(Day)]));
/** An end written as a month or a year reaches to its first or last day. */
const end = (side: "min" | "max") =>
  reads((value) => {
    const reading = readDate(value);
    return reading.ok && typeof reading.value === "object" ? read(reading.value[side]) : (reading as Reading<string>);
  }, Day);
const yen = known(exactYen);
const count = known(exactCount);
const dateRange = z.strictObject({ min: optional(end("min")), max: optional(end("max")) }).check(...rangeChecks);
const date = optional(z.union([exactDate, dateRange]));
const ratio = reads(readShare, Share);
/** A part of a whole, so 1 at most: a forgotten percent sign would pass otherwise. */
const share = optional(
  ratio.check(
    z.refine((part) => compare(toFraction(part), one) <= 0, {
      params: { code: "out-of-range", args: { minimum: 0, maximum: 1 } },
    }),
  ),
);
const boolean = optional(z.boolean());
const text = optional(z.string().check(z.maxLength(200)));
const prefecture = optional(reads(readPrefecture, z.string()));
const city = optional(reads(readCity, z.string()));
const option = <const T extends readonly [string, ...string[]]>(values: T) => optional(z.enum(values));
const options = <const T extends readonly [string, ...string[]]>(values: T) => list(z.enum(values));

/** A list is complete, unless it says that it is not. */
function list<T>(entry: z.ZodMiniType<T>) {
  const items = z.array(entry).check(z.maxLength(1000));
  return optional(z.union([items, z.strictObject({ items, complete: z.boolean() })]));
}

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

const right = option(rights);
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
  rdExpenseRatio: optional(ratio),
  certifications: list(certifications),
  taxStatus: options([
    "no-corporate-tax",
    "public-assistance",
    "resident-tax-exempt",
    "income-tax-exempt",
    "business-tax-exempt",
  ]),
};

const Holder = z.strictObject({
  ...identity,
  kind: option(["company", "individual", "public-body", "investment-company", "investment-partnership"]),
  share,
  indirect: boolean,
  /** The declared conclusion of the SME test. */
  largeEnterprise: boolean,
});

const party = {
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

const CoApplicant = z.strictObject({ ...party, share });

const Company = z.strictObject({
  ...party,
  headquartersInJapan: boolean,
  headquarters: optional(z.strictObject({ prefecture, city, since: date })),
  foundedIn: prefecture,
  offices: list(z.strictObject({ prefecture, city, kind: option(["office", "plant"]), since: date })),
  memberships: options(["chamber-of-commerce", "society-of-commerce", "sme-federation-body"]),
  /** Reduced examination requests this fiscal year, before the filings listed. */
  reducedExaminationRequests: count,
});

const DomesticFiling = z.strictObject({
  id: text,
  right,
  office: text,
  status: option(["planned", "filed", "examination-requested", "examined", "granted"]),
  filedOn: date,
  examinationRequestedOn: date,
  examinationStarted: boolean,
  claims: known(reads(readCount, z.int().check(z.minimum(1)))),
  working: boolean,
  foreignRelated: boolean,
  onlineProcedures: boolean,
  lastPaperProcedureOn: optional(z.union([z.literal("none"), exactDate, dateRange])),
  coApplicants: list(CoApplicant),
  annuities: optional(z.strictObject({ years: z.tuple([exactCount, exactCount]), paidOn: date })),
});

const PctFiling = z.strictObject({
  filedOn: date,
  language: option(["ja", "en"]),
  demandOn: date,
  coApplicants: list(CoApplicant),
});

const OverseasFiling = z.strictObject({
  right,
  country: text,
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
});

const Dispute = z.strictObject({
  kind: option(["counterfeit", "accused", "bad-faith-trademark"]),
  country: text,
  right,
  rightHeldThere: boolean,
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
      character: option(["self-development", "subcontracting", "design", "regional-brand"]),
      rightsHeld: list(z.strictObject({ right, country: text })),
      filings: list(DomesticFiling),
      pctFilings: list(PctFiling),
    }),
  ),
  overseas: optional(
    z.strictObject({
      plan: option(["none", "considering", "planned", "operating"]),
      countries: list(z.string()),
      filings: list(OverseasFiling),
      disputes: list(Dispute),
      insurance: optional(z.strictObject({ premium: yen, startsOn: date, subsidizedYears: count })),
    }),
  ),
  finance: optional(z.strictObject({ seeksIpBasedFinancing: boolean })),
  needs: options([
    "overseas-filing",
    "counterfeits",
    "design",
    "branding",
    "trade-secrets",
    "licensing",
    "financing",
    "training",
    "fast-examination",
    "fees",
  ]),
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
