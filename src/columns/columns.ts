import type { Catalog } from "../catalog/catalog.ts";
import { ProfileError } from "../errors.ts";
import { parseProfile } from "../facts/parse-profile.ts";
import type { FactEntry, Vocabulary } from "../schema/law.ts";

/** A value of a row: what the fact is, not how it is stored. */
export type ColumnType = Exclude<FactEntry["type"], "list" | "years">;

/** One column of a flat table of companies. */
export interface Column {
  /** The profile path, with `.min` or `.max` for an end of a range: `company.regularEmployees.min`. */
  name: string;
  /** The profile path of the fact. */
  fact: string;
  type: ColumnType;
  /** The end of a range that it holds; absent where it holds the value itself. */
  end?: "min" | "max";
  /** The values that an `option` or the members of `options` can have, where their list is closed. */
  options?: readonly string[];
}

const known = new WeakMap<Vocabulary, readonly Column[]>();

/**
 * The columns that a flat table of companies can have, in the order of the vocabulary: every fact that is said once of the
 * company, its plans and its needs. What is said of the entries of a list (`ip.filings[].right`) has no column.
 */
export function columnsOf({ facts }: Pick<Catalog, "facts">): readonly Column[] {
  const columns = known.get(facts) ?? Object.entries(facts).flatMap(([name, entry]) => columnsFor(name, entry));
  known.set(facts, columns);
  return columns;
}

function columnsFor(name: string, { type, options }: FactEntry): Column[] {
  if (name === "asOf" || name.includes("[]") || type === "list" || type === "years") return [];
  // What every party has stands under `party`; of a table the party is the company.
  const fact = name.replace(/^party\./, "company.");
  const column: Column = {
    name: fact,
    fact,
    type,
    ...(options === undefined ? {} : { options: Object.keys(options) }),
  };
  const ends = (["min", "max"] as const).map((end) => ({ ...column, name: `${fact}.${end}`, end }));
  return [column, ...(takesRange(fact, type) ? ends : [])];
}

const samples: Partial<Record<ColumnType, [min: unknown, max: unknown]>> = {
  yen: [0, 1],
  count: [0, 1],
  date: ["2000-01-01", "2000-01-02"],
};

/** Not every number may be a range (a stage is one of five); the profile itself is asked. */
function takesRange(fact: string, type: ColumnType): boolean {
  const sample = samples[type];
  if (sample === undefined) return false;
  try {
    parseProfile(put({}, fact, { min: sample[0], max: sample[1] }));
    return true;
  } catch (error) {
    if (error instanceof ProfileError) return false;
    throw error;
  }
}

/** Puts a value at a path of the closed list. Groups on the way are made. */
export function put(profile: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const keys = path.split(".");
  const last = keys.pop() as string;
  let group = profile;
  for (const key of keys) {
    group[key] ??= {};
    group = group[key] as Record<string, unknown>;
  }
  group[last] = value;
  return profile;
}
