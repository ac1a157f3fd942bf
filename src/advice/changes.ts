import { entryFor } from "../catalog/vocabulary.ts";
import type { Leaf } from "../engine/finding.ts";
import type { Scalar } from "../facts/fact.ts";
import { factAt, type Scope } from "../facts/scope.ts";
import { addDays } from "../normalize/calendar.ts";
import type { Change } from "../schema/advice.ts";
import type { FactEntry } from "../schema/law.ts";

/** Ways to turn one comparison round, by changing the fact that it reads; none where the company cannot change it. */
export function changesOf(leaf: Leaf, scope: Scope): Change[] {
  const entry = entryFor(leaf.path, scope.law.facts);
  if (entry?.effort === undefined || leaf.path.includes("[]") || !isStillOpen(leaf.path, entry, scope)) return [];
  const { effort } = entry;
  const from =
    leaf.known.kind === "exact" ? leaf.known.value : leaf.known.kind === "set" ? leaf.known.values : leaf.known;
  const { changeableTo } = entry;
  return targets(leaf, entry)
    .filter(({ to }) => changeableTo === undefined || changeableTo.includes(String(to)))
    .filter(({ to }) => JSON.stringify(to) !== JSON.stringify(from))
    .map(({ to, limit }) => ({
      fact: leaf.path,
      from: leaf.operator === "entries" ? null : from,
      to,
      limit: limit ?? null,
      effort,
    }));
}

/** A choice about an act is open until the act is done. */
function isStillOpen(path: string, { changeableWhile }: FactEntry, scope: Scope): boolean {
  if (changeableWhile === undefined) return true;
  const { known } = factAt(scope, path.replace(/[^.]+$/, "status"));
  return known.kind === "exact" && changeableWhile.includes(String(known.value));
}

interface Target {
  to: unknown;
  limit?: NonNullable<Change["limit"]>;
}

function targets(leaf: Leaf, entry: FactEntry): Target[] {
  const { operator, expected, outcome, known } = leaf;
  const isMet = outcome === "satisfied";
  if (leaf.chooses) return optionsBut(entry, known.kind === "exact" ? [known.value] : []);
  switch (operator) {
    case "entries":
      return isMet || entry.type !== "list" ? [] : [{ to: [{}] }];
    case "is":
      return isMet ? optionsBut(entry, [expected as Scalar]) : [{ to: expected }];
    case "in":
      return isMet ? optionsBut(entry, expected as string[]) : (expected as string[]).map((to) => ({ to }));
    case "includesAny": {
      const values = known.kind === "set" ? known.values : [];
      const wanted = expected as string[];
      return isMet
        ? [{ to: values.filter((value) => !wanted.includes(value)) }]
        : wanted.map((value) => ({ to: [...values, value] }));
    }
    case "onOrAfter":
    case "after":
    case "onOrBefore":
    case "before":
      return typeof expected === "string" ? [dayTarget(operator, expected, isMet)] : [];
    case "atLeast":
    case "above":
    case "atMost":
    case "below":
      return figureTarget(operator, leaf, entry, isMet);
    default:
      return [];
  }
}

function optionsBut(entry: FactEntry, not: readonly Scalar[]): Target[] {
  const options: Scalar[] = entry.type === "boolean" ? [true, false] : Object.keys(entry.options ?? {});
  return options.filter((option) => !not.includes(option)).map((to) => ({ to }));
}

/** The first or the last day that lies on the other side. */
function dayTarget(operator: "onOrAfter" | "after" | "onOrBefore" | "before", day: string, isMet: boolean): Target {
  const isLater = operator === "onOrAfter" || operator === "after";
  const isStrict = operator === "after" || operator === "before";
  const value = isMet === isStrict ? day : addDays(day, isLater === isMet ? -1 : 1);
  return { to: value, limit: { operator: isLater === isMet ? "onOrBefore" : "onOrAfter", value } };
}

/** Whole figures step by one over the limit; a share has no next value, so nothing at all stands for "below". */
function figureTarget(
  operator: "atLeast" | "above" | "atMost" | "below",
  { expected }: Leaf,
  { type }: FactEntry,
  isMet: boolean,
): Target[] {
  const isUp = (operator === "atLeast" || operator === "above") !== isMet;
  const ends = typeof expected === "object" && !Array.isArray(expected) ? expected : { min: expected, max: expected };
  // Where several figures may hold, the value has to lie beyond all of them.
  const end = (isUp ? ends.max : ends.min) as Scalar;
  const includes = (operator === "atLeast" || operator === "atMost") !== isMet;
  if (typeof end === "number" && type !== "share") {
    const value = includes ? end : end + (isUp ? 1 : -1);
    return value < 0 ? [] : [{ to: value, limit: { operator: isUp ? "atLeast" : "atMost", value } }];
  }
  if (typeof end !== "string" && typeof end !== "number") return [];
  if (includes) return [{ to: end, limit: { operator: isUp ? "atLeast" : "atMost", value: end } }];
  return isUp ? [] : [{ to: "0/1", limit: { operator: "below", value: end } }];
}
