import { rmSync } from "node:fs";
import { type DuckDBAppender, DuckDBInstance } from "@duckdb/node-api";
import { allFacts, type BenchFact } from "../match/facts.ts";
import { type Flat, flat, rulesOf } from "../match/rules.ts";
import type { BatchContender } from "./contender.ts";
import { noCounts } from "./counts.ts";
import { bitsOf, countQueries, createTable, numberOf } from "./sql.ts";

const memoryLimit = "300MB";

/** The rules as SQL over a table of coded columns. */
export const duckdb: BatchContender = {
  name: "DuckDB, SQL over a table of coded columns",

  async prepare(folder, chunks) {
    const file = `${folder}/profiles.duckdb`;
    rmSync(file, { force: true });
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    await connection.run(createTable);
    const appender = await connection.createAppender("profiles");
    for (const chunk of chunks) {
      for (const profile of chunk) {
        const record = flat(profile);
        for (const fact of allFacts) append(appender, fact, record[fact.name]);
        appender.endRow();
      }
      appender.flushSync();
    }
    appender.closeSync();
    connection.closeSync();
    instance.closeSync();
  },

  async open(folder, catalog, asOf, threads) {
    const instance = await DuckDBInstance.create(`${folder}/profiles.duckdb`, {
      access_mode: "READ_ONLY",
      memory_limit: memoryLimit,
      threads: String(threads),
    });
    const connection = await instance.connect();
    const numbers = async (query: string) => (await connection.runAndReadAll(query)).getRows().flat().map(Number);
    const rules = rulesOf(catalog, asOf);
    const queries = countQueries(rules);
    return async () => {
      const found: number[] = [];
      for (const query of queries) found.push(...(await numbers(query)));
      const [total = 0] = await numbers("SELECT count(*) FROM profiles");
      const counts = noCounts(catalog.measures.length);
      for (const [at, { index }] of rules.entries()) {
        counts.eligible[index] = found[2 * at] as number;
        counts.undetermined[index] = total - (found[2 * at + 1] as number);
      }
      return counts;
    };
  },
};

function append(appender: DuckDBAppender, fact: BenchFact, value: Flat[string] | undefined): void {
  if (value === undefined) appender.appendNull();
  else if (fact.kind === "option") appender.appendUTinyInt(numberOf(fact, value as string));
  else if (fact.kind === "options") appender.appendUInteger(bitsOf(fact, value as readonly string[]));
  else if (fact.kind === "boolean") appender.appendBoolean(value as boolean);
  else appender.appendInteger(value as number);
}
