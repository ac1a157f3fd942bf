/** Many companies at once. It runs in Node: files, and threads. */

export {
  assessMany,
  type BatchOptions,
  type CompanyAmounts,
  type CompanyVerdicts,
  countMany,
  inLine,
  type MeasureCount,
  type Progress,
} from "./assess-many.ts";
export type { Fault, Source } from "./chunk.ts";
export type { Amount } from "./findings.ts";
export { readParquet } from "./parquet.ts";
export { type ByteStream, readCsv, readNdjson } from "./readers.ts";
export { readTable, type Table, type TableColumn } from "./table.ts";
export { openThreads, type Threads } from "./threads.ts";
