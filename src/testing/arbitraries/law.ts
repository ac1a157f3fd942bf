import fc from "fast-check";
import { addDays } from "../../normalize/calendar.ts";
import { condition } from "./conditions.ts";
import { type Json, oneOf, optionsOf } from "./draw.ts";
import { capital, changeDay, holdersOf, parties, staff } from "./words.ts";

/* Parameters and definitions of a small catalog. */

export const text = { ja: "要件", en: "A requirement" };

/** Up to so many entries in order of time, the first of them perhaps without a beginning. */
export const dated = <T>(
  entries: fc.Arbitrary<T>,
  most: number,
  open: boolean,
): fc.Arbitrary<(T & { from: string | null; to?: string })[]> =>
  fc
    .tuple(
      fc.uniqueArray(changeDay, { minLength: 1, maxLength: most }),
      fc.array(fc.tuple(entries, fc.nat({ max: 9 })), { minLength: most, maxLength: most }),
      fc.boolean(),
    )
    .map(([days, values, begins]) =>
      [...days].sort().map((day, index) => {
        const [entry, ends] = values[index] as [T, number];
        const from = index === 0 && (open || begins) ? null : day;
        // Some end the day before the next begins or much earlier, which leaves a gap.
        return { ...entry, from, ...(ends === 0 ? { to: addDays(day, 30) } : {}) };
      }),
    );

const figure = (id: string, unit: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<Json> =>
  dated(
    value.map((each) => ({ value: each, source: "one", renewal: "standing" })),
    2,
    false,
  ).map((values) => ({ id, unit, label: text, values }));

const byIndustry = (figures: readonly number[]) =>
  fc
    .tuple(...optionsOf("party.industry").map(() => oneOf(figures)))
    .map((values) => Object.fromEntries(optionsOf("party.industry").map((option, index) => [option, values[index]])));

const tariff = fc.record({ base: fc.constantFrom(0, 1000, 118_000), perUnit: fc.constantFrom(0, 1000, 4000) });

/** Dearer from step to step; no tariff is known of the years after the last. */
const yearly = fc
  .tuple(fc.array(fc.tuple(tariff, fc.integer({ min: 1, max: 6 })), { minLength: 2, maxLength: 4 }))
  .map(([steps]) => {
    let last = 0;
    return steps.map(([each, length]) => {
      const from = last + 1;
      last += length;
      return { from, to: last, ...each };
    });
  });

export const parameters = fc.tuple(
  figure("test.capital", "yen", oneOf(capital)),
  figure("test.staff", "persons", oneOf(staff)),
  figure("test.capital-by-industry", "yen", byIndustry(capital)),
  figure("test.staff-by-industry", "persons", byIndustry(staff)),
  figure("test.years", "years", fc.integer({ min: 1, max: 12 })),
  figure("test.share", "share", oneOf(["1/3", "1/2", "2/3"])),
  figure("test.requests", "requests", oneOf([1, 178, 180])),
  figure("test.fee", "yen", tariff),
  figure("test.annuity", "yen", yearly),
);

export const definition = (id: string): fc.Arbitrary<Json> =>
  dated(
    condition(
      { facts: parties("self"), lists: [holdersOf("self")], definitions: [], industry: "self.industry" },
      2,
    ).map((each) => ({ condition: each, renewal: "standing", source: "one" })),
    2,
    true,
  ).map((terms) => ({ id, name: text, terms }));
