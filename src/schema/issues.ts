import type * as z from "zod/mini";
import { type Issue, issue } from "../errors.ts";
import type { IssueArgs, IssueCode } from "../issues.ts";
import { show } from "../normalize/reading.ts";

type ZodIssue = z.core.$ZodIssue;

interface Raw {
  code?: string | undefined;
  inst?: unknown;
}

/** For `safeParse`: only here does zod tell which schema an unknown key fell into, so its keys travel as the message. */
export const reporting = {
  error: ({ code, inst }: Raw): string | undefined => {
    if (code !== "unrecognized_keys") return undefined;
    const { shape = {} } = (inst as { _zod?: { def?: { shape?: object } } })?._zod?.def ?? {};
    return Object.keys(shape).join(", ");
  },
};

/** zod's findings in our words, with the path written as in `overseas.filings[0].cost`. */
export function toIssues(found: readonly ZodIssue[], input: unknown, prefix: string): Issue[] {
  return found
    .flatMap((each) => flatten(each, []))
    .map(({ at, path }) => toIssue(at, valueAt(input, path), join(prefix, path)));
}

interface Flat {
  at: ZodIssue;
  path: PropertyKey[];
}

/** Of a union's branches, the one that the input comes nearest to: fewest faults, and those as deep as possible. */
function flatten(at: ZodIssue, above: PropertyKey[]): Flat[] {
  const path = [...above, ...at.path];
  if (at.code !== "invalid_union" || at.errors.length === 0) return [{ at, path }];
  const branches = at.errors.map((errors) => errors.flatMap((each) => flatten(each, path)));
  const cost = (flats: Flat[]) =>
    flats.reduce((sum, flat) => sum + (flat.path.length > path.length ? 1 : isOtherType(flat.at) ? 20 : 10), 0);
  const nearest = branches.reduce((best, branch) => (cost(branch) < cost(best) ? branch : best));
  // It lacks what the branch begins with and has what the branch does not know: it resembles none of them.
  const astray = nearest.some((flat) => flat.at.code === "unrecognized_keys") && nearest.length > 1;
  return astray && branches.length > 2 ? [{ at, path }] : nearest;
}

const isOtherType = (at: ZodIssue): boolean => at.code === "invalid_type" && at.expected !== "object";

function toIssue(at: ZodIssue, value: unknown, path: string): Issue {
  switch (at.code) {
    case "unrecognized_keys":
      return issue(path, "unknown-key", { key: at.keys.join("`, `"), known: at.message || "-" });
    case "invalid_value":
      return value === undefined
        ? issue(path, "missing-key", { key: path.split(".").at(-1) ?? path })
        : issue(path, "unknown-option", { value: show(value), options: at.values.map(String).join(", ") });
    case "custom": {
      const { code, args } = at.params as { code: IssueCode; args?: IssueArgs };
      return issue(path, code, { value: show(value), found: keysOf(value), ...ends(value), ...args });
    }
    case "too_small":
    case "too_big":
      return issue(path, "out-of-range", {
        value: show(value),
        minimum: at.code === "too_small" ? String(at.minimum) : "-",
        maximum: at.code === "too_big" ? String(at.maximum) : "-",
      });
    case "invalid_format":
      return issue(path, "bad-id", { value: show(value) });
    case "invalid_type":
      return value === undefined
        ? issue(path, "missing-key", { key: path.split(".").at(-1) ?? path })
        : issue(path, "wrong-type", { value: show(value), expected: at.expected });
    case "invalid_union":
      return issue(path, "unknown-condition", {
        found: keysOf(value),
        known: "all, any, not, match, fact, definition …",
      });
    default:
      return issue(path, "wrong-type", { value: show(value), expected: at.code });
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const keysOf = (value: unknown): string => (isObject(value) ? Object.keys(value).join(", ") : show(value));
const ends = (value: unknown): IssueArgs =>
  isObject(value) && "min" in value && "max" in value ? { min: show(value["min"]), max: show(value["max"]) } : {};

const valueAt = (input: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (isObject(value) ? value[key as string] : undefined), input);

const join = (prefix: string, path: PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === "number"
        ? `${text}[${key}]`
        : text === "" || text.endsWith(": ")
          ? `${text}${String(key)}`
          : `${text}.${String(key)}`,
    prefix,
  );
