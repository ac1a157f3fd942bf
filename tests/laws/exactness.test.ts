import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { scopeOf } from "../../src/facts/scope.ts";
import { addDays } from "../../src/normalize/calendar.ts";
import type { Condition } from "../../src/schema/condition.ts";
import type { Parameter } from "../../src/schema/law.ts";
import { overturned } from "../support/compare.ts";
import { runs } from "../support/runs.ts";
import { losses, thin } from "../support/thin.ts";
import { judged, resultOf, worlds } from "../support/worlds.ts";

const title =
  "A decided verdict on a range, an open list or an absent fact is the verdict of every value in it; a single comparison, a `match` and a keyed parameter are exact.";

describe.each(worlds)("under $rules", ({ some, numRuns }) => {
  test(title, () => {
    fc.assert(
      fc.property(some, losses, (world, lost) => {
        // Presumed facts are kept: what is presumed of an absent fact is the verdict of that value alone.
        const thinned = thin(world.profile, lost, (name) => presumed.test(name));
        const before = judged({ ...world, profile: thinned });
        const after = judged(world);
        fc.pre(after.issues.every((each) => each.code === "case-of-mixed-kinds"));
        expect(before.results.flatMap((was) => overturned(resultOf(after, was.measure.id), was))).toEqual([]);
      }),
      { numRuns },
    );
  });
});

/** Facts that are presumed where they are absent, and the lists and objects that hold them. */
const presumed =
  /^(company|ip|overseas|grants.*|company\.reducedExaminationRequests|(ip|overseas)\.filings(\[\]\.(status|examinationStarted|coApplicants|applicantShare|secrecyDesignated))?)$/;

/* One comparison at a time, against every value that the fact may have. */

const industries = ["manufacturing", "wholesale", "retail"] as const;
const asOf = "2026-04-01";

const label = { ja: "数", en: "A figure" };
const table = (values: readonly number[]): Parameter => ({
  id: "test.table",
  unit: "persons",
  label,
  values: [
    {
      from: null,
      renewal: "standing",
      value: Object.fromEntries(industries.map((key, index) => [key, values[index] as number])),
      source: "one",
    },
  ],
});

const law = (parameter?: Parameter): Catalog => ({
  ...bundled,
  facts: {
    ...bundled.facts,
    "party.industry": {
      ...bundled.facts["party.industry"],
      options: Object.fromEntries(industries.map((key) => [key, label])),
    } as never,
  },
  parameters: parameter === undefined ? {} : { "test.table": parameter },
});

const outcomeOf = (condition: Condition, company: object, parameter?: Parameter) =>
  evaluate(condition, scopeOf({ company } as never, law(parameter), asOf)).outcome;

type Known<T> = { given: T | { min?: T; max?: T } | undefined; values: T[] };

/** Counts up to this are tried; figures lie well below it, so that more tell nothing new. */
const most = 12;
const counts: fc.Arbitrary<Known<number>> = fc
  .record({
    min: fc.option(fc.nat({ max: 8 }), { nil: undefined }),
    length: fc.option(fc.nat({ max: 4 }), { nil: undefined }),
    exact: fc.boolean(),
  })
  .map(({ min, length, exact }) => {
    const all = Array.from({ length: most + 1 }, (_, value) => value);
    if (exact && min !== undefined) return { given: min, values: [min] };
    const max = length === undefined ? undefined : (min ?? 0) + length;
    const values = all.filter((value) => value >= (min ?? 0) && value <= (max ?? most));
    if (min === undefined && max === undefined) return { given: undefined, values };
    return { given: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }, values };
  });
const keys: fc.Arbitrary<Known<string>> = fc
  .option(fc.constantFrom(...industries), { nil: undefined })
  .map((given) => ({ given, values: given === undefined ? [...industries] : [given] }));
const numeric = fc.constantFrom("atLeast", "above", "atMost", "below");
const figure = fc.integer({ min: 0, max: 9 });

/** What every possibility says together. */
const common = (outcomes: readonly string[]): string =>
  new Set(outcomes).size === 1 ? (outcomes[0] as string) : "unknown";

const company = (staff: unknown, industry: unknown) => ({
  ...(staff === undefined ? {} : { regularEmployees: staff }),
  ...(industry === undefined ? {} : { industry }),
});

function isExact(condition: Condition, staff: Known<number>, key: Known<string>, parameter?: Parameter): void {
  const each = staff.values.flatMap((value) =>
    key.values.map((option) => outcomeOf(condition, company(value, option), parameter)),
  );
  expect(each).not.toContain("unknown");
  expect(outcomeOf(condition, company(staff.given, key.given), parameter)).toBe(common(each));
}

const staffIs = (operator: string, operand: unknown): Condition =>
  ({ fact: "company.regularEmployees", [operator]: operand }) as Condition;

describe(title, () => {
  test("numbers", () => {
    fc.assert(
      fc.property(numeric, figure, counts, keys, (operator, limit, staff, key) =>
        isExact(staffIs(operator, limit), staff, key),
      ),
      { numRuns: runs.bundled * 3 },
    );
  });

  test("equal numbers", () => {
    fc.assert(
      fc.property(figure, counts, keys, (value, staff, key) => isExact(staffIs("is", value), staff, key)),
      { numRuns: runs.bundled * 3 },
    );
  });

  test("options", () => {
    fc.assert(
      fc.property(fc.subarray([...industries], { minLength: 1 }), counts, keys, (options, staff, key) =>
        isExact({ fact: "company.industry", in: options }, staff, key),
      ),
      { numRuns: runs.bundled },
    );
  });

  test("a look-up by key", () => {
    fc.assert(
      fc.property(numeric, fc.tuple(figure, figure, figure), counts, keys, (operator, values, staff, key) =>
        isExact(staffIs(operator, { parameter: "test.table", by: "company.industry" }), staff, key, table(values)),
      ),
      { numRuns: runs.bundled * 3 },
    );
  });

  test("a sum against a look-up by key", () => {
    fc.assert(
      fc.property(
        numeric,
        fc.tuple(figure, figure, figure),
        fc.array(counts, { minLength: 1, maxLength: 2 }),
        keys,
        (operator, values, sizes, key) => {
          const condition = {
            sum: "company.offices",
            of: "size",
            [operator]: { parameter: "test.table", by: "company.industry" },
          } as Condition;
          const offices = (list: unknown[]) => ({
            ...company(undefined, key.given),
            offices: list.map((size) => (size === undefined ? {} : { size })),
          });
          const all = sizes.reduce<number[][]>(
            (lists, { values: each }) => lists.flatMap((list) => each.map((value) => [...list, value])),
            [[]],
          );
          const each = all.flatMap((list) =>
            key.values.map((industry) => outcomeOf(condition, { ...offices(list), industry }, table(values))),
          );
          expect(outcomeOf(condition, offices(sizes.map(({ given }) => given)), table(values))).toBe(common(each));
        },
      ),
      { numRuns: runs.bundled },
    );
  });

  test("a branching by key", () => {
    const branch = fc.oneof(
      fc.boolean(),
      fc.tuple(numeric, figure).map(([operator, limit]) => staffIs(operator, limit)),
    );
    fc.assert(
      fc.property(
        fc.tuple(branch, branch, branch),
        fc.boolean(),
        counts,
        keys,
        ([first, second, third], otherwise, staff, key) => {
          const cases = industries
            .slice(0, otherwise ? 2 : 3)
            .map((option, index) => ({ in: [option], then: [first, second, third][index] as Condition }));
          isExact({ match: "company.industry", cases, ...(otherwise ? { otherwise: third } : {}) }, staff, key);
        },
      ),
      { numRuns: runs.bundled * 3 },
    );
  });

  test("days and ages", () => {
    const days = Array.from({ length: 12 }, (_, index) => addDays("2020-03-26", index));
    const someDays = fc.record({
      from: fc.option(fc.nat({ max: 11 }), { nil: undefined }),
      length: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
    });
    const comparison = fc.oneof(
      fc.tuple(fc.constantFrom("onOrAfter", "after", "onOrBefore", "before"), fc.constantFrom(...days.slice(1, -1))),
      fc.tuple(fc.constant("fewerThanYears"), fc.constantFrom(5, 6, 7)),
      fc.tuple(fc.constant("fewerThanDays"), fc.integer({ min: 2190, max: 2200 })),
    );
    fc.assert(
      fc.property(comparison, someDays, ([operator, operand], { from, length }) => {
        const condition = { fact: "company.foundedOn", [operator]: operand } as Condition;
        const min = from === undefined ? undefined : days[from];
        const max = length === undefined ? undefined : days[Math.min(11, (from ?? 0) + length)];
        const values = days.filter((day) => (min === undefined || min <= day) && (max === undefined || day <= max));
        // What lies beyond the days tried, on either side.
        if (min === undefined) values.push("1900-01-01");
        if (max === undefined) values.push("2030-01-01");
        const given =
          min === undefined && max === undefined
            ? {}
            : { foundedOn: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } };
        expect(outcomeOf(condition, given)).toBe(
          common(values.map((foundedOn) => outcomeOf(condition, { foundedOn }))),
        );
      }),
      { numRuns: runs.bundled * 3 },
    );
  });

  test("lists of entries", () => {
    const size = fc.option(fc.nat({ max: 3 }), { nil: undefined });
    const where: Condition = { fact: "it.size", atLeast: 2 };
    const tests = fc.oneof(
      fc.constant<Condition>({ some: "company.offices", where }),
      fc.constant<Condition>({ every: "company.offices", where }),
      fc
        .tuple(numeric, fc.integer({ min: 1, max: 3 }))
        .map(([operator, figure]) => ({ count: "company.offices", where, [operator]: figure }) as Condition),
      fc
        .tuple(numeric, fc.integer({ min: 1, max: 5 }))
        .map(([operator, figure]) => ({ sum: "company.offices", of: "size", [operator]: figure }) as Condition),
    );
    fc.assert(
      fc.property(
        tests,
        fc.array(size, { maxLength: 2 }),
        fc.constantFrom("whole", "open", "absent"),
        (condition, sizes, form) => {
          const items = sizes.map((each) => (each === undefined ? {} : { size: each }));
          const given = form === "absent" ? {} : { offices: form === "whole" ? items : { items, complete: false } };
          const listed = form === "absent" ? [] : sizes.map((each) => (each === undefined ? [0, 1, 2, 5, 9] : [each]));
          // A few more of the least and of the greatest size tell what any more can do.
          const more = form === "whole" ? [[]] : [[], [0], [5], [0, 0], [5, 5], [5, 5, 5, 5]];
          const all = listed
            .reduce<number[][]>((lists, each) => lists.flatMap((list) => each.map((one) => list.concat(one))), [[]])
            .flatMap((list) => more.map((beyond) => list.concat(beyond)));
          const each = all.map((list) => outcomeOf(condition, { offices: list.map((size) => ({ size })) }));
          expect(outcomeOf(condition, given)).toBe(common(each));
        },
      ),
      { numRuns: runs.bundled * 3 },
    );
  });

  test("lists of options", () => {
    const options = ["a", "b", "c"];
    fc.assert(
      fc.property(
        fc.subarray(options),
        fc.subarray(options, { minLength: 1 }),
        fc.constantFrom("whole", "open", "absent"),
        (items, wanted, form) => {
          const condition: Condition = { fact: "company.memberships", includesAny: wanted };
          const given = form === "absent" ? {} : { memberships: form === "whole" ? items : { items, complete: false } };
          const least = form === "absent" ? [] : items;
          const possible =
            form === "whole" ? [items] : subsetsOf(options).map((set) => [...new Set([...least, ...set])]);
          expect(outcomeOf(condition, given)).toBe(
            common(possible.map((memberships) => outcomeOf(condition, { memberships }))),
          );
        },
      ),
      { numRuns: runs.bundled },
    );
  });
});

const subsetsOf = ([first, ...rest]: readonly string[]): string[][] =>
  first === undefined ? [[]] : subsetsOf(rest).flatMap((set) => [set, [first, ...set]]);
