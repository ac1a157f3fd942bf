import type { Row } from "../columns/row.ts";
import type { Issue } from "../errors.ts";
import type { ColumnPart } from "./table.ts";

/** Some lines of an input, whole ones, that are read and judged together. */
export type Chunk = {
  /** Of its first line or entry, from 1. */
  line: number;
  /** How far into the input it reaches, where that has a length. */
  end: number;
} & (
  | { kind: "csv"; header: readonly string[]; bytes: Uint8Array }
  | { kind: "ndjson"; bytes: Uint8Array }
  | { kind: "profiles"; profiles: readonly unknown[] }
  | {
      kind: "table";
      /** Which of those that are read; its texts are the same in each of its chunks. */
      table: number;
      header: readonly string[];
      companies: number;
      parts: readonly ColumnPart[];
    }
  | { kind: "rows"; header: readonly string[]; rows: readonly Row[] }
);

/** Companies to be read: what `readCsv` and its like give. */
export interface Source {
  /** Small ones where each company takes long, so that the first does not wait for thousands. */
  chunks(isSmall: boolean): AsyncIterable<Chunk>;
}

/** A line or entry that cannot be read, and why. */
export interface Fault {
  line: number;
  issues: readonly Issue[];
}
