/** The rules of a catalog as SQL, for tables of companies: DuckDB, ClickHouse, PostgreSQL. */
export { type Column, type ColumnType, columnsOf } from "../columns/columns.ts";
export { profileFromRow, type Row } from "../columns/row.ts";
export { CatalogError, type Issue, ProfileError } from "../errors.ts";
export { explainRefusal } from "../explain/refusal.ts";
export type { Dialect, Refusal, RefusalCode } from "../schema/sql.ts";
export { type Sql, type SqlColumn, type SqlMeasure, type SqlOptions, toSql } from "./to-sql.ts";
