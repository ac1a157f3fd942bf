import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { columnsOf } from "../../src/columns/columns.ts";
import { toSql } from "../../src/sql/index.ts";
import { smallCatalogs } from "../../src/testing/arbitraries/index.ts";
import { anyDay } from "../../src/testing/arbitraries/words.ts";
import { runs } from "../support/runs.ts";
import { type Database, hasChdb, insert, openChdb, openDuckdb, openPglite } from "./databases.ts";
import { type Cells, sampled, verdictsOf } from "./rows.ts";

const table = "companies";

/** Where the database and the engine say different things: at most a few, in full. */
async function differences(database: Database, catalog: Catalog, asOf: string, cells: readonly Cells[]) {
  const { sql, measures, refused } = toSql(catalog, { asOf, dialect: database.dialect, table });
  const found = new Map((await database.run(sql)).map((row) => [row["id"], row]));
  const expected = verdictsOf(catalog, asOf, cells);
  const wrong = expected.flatMap((verdicts, index) =>
    measures
      .filter(({ id }) => found.get(String(index))?.[id] !== verdicts[id])
      .map(({ id }) => ({ id, engine: verdicts[id], database: found.get(String(index))?.[id], row: cells[index] })),
  );
  return { wrong: wrong.slice(0, 3), count: wrong.length, refused };
}

const databases: { name: string; open: () => Promise<Database>; installed: boolean; catalogs: number }[] = [
  { name: "DuckDB", open: openDuckdb, installed: true, catalogs: runs.catalogs / 2 },
  { name: "PostgreSQL (PGlite)", open: openPglite, installed: true, catalogs: runs.catalogs / 5 },
  { name: "ClickHouse (chDB)", open: openChdb, installed: hasChdb, catalogs: runs.catalogs / 5 },
];

describe.each(databases)("$name", ({ open, installed, catalogs }) => {
  let database: Database;
  const asOf = "2024-03-01";
  const cells = sampled(bundled, asOf, 300);
  const skips = installed ? test : test.skip;

  beforeAll(async () => {
    if (!installed) return;
    database = await open();
    const { createTable } = toSql(bundled, { asOf, dialect: database.dialect, table, measures: [] });
    await database.run(createTable);
    await insert(database, table, columnsOf(bundled), cells);
  });
  afterAll(async () => {
    if (installed) await database.close();
  });

  skips(
    `gives the engine's verdicts of the bundled rules${installed ? "" : " (skipped: npm ci --prefix bench installs chDB)"}`,
    async () => {
      for (const day of ["2015-07-01", "2018-12-31", asOf, "2026-11-21"])
        expect(await differences(database, bundled, day, cells)).toEqual({ wrong: [], count: 0, refused: [] });
    },
  );

  skips("gives the engine's verdicts of any rules", async () => {
    await fc.assert(
      fc.asyncProperty(smallCatalogs(), anyDay, async (catalog, day) => {
        expect(await differences(database, catalog, day, cells)).toEqual({ wrong: [], count: 0, refused: [] });
      }),
      { numRuns: catalogs },
    );
  });
});
