import fc from "fast-check";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { measuresOf } from "../../src/catalog/catalog.ts";
import { type Column, columnsOf } from "../../src/columns/columns.ts";
import { profileFromRow } from "../../src/columns/row.ts";
import { derive } from "../../src/facts/derive.ts";
import { scopeOf } from "../../src/facts/scope.ts";
import { addDays, addYears } from "../../src/normalize/calendar.ts";
import { judge } from "../../src/verdict/judge.ts";

/** A row as a program holds it: numbers, truth, texts, days as texts, sets as arrays. What is not known is not there. */
export type Cells = Record<string, number | boolean | string | string[]>;

/** What rules compare with, so that rows lie on both sides of it. */
const figures = new Map<string, Set<number | string>>();
const note = (fact: string, value: unknown) => {
  const key = fact.split(".").at(-1) as string;
  if (typeof value === "number" || typeof value === "string")
    figures.set(key, (figures.get(key) ?? new Set()).add(value));
};
function look(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  const { fact, ...rest } = value as { fact?: unknown };
  if (typeof fact === "string")
    for (const operand of Object.values(rest).flat()) {
      const { parameter } = (operand ?? {}) as { parameter?: string };
      for (const { value: figure } of parameter === undefined ? [] : (bundled.parameters[parameter]?.values ?? []))
        for (const each of typeof figure === "object" ? Object.values(figure) : [figure]) note(fact, each);
      note(fact, operand);
    }
  for (const each of Object.values(value)) look(each);
}
look(bundled.measures);
look(bundled.definitions);

const pick = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const near = (column: Column): fc.Arbitrary<number> => {
  const numbers = [...(figures.get(column.fact.split(".").at(-1) as string) ?? [])].filter(
    (each) => typeof each === "number",
  );
  return fc.oneof(
    fc.nat({ max: 1_200_000_000 }),
    fc.nat({ max: 1200 }),
    pick([0, 1, 10_000_000_000_000, ...numbers.flatMap((each) => [Math.max(0, each - 1), each, each + 1])]),
  );
};

const days = (asOf: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.nat({ max: 9000 }).map((ago) => addDays(asOf, 400 - ago)),
    fc
      .tuple(fc.integer({ min: -1, max: 16 }), fc.integer({ min: -1, max: 1 }))
      .map(([years, more]) => addDays(addYears(asOf, -years), more)),
    pick([
      "1868-01-01",
      "1899-12-31",
      "1904-02-29",
      "1996-02-29",
      "2000-02-29",
      "2012-02-29",
      "2016-02-29",
      "2100-12-31",
    ]),
  );

const countries = ["US", "CN", "EP", "DE"];

function cell(column: Column, asOf: string): fc.Arbitrary<Cells[string]> {
  switch (column.type) {
    case "yen":
      return near(column);
    case "count":
      return near(column).map((count) => (column.fact === "ip.stage" ? count % 5 : Math.min(count, 1_000_000_000)));
    case "share":
      return pick(["0/1", "1/100", "3/100", "31/1000", "1/10", "1/4", "1/3", "1/2", "2/3", "1/1"]);
    case "date":
      return days(asOf);
    case "boolean":
      return fc.boolean();
    case "option":
      return pick(column.options as string[]);
    case "options":
      return fc.subarray([...(column.options ?? countries)], { maxLength: 3 });
    case "text": {
      const known = [...(figures.get(column.fact.split(".").at(-1) as string) ?? [])].map(String);
      const places = { city: ["横浜市", "千代田区", "福岡市"], prefecture: ["東京都", "神奈川県", "福岡県"] };
      const other =
        column.fact.endsWith("refecture") || column.fact.endsWith("foundedIn") ? places.prefecture : places.city;
      return column.fact === "company.corporateNumber" ? fc.constant("7000012050002") : pick([...known, ...other]);
    }
  }
}

/** Rows with few cells and rows with most of them; every fourth number or day is a range. */
export function rows(columns: readonly Column[], asOf: string): fc.Arbitrary<Cells> {
  const values = columns.filter(({ end }) => end === undefined);
  const ranged = new Set(columns.filter(({ end }) => end !== undefined).map(({ fact }) => fact));
  return pick([15, 50, 85]).chain((filled) =>
    fc
      .tuple(
        ...values.map((column) =>
          fc
            .tuple(fc.nat({ max: 99 }), fc.nat({ max: 11 }), cell(column, asOf), cell(column, asOf))
            .map(([chance, how, one, two]): Cells => {
              if (chance >= filled) return {};
              if (how > 2 || !ranged.has(column.fact)) return { [column.name]: one };
              const [min, max] = one <= two ? [one, two] : [two, one];
              return {
                ...(how === 1 ? {} : { [`${column.fact}.min`]: min }),
                ...(how === 2 ? {} : { [`${column.fact}.max`]: max }),
              };
            }),
        ),
      )
      .map((cells) => Object.assign({}, ...cells) as Cells),
  );
}

export const sampled = (catalog: Catalog, asOf: string, count: number): Cells[] =>
  fc.sample(rows(columnsOf(catalog), asOf), { numRuns: count, seed: fc.readConfigureGlobal().seed ?? 1 });

export type Verdicts = Record<string, boolean | null>[];

/** The verdicts that the engine gives for the profile made of each row: true, false, or null while undetermined. */
export function verdictsOf(catalog: Catalog, asOf: string, cells: readonly Cells[]): Verdicts {
  return cells.map((row) => {
    const { profile, issues } = profileFromRow(row, catalog);
    if (profile === null) throw new Error(JSON.stringify({ row, issues }));
    const scope = scopeOf(derive(profile), catalog, asOf);
    return Object.fromEntries(
      measuresOf(catalog).map((measure) => [measure.id, truths[judge(measure, scope).eligibility]]),
    );
  });
}

const truths = { eligible: true, ineligible: false, undetermined: null } as const;
