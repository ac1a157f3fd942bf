import type { Known, Scalar } from "../facts/fact.ts";
import { daysOf, factAt, listAt, type Scope } from "../facts/scope.ts";
import { addDays, addYears } from "../normalize/calendar.ts";
import { compare, type Fraction, toFraction } from "../normalize/fraction.ts";
import { type Comparison, operators } from "../schema/condition.ts";
import type { Leaf } from "./finding.ts";
import { type Figures, figuresOf, openDate, span } from "./operand.ts";
import { negate, type Outcome } from "./outcome.ts";

/** From the least to the greatest that a value may be; an absent end is open. */
export interface Interval<T> {
  min: T | undefined;
  max: T | undefined;
}

type Order<T> = (left: T, right: T) => number;

/** `left` is at least `right`, whatever both may be. */
function atLeast<T>(left: Interval<T>, right: Interval<T>, order: Order<T>): Outcome {
  if (left.min !== undefined && right.max !== undefined && order(left.min, right.max) >= 0) return "satisfied";
  if (left.max !== undefined && right.min !== undefined && order(left.max, right.min) < 0) return "unsatisfied";
  return "unknown";
}

const byDay: Order<string> = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
const byNumber: Order<number | string> = (left, right) => compare(toFraction(left), toFraction(right));

export type NumericOperator = "atLeast" | "above" | "atMost" | "below";

/** 以上・超・以下・未満 are four different words in a statute. */
export function numericOutcome(
  operator: NumericOperator,
  left: Interval<Fraction>,
  right: Interval<Fraction>,
): Outcome {
  switch (operator) {
    case "atLeast":
      return atLeast(left, right, compare);
    case "below":
      return negate(atLeast(left, right, compare));
    case "atMost":
      return atLeast(right, left, compare);
    case "above":
      return negate(atLeast(right, left, compare));
  }
}

export const operatorOf = (test: object): keyof Comparison =>
  operators.find((operator) => operator in test) as keyof Comparison;

export const fractions = ({ values }: Figures): Interval<Fraction> => {
  if (values.length === 0) return { min: undefined, max: undefined };
  const { min, max } = span(values, byNumber);
  return { min: toFraction(min), max: toFraction(max) };
};
export const expectedOf = ({ values }: Figures): Leaf["expected"] => {
  if (values.length === 0) return [];
  const { min, max } = span(values, byNumber);
  return min === max ? min : { min, max };
};

/** Tests one fact. Exact for a single comparison: decided if and only if every value that it may have agrees. */
export function compareFact(test: { fact: string } & Comparison, scope: Scope): Leaf {
  const operator = operatorOf(test);
  if (operator === "includesAny") return includesAny(test.fact, test.includesAny ?? [], scope);
  const fact = factAt(scope, test.fact);
  const { known } = fact;
  const leaf = (outcome: Outcome, expected: Leaf["expected"], figures?: Figures, dated = false): Leaf => ({
    path: fact.path,
    operator,
    expected,
    known,
    outcome,
    provenance: fact.provenance,
    missing:
      outcome === "unknown"
        ? [
            ...(known.kind === "exact" ? [] : [fact.path]),
            ...(figures?.missing ?? []),
            ...(dated ? openDate(scope) : []),
          ]
        : [],
    on: scope.on,
    within: [],
    ...(figures?.source === undefined ? {} : { source: figures.source }),
    ...(figures?.stale ? { stale: true } : {}),
  });

  if (operator === "is" || operator === "in") {
    const wanted = operator === "is" ? [test.is] : (test.in ?? []);
    const possible = wanted.some((value) => mayBe(known, value as Scalar));
    const outcome: Outcome = !possible ? "unsatisfied" : known.kind === "exact" ? "satisfied" : "unknown";
    return leaf(outcome, operator === "is" ? (test.is as string) : (wanted as string[]));
  }

  const figures = figuresOf(test[operator] as never, scope);
  const expected = expectedOf(figures);
  if (figures.partial || figures.values.length === 0) {
    return { ...leaf("unknown", expected, figures), cause: "rule-not-stated" };
  }
  if (operator === "fewerThanYears" || operator === "fewerThanDays") {
    const later = operator === "fewerThanYears" ? addYears : addDays;
    const { min, max } = daysOf(fact);
    const [short, long] = [...figures.values].map(Number).sort((left, right) => left - right) as [number, number?];
    const ends = { min: min && later(min, short), max: max && later(max, long ?? short) };
    // The first day that is no longer within the period is the anniversary itself.
    const outcome = negate(atLeast({ min: scope.on.min, max: scope.on.max }, ends, byDay));
    return leaf(outcome, expected, figures, true);
  }
  if (operator === "onOrAfter" || operator === "before" || operator === "onOrBefore" || operator === "after") {
    const days = daysOf(fact);
    const left = { min: days.min, max: days.max };
    const right = span(figures.values.map(String), byDay);
    const outcome =
      operator === "onOrAfter"
        ? atLeast(left, right, byDay)
        : operator === "before"
          ? negate(atLeast(left, right, byDay))
          : operator === "onOrBefore"
            ? atLeast(right, left, byDay)
            : negate(atLeast(right, left, byDay));
    return leaf(outcome, expected, figures);
  }
  const value: Interval<Fraction> =
    known.kind === "exact"
      ? { min: toFraction(known.value as number), max: toFraction(known.value as number) }
      : known.kind === "range"
        ? {
            min: known.min === undefined ? undefined : toFraction(known.min),
            max: known.max === undefined ? undefined : toFraction(known.max),
          }
        : { min: undefined, max: undefined };
  return leaf(numericOutcome(operator, value, fractions(figures)), expected, figures);
}

/** Whether a fact may have a value: a range excludes what lies outside of it. */
function mayBe(known: Known, value: Scalar): boolean {
  if (known.kind === "exact") return known.value === value;
  if (known.kind === "absent") return true;
  return (known.min === undefined || known.min <= value) && (known.max === undefined || known.max >= value);
}

function includesAny(path: string, wanted: string[], scope: Scope): Leaf {
  const list = listAt(scope, path);
  const values = list.entries.map((entry) => String(entry.value));
  const outcome: Outcome = values.some((value) => wanted.includes(value))
    ? "satisfied"
    : list.known && list.complete
      ? "unsatisfied"
      : "unknown";
  return {
    path: list.path,
    operator: "includesAny",
    expected: wanted,
    known: list.known ? { kind: "set", values, complete: list.complete } : { kind: "absent" },
    outcome,
    provenance: list.provenance,
    missing: outcome === "unknown" ? [list.known ? `${list.path}.complete` : list.path] : [],
    on: scope.on,
    within: [],
  };
}
