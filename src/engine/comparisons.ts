import { entryOf, type Fact, type Known, leastOf, type Scalar } from "../facts/fact.ts";
import { daysOf, factAt, listAt, nodeAt, type Scope } from "../facts/scope.ts";
import { addDays, addYears } from "../normalize/calendar.ts";
import { compare, type Fraction, showFraction, toFraction } from "../normalize/fraction.ts";
import { type Comparison, operators } from "../schema/condition.ts";
import type { FactEntry } from "../schema/law.ts";
import type { Leaf } from "./finding.ts";
import { type Figures, figuresOf, type Interval, openDate, span } from "./operand.ts";
import { join, negate, type Outcome } from "./outcome.ts";

type Order<T> = (left: T, right: T) => number;

/** `left` is at least `right`, whatever both may be. */
function atLeast<T>(left: Interval<T>, right: Interval<T>, order: Order<T>): Outcome {
  if (left.min !== undefined && right.max !== undefined && order(left.min, right.max) >= 0) return "satisfied";
  if (left.max !== undefined && right.min !== undefined && order(left.max, right.min) < 0) return "unsatisfied";
  return "unknown";
}

const byDay: Order<string> = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
/** Most figures are whole numbers, which need no fractions to be compared exactly. */
const byNumber: Order<number | string> = (left, right) =>
  Number.isSafeInteger(left) && Number.isSafeInteger(right)
    ? (left as number) - (right as number)
    : compare(toFraction(left), toFraction(right));

export type NumericOperator = "atLeast" | "above" | "atMost" | "below";

/** 以上・超・以下・未満 are four different words in a statute. */
export function numericOutcome<T>(
  operator: NumericOperator,
  left: Interval<T>,
  right: Interval<T>,
  order: Order<T>,
): Outcome {
  switch (operator) {
    case "atLeast":
      return atLeast(left, right, order);
    case "below":
      return negate(atLeast(left, right, order));
    case "atMost":
      return atLeast(right, left, order);
    case "above":
      return negate(atLeast(right, left, order));
  }
}

export const operatorOf = (test: object): keyof Comparison =>
  operators.find((operator) => operator in test) as keyof Comparison;

const fraction = (end: Scalar | undefined) => (end === undefined ? undefined : toFraction(end as number));

export const fractions = ({ values, range }: Figures): Interval<Fraction> => {
  if (range !== undefined) return range;
  if (values.length === 0) return { min: undefined, max: undefined };
  const { min, max } = span(values, byNumber);
  return { min: toFraction(min), max: toFraction(max) };
};
export const expectedOf = ({ values, range }: Figures): Leaf["expected"] => {
  if (range !== undefined) return shownRange(range);
  if (values.length === 0) return [];
  const { min, max } = span(values, byNumber);
  return min === max ? min : { min, max };
};

const shownRange = ({ min, max }: Interval<Fraction>): Leaf["expected"] => {
  if (min === undefined || max === undefined) return [];
  const [least, most] = [showFraction(min), showFraction(max)].map((text) =>
    text.includes("/") ? text : Number(text),
  );
  return least === most ? (least as Scalar) : { min: least as Scalar, max: most as Scalar };
};

/** Tests one fact. Exact for a single comparison: decided if and only if every value that it may have agrees. */
export function compareFact(test: { fact: string } & Comparison, scope: Scope): Leaf {
  const operator = operatorOf(test);
  if (operator === "includesAny") return includesAny(test.fact, test.includesAny ?? [], scope);
  const fact = factAt(scope, test.fact);
  const { known } = fact;
  const leaf = (outcome: Outcome, expected: Leaf["expected"], figures?: Figures, dated = false): Leaf => {
    const { path, provenance } = fact;
    const missing = outcome === "unknown" ? missingIn(fact, figures, dated ? openDate(scope) : []) : nothing;
    const compared: Leaf = { path, operator, expected, known, outcome, provenance, missing, on: scope.on, within: [] };
    if (figures?.by !== undefined) compared.by = figures.by;
    if (figures?.source !== undefined) compared.source = figures.source;
    if (figures?.stale) compared.stale = true;
    return compared;
  };

  if (operator === "is" || operator === "in") {
    const wanted = operator === "is" ? [test.is] : (test.in ?? []);
    const outcome = membership(known, wanted as Scalar[], entryOf(scope.law.facts, nodeAt(scope, test.fact)));
    return leaf(outcome, operator === "is" ? (test.is as string) : (wanted as string[]));
  }

  const figures = figuresOf(test[operator] as never, scope);
  const expected = expectedOf(figures);
  if (figures.range === undefined && (figures.partial || figures.values.length === 0)) {
    return { ...leaf("unknown", expected, figures), cause: "rule-not-stated" };
  }
  if (operator === "fewerThanYears" || operator === "fewerThanDays") {
    const later = operator === "fewerThanYears" ? addYears : addDays;
    const { min, max } = daysOf(fact);
    const periods = span(figures.values.map(Number), (left, right) => left - right);
    const ends = { min: min && later(min, periods.min), max: max && later(max, periods.max) };
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
  const least = leastOf(entryOf(scope.law.facts, nodeAt(scope, test.fact)));
  const ends =
    known.kind === "exact"
      ? { min: known.value, max: known.value }
      : known.kind === "range"
        ? known
        : { min: undefined, max: undefined };
  const value = { min: ends.min ?? least, max: ends.max } as Interval<number | string>;
  const outcome =
    figures.range === undefined
      ? numericOutcome(operator, value, span(figures.values, byNumber), byNumber)
      : numericOutcome(operator, { min: fraction(value.min), max: fraction(value.max) }, figures.range, compare);
  return leaf(outcome, expected, figures);
}

const nothing: readonly string[] = [];

const missingIn = ({ path, known }: Fact, figures: Figures | undefined, dates: string[]): string[] => [
  ...(known.kind === "exact" ? [] : [path]),
  ...(figures?.missing ?? []),
  ...dates,
];

/** Among the values wanted: certainly, possibly, or not, by what the fact may still be. */
function membership(known: Known, wanted: readonly Scalar[], entry: FactEntry | undefined): Outcome {
  if (known.kind === "exact") return wanted.includes(known.value) ? "satisfied" : "unsatisfied";
  if (known.kind === "absent") {
    const options = entry?.type === "boolean" ? [true, false] : Object.keys(entry?.options ?? {});
    return options.length > 0
      ? join(options.map((option) => (wanted.includes(option) ? "satisfied" : "unsatisfied")))
      : "unknown";
  }
  const min = known.min ?? leastOf(entry);
  const { max } = known;
  const within = wanted.filter((value) => (min === undefined || min <= value) && (max === undefined || max >= value));
  return within.length === 0 ? "unsatisfied" : min === max ? "satisfied" : "unknown";
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
