import { catalog as bundled } from "../../src/catalog/bundled.ts";

/** Facts of a company that the made-up measures read, each at most once in a measure. */
export type BenchFact =
  | { name: string; path: string; kind: "option" | "options"; values: readonly string[] }
  /** `values` are the round figures that measures compare with; no profile exceeds `most`. */
  | { name: string; path: string; kind: "number"; values: readonly number[]; most: number }
  | { name: string; path: string; kind: "founded"; values: readonly number[] }
  | { name: string; path: string; kind: "boolean" };

const nameOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1);
const optionsAt = (entry: string): readonly string[] => Object.keys(bundled.facts[entry]?.options ?? {});

const among = (kind: "option" | "options", path: string, values: readonly string[]): BenchFact => ({
  name: nameOf(path),
  path,
  kind,
  values,
});
const figure = (path: string, values: readonly number[], most: number): BenchFact => ({
  name: nameOf(path),
  path,
  kind: "number",
  values,
  most,
});

const million = 1_000_000;
const countries = "US CN KR TW DE FR GB IT ES NL SE CH AT BE PL IN ID TH VN MY SG PH AU NZ CA MX BR TR SA ZA".split(
  " ",
);

/** The place that local measures ask for. It has no list of options in the vocabulary, so absent is any text. */
export const place: BenchFact = among("option", "company.prefecture", Object.keys(bundled.prefectures));

/** All of them but the place: no sum of yen is past 32 bits, and no fact is presumed where it is absent. */
export const facts: readonly BenchFact[] = [
  among("option", "company.legalForm", optionsAt("party.legalForm").slice(0, 8)),
  among("option", "company.industry", optionsAt("party.industry")),
  among("option", "ip.character", optionsAt("ip.character")),
  among("option", "overseas.plan", optionsAt("overseas.plan")),
  among("options", "overseas.countries", countries),
  among("options", "needs", optionsAt("needs")),
  figure("company.regularEmployees", [5, 20, 50, 100, 200, 300, 500, 900], 1500),
  figure(
    "company.statedCapital",
    [3, 10, 30, 50, 100, 300, 500].map((yen) => yen * million),
    1000 * million,
  ),
  figure(
    "company.netAssets",
    [10, 50, 100, 500, 1000].map((yen) => yen * million),
    2000 * million,
  ),
  figure(
    "company.ownership.averageTaxableIncome",
    [5, 10, 50, 100, 1500].map((yen) => yen * million),
    2000 * million,
  ),
  figure(
    "project.cost",
    [1, 2, 5, 10, 20, 50].map((yen) => yen * million),
    100 * million,
  ),
  figure("ip.stage", [1, 2, 3], 4),
  { name: "foundedOn", path: "company.foundedOn", kind: "founded", values: [3, 5, 7, 10, 15, 20, 30] },
  ...[
    "company.headquartersInJapan",
    "company.openMembership",
    "company.blueReturn",
    "company.startup",
    "finance.seeksIpBasedFinancing",
    "project.ownResearchResult",
  ].map((path): BenchFact => ({ name: nameOf(path), path, kind: "boolean" })),
];

export const allFacts: readonly BenchFact[] = [place, ...facts];
