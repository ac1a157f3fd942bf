import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBConnection } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import type { Column } from "../../src/columns/columns.ts";
import type { Dialect } from "../../src/schema/sql.ts";
import type { Cells } from "./rows.ts";

/** A database in this process: runs statements, gives rows as objects. */
export interface Database {
  dialect: Dialect;
  run: (sql: string) => Promise<Record<string, unknown>[]>;
  close: () => Promise<void>;
}

async function openDuckdb(): Promise<Database> {
  const connection = await DuckDBConnection.create();
  return {
    dialect: "duckdb",
    run: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    close: async () => connection.closeSync(),
  };
}

async function openPglite(): Promise<Database> {
  const database = await PGlite.create();
  return {
    dialect: "postgresql",
    run: async (sql) => (await database.query<Record<string, unknown>>(sql)).rows,
    close: () => database.close(),
  };
}

const benchPackage = new URL("../../bench/package.json", import.meta.url);

/** chDB weighs half a gigabyte, so it is installed with the benchmarks only: `npm ci --prefix bench`. */
const hasChdb = existsSync(new URL("node_modules/chdb/package.json", benchPackage));

async function openChdb(): Promise<Database> {
  const { Session } = createRequire(benchPackage)("chdb") as { Session: new (path: string) => ChdbSession };
  const directory = mkdtempSync(join(tmpdir(), "chizai-navi-chdb-"));
  const session = new Session(directory);
  session.query("CREATE DATABASE navi ENGINE = Atomic");
  session.query("USE navi");
  return {
    dialect: "clickhouse",
    run: async (sql) =>
      session
        .query(sql, "JSONEachRow")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    close: async () => {
      session.cleanup();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

interface ChdbSession {
  query: (sql: string, format?: string) => string;
  cleanup: () => void;
}

/** Every database that SQL is written for. Of random rules each gets its share: the first is by far the fastest to ask. */
export const databases: { name: string; open: () => Promise<Database>; installed: boolean; share: number }[] = [
  { name: "DuckDB", open: openDuckdb, installed: true, share: 0.5 },
  { name: "PostgreSQL (PGlite)", open: openPglite, installed: true, share: 0.2 },
  {
    name: hasChdb ? "ClickHouse (chDB)" : "ClickHouse (chDB; skipped: `npm ci --prefix bench` installs it)",
    open: openChdb,
    installed: hasChdb,
    share: 0.2,
  },
];

/** Fills a table that `createTable` made; the row's name is its number. */
export async function insert(database: Database, table: string, columns: readonly Column[], rows: readonly Cells[]) {
  const lines = rows.map(
    (row, index) =>
      `(${[`'${index}'`, ...columns.map((column) => literal(row[column.name], column, database.dialect))].join(", ")})`,
  );
  for (let from = 0; from < lines.length; from += 50)
    await database.run(`INSERT INTO ${table} VALUES ${lines.slice(from, from + 50).join(",")}`);
}

function literal(value: Cells[string] | undefined, { type }: Column, dialect: Dialect): string {
  if (value === undefined) return "NULL";
  if (Array.isArray(value)) {
    if (dialect === "clickhouse") return quoted(value.length === 0 ? "none" : value.join(";"), dialect);
    const members = value.map((member) => quoted(member, dialect)).join(", ");
    return dialect === "duckdb" ? `[${members}]` : `ARRAY[${members}]::text[]`;
  }
  if (typeof value !== "string") return String(value);
  return type === "date" && dialect !== "clickhouse" ? `DATE '${value}'` : quoted(value, dialect);
}

/** Written apart from what is tested: every character but letters and digits by its number where the database can. */
function quoted(text: string, dialect: Dialect): string {
  if (dialect === "clickhouse") return `'${text.replace(/[\\']/g, (each) => `\\${each}`)}'`;
  return `'${text.replaceAll("'", "''")}'`;
}
