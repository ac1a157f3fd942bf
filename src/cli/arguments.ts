import { parseArgs } from "node:util";
import { issue, ProfileError } from "../errors.ts";
import { isDate } from "../normalize/calendar.ts";
import { readPrefecture } from "../normalize/prefecture.ts";
import { type Kind, kinds, needs } from "../schema/measure.ts";
import { type Dialect, dialects } from "../schema/sql.ts";
import { todayInJapan } from "../today.ts";

export const commands = [
  "assess",
  "ask",
  "why",
  "show",
  "list",
  "search",
  "timeline",
  "plan",
  "check",
  "diff",
  "sql",
  "batch",
] as const;
export type Command = (typeof commands)[number];
type Format = "table" | "json" | "ndjson" | "markdown" | "csv" | "ics";
const gives = ["counts", "verdicts", "amounts"] as const;
const faultWays = ["stop", "skip"] as const;
const eligibilities = ["eligible", "undetermined", "ineligible"] as const;

export interface Arguments {
  command: Command;
  operands: string[];
  asOf: string;
  /** False where today's date was taken, which is then printed. */
  asOfGiven: boolean;
  format: Format;
  lang: "ja" | "en";
  rules?: string;
  only?: (typeof eligibilities)[number];
  /** Of a search: the company that is asked for, and what is kept. */
  profile?: string;
  prefecture?: string;
  kind?: Kind;
  /** Of a questionnaire: what the company is after, and where the answers are kept. */
  need?: (typeof needs)[number];
  save?: string;
  /** Of a timeline: its first and last day. */
  from?: string;
  to?: string;
  /** Of a query: for which database, over which table, about what. */
  dialect: Dialect;
  table: string;
  measures?: string[];
  columns?: string[];
  create: boolean;
  /** Of a batch: what is given of each company, what becomes of lines that cannot be read, and where it goes. */
  give: (typeof gives)[number];
  faults: (typeof faultWays)[number];
  threads?: number;
  out?: string;
  resume: boolean;
}

/** The call itself is wrong: exit 2. */
export class UsageError extends Error {}

const options = {
  "as-of": { type: "string" },
  format: { type: "string", default: "table" },
  lang: { type: "string", default: "ja" },
  rules: { type: "string" },
  only: { type: "string" },
  profile: { type: "string" },
  prefecture: { type: "string" },
  kind: { type: "string" },
  need: { type: "string" },
  save: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  dialect: { type: "string", default: "duckdb" },
  table: { type: "string", default: "companies" },
  measures: { type: "string" },
  columns: { type: "string" },
  create: { type: "boolean", default: false },
  give: { type: "string", default: "counts" },
  faults: { type: "string", default: "stop" },
  threads: { type: "string" },
  out: { type: "string" },
  resume: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
} as const;

/** How many operands a command takes, which, and the forms that its answer can have. */
const usage: Record<Command, { least: number; most: number; takes: string; formats: readonly Format[] }> = {
  assess: {
    least: 1,
    most: 1,
    takes: "a profile file, or - for standard input",
    formats: ["table", "json", "markdown", "csv"],
  },
  ask: {
    least: 1,
    most: 1,
    takes: "a profile file; {} is one that says nothing",
    formats: ["table", "json", "markdown", "csv"],
  },
  why: { least: 2, most: 2, takes: "the id of a measure and a profile file", formats: ["table", "json", "markdown"] },
  show: { least: 1, most: 1, takes: "the id of a measure", formats: ["table", "json"] },
  list: { least: 0, most: 0, takes: "nothing", formats: ["table", "json"] },
  search: { least: 1, most: 20, takes: "what to search for", formats: ["table", "json"] },
  timeline: {
    least: 1,
    most: 1,
    takes: "a profile file, or - for standard input",
    formats: ["table", "json", "ics"],
  },
  plan: {
    least: 1,
    most: 1,
    takes: "a profile file, or - for standard input",
    formats: ["table", "json", "markdown"],
  },
  check: { least: 0, most: 1, takes: "at most one directory of rules", formats: ["table", "json"] },
  diff: {
    least: 2,
    most: 1000,
    takes: "two dates, or two catalogs (a folder of rules or a catalog.json), and profiles",
    formats: ["table", "json"],
  },
  sql: { least: 0, most: 0, takes: "nothing", formats: ["table", "json"] },
  batch: {
    least: 1,
    most: 1,
    takes: "a file (.csv, .ndjson, .jsonl or .parquet), or - for standard input",
    formats: ["table", "ndjson", "csv"],
  },
};

export function readArguments(argv: string[]): Arguments | "help" | "version" {
  const { values, positionals } = parse(argv);
  if (values.version) return "version";
  const [command, ...operands] = positionals;
  if (values.help || command === undefined) return "help";
  const asOf = values["as-of"];
  const faults = (["as-of", "from", "to"] as const).flatMap((name) => {
    const value = values[name];
    return value === undefined || isDate(value) ? [] : [issue(`--${name}`, "not-a-date", { value })];
  });
  if (faults.length > 0) throw new ProfileError(faults);
  const known = oneOf("command", command, commands);
  const { least, most, takes, formats } = usage[known];
  if (operands.length < least || operands.length > most)
    throw new UsageError(`${known} takes ${takes}; got ${operands.length}`);
  return {
    command: known,
    operands,
    asOf: asOf ?? todayInJapan(),
    asOfGiven: asOf !== undefined,
    format: oneOf(`--format of ${known}`, values.format, formats),
    lang: oneOf("--lang", values.lang, ["ja", "en"]),
    ...(values.rules === undefined ? {} : { rules: values.rules }),
    ...(values.profile === undefined ? {} : { profile: values.profile }),
    ...(values.prefecture === undefined ? {} : { prefecture: prefecture(values.prefecture) }),
    ...(values.kind === undefined ? {} : { kind: oneOf("--kind", values.kind, kinds) }),
    ...(values.need === undefined ? {} : { need: oneOf("--need", values.need, needs) }),
    ...(values.save === undefined ? {} : { save: values.save }),
    ...(values.from === undefined ? {} : { from: values.from }),
    ...(values.to === undefined ? {} : { to: values.to }),
    dialect: oneOf("--dialect", values.dialect, dialects),
    table: values.table,
    ...(values.measures === undefined ? {} : { measures: names(values.measures) }),
    ...(values.columns === undefined ? {} : { columns: names(values.columns) }),
    create: values.create,
    give: oneOf("--give", values.give, gives),
    faults: oneOf("--faults", values.faults, faultWays),
    ...(values.threads === undefined ? {} : { threads: threads(values.threads) }),
    ...(values.out === undefined ? {} : { out: values.out }),
    resume: values.resume,
    ...(values.only === undefined ? {} : { only: oneOf("--only", values.only, eligibilities) }),
  };
}

const names = (list: string): string[] => list.split(",").flatMap((name) => name.trim() || []);

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split(". ")[0] ?? "");
  }
}

function threads(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 64)
    throw new UsageError(`--threads: \`${value}\` is no number from 1 to 64`);
  return count;
}

function prefecture(value: string): string {
  const reading = readPrefecture(value);
  if (!reading.ok) throw new ProfileError([issue("--prefecture", reading.code, reading.args)]);
  return reading.value;
}

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${name}: \`${value}\` is not one of: ${known.join(", ")}`);
  return found;
}
