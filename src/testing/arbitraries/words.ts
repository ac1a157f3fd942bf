import fc from "fast-check";
import { addDays } from "../../normalize/calendar.ts";
import { optionsOf } from "./draw.ts";

/* What conditions may speak of: the words of the bundled vocabulary, so that random profiles speak to them. */

export interface FactWord {
  path: string;
  kind: "number" | "share" | "option" | "boolean" | "date" | "options";
  figures?: readonly (number | string)[];
  options?: readonly string[];
  /** A parameter with one value, and one with a value for each industry. */
  parameter?: string;
  keyed?: string;
  /** A fact of which it may be a part. */
  partOf?: string;
}

export interface ListWord {
  path: string;
  facts: readonly FactWord[];
  /** A field that adds up. */
  sums?: string;
  party?: boolean;
}

/** What a condition may speak of where it stands. */
export interface Words {
  facts: readonly FactWord[];
  lists: readonly ListWord[];
  definitions: readonly string[];
  /** The fact that looks up tables. */
  industry?: string;
}

export const capital = [50_000_000, 100_000_000, 300_000_000];
export const staff = [5, 20, 50, 100, 300];

export const parties = (self: string): FactWord[] => [
  {
    path: `${self}.statedCapital`,
    kind: "number",
    figures: capital,
    parameter: "test.capital",
    keyed: "test.capital-by-industry",
  },
  {
    path: `${self}.regularEmployees`,
    kind: "number",
    figures: staff,
    parameter: "test.staff",
    keyed: "test.staff-by-industry",
  },
  { path: `${self}.industry`, kind: "option", options: optionsOf("party.industry") },
  { path: `${self}.legalForm`, kind: "option", options: optionsOf("party.legalForm") },
  { path: `${self}.foundedOn`, kind: "date", parameter: "test.years" },
];

export const holdersOf = (self: string): ListWord => ({
  path: `${self}.ownership.holders`,
  facts: [
    { path: "it.kind", kind: "option", options: optionsOf("party.ownership.holders[].kind") },
    { path: "it.share", kind: "share", figures: ["1/3", "1/2"], parameter: "test.share" },
    { path: "it.statedCapital", kind: "number", figures: capital },
  ],
  sums: "share",
});

/** What a project or an insurance costs is read where conditions may read costs. */
const costs = new Set(["item.cost", "project.cost", "overseas.insurance.premium", "overseas.filings"]);
export const readsNoCost = ({ path, partOf }: { path: string; partOf?: string }): boolean =>
  !costs.has(path) && (partOf === undefined || !costs.has(partOf));

export const companyFacts: FactWord[] = [
  ...parties("company"),
  { path: "company.headquartersInJapan", kind: "boolean" },
  { path: "company.memberships", kind: "options", options: optionsOf("company.memberships") },
  { path: "company.rdExpenseRatio", kind: "share", figures: ["3/100", "1/10"], parameter: "test.share" },
  { path: "company.reducedExaminationRequests", kind: "number", figures: [178, 180] },
  { path: "overseas.insurance.subsidizedYears", kind: "number", figures: [1, 2] },
  { path: "project.cost", kind: "number", figures: [600_000, 3_000_000] },
  { path: "project.localGovernmentShare", kind: "number", figures: [1_500_000], partOf: "project.cost" },
  { path: "project.ownResearchResult", kind: "boolean" },
  { path: "asOf", kind: "date" },
];
export const companyLists: ListWord[] = [
  holdersOf("company"),
  { path: "group.members", facts: parties("it").slice(0, 2), party: true },
  {
    path: "project.members",
    facts: [
      { path: "it.role", kind: "option", options: optionsOf("project.members[].role") },
      ...parties("it").slice(0, 2),
    ],
    party: true,
  },
  {
    path: "overseas.filings",
    facts: [
      { path: "it.status", kind: "option", options: optionsOf("overseas.filings[].status") },
      { path: "it.cost", kind: "number", figures: [600_000, 3_000_000] },
    ],
    sums: "cost",
  },
];

const right: FactWord = { path: "item.right", kind: "option", options: optionsOf("overseas.filings[].right") };
const coApplicants: ListWord = {
  path: "item.coApplicants",
  facts: [{ path: "it.share", kind: "share", figures: ["1/3", "1/2"] }, ...parties("it").slice(0, 2)],
  sums: "share",
  party: true,
};

/** Of the entries of each list. */
export const itemWords: Record<string, { facts: FactWord[]; lists: ListWord[] }> = {
  "overseas.filings": {
    facts: [
      right,
      { path: "item.purpose", kind: "option", options: optionsOf("overseas.filings[].purpose") },
      { path: "item.status", kind: "option", options: optionsOf("overseas.filings[].status") },
      { path: "item.regionalCollective", kind: "boolean" },
      { path: "item.secrecyDesignated", kind: "boolean" },
      { path: "item.cost", kind: "number", figures: [600_000, 3_000_000] },
    ],
    lists: [],
  },
  "overseas.disputes": {
    facts: [
      right,
      { path: "item.kind", kind: "option", options: optionsOf("overseas.disputes[].kind") },
      { path: "item.evidence", kind: "boolean" },
      { path: "item.rightHeldThere", kind: "boolean" },
    ],
    lists: [],
  },
  "ip.filings": {
    facts: [
      right,
      { path: "item.working", kind: "boolean" },
      { path: "item.examinationStarted", kind: "boolean" },
      { path: "item.claims", kind: "number", figures: [2, 5, 10] },
      { path: "item.filedOn", kind: "date", parameter: "test.years" },
    ],
    lists: [coApplicants],
  },
  "ip.pctFilings": {
    facts: [
      { path: "item.language", kind: "option", options: optionsOf("ip.pctFilings[].language") },
      { path: "item.filedOn", kind: "date", parameter: "test.years" },
    ],
    lists: [coApplicants],
  },
  "project.members": {
    facts: [
      { path: "item.role", kind: "option", options: optionsOf("project.members[].role") },
      ...parties("item").slice(0, 4),
    ],
    lists: [],
  },
};

export const changeDay = fc.constantFrom(
  "2015-04-01",
  "2018-07-09",
  "2020-01-01",
  "2024-04-01",
  "2025-04-01",
  "2026-04-01",
);
export const anyDay = fc.oneof(
  changeDay,
  fc.nat({ max: 14 * 365 }).map((days) => addDays("2014-01-01", days)),
);
