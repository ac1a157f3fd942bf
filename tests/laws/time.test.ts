import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { assess } from "../../src/assess.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { addDays, addYears } from "../../src/normalize/calendar.ts";
import type { Route, Terms } from "../../src/schema/measure.ts";
import { losses, thin } from "../support/thin.ts";
import { judged, ownMeasures, resultOf, worlds } from "../support/worlds.ts";

const title =
  "Between two change dates, the date does not matter; the last valid day counts, the day after does not; the system clock never matters.";

afterEach(() => {
  vi.useRealTimers();
});

/** Every day that is written in the data. */
const daysIn = (data: unknown): string[] => [...new Set(JSON.stringify(data).match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [])];

/** Years and days that ages are compared with. */
function agesIn(catalog: Catalog): { years: number[]; days: number[] } {
  const text = JSON.stringify([catalog.measures, catalog.definitions]);
  const numbers = (operator: string) =>
    [...text.matchAll(new RegExp(`"${operator}":(\\d+)`, "g"))].map((hit) => Number(hit[1]));
  const parameters = Object.values(catalog.parameters)
    .filter(({ unit }) => unit === "years")
    .flatMap(({ values }) => values.map(({ value }) => Number(value)));
  return {
    years: [...new Set([...numbers("fewerThanYears"), ...parameters])],
    days: [...new Set(numbers("fewerThanDays"))],
  };
}

/** The first days on which an answer may differ from the day before. */
function changeDays(catalog: Catalog, profile: unknown): string[] {
  const { years, days } = agesIn(catalog);
  const known = [...daysIn([catalog.measures, catalog.definitions, catalog.parameters]), ...daysIn(profile)];
  const aged = daysIn(profile).flatMap((day) => [
    ...years.flatMap((count) => [addYears(day, count), addYears(day, -count)]),
    ...days.flatMap((count) => [addDays(day, count), addDays(day, -count)]),
  ]);
  const fiscalYears = Array.from({ length: 40 }, (_, index) => `${2000 + index}-04-01`);
  return [...new Set([...[...known, ...aged].flatMap((day) => [day, addDays(day, 1)]), ...fiscalYears])].sort();
}

/** Results without the date that they were read on. */
function timeless(value: unknown, asOf: string, dated = false): unknown {
  if (typeof value === "string") return dated ? value.replaceAll(asOf, "the day") : value;
  if (Array.isArray(value)) return value.map((each) => timeless(each, asOf, dated));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      timeless(each, asOf, dated || ["asOf", "on", "actual", "assumes"].includes(key)),
    ]),
  );
}

describe.each(worlds)("under $rules", ({ some, catalogs, numRuns }) => {
  test(title, () => {
    fc.assert(
      fc.property(some, losses, fc.nat(), fc.nat(), (world, lost, first, second) => {
        const profile = thin(world.profile, lost);
        const change = changeDays(world.catalog, profile);
        const begins = [...change].reverse().find((day) => day <= world.asOf) ?? "1900-01-01";
        const ends = addDays(change.find((day) => day > world.asOf) ?? "2100-01-01", -1);
        // Not the first day itself: it may stand in the answers for another reason.
        const inside = (count: number) => {
          const length = Math.max(0, Math.round((Date.parse(ends) - Date.parse(begins)) / 86_400_000) - 1);
          return addDays(begins, Math.min(length, 1) + (length < 2 ? 0 : count % length));
        };
        const [one, two] = [inside(first), inside(second)];
        const on = (asOf: string) => timeless(judged({ ...world, profile, asOf }), asOf);
        expect(on(two)).toEqual(on(one));
      }),
      { numRuns },
    );

    fc.assert(
      fc.property(catalogs, (catalog) => {
        for (const measure of ownMeasures(catalog)) {
          if (measure.status.some(({ is }) => is !== "available")) continue;
          for (const terms of measure.terms) {
            const said = (asOf: string) => resultOf(assess({}, { asOf, catalog }), measure.id).terms;
            const begins = measure.status[0]?.from ?? null;
            if (terms.from !== null && (begins === null || begins <= terms.from)) {
              expect(said(terms.from)?.from).toBe(terms.from);
              expect(said(addDays(terms.from, -1))?.from).not.toBe(terms.from);
            }
            if (typeof terms.to === "string" && (begins === null || begins <= terms.to)) {
              expect(said(terms.to)?.from).toBe(terms.from);
              expect(said(addDays(terms.to, 1))?.from ?? "none").not.toBe(terms.from ?? "null");
            }
            for (const { calls } of [terms, ...(terms.routes ?? [])])
              for (const call of calls ?? []) lastDay(catalog, measure.id, terms, call);
          }
        }
      }),
      { numRuns: catalogs === worlds[0]?.catalogs ? 1 : numRuns },
    );

    fc.assert(
      fc.property(
        some,
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2099-12-31") }),
        (world, now) => {
          const before = judged(world);
          vi.useFakeTimers({ now, toFake: ["Date"] });
          const after = judged(world);
          vi.useRealTimers();
          expect(after).toEqual(before);
        },
      ),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });
});

/** A call alone in its terms: open on its last day, over on the next. */
function lastDay(
  catalog: Catalog,
  id: string,
  { routes: _, calls: __, ...terms }: Terms,
  call: NonNullable<Route["calls"]>[number],
): void {
  const { opens, closes } = call;
  if (opens === undefined || closes === undefined || opens > closes) return;
  const { prefectures: ___, when: ____, ...anywhere } = call;
  const measures = ownMeasures(catalog)
    .filter((each) => each.id === id)
    .map(({ each: _each, case: _case, ...measure }) => {
      const { to: _to, on: _on, ...standing } = terms;
      return {
        ...measure,
        terms: [
          {
            ...standing,
            from: null,
            criteria: [],
            exclusions: [],
            benefit: { kind: "unstated" as const, source: terms.sources[0] as string },
            calls: [anywhere],
          },
        ],
      };
    });
  const on = (asOf: string) => resultOf(assess({}, { asOf, catalog: { ...catalog, measures: measures as never } }), id);
  const status = measures[0]?.status[0]?.from ?? null;
  if (status !== null && addDays(opens, -1) < status) return;
  expect(on(addDays(opens, -1)).availability).toBe("upcoming");
  expect(on(opens)).toMatchObject({ availability: "open", call: { id: call.id } });
  expect(on(closes)).toMatchObject({ availability: "open", call: { id: call.id } });
  expect(on(addDays(closes, 1))).toMatchObject({ call: null });
  expect(on(addDays(closes, 1)).availability).not.toBe("open");
}
