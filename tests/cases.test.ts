/** The stories in tests/cases: what an adviser would answer for a company on a day, against what the library answers. */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  type Assessment,
  assess,
  catalog,
  type Interval,
  type ItemResult,
  type Ratio,
  type Result,
} from "../src/index.ts";

type Tree = Record<string, unknown>;
type Expectation = Tree & { measure?: string };
interface Story {
  name: string;
  asOf: string;
  base?: string;
  profile?: Tree;
  expect: Expectation | Expectation[];
}

const folder = new URL("./cases/", import.meta.url);
const read = (file: string) => parse(readFileSync(new URL(file, folder), "utf8")) as unknown;
const bases = read("bases.yaml") as Record<string, Tree>;
const files = (readdirSync(folder, { recursive: true }) as string[])
  .filter((file) => file.endsWith(".yaml") && file !== "bases.yaml")
  .sort();

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

/** One tree laid over another: lists are replaced, and null takes a key out (no profile may hold a null). */
function over(below: unknown, above: unknown): unknown {
  if (!isTree(above)) return above;
  const ground = isTree(below) ? below : {};
  const laid = {
    ...ground,
    ...Object.fromEntries(Object.entries(above).map(([key, v]) => [key, over(ground[key], v)])),
  };
  return Object.fromEntries(Object.entries(laid).filter(([, value]) => value !== null));
}

/** Wherever `base: NAME` stands, what is written beside it is laid over that entry of bases.yaml. */
function spell(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spell);
  if (!isTree(value)) return value;
  const { base, ...own } = value;
  const spelled = Object.fromEntries(Object.entries(own).map(([key, each]) => [key, spell(each)]));
  if (base === undefined) return spelled;
  if (bases[String(base)] === undefined) throw new Error(`bases.yaml has no \`${base}\``);
  return over(spell(bases[String(base)]), spelled);
}

type Seen = Pick<ItemResult, "eligibility" | "determining" | "missing" | "estimate"> & Partial<Omit<Result, "terms">>;
type Reader = (result: Seen, wanted: never, assessment: Assessment) => unknown;

/** An exact amount as its number, any other as `[min, max]`. */
const yen = (interval: Interval | null | undefined) =>
  interval == null ? null : interval.min === interval.max ? interval.min : [interval.min, interval.max];
/** An exact share as "1/3", any other as `["1/3", "1/1"]`. */
const shares = (span: { min: Ratio; max: Ratio } | undefined) => {
  const [min, max] = [span?.min, span?.max].map((ratio) => ratio && `${ratio.numerator}/${ratio.denominator}`);
  return min === max ? (min ?? null) : [min, max];
};
const fees = ({ estimate }: Seen) => (estimate?.kind === "fee-reduction" ? estimate : undefined);
const holds = (whole: unknown, part: unknown): boolean =>
  isTree(part)
    ? isTree(whole) && Object.entries(part).every(([key, each]) => holds(whole[key], each))
    : JSON.stringify(whole) === JSON.stringify(part);
const asked = ({ questions }: Assessment, fact: string) => questions.some((question) => question.fact === fact);

/** What a story may expect, and where the answer holds it. Of a list that need not be whole, the wanted part is read. */
const readers: Record<string, Reader> = {
  eligibility: (result) => result.eligibility,
  availability: (result) => result.availability,
  freshness: (result) => result.freshness,
  role: (result) => result.role,
  status: (result) => result.status,
  call: (result) => result.call?.id ?? null,
  viewOf: (result) => result.viewOf,
  amount: ({ estimate }) => (estimate?.kind === "subsidy" ? yen(estimate) : null),
  payable: (result) => yen(fees(result)?.payable),
  saved: (result) => yen(fees(result)?.saved),
  share: (result) => shares(fees(result)?.share),
  userPays: ({ estimate }) => (estimate?.kind === "in-kind" ? yen(estimate.userPays) : "not in kind"),
  missing: ({ missing }, wanted: string[]) => wanted.filter((path) => missing.includes(path)),
  /** A path, or the last words of paths. */
  notMissing: ({ missing }, unwanted: string[]) =>
    unwanted.filter((name) => !missing.some((path) => path === name || path.endsWith(`.${name}`))),
  nothingMissing: ({ missing }) => missing.length === 0,
  determining: ({ determining }, wanted: string[]) =>
    wanted.filter((id) => determining.some(({ criterion }) => criterion === id)),
  subjectTo: ({ subjectTo }, wanted: string[]) => wanted.filter((id) => subjectTo?.some((each) => each.id === id)),
  assumes: ({ assumes }, wanted: Tree) =>
    Object.fromEntries(Object.keys(wanted).map((fact) => [fact, assumes?.find((each) => each.fact === fact)?.value])),
  steps: ({ estimate }, wanted: Tree[]) =>
    wanted.filter((part) => estimate && "steps" in estimate && estimate.steps.some((step) => holds(step, part))),
  items: ({ items }, wanted: Expectation[], assessment) =>
    items?.map((item, index) => answer(item, wanted[index] ?? {}, assessment)) ?? null,
  /** Every route of the day with its eligibility. */
  routes: ({ routes }) => Object.fromEntries(routes?.map(({ id, eligibility }) => [id, eligibility]) ?? []),
  /** Every contradiction in the profile, by code. */
  issues: (_, __, { issues }) => [...new Set(issues.map(({ code }) => code))].sort(),
  asked: (_, facts: string[], assessment) => facts.filter((fact) => asked(assessment, fact)),
  notAsked: (_, facts: string[], assessment) => facts.filter((fact) => !asked(assessment, fact)),
};

const answer = (result: Seen, wanted: Expectation, assessment: Assessment): Tree =>
  Object.fromEntries(
    Object.entries(wanted).map(([key, value]) => {
      const reader = readers[key];
      if (reader === undefined) throw new Error(`no story may expect \`${key}\`; known: ${Object.keys(readers)}`);
      return [key, reader(result, value as never, assessment)];
    }),
  );

const told = new Map<string, Set<unknown>>();

describe.each(files)("%s", (file) => {
  for (const { name, asOf, base, profile = {}, expect: wanted, ...strange } of read(file) as Story[]) {
    for (const { measure = basename(file, ".yaml"), ...expectation } of [wanted].flat()) {
      told.set(measure, (told.get(measure) ?? new Set()).add(expectation["eligibility"]));
      test(`${measure}: ${name}`, () => {
        expect(Object.keys(strange), "keys that no story has").toEqual([]);
        const assessment = assess(spell({ ...profile, ...(base === undefined ? {} : { base }) }) as object, { asOf });
        const results = assessment.results.filter(
          ({ measure: { id } }) => measure === "every measure" || measure === id,
        );
        expect(results.length, `results of ${measure}`).toBeGreaterThan(0);
        for (const result of results) {
          const answered = answer(result, expectation, assessment);
          const all = `${JSON.stringify(result, null, 1)}\nanswered ${JSON.stringify(answered)}`;
          expect(answered, all).toEqual(expectation);
        }
      });
    }
  }
});

describe("the stories together", () => {
  const formal = catalog.measures.filter(
    (measure) =>
      "viewOf" in measure ||
      measure.terms.some(({ criteria, exclusions = [], routes = [] }) =>
        [criteria === "not-stated" ? [] : criteria, exclusions, ...routes.map((route) => route.criteria ?? [])]
          .flat()
          .some(({ condition }) => condition !== undefined),
      ),
  );
  test.each(catalog.measures.map(({ id }) => id))("tell of %s", (id) => {
    expect(told.get(id)?.size ?? 0, `add stories in tests/cases/<authority>/${id}.yaml`).toBeGreaterThan(0);
  });
  test.each(formal.map(({ id }) => id))("show %s eligible, ineligible and undetermined", (id) => {
    const verdicts = ["eligible", "ineligible", "undetermined"].filter((each) => told.get(id)?.has(each));
    expect(verdicts, `stories of ${id}`).toEqual(["eligible", "ineligible", "undetermined"]);
  });
});
