import type { Question } from "../../src/schema/assessment.ts";
import type { Json } from "../../src/testing/arbitraries/draw.ts";

/** Some answer to a question, put where it is asked for. */
export function answered(profile: Json, { fact, type, options = [] }: Question, next: () => number): Json {
  const copy = structuredClone(profile);
  const keys = (fact.match(/[^.[\]]+|\[\d+\]/g) ?? []).map((key) =>
    key.startsWith("[") ? Number(key.slice(1, -1)) : key,
  );
  let holder: unknown = copy;
  for (const [index, key] of keys.slice(0, -1).entries()) {
    const list = Array.isArray(holder) ? holder : (holder as { items?: unknown[] }).items;
    if (typeof key === "number") holder = (list as unknown[])[key];
    else {
      const parent = holder as Json;
      // `complete` is asked of the list itself.
      if (keys[index + 1] === "complete") {
        const open = parent[key];
        parent[key] = Array.isArray(open) ? open : (open as { items: unknown[] }).items;
        return copy;
      }
      parent[key] ??= {};
      holder = parent[key];
    }
  }
  (holder as Json)[keys.at(-1) as string] = someAnswer(fact, type, options, next);
  return copy;
}

/** Some answer to a question of the type. */
export function someAnswer(fact: string, type: string, options: readonly string[], next: () => number): unknown {
  const pick = <T>(values: readonly T[]): T => values[next() % values.length] as T;
  switch (type) {
    case "boolean":
      return pick([true, false]);
    case "option":
      return pick(options);
    case "options":
      return options.filter(() => next() % 3 === 0);
    case "list":
      return Array.from({ length: next() % 3 }, () => ({}));
    case "years":
      return pick([
        [1, 3],
        [4, 12],
      ]);
    case "share":
      return pick(["0/1", "1/4", "1/3", "1/2", "2/3"]);
    case "date":
      return pick(["2005-01-01", "2014-06-30", "2018-07-08", "2019-03-31", "2024-03-31", "2024-04-01", "2025-10-01"]);
    case "yen":
      return pick([0, 50_000_000, 50_000_001, 300_000_000, 600_000_000, 2_000_000_000]);
    case "count":
      return pick([1, 5, 6, 20, 21, 100, 300, 301, 1000]);
    default:
      return /refecture|foundedIn/.test(fact) ? pick(["福岡県", "東京都", "徳島県"]) : pick(["JP", "US"]);
  }
}

/** Stated conclusions count where facts do not decide, even where no source states the rule. They are never asked. */
const conclusions = ["size", "startup", "largeEnterprise"];

/** What is known, and of what is not, what another profile says. Lists that are known stay as long as they are. */
export function filledUp(known: unknown, other: unknown): unknown {
  if (known === undefined) return other;
  if (Array.isArray(known)) {
    const entries = Array.isArray(other) ? other : [];
    return known.map((entry, index) => filledUp(entry, entries[index] ?? entry));
  }
  if (!isPlain(known) || !isPlain(other) || "min" in known || "max" in known || "items" in known) return known;
  const keys = [...new Set([...Object.keys(known), ...Object.keys(other).filter((key) => !conclusions.includes(key))])];
  return Object.fromEntries(keys.map((key) => [key, filledUp(known[key], other[key])]));
}

const isPlain = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
