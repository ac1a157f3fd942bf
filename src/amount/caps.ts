import { evaluate } from "../engine/evaluate.ts";
import { optionsOf, partOf } from "../engine/operand.ts";
import { factAt, listAt, nodeAt, type Scope, withName } from "../facts/scope.ts";
import { zero } from "../normalize/fraction.ts";
import type { Interval, Step } from "../schema/assessment.ts";
import type { Cap, CapScope, Rounding } from "../schema/benefit.ts";
import type { Condition } from "../schema/condition.ts";
import type { Source } from "../schema/source.ts";
import { type Presumed, spanOf } from "./reads.ts";
import { type Amount, toInterval } from "./yen.ts";

/** The least cap that holds, from what may apply to what certainly does. Null: no cap. */
export interface CapSpan {
  min: number | null;
  max: number | null;
  matched: Matched[];
}

/** A cap that holds or may hold, in whole yen. */
interface Matched {
  cap: Cap;
  yen: Interval;
}

export interface CapContext {
  caps: readonly Cap[];
  measure: string;
  fiscalYear: number;
  source: Source;
  /** Collects presumptions that were used. */
  presumed: Presumed;
}

/**
 * Every cap that matches applies, the least wins; one that may match lowers the minimum only. An unknown right is one of
 * its options: the span over them is exact where the caps share the rights out among themselves.
 */
export function capSpan(context: CapContext, scopeName: CapScope, scope: Scope, years?: number): CapSpan {
  const caps = context.caps.filter((cap) => cap.scope === scopeName && cap.years === years);
  const right = nodeAt(scope, "item.right");
  const open =
    right.value === undefined && caps.some((cap) => cap.rights !== undefined) ? optionsOf(scope, "item.right") : [];
  const item = scope.names["item"];
  if (open.length === 0 || item === undefined) return spanOfCaps(context, caps, scope);
  const spans = open.map((option) =>
    spanOfCaps(
      context,
      caps,
      withName(scope, "item", { ...item, value: { ...(item.value as object), right: option } }),
    ),
  );
  return together(spans);
}

function spanOfCaps(context: CapContext, caps: readonly Cap[], scope: Scope): CapSpan {
  const matches = caps
    .map((cap) => ({ cap, outcome: evaluate(whenOf(cap), scope).outcome }))
    .filter(({ outcome }) => outcome !== "unsatisfied")
    .map(({ cap, outcome }) => ({ cap, outcome, yen: yenOf(cap, scope), used: usedUp(context, cap, scope) }));
  const certain = matches.filter(({ outcome }) => outcome === "satisfied");
  return {
    min: least(matches.map(({ yen, used }) => (used.max === null ? 0 : Math.max(0, yen.min - used.max)))),
    max: least(certain.flatMap(({ yen, used }) => (yen.max === null ? [] : Math.max(0, yen.max - used.min)))),
    matched: matches.map(({ cap, yen }) => ({ cap, yen })),
  };
}

/** The figure, or what the share of a fact comes to; as long as the fact is open, so is the cap. */
function yenOf({ yen, share }: Cap, scope: Scope): Interval {
  if (share === undefined) return { min: yen as number, max: yen as number };
  const { min, max } = partOf(share, scope).range;
  return toInterval({ min: min ?? zero, max: max ?? null });
}

const least = (yen: number[]): number | null => (yen.length === 0 ? null : Math.min(...yen));

function whenOf({ rights, purpose, when }: Cap): Condition {
  return {
    all: [
      ...(rights === undefined ? [] : [{ fact: "item.right", in: rights }]),
      ...(purpose === undefined ? [] : [{ fact: "item.purpose", is: purpose }]),
      ...(when === undefined ? [] : [when]),
    ],
  };
}

/** What grants of the year have already taken from a cap that measures, bodies and rounds share. */
function usedUp(context: CapContext, cap: Cap, scope: Scope): { min: number; max: number | null } {
  if (cap.pool === undefined) return { min: 0, max: 0 };
  const { measure, fiscalYear, presumed } = context;
  const grants = listAt(scope, "grants");
  if (grants.provenance === "presumed") presumed.set("grants", []);
  const ofPool: Condition = {
    all: [
      {
        any: [
          { fact: "it.pool", is: cap.pool },
          { fact: "it.measure", is: measure },
        ],
      },
      { fact: "it.fiscalYear", is: fiscalYear },
    ],
  };
  const taken = grants.entries.map((entry) => {
    const inner = withName(scope, "it", entry);
    const { outcome } = evaluate(ofPool, inner);
    const yen = toInterval(spanOf(factAt(inner, "it.yen")));
    return outcome === "unsatisfied"
      ? { min: 0, max: 0 }
      : { min: outcome === "satisfied" ? yen.min : 0, max: yen.max };
  });
  return {
    min: taken.reduce((sum, { min }) => sum + min, 0),
    max: grants.complete
      ? taken.reduce<number | null>((sum, { max }) => (sum === null || max === null ? null : sum + max), 0)
      : null,
  };
}

/** Entries of one case under different caps: no source says which holds, so it is one of them. */
export const together = (spans: readonly CapSpan[]): CapSpan => ({
  min: least(spans.flatMap(({ min }) => min ?? [])),
  max: spans.some(({ max }) => max === null) ? null : Math.max(...spans.map(({ max }) => max ?? 0)),
  matched: [...new Set(spans.flatMap(({ matched }) => matched))],
});

/** Each cap by name, and whether it is the one that bit. */
export function capSteps(
  { matched }: CapSpan,
  before: Amount,
  after: Amount,
  source: Source,
  args: Record<string, unknown>,
): Step[] {
  const was = toInterval(before);
  const amount = toInterval(after);
  return matched.map(({ cap: { scope, share, pool, rights, purpose, years }, yen }) => {
    const bites =
      amount.max !== null && yen.max !== null && amount.max <= yen.max && (was.max === null || was.max > amount.max);
    const named = {
      ...(share === undefined ? {} : { share }),
      ...(years === undefined ? {} : { years }),
      ...(pool === undefined ? {} : { pool }),
      ...(rights === undefined ? {} : { rights }),
      ...(purpose === undefined ? {} : { purpose }),
    };
    return {
      code: "cap",
      args: { scope, yen: yen.min === yen.max ? yen.min : yen, ...named, ...args, bites },
      amount,
      source,
    };
  });
}

/** The unit that is dropped below. Rounding that some bodies print and others do not spans both. */
export function unitOf({ unit, when }: Rounding, scope: Scope): { min: number; max: number } {
  const outcome = when === undefined ? "satisfied" : evaluate(when, scope).outcome;
  return { min: outcome === "unsatisfied" ? 1 : unit, max: outcome === "satisfied" ? unit : 1 };
}
