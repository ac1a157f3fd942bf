import type { List } from "../facts/fact.ts";
import { factAt, listAt, type Scope, withName } from "../facts/scope.ts";
import { add, compare, type Fraction, showFraction, toFraction, zero } from "../normalize/fraction.ts";
import type { Comparison, Condition } from "../schema/condition.ts";
import { expectedOf, fractions, type NumericOperator, numericOutcome, operatorOf } from "./comparisons.ts";
import type { Evaluate } from "./evaluate.ts";
import { allOf, anyOf, type Finding, type Leaf, missingOf } from "./finding.ts";
import { figuresOf, type Interval } from "./operand.ts";

const openList = (list: List): string => (list.known ? `${list.path}.complete` : list.path);

/** The list itself as a reason: what is not listed could still decide. */
function listLeaf(list: List, outcome: Finding["outcome"], scope: Scope): Leaf {
  return {
    path: list.path,
    operator: "entries",
    expected: "listed",
    known: list.known ? { kind: "exact", value: list.entries.length } : { kind: "absent" },
    outcome,
    provenance: list.provenance,
    missing: outcome === "unknown" ? [openList(list)] : [],
    on: scope.on,
    within: [],
  };
}

/** An entry beyond those listed: it can decide unless the test fails for any entry whatever. */
function unlisted(list: List, where: Condition, scope: Scope, evaluate: Evaluate): Finding {
  const beyond = evaluate(where, withName(scope, "it", list.unlisted));
  const outcome = beyond.outcome === "unsatisfied" ? "unsatisfied" : "unknown";
  const presumed = beyond.leaves.filter((leaf) => leaf.provenance === "presumed" && outcome === "unsatisfied");
  return { outcome, leaves: [listLeaf(list, outcome, scope), ...presumed] };
}

export function some(path: string, where: Condition, scope: Scope, evaluate: Evaluate): Finding {
  const list = listAt(scope, path);
  const entries = list.entries.map((entry) => evaluate(where, withName(scope, "it", entry)));
  if (!list.complete) return anyOf([...entries, unlisted(list, where, scope, evaluate)]);
  return entries.length === 0
    ? { outcome: "unsatisfied", leaves: [listLeaf(list, "unsatisfied", scope)] }
    : anyOf(entries);
}

/** Holds for an empty list, so `check` wants a `some` beside it. */
export function every(path: string, where: Condition, scope: Scope, evaluate: Evaluate): Finding {
  const list = listAt(scope, path);
  const entries = list.entries.map((entry) => evaluate(where, withName(scope, "it", entry)));
  return list.complete
    ? allOf(entries)
    : allOf([...entries, { outcome: "unknown", leaves: [listLeaf(list, "unknown", scope)] }]);
}

type Total = { sum: string; of: string; where?: Condition | undefined } & Comparison;
type Count = { count: string; where: Condition; share?: true | undefined } & Comparison;

/** Adds up a field, or counts: from what certainly belongs to what possibly does. A list only grows. */
export function aggregate(test: Total | Count, scope: Scope, evaluate: Evaluate): Finding {
  const list = listAt(scope, "sum" in test ? test.sum : test.count);
  const entries = list.entries.map((entry) => {
    const inner = withName(scope, "it", entry);
    const belongs: Finding =
      test.where === undefined ? { outcome: "satisfied", leaves: [] } : evaluate(test.where, inner);
    const fact = "sum" in test ? factAt(inner, `it.${test.of}`) : undefined;
    return {
      belongs,
      size: fact === undefined ? exactly(1) : sizeOf(fact.known),
      path: fact?.path,
      open: fact !== undefined && fact.known.kind !== "exact",
    };
  });
  const possible = entries.filter(({ belongs }) => belongs.outcome !== "unsatisfied");
  const certain = entries.filter(({ belongs }) => belongs.outcome === "satisfied");
  let value: Interval<Fraction> = {
    min: certain.reduce((sum, { size }) => add(sum, size.min ?? zero), zero),
    max: list.complete ? total(possible.map(({ size }) => size.max)) : undefined,
  };
  if ("count" in test && test.share) value = shareOf(value, entries.length, list.complete);

  const operator = operatorOf(test) as NumericOperator;
  const figures = figuresOf(test[operator] as never, scope);
  const outcome = figures.partial ? "unknown" : numericOutcome(operator, value, fractions(figures), compare);
  const missing = [
    ...possible.flatMap(({ belongs, path, open }) => [
      ...missingOf(belongs),
      ...(open && path !== undefined ? [path] : []),
    ]),
    ...(list.complete ? [] : [openList(list)]),
  ];
  const leaf: Leaf = {
    // What was added up or counted, beside the list itself.
    path: "sum" in test ? `${list.path}[].${test.of}` : `${list.path}[]`,
    operator,
    expected: expectedOf(figures),
    known: shown(value),
    outcome,
    provenance: list.provenance,
    missing: outcome === "unknown" ? missing : [],
    on: scope.on,
    within: [],
  };
  // The presumptions and contradictions of the members are reasons too.
  return {
    outcome,
    leaves: [leaf, ...possible.flatMap(({ belongs }) => (belongs.outcome === "satisfied" ? belongs.leaves : []))],
  };
}

const exactly = (count: number): Interval<Fraction> => ({ min: toFraction(count), max: toFraction(count) });

function sizeOf(known: ReturnType<typeof factAt>["known"]): Interval<Fraction> {
  if (known.kind === "exact") return { min: toFraction(known.value as string), max: toFraction(known.value as string) };
  if (known.kind === "absent") return { min: undefined, max: undefined };
  return {
    min: known.min === undefined ? undefined : toFraction(known.min),
    max: known.max === undefined ? undefined : toFraction(known.max),
  };
}

const total = (sizes: (Fraction | undefined)[]): Fraction | undefined =>
  sizes.reduce<Fraction | undefined>(
    (sum, size) => (sum === undefined || size === undefined ? undefined : add(sum, size)),
    zero,
  );

/** A share of the members: of an open list it can still become anything. */
function shareOf({ min, max }: Interval<Fraction>, members: number, complete: boolean): Interval<Fraction> {
  if (!complete) return { min: zero, max: toFraction(1) };
  if (members === 0) return { min: zero, max: zero };
  const part = (count: Fraction | undefined): Fraction => ({
    numerator: (count ?? zero).numerator,
    denominator: (count ?? zero).denominator * BigInt(members),
  });
  return { min: part(min), max: part(max) };
}

/** A whole number, or a share as people write it. */
const asWritten = (end: Fraction): number | string =>
  end.numerator % end.denominator === 0n ? Number(end.numerator / end.denominator) : showFraction(end);

const shown = ({ min, max }: Interval<Fraction>): Leaf["known"] => {
  const [least, most] = [min, max].map((end) => (end === undefined ? undefined : asWritten(end)));
  return least !== undefined && least === most
    ? { kind: "exact", value: least }
    : { kind: "range", min: least, max: most };
};
