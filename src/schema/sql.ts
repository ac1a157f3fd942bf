/** The databases whose SQL is written. */
export const dialects = ["duckdb", "clickhouse", "postgresql"] as const;
export type Dialect = (typeof dialects)[number];

/** Why a verdict cannot be said in SQL, so that no wrong one is given. */
export type RefusalCode =
  /** Its rules are read on a date that each row has its own of. */
  | "date-of-the-row"
  /** It counts or tests the members of a set one by one. */
  | "members-of-a-set"
  /** The fact cannot be compared like that in a table. */
  | "not-comparable"
  /** A figure has more digits than the database counts exactly. */
  | "figure-too-wide"
  /** A text holds a character that the database cannot. */
  | "text-not-sayable"
  /** A name is longer than the database tells apart. */
  | "name-too-long"
  /** The measure has the name of a column that is read. */
  | "name-taken";

export interface Refusal {
  measure: string;
  because: RefusalCode;
  /** The fact, figure, text or name that it is about. */
  at: string;
}
