import type { ColumnType } from "../columns/columns.ts";
import type { Dialect } from "../schema/sql.ts";

/** How a database wants to be spoken to. Every name and every value of a query goes through `name`, `text` or `day`. */
export interface Speech {
  name: (name: string) => string;
  text: (text: string) => string;
  day: (day: string) => string;
  types: Record<ColumnType, string>;
  /** The type of the row's own name, and what follows the columns of a new table. */
  rowName: string;
  tableEnd: (rowName: string) => string;
  /** A text or a number as a whole number with room for products. */
  wide: (value: string) => string;
  /** Numerator or denominator of a share written as `1/3`; NULL where it is not given. */
  term: (share: string, which: 1 | 2) => string;
  /** NULL where the value or the set is. */
  among: (value: string, texts: readonly string[]) => string;
  overlaps: (set: string, texts: readonly string[]) => string;
  verdict: (truth: string) => string;
  /** How a step is begun, so that it is worked out once and not for each place that names it. */
  step: string;
  /** Of a name, in bytes. */
  longest: number;
}

const doubled = (text: string, quote: string): string => `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
const among = (value: string, texts: readonly string[]): string =>
  texts.length === 1 ? `${value} = ${texts[0]}` : `${value} IN (${texts.join(", ")})`;

/**
 * A text with escapes where it needs them: a line break inside it would be indented with the query, and a backslash means
 * itself in one kind of text only, whatever the settings of the server are.
 */
const withEscapes = (text: string): string =>
  /[\\\n]/.test(text) ? `E${doubled(text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n"), "'")}` : doubled(text, "'");

/** Longer lists DuckDB turns into joins, a hundred of them in one query: one comparison after the other is six times faster. */
const longestList = 4;
const amongFew = (value: string, texts: readonly string[]): string =>
  texts.length <= longestList ? among(value, texts) : `(${texts.map((text) => `${value} = ${text}`).join(" OR ")})`;

const duckdb: Speech = {
  name: (name) => doubled(name, '"'),
  text: withEscapes,
  day: (day) => `DATE '${day}'`,
  types: {
    yen: "BIGINT",
    count: "BIGINT",
    share: "VARCHAR",
    date: "DATE",
    option: "VARCHAR",
    boolean: "BOOLEAN",
    options: "VARCHAR[]",
    text: "VARCHAR",
  },
  rowName: "VARCHAR NOT NULL",
  tableEnd: () => "",
  wide: (value) => `CAST(${value} AS HUGEINT)`,
  term: (share, which) => `CAST(split_part(${share}, '/', ${which}) AS HUGEINT)`,
  among: amongFew,
  overlaps: (set, texts) => `list_has_any(${set}, [${texts.join(", ")}])`,
  verdict: (truth) => (truth === "NULL" ? "CAST(NULL AS BOOLEAN)" : truth),
  step: "AS",
  longest: Number.POSITIVE_INFINITY,
};

const postgresql: Speech = {
  ...duckdb,
  types: { ...duckdb.types, share: "text", option: "text", options: "text[]", text: "text" },
  rowName: "text NOT NULL",
  wide: (value) => `CAST(${value} AS numeric)`,
  term: (share, which) => `CAST(split_part(${share}, '/', ${which}) AS numeric)`,
  among,
  overlaps: (set, texts) => `${set} && ARRAY[${texts.join(", ")}]::text[]`,
  step: "AS MATERIALIZED",
  longest: 63,
};

const escaped = (text: string, quote: string): string =>
  `${quote}${text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll(quote, `\\${quote}`)}${quote}`;

/**
 * Sets are texts with `;` between the members, `none` for the empty one: an array cannot be NULL, nor differ in length from
 * others whose names begin alike. Days are texts, `2026-11-21`, for its dates begin in 1900.
 */
const clickhouse: Speech = {
  name: (name) => escaped(name, '"'),
  text: (text) => escaped(text, "'"),
  day: (day) => `'${day}'`,
  types: {
    yen: "Nullable(Int64)",
    count: "Nullable(Int64)",
    share: "Nullable(String)",
    date: "Nullable(String)",
    option: "Nullable(String)",
    boolean: "Nullable(Bool)",
    options: "Nullable(String)",
    text: "Nullable(String)",
  },
  rowName: "String",
  tableEnd: (rowName) => ` ENGINE = MergeTree ORDER BY ${rowName}`,
  wide: (value) => `toInt256(${value})`,
  term: (share, which) => `toInt256OrNull(splitByChar('/', coalesce(${share}, ''))[${which}])`,
  // What IN says of NULL depends on a setting.
  among: (value, texts) =>
    texts.length === 1 ? among(value, texts) : `if(${value} IS NULL, NULL, ${among(value, texts)})`,
  overlaps: (set, texts) =>
    `if(${set} IS NULL, NULL, hasAny(splitByChar(';', assumeNotNull(${set})), [${texts.join(", ")}]))`,
  verdict: (truth) => `CAST(${truth} AS Nullable(Bool))`,
  step: "AS",
  longest: Number.POSITIVE_INFINITY,
};

export const speeches: Record<Dialect, Speech> = { duckdb, clickhouse, postgresql };
