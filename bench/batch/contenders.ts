import type { BatchContender } from "./contender.ts";
import { duckdb } from "./duckdb.ts";
import { csv, table } from "./ours.ts";

/** Everybody who goes through the same profiles. Who is added here is prepared, checked, timed and told. */
export const contenders: Readonly<Record<string, BatchContender>> = { table, csv, duckdb };
