/** The stories in tests/cases: what an adviser would answer for a company on a day, against what the library answers. */
import { describe, expect, test } from "vitest";
import { measuresOf } from "../src/catalog/catalog.ts";
import {
  type Assessment,
  assess,
  catalog,
  type Interval,
  type ItemResult,
  type Ratio,
  type Result,
} from "../src/index.ts";
import { canFail, formalOf } from "./support/formal.ts";
import { expectationsOf, isTree, profileOf, storiesIn, storyFiles, type Tree } from "./support/stories.ts";

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
  items: ({ items }, wanted: Tree[], assessment) =>
    items?.map((item, index) => answer(item, wanted[index] ?? {}, assessment)) ?? null,
  /** Every route of the day with its eligibility. */
  routes: ({ routes }) => Object.fromEntries(routes?.map(({ id, eligibility }) => [id, eligibility]) ?? []),
  /** Every contradiction in the profile, by code. */
  issues: (_, __, { issues }) => [...new Set(issues.map(({ code }) => code))].sort(),
  asked: (_, facts: string[], assessment) => facts.filter((fact) => asked(assessment, fact)),
  notAsked: (_, facts: string[], assessment) => facts.filter((fact) => !asked(assessment, fact)),
};

const answer = (result: Seen, wanted: Tree, assessment: Assessment): Tree =>
  Object.fromEntries(
    Object.entries(wanted).map(([key, value]) => {
      const reader = readers[key];
      if (reader === undefined) throw new Error(`no story may expect \`${key}\`; known: ${Object.keys(readers)}`);
      return [key, reader(result, value as never, assessment)];
    }),
  );

const told = new Map<string, Set<unknown>>();

describe.each(storyFiles)("%s", (file) => {
  for (const story of storiesIn(file)) {
    const { name, asOf, base: _, profile: __, expect: ___, ...strange } = story;
    for (const { measure, ...expectation } of expectationsOf(file, story)) {
      told.set(measure, (told.get(measure) ?? new Set()).add(expectation["eligibility"]));
      test(`${measure}: ${name}`, () => {
        expect(Object.keys(strange), "keys that no story has").toEqual([]);
        const assessment = assess(profileOf(story), { asOf });
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
  test.each(catalog.measures.map(({ id }) => id))("tell of %s", (id) => {
    expect(told.get(id)?.size ?? 0, `add stories in tests/cases/<authority>/${id}.yaml`).toBeGreaterThan(0);
  });
  const formal = measuresOf(catalog).filter((measure) => formalOf(measure).length > 0);
  test.each(formal.map((measure) => [measure.id, measure] as const))(
    "show %s in every verdict that it can have",
    (id, measure) => {
      const possible = ["eligible", "ineligible", "undetermined"].filter(
        (verdict) => verdict !== "ineligible" || formalOf(measure).some(({ condition }) => canFail(condition)),
      );
      expect(
        possible.filter((verdict) => !told.get(id)?.has(verdict)),
        `no story of ${id} is`,
      ).toEqual([]);
    },
  );
});
