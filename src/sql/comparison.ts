import { type NumericOperator, numericOutcome } from "../engine/comparisons.ts";
import type { Interval } from "../engine/operand.ts";
import type { Fraction } from "../normalize/fraction.ts";
import { compare, toFraction } from "../normalize/fraction.ts";
import type { Held } from "./table.ts";
import { known, refused, type Truth, unknown } from "./truth.ts";

/** One end of what a side of a comparison may be: the same for every row, or read from it. */
export type End =
  | { kind: "figure"; value: Fraction }
  | { kind: "day"; value: string }
  /** The least or the most that a fact may be, or a part of that. */
  | { kind: "held"; held: Held; of: "least" | "most"; times?: Fraction };

export type Span = Interval<End>;

/** Both sides may be anything between their ends; an end that is absent is open. */
export interface Comparison {
  kind: "compare";
  operator: NumericOperator;
  left: Span;
  right: Span;
}

/** Beyond this a database may count in floating numbers. */
const widest = 10n ** 18n;

export function compared(operator: NumericOperator, left: Span, right: Span): Truth {
  const ends = [left.min, left.max, right.min, right.max];
  const wide = ends.find((end) => end !== undefined && isWide(end));
  if (wide !== undefined) return refused("figure-too-wide", textOf(wide));
  if (ends.every((end) => end === undefined || end.kind === "figure"))
    return known(numericOutcome(operator, figures(left), figures(right), compare));
  const [high, low] = operator === "atLeast" || operator === "below" ? [left, right] : [right, left];
  const canHold = high.min !== undefined && low.max !== undefined;
  const canFail = high.max !== undefined && low.min !== undefined;
  return canHold || canFail ? { kind: "compare", operator, left, right } : unknown;
}

export const figure = (value: number | string): End => ({ kind: "figure", value: toFraction(value) });
export const day = (value: string): End => ({ kind: "day", value });

/** What a fact may be, or that part of it, as far as the table can say either end. */
export function spanOf(held: Held, times?: Fraction): Span {
  const end = (of: "least" | "most"): End => ({ kind: "held", held, of, ...(times === undefined ? {} : { times }) });
  const { places, min, max, least } = held;
  return {
    min: places.length > 0 || min !== undefined || least !== undefined ? end("least") : undefined,
    max: places.length > 0 || max !== undefined ? end("most") : undefined,
  };
}

const figures = ({ min, max }: Span): Interval<Fraction> => ({
  min: min?.kind === "figure" ? min.value : undefined,
  max: max?.kind === "figure" ? max.value : undefined,
});

const fractionIn = (end: End): Fraction | undefined =>
  end.kind === "figure" ? end.value : end.kind === "held" ? end.times : undefined;

function isWide(end: End): boolean {
  const { numerator = 0n, denominator = 0n } = fractionIn(end) ?? {};
  return numerator > widest || denominator > widest || numerator < -widest;
}

function textOf(end: End): string {
  const { numerator = 0n, denominator = 1n } = fractionIn(end) ?? {};
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}
