import { issue, ProfileError } from "../errors.ts";
import type { Source } from "./chunk.ts";
import { entriesPerChunk } from "./readers.ts";

const database = "@duckdb/node-api";

/**
 * One company in each row of a Parquet file, through DuckDB, which is installed beside (`npm install @duckdb/node-api`). Columns
 * are those of a CSV file: typed, or text as a person writes it; sets are lists.
 */
export const readParquet = (path: string): Source => ({
  async *chunks(isSmall) {
    const { DuckDBInstance, JsonDuckDBValueConverter } = await duckdb();
    const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
    const connection = await instance.connect();
    try {
      const result = await connection.stream("SELECT * FROM read_parquet($1)", [path]);
      const header = result.deduplicatedColumnNames();
      let line = 1;
      for (
        let chunk = await result.fetchChunk();
        chunk !== null && chunk.rowCount > 0;
        chunk = await result.fetchChunk()
      ) {
        const columns = header.map((_, at) => chunk.convertColumnValues(at, JsonDuckDBValueConverter));
        const rows = Array.from({ length: chunk.rowCount }, (_, row) =>
          Object.fromEntries(header.map((name, at) => [name, columns[at]?.[row]])),
        );
        const perChunk = isSmall ? entriesPerChunk.small : rows.length;
        for (let from = 0; from < rows.length; from += perChunk) {
          const some = rows.slice(from, from + perChunk);
          yield { kind: "rows", line, end: line + some.length - 1, header, rows: some };
          line += some.length;
        }
      }
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  },
});

async function duckdb(): Promise<typeof import("@duckdb/node-api")> {
  try {
    return await import(database);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new ProfileError([issue("", "package-missing", { package: database })]);
  }
}
