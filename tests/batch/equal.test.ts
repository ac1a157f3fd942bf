import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessMany, countMany, readParquet } from "../../src/batch/index.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import { measuresOf } from "../../src/catalog/catalog.ts";
import { columnsOf } from "../../src/columns/columns.ts";
import { profileFromRow } from "../../src/columns/row.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";
import type { Profile } from "../../src/schema/profile.ts";
import { type Cells, sampled, verdictsOf } from "../sql/rows.ts";
import { losses, thin } from "../support/thin.ts";
import { under, worlds } from "../support/worlds.ts";
import { all, assessed, byMeasure, csv, csvText, ndjson } from "./inputs.ts";

const asOf = "2026-11-21";
const options = { asOf, catalog };

describe.each(worlds)("under $rules", ({ catalogs, numRuns }) => {
  const mixed = fc.array(fc.tuple(under(catalogs), losses), { minLength: 1, maxLength: 6 });

  test("Verdicts, amounts and counts are those of assess, whatever companies stand beside each other.", async () => {
    await fc.assert(
      fc.asyncProperty(mixed, async (drawn) => {
        const [[world]] = drawn as [(typeof drawn)[0]];
        const given = { asOf: world.asOf, catalog: world.catalog };
        const profiles = drawn.map(([{ profile }, lost]) => parseProfile(thin(profile, lost)));
        const expected = profiles.map((profile) => assessed(profile, given));
        const verdicts = await all(assessMany(profiles, { ...given, give: "verdicts" }));
        expect(verdicts).toEqual(expected.map((each, index) => ({ line: index + 1, ...each.verdicts })));
        const amounts = await all(assessMany(profiles, { ...given, give: "amounts" }));
        expect(amounts.map(({ measures }) => byMeasure(measures))).toEqual(expected.map((each) => each.amounts));
        const lines = ndjson(profiles.map((profile) => JSON.stringify(profile)).join("\n"), 100);
        const has = (kind: "eligible" | "undetermined", id: string) =>
          expected.filter((each) => each.verdicts[kind].includes(id)).length;
        expect(await countMany(lines, given)).toEqual(
          measuresOf(world.catalog).map(({ id }) => {
            const [eligible, undetermined] = [has("eligible", id), has("undetermined", id)];
            return { measure: id, eligible, undetermined, ineligible: profiles.length - eligible - undetermined };
          }),
        );
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  });
});

describe("Companies in a table", () => {
  const columns = columnsOf(catalog);
  const header = columns.map(({ name }) => name);
  const rows = sampled(catalog, asOf, 300);
  const profiles = rows.map((row) => profileFromRow(row, catalog).profile as Profile);
  const expected = verdictsOf(catalog, asOf, rows).map((verdicts, index) => {
    const those = (truth: boolean | null) => Object.keys(verdicts).filter((id) => verdicts[id] === truth);
    return { line: index + 2, eligible: those(true).sort(), undetermined: those(null).sort() };
  });

  test.each([
    ["bare", () => false],
    ["in quotation marks", () => true],
    ["some of both", (row: number) => row % 3 === 0],
  ])("A CSV file with its cells %s gives what assess gives.", async (_, quotes) => {
    const text = csvText(header, rows, quotes);
    expect(await all(assessMany(csv(text, 997), { ...options, give: "verdicts" }))).toEqual(expected);
  });

  test("What is remembered of texts holds for the same companies in another order, and counts add up.", async () => {
    const twice = [...rows, ...[...rows].reverse()];
    const found = await all(assessMany(csv(csvText(header, twice, () => false)), { ...options, give: "verdicts" }));
    const verdicts = found.map(({ eligible, undetermined }) => ({ eligible, undetermined }));
    expect(verdicts.slice(rows.length).reverse()).toEqual(verdicts.slice(0, rows.length));
    const counts = await countMany(csv(csvText(header, twice, () => false)), options);
    for (const { measure, eligible, undetermined, ineligible } of counts) {
      expect(eligible).toBe(2 * expected.filter((each) => each.eligible.includes(measure)).length);
      expect(undetermined).toBe(2 * expected.filter((each) => each.undetermined.includes(measure)).length);
      expect(eligible + undetermined + ineligible).toBe(twice.length);
    }
  });

  test("NDJSON gives the same.", async () => {
    const text = `\uFEFF${profiles.map((profile) => JSON.stringify(profile)).join("\n\n")}\n`;
    const found = await all(assessMany(ndjson(text, 1009), { ...options, give: "verdicts" }));
    expect(found).toEqual(expected.map((each, index) => ({ ...each, line: 2 * index + 1 })));
  });

  test("A Parquet file gives the same, of texts and of typed columns.", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "chizai-")), "companies.parquet");
    await writeParquet(file, rows);
    const found = await all(assessMany(readParquet(file), { ...options, give: "verdicts" }));
    expect(found).toEqual(expected.map((each, index) => ({ ...each, line: index + 1 })));
  });

  async function writeParquet(file: string, cells: readonly Cells[]): Promise<void> {
    const types = { yen: "BIGINT", count: "BIGINT", boolean: "BOOLEAN", date: "DATE", options: "VARCHAR[]" };
    const typeOf = (type: string): string => types[type as keyof typeof types] ?? "VARCHAR";
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(`CREATE TABLE companies (${columns.map(({ name, type }) => `"${name}" ${typeOf(type)}`)})`);
    const literal = (value: Cells[string] | undefined): string =>
      value === undefined
        ? "NULL"
        : Array.isArray(value)
          ? `[${value.map(literal)}]`
          : typeof value === "string"
            ? `'${value}'`
            : String(value);
    for (const row of cells)
      await connection.run(`INSERT INTO companies VALUES (${header.map((name) => literal(row[name]))})`);
    await connection.run(`COPY companies TO '${file}' (FORMAT parquet)`);
  }
});
