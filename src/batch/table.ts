import type { Source } from "./chunk.ts";
import { entriesPerChunk } from "./readers.ts";

type Codes = Uint8Array | Uint16Array | Uint32Array;

/**
 * A column in memory. `codes`: of each company 0 for what is unknown, or which of the texts it is, from 1; the texts are those of
 * a CSV file. With `offsets`, of which there is one more than companies, each has several: the members of a set; none is
 * the empty set, and a single 0 an unknown one. `numbers`: yen or persons; what is below zero, or no number, is unknown.
 */
export type TableColumn =
  | { texts: readonly string[]; codes: Codes; offsets?: Uint32Array }
  | { numbers: Int32Array | Float64Array };

/** Columns by the names that they would have in a CSV file. */
export interface Table {
  companies: number;
  columns: Readonly<Record<string, TableColumn>>;
}

/** Some rows of a column. The texts are JSON, so that threads can share them. */
export type ColumnPart =
  | { texts: Uint8Array; codes: Codes; offsets?: Uint32Array }
  | { numbers: Int32Array | Float64Array };

/** Rows that stand side by side. */
export const rowsPerChunk = 16_384;

let tables = 0;

/** Companies in columns, as databases and Arrow hold them. Arrays on a `SharedArrayBuffer` are not copied for threads. */
export const readTable = ({ companies, columns }: Table): Source => ({
  async *chunks(isSmall) {
    const perChunk = isSmall ? entriesPerChunk.small : rowsPerChunk;
    tables += 1;
    const table = tables;
    const header = Object.keys(columns);
    const texts = Object.values(columns).map((column) => ("texts" in column ? sharedText(column.texts) : undefined));
    for (let from = 0; from < companies; from += perChunk) {
      const to = Math.min(companies, from + perChunk);
      const parts = Object.values(columns).map((column, at): ColumnPart => {
        if ("numbers" in column) return { numbers: part(column.numbers, from, to) };
        const { codes, offsets } = column;
        const named = { texts: texts[at] as Uint8Array };
        return offsets === undefined
          ? { ...named, codes: part(codes, from, to) }
          : {
              ...named,
              codes: part(codes, offsets[from] ?? 0, offsets[to] ?? 0),
              offsets: part(offsets, from, to + 1),
            };
      });
      yield { kind: "table", table, header, companies: to - from, parts, line: from + 1, end: to };
    }
  },
});

/** Only what lies on shared memory can be handed over without its whole buffer. */
function part<T extends Codes | Int32Array | Float64Array>(array: T, from: number, to: number): T {
  const isShared = typeof SharedArrayBuffer !== "undefined" && array.buffer instanceof SharedArrayBuffer;
  return (isShared ? array.subarray(from, to) : array.slice(from, to)) as T;
}

function sharedText(texts: readonly string[]): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(texts));
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}
