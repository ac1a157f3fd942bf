import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { columnsOf } from "../../src/columns/columns.ts";
import { toSql } from "../../src/sql/index.ts";
import { smallCatalogs } from "../../src/testing/arbitraries/index.ts";
import { anyDay } from "../../src/testing/arbitraries/words.ts";
import { runs } from "../support/runs.ts";
import { type Database, databases, insert } from "./databases.ts";
import { sampled, type Verdicts, verdictsOf } from "./rows.ts";

const table = "companies";
const asOf = "2024-03-01";
const days = ["2015-07-01", asOf, "2026-11-21"];
const cells = sampled(bundled, asOf, 200);

/** The engine is asked once, whatever databases are compared with it. */
const ofBundled = new Map(days.map((day) => [day, verdictsOf(bundled, day, cells)]));

/** Where the database and the engine say different things: at most a few, in full. */
async function differences(database: Database, catalog: Catalog, day: string, expected: Verdicts) {
  const { sql, measures, refused } = toSql(catalog, { asOf: day, dialect: database.dialect, table });
  const found = new Map((await database.run(sql)).map((row) => [row["id"], row]));
  const wrong = expected.flatMap((verdicts, index) =>
    measures
      .filter(({ id }) => found.get(String(index))?.[id] !== verdicts[id])
      .map(({ id }) => ({ id, engine: verdicts[id], database: found.get(String(index))?.[id], row: cells[index] })),
  );
  return { wrong: wrong.slice(0, 3), count: wrong.length, refused };
}

test("the rows tell the rules apart: many measures have each of the three verdicts", () => {
  const verdicts = ofBundled.get(asOf) as Verdicts;
  const ids = Object.keys(verdicts[0] ?? {});
  const seen = (verdict: boolean | null) => ids.filter((id) => verdicts.some((each) => each[id] === verdict)).length;
  expect(seen(true)).toBeGreaterThan(60);
  expect(seen(false)).toBeGreaterThan(120);
  expect(seen(null)).toBeGreaterThan(200);
});

describe.each(databases)("$name", ({ open, installed, share }) => {
  let database: Database;
  const here = installed ? test : test.skip;

  beforeAll(async () => {
    if (!installed) return;
    database = await open();
    const { createTable } = toSql(bundled, { asOf, dialect: database.dialect, table, measures: [] });
    await database.run(createTable);
    await insert(database, table, columnsOf(bundled), cells);
  }, 120_000);
  afterAll(async () => {
    if (installed) await database.close();
  });

  here("gives the engine's verdicts of the bundled rules", async () => {
    for (const [day, verdicts] of ofBundled)
      expect(await differences(database, bundled, day, verdicts)).toEqual({ wrong: [], count: 0, refused: [] });
  });

  here("gives the engine's verdicts of any rules", async () => {
    await fc.assert(
      fc.asyncProperty(smallCatalogs(), anyDay, async (catalog, day) => {
        const verdicts = verdictsOf(catalog, day, cells);
        expect(await differences(database, catalog, day, verdicts)).toEqual({ wrong: [], count: 0, refused: [] });
      }),
      { numRuns: Math.ceil(runs.catalogs * share) },
    );
  });
});
