import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBConnection } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { catalog } from "../../src/catalog/bundled.ts";
import { measure } from "../sql/small-catalog.ts";

/** The built command as a user calls it. */
function cli(args: string[]) {
  const { status, stdout, stderr } = spawnSync("node", ["dist/cli.js", "sql", ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

const insurance = ["--as-of", "2025-07-01", "--measures", "overseas-ip-litigation-insurance"];

test("prints a query that a database takes as it is, after its table", async () => {
  const { status, stdout, stderr } = cli([...insurance, "--create", "--table", "firms"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^-- 2025-07-01\nCREATE TABLE "firms" \(/);
  const [create, query] = stdout.split(";\n") as [string, string];
  const connection = await DuckDBConnection.create();
  await connection.run(create);
  await connection.run(`INSERT INTO firms (id, "company.memberships") VALUES ('1', []), ('2', NULL)`);
  const rows = (await connection.runAndReadAll(query)).getRowObjectsJson();
  expect(rows).toEqual([
    { id: "1", "overseas-ip-litigation-insurance": false },
    { id: "2", "overseas-ip-litigation-insurance": null },
  ]);
  connection.closeSync();
});

test("gives the parts as JSON, and only the columns that the table has", () => {
  const { stdout } = cli([
    ...insurance,
    "--format",
    "json",
    "--dialect",
    "clickhouse",
    "--columns",
    "company.memberships, company.size",
  ]);
  const made = JSON.parse(stdout) as { columns: unknown; measures: { id: string }[]; refused: unknown[] };
  expect(made.columns).toEqual([
    { name: "company.size", type: "Nullable(String)" },
    { name: "company.memberships", type: "Nullable(String)" },
  ]);
  expect(made.measures.map(({ id }) => id)).toEqual(["overseas-ip-litigation-insurance"]);
  expect(made.refused).toEqual([]);
});

test("tells on standard error what has no SQL", () => {
  const rules = mkdtempSync(join(tmpdir(), "chizai-navi-rules-"));
  cpSync("rules", rules, { recursive: true });
  const source = Object.keys(catalog.sources)[0] as string;
  const strange = JSON.stringify(measure("counted-needs", { some: "needs", where: true }))
    .replaceAll('"one"', `"${source}"`)
    .replace('"office"', '"jpo"');
  writeFileSync(join(rules, "measures/jpo/counted-needs.yaml"), strange);
  const { status, stdout, stderr } = cli([
    ...["--as-of", "2026-01-01", "--rules", rules, "--lang", "en"],
    ...["--measures", "counted-needs,foreign-filing-subsidy"],
  ]);
  rmSync(rules, { recursive: true });
  expect(stderr).toBe("counted-needs: it tests the members of needs one by one\n");
  expect(stdout).toContain('AS "foreign-filing-subsidy"');
  expect(stdout).not.toContain("counted-needs");
  expect(status).toBe(0);
});

test("a wrong call is told with the remedy", () => {
  expect(cli(["--dialect", "oracle"])).toMatchObject({ status: 2, stdout: "" });
  const { status, stderr } = cli(["--measures", "foreign-filing", "--columns", "company.sise", "--table", ""]);
  expect(status).toBe(1);
  expect(stderr).toContain("「company.sise」という列はありません。最も近いのは「company.size」です");
  expect(stderr.trimEnd().split("\n")).toHaveLength(3);
});
