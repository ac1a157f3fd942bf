import { parseArgs } from "node:util";
import { issue, ProfileError } from "../errors.ts";
import { isDate } from "../normalize/calendar.ts";
import { readPrefecture } from "../normalize/prefecture.ts";
import { type Kind, kinds } from "../schema/measure.ts";
import { todayInJapan } from "../today.ts";

export const commands = ["assess", "show", "list", "search", "plan", "check", "diff"] as const;
export type Command = (typeof commands)[number];
export const formats = ["table", "json", "markdown"] as const;
const eligibilities = ["eligible", "undetermined", "ineligible"] as const;

export interface Arguments {
  command: Command;
  operands: string[];
  asOf: string;
  /** False where today's date was taken, which is then printed. */
  asOfGiven: boolean;
  format: (typeof formats)[number];
  lang: "ja" | "en";
  rules?: string;
  only?: (typeof eligibilities)[number];
  /** Of a search: the company that is asked for, and what is kept. */
  profile?: string;
  prefecture?: string;
  kind?: Kind;
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
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
} as const;

export function readArguments(argv: string[]): Arguments | "help" | "version" {
  const { values, positionals } = parse(argv);
  if (values.version) return "version";
  const [command, ...operands] = positionals;
  if (values.help || command === undefined) return "help";
  const asOf = values["as-of"];
  if (asOf !== undefined && !isDate(asOf)) throw new ProfileError([issue("--as-of", "not-a-date", { value: asOf })]);
  const arity: Record<Command, [number, number, string]> = {
    assess: [1, 1, "a profile file, or - for standard input"],
    show: [1, 1, "the id of a measure"],
    list: [0, 0, "nothing"],
    search: [1, 20, "what to search for"],
    plan: [1, 1, "a profile file, or - for standard input"],
    check: [0, 1, "at most one directory of rules"],
    diff: [2, 1000, "two dates, or two catalogs (a folder of rules or a catalog.json), and profiles"],
  };
  const known = oneOf("command", command, commands);
  const [least, most, takes] = arity[known];
  if (operands.length < least || operands.length > most)
    throw new UsageError(`${known} takes ${takes}; got ${operands.length}`);
  const format = oneOf("--format", values.format, formats);
  if (format === "markdown" && known !== "plan") throw new UsageError(`${known} has no --format markdown`);
  return {
    command: known,
    operands,
    asOf: asOf ?? todayInJapan(),
    asOfGiven: asOf !== undefined,
    format,
    lang: oneOf("--lang", values.lang, ["ja", "en"]),
    ...(values.rules === undefined ? {} : { rules: values.rules }),
    ...(values.profile === undefined ? {} : { profile: values.profile }),
    ...(values.prefecture === undefined ? {} : { prefecture: prefecture(values.prefecture) }),
    ...(values.kind === undefined ? {} : { kind: oneOf("--kind", values.kind, kinds) }),
    ...(values.only === undefined ? {} : { only: oneOf("--only", values.only, eligibilities) }),
  };
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split(". ")[0] ?? "");
  }
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
