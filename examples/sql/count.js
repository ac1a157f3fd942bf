// How many companies of a table could use each measure: counted by DuckDB, under the rules of one day.
// In a checkout, once built: node examples/sql/count.js
import { readFileSync } from "node:fs";
import { DuckDBConnection } from "@duckdb/node-api";
import { catalog } from "chizai-navi";
import { toSql } from "chizai-navi/sql";

const file = new URL("companies.csv", import.meta.url).pathname;
const [, ...columns] = readFileSync(file, "utf8").split("\n")[0].split(",");
const { createTable, sql, measures } = toSql(catalog, {
  asOf: "2025-07-01",
  dialect: "duckdb",
  table: "companies",
  columns,
  measures: ["overseas-ip-litigation-insurance", "foreign-filing-subsidy"],
});

const connection = await DuckDBConnection.create();
await connection.run(createTable);
await connection.run(`INSERT INTO companies BY NAME FROM read_csv('${file}')`);
for (const { id } of measures) {
  const counts = await connection.runAndReadAll(`
    SELECT count(*) FILTER ("${id}") AS eligible,
           count(*) FILTER (NOT "${id}") AS ineligible,
           count(*) FILTER ("${id}" IS NULL) AS undetermined
    FROM (${sql})`);
  console.log(id, counts.getRowObjectsJson()[0]);
}
connection.closeSync();
