import { profilePath } from "../../catalog/walk.ts";
import { operatorOf } from "../../engine/comparisons.ts";
import { inForce } from "../../engine/dated.ts";
import { onDay } from "../../facts/days.ts";
import { addDays, addYears } from "../../normalize/calendar.ts";
import { compare, type Fraction, multiply, showFraction, toFraction } from "../../normalize/fraction.ts";
import type { Comparison, Operand } from "../../schema/condition.ts";
import type { FactEntry } from "../../schema/law.ts";
import type { FoundComparison } from "./comparisons.ts";
import { valueAt } from "./lay.ts";

/** What a fact is compared with; of a table, one row. */
export interface Threshold {
  value: number | string;
  row?: { path: string; option: string };
}

/** A value beside a threshold or on it. */
export interface Side {
  value: number | string;
  side: "below" | "at" | "above" | "before" | "on" | "after";
}

/** The figures that a comparison is with on its day: a literal, a parameter (each row of a table), a part of a fact. */
export function thresholdsOf({ test, scope }: FoundComparison): Threshold[] {
  const operand = test[operatorOf(test)] as Operand | boolean | string[] | undefined;
  if (typeof operand === "number" || typeof operand === "string") return [{ value: operand }];
  if (typeof operand !== "object" || Array.isArray(operand)) return [];
  if ("fact" in operand) {
    const whole = valueAt(scope.base, profilePath(operand.fact, scope.names));
    return typeof whole === "number"
      ? [{ value: showFraction(multiply(toFraction(whole), toFraction(operand.times))) }]
      : [];
  }
  const values = inForce(scope.catalog.parameters[operand.parameter]?.values ?? [], onDay(scope.day)).readings;
  return values.flatMap(({ entry: { value } }): Threshold[] => {
    if (typeof value !== "object") return [{ value }];
    if (operand.by === undefined) return [];
    const path = profilePath(operand.by, scope.names);
    return Object.entries(value as Record<string, number>).map(([option, each]) => ({
      value: each,
      row: { path, option },
    }));
  });
}

type Operator = keyof Comparison;
const dates: readonly Operator[] = ["onOrAfter", "after", "onOrBefore", "before"];
const numbers: readonly Operator[] = ["atLeast", "above", "atMost", "below", "is"];

/** The values of a fact beside a threshold and on it. Of an age, the dates whose anniversary is the day or beside it. */
export function sidesOf({ test, scope }: FoundComparison, { value }: Threshold, entry: FactEntry | undefined): Side[] {
  const operator = operatorOf(test);
  if (operator === "fewerThanYears")
    return ages((day) => addYears(day, Number(value)), addYears(scope.day, -Number(value)), scope.day);
  if (operator === "fewerThanDays")
    return ages((day) => addDays(day, Number(value)), addDays(scope.day, -Number(value)), scope.day);
  if (dates.includes(operator)) {
    const day = String(value);
    return [
      { value: addDays(day, -1), side: "before" },
      { value: day, side: "on" },
      { value: addDays(day, 1), side: "after" },
    ];
  }
  if (!numbers.includes(operator) || (operator === "is" && typeof value !== "number")) return [];
  return entry?.type === "share" ? shares(toFraction(value)) : whole(toFraction(value));
}

/** By where the day of reading lies from the anniversary: `before` it the period still runs, `on` it is over. */
function ages(anniversary: (day: string) => string, about: string, day: string): Side[] {
  return [addDays(about, 1), about, addDays(about, -1)].map((value) => {
    const end = anniversary(value);
    return { value, side: day < end ? "before" : day === end ? "on" : "after" };
  });
}

/** n-1, n, n+1; of a threshold that is no whole number, the numbers on both sides. */
function whole(threshold: Fraction): Side[] {
  const { numerator, denominator } = threshold;
  const floor = Number(numerator / denominator);
  if (compare(toFraction(floor), threshold) !== 0)
    return [
      { value: floor, side: "below" },
      { value: floor + 1, side: "above" },
    ];
  return [
    { value: floor - 1, side: "below" },
    { value: floor, side: "at" },
    { value: floor + 1, side: "above" },
  ];
}

/** Just below, at and just above, as exact fractions. */
function shares({ numerator, denominator }: Fraction): Side[] {
  const beside = (step: bigint) =>
    showFraction({ numerator: numerator * 1000n + step, denominator: denominator * 1000n });
  return [
    { value: beside(-1n), side: "below" },
    { value: beside(0n), side: "at" },
    { value: beside(1n), side: "above" },
  ];
}
