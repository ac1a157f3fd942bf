import { type Issue, issue, ProfileError } from "../errors.ts";
import { parseAsOf } from "../facts/parse-as-of.ts";
import { parseProfile } from "../facts/parse-profile.ts";
import { readCount } from "../normalize/number.ts";
import { readPrefecture } from "../normalize/prefecture.ts";
import { show } from "../normalize/reading.ts";
import type { Profile } from "../schema/profile.ts";
import { RequestError } from "./problem.ts";

/** Reads every part before it complains, so that all faults of a request are told at once. */
export function together<T extends Record<string, () => unknown>>(parts: T): { [K in keyof T]: ReturnType<T[K]> } {
  const issues: Issue[] = [];
  const values = Object.entries(parts).map(([name, read]) => {
    try {
      return [name, read()] as const;
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      issues.push(...error.issues);
      return [name, undefined] as const;
    }
  });
  if (issues.length > 0) throw new ProfileError(issues);
  return Object.fromEntries(values) as { [K in keyof T]: ReturnType<T[K]> };
}

/** Only the keys that are known here: a misspelled one would be passed over in silence. */
export function onlyKnown(input: unknown, known: readonly string[]): Record<string, unknown> {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    throw new ProfileError([issue("", "wrong-type", { value: show(input), expected: "object" })]);
  const others = Object.keys(input).filter((key) => !known.includes(key));
  if (others.length > 0)
    throw new ProfileError([issue("", "unknown-key", { key: others.join("`, `"), known: known.join(", ") })]);
  return input as Record<string, unknown>;
}

/** A query as keys and values; a key that stands twice has no one value. */
export function readQuery(query: URLSearchParams): Record<string, string> {
  const repeated = [...new Set(query.keys())].filter((key) => query.getAll(key).length > 1);
  if (repeated.length > 0)
    throw new ProfileError(
      repeated.map((key) => issue(key, "exactly-one-of", { keys: query.getAll(key).map(show).join(", ") })),
    );
  return Object.fromEntries(query);
}

/** The day that rules are read on: the one named, or the server's own where it has one. */
export function readDay(value: unknown, today: (() => string) | undefined): string {
  if (value === undefined && today === undefined) throw missing("asOf");
  return parseAsOf(value ?? today?.());
}

/** A profile in canonical form, and no longer than what is answered in good time. */
export function readProfile(value: unknown, mostEntries: number): Profile {
  if (value === undefined) throw missing("profile");
  const profile = parseProfile(value);
  const count = entriesIn(profile);
  if (count > mostEntries) throw new RequestError("too-many-entries", { count, limit: mostEntries });
  return profile;
}

/** Filings, disputes, holders …: each is decided by itself, under every measure about them. */
function entriesIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = Array.isArray(value) ? value.filter((each) => typeof each === "object").length : 0;
  return Object.values(value).reduce((sum: number, each) => sum + entriesIn(each), own);
}

export function readText(path: string, value: unknown): string {
  if (value === undefined) throw missing(path);
  if (typeof value !== "string")
    throw new ProfileError([issue(path, "wrong-type", { value: show(value), expected: "string" })]);
  return value;
}

/** One of the words that are known, where one is given. */
export function readOption<T extends string>(path: string, value: unknown, known: readonly T[]): T | undefined {
  const found = known.find((each) => each === value);
  if (value === undefined || found !== undefined) return found;
  throw new ProfileError([issue(path, "unknown-option", { value: show(value), options: known.join(", ") })]);
}

export function readLimit(path: string, value: unknown, maximum: number): number | undefined {
  if (value === undefined) return undefined;
  const reading = readCount(value);
  if (!reading.ok) throw new ProfileError([issue(path, reading.code, reading.args)]);
  if (reading.value >= 1 && reading.value <= maximum) return reading.value;
  throw new ProfileError([issue(path, "out-of-range", { value: show(value), minimum: 1, maximum })]);
}

export function readPlace(path: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const reading = readPrefecture(value);
  if (!reading.ok) throw new ProfileError([issue(path, reading.code, reading.args)]);
  return reading.value;
}

const missing = (path: string): ProfileError => new ProfileError([issue(path, "missing-key", { key: path })]);
