import { type NumericOperator, numericOutcome } from "../engine/comparisons.ts";
import { compare, toFraction } from "../normalize/fraction.ts";
import type { Comparison, End } from "./comparison.ts";
import { isRange } from "./facts.ts";
import { caseOf } from "./layout.ts";
import type { Page } from "./page.ts";

const signs: Record<NumericOperator, { holds: string; fails: string }> = {
  atLeast: { holds: ">=", fails: "<" },
  above: { holds: ">", fails: "<=" },
  atMost: { holds: "<=", fails: ">" },
  below: { holds: "<", fails: ">=" },
};

/** It holds if the end that is hardest to pass does, and fails if the one that is easiest does not. */
export function printComparison({ operator, left, right }: Comparison, page: Page): string {
  const { holds, fails } = signs[operator];
  const wantsMuch = operator === "atLeast" || operator === "above";
  const [weak, strong] = wantsMuch ? [left.min, left.max] : [left.max, left.min];
  const [hard, easy] = wantsMuch ? [right.max, right.min] : [right.min, right.max];
  if (
    weak !== undefined &&
    hard !== undefined &&
    isOneValue(weak, strong) &&
    isSame(hard, easy) &&
    isSilent(weak, operator, hard)
  )
    return signed(weak, holds, hard, page, true);
  const cases = [
    ...(weak === undefined || hard === undefined ? [] : [[signed(weak, holds, hard, page), "TRUE"] as const]),
    ...(strong === undefined || easy === undefined ? [] : [[signed(strong, fails, easy, page), "FALSE"] as const]),
  ];
  return caseOf(cases, "NULL");
}

/** A column without a range has one value or none. */
const isOneValue = (weak: End, strong: End | undefined): boolean =>
  weak.kind === "held" && strong?.kind === "held" && !isRange(weak.held);

function isSame(hard: End, easy: End | undefined): boolean {
  if (hard.kind === "figure" && easy?.kind === "figure") return compare(hard.value, easy.value) === 0;
  return hard.kind === "day" && easy?.kind === "day" && hard.value === easy.value;
}

/** Nothing is said by an empty cell: not even that no number lies below zero decides. */
function isSilent(weak: End, operator: NumericOperator, right: End): boolean {
  if (weak.kind !== "held" || right.kind !== "figure" || weak.held.least === undefined) return true;
  const absent = { min: toFraction(weak.held.least), max: undefined };
  return numericOutcome(operator, absent, { min: right.value, max: right.value }, compare) === "unknown";
}

/** Fractions are compared by their products, in whole numbers. */
function signed(left: End, sign: string, right: End, page: Page, isExact = false): string {
  const [one, other] = [termsOf(left, page, isExact), termsOf(right, page, isExact)];
  return `${product(one.over, other.under, page).text} ${sign} ${product(other.over, one.under, page).text}`;
}

interface Term {
  text: string;
  figure?: bigint;
}

const one: Term = { text: "1", figure: 1n };

function product(left: Term, right: Term, { speech }: Page): Term {
  if (right.figure === 1n) return left;
  if (left.figure === 1n) return right;
  if (left.figure !== undefined && right.figure !== undefined) return whole(left.figure * right.figure);
  return { text: `${speech.wide(left.text)} * ${right.text}` };
}

const whole = (figure: bigint): Term => ({ text: String(figure), figure });

function termsOf(end: End, page: Page, isExact: boolean): { over: Term; under: Term } {
  if (end.kind === "figure") return { over: whole(end.value.numerator), under: whole(end.value.denominator) };
  if (end.kind === "day") return { over: { text: page.speech.day(end.value) }, under: one };
  const { held, of, times } = end;
  const isShare = held.type === "share";
  const bound = (part: "numerator" | "denominator", absent: number): Term => {
    const column = page.column(held, part);
    return { text: isExact || of === "most" ? column : `COALESCE(${column}, ${absent})` };
  };
  const over: Term = isShare ? bound("numerator", 0) : { text: page.column(held, isExact ? "value" : of) };
  const under: Term = isShare ? bound("denominator", 1) : one;
  if (times === undefined) return { over, under };
  return { over: product(over, whole(times.numerator), page), under: product(under, whole(times.denominator), page) };
}
