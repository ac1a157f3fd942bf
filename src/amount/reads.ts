import type { Fact } from "../facts/fact.ts";
import { factAt, listAt, type Scope, withName } from "../facts/scope.ts";
import { toFraction, zero } from "../normalize/fraction.ts";
import { type Amount, sumOf } from "./yen.ts";

/** Presumptions that a calculation used, by profile path. */
export type Presumed = Map<string, unknown>;

/** A number fact as the span of what it may be, from `least` on if nothing is known. */
export function spanOf(fact: Fact, leastPossible = 0): Amount {
  const { known } = fact;
  if (known.kind === "exact") return { min: toFraction(known.value as number), max: toFraction(known.value as number) };
  if (known.kind === "absent") return { min: toFraction(leastPossible), max: null };
  return {
    min: known.min === undefined ? toFraction(leastPossible) : toFraction(known.min),
    max: known.max === undefined ? null : toFraction(known.max),
  };
}

/**
 * The eligible expense of an entry, without tax. Itemized costs win over the one figure: listed kinds count, excluded
 * kinds do not, and what the source leaves open may or may not.
 */
export function expenseOf(
  scope: Scope,
  eligible: readonly string[] | undefined,
  ineligible: readonly string[] | undefined,
): Amount {
  const list = listAt(scope, "item.costs");
  if (!list.known) return spanOf(factAt(scope, "item.cost"));
  const costs = list.entries.map((entry) => {
    const inner = withName(scope, "it", entry);
    const yen = spanOf(factAt(inner, "it.yen"));
    const kind = factAt(inner, "it.kind").known;
    if (kind.kind === "exact" && eligible?.includes(String(kind.value))) return yen;
    if (kind.kind === "exact" && ineligible?.includes(String(kind.value))) return { min: zero, max: zero };
    return { min: zero, max: yen.max };
  });
  return sumOf(list.complete ? costs : [...costs, { min: zero, max: null }]);
}
