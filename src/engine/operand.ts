import { type Days, isOneDay } from "../facts/days.ts";
import { entryOf, readFact, type Scalar } from "../facts/fact.ts";
import { factAt, nodeAt, type Scope } from "../facts/scope.ts";
import { type Fraction, multiply, toFraction, zero } from "../normalize/fraction.ts";
import type { Operand } from "../schema/condition.ts";
import type { Figure, Parameter, Tariff, YearlyTariff } from "../schema/law.ts";
import type { ShareOf } from "../schema/primitives.ts";
import { inForce, isStale } from "./dated.ts";

/** The figures that a comparison may be with: several where a key or a date is not known. */
export interface Figures {
  values: Figure[];
  missing: string[];
  /** The row of a table that was read, where its key is known. */
  by?: { path: string; value: string };
  source?: string;
  stale: boolean;
  /** On some of the days no figure is known. */
  partial: boolean;
  /** Of a part of a fact: what it may be, in place of single values. */
  range?: Interval<Fraction>;
}

/** From the least to the greatest that a value may be; an absent end is open. */
export interface Interval<T> {
  min: T | undefined;
  max: T | undefined;
}

export function figuresOf(operand: Operand, scope: Scope): Figures {
  if (typeof operand !== "object") return { values: [operand], missing: [], stale: false, partial: false };
  if ("fact" in operand) return partOf(operand, scope);
  const parameter = scope.law.parameters[operand.parameter] as Parameter;
  const { readings, before, gap } = inForce(parameter.values, scope.on);
  const entries = readings.map(({ entry }) => entry);
  const partial = before || gap;
  const key = operand.by === undefined ? undefined : readFact(scope.law.facts, nodeAt(scope, operand.by));
  const known = key?.known.kind === "exact" ? String(key.known.value) : undefined;
  const values = entries.flatMap(({ value }) => figures(value, known));
  const settled = new Set(values).size <= 1 && !partial;
  return {
    values,
    missing: settled ? [] : [...(key !== undefined && known === undefined ? [key.path] : []), ...openDate(scope)],
    ...(key === undefined || known === undefined ? {} : { by: { path: key.path, value: known } }),
    ...(entries[0] === undefined ? {} : { source: entries[0].source }),
    stale: entries.some((entry) => isStale(entry, scope.on)),
    partial,
  };
}

/** A share of a fact, as wide as the fact is known. No amount lies below zero. */
export function partOf({ fact: path, times }: ShareOf, scope: Scope): Figures & { range: Interval<Fraction> } {
  const { path: missing, known } = factAt(scope, path);
  const part = (end: Scalar | undefined) =>
    end === undefined ? undefined : multiply(toFraction(end as number), toFraction(times));
  const ends = known.kind === "exact" ? { min: known.value, max: known.value } : known.kind === "range" ? known : {};
  return {
    values: [],
    missing: known.kind === "exact" ? [] : [missing],
    stale: false,
    partial: false,
    range: { min: part(ends.min) ?? zero, max: part(ends.max) },
  };
}

/** The tariffs that may hold on the days, for fees. */
export function tariffsOn(scope: Scope, id: string, on: Days) {
  const { readings, before, gap } = inForce((scope.law.parameters[id] as Parameter).values, on);
  return {
    tariffs: readings.map(({ entry }) => entry.value as Tariff | YearlyTariff),
    source: readings.at(-1)?.entry.source,
    stale: readings.some(({ entry }) => isStale(entry, on)),
    partial: before || gap || readings.length === 0,
  };
}

function figures(value: Parameter["values"][number]["value"], key: string | undefined): Figure[] {
  if (typeof value !== "object") return [value];
  const table = value as Record<string, number>;
  return key === undefined ? Object.values(table) : Object.hasOwn(table, key) ? [table[key] as number] : [];
}

/** The profile path of the date that a rule is read on, while that date is open. */
export const openDate = (scope: Scope): string[] => (isOneDay(scope.on) ? [] : [scope.onPath]);

export const optionsOf = (scope: Scope, path: string): string[] =>
  Object.keys(entryOf(scope.law.facts, nodeAt(scope, path))?.options ?? {});

export const span = <T extends Scalar>(values: readonly T[], order: (left: T, right: T) => number) => {
  const sorted = [...values].sort(order);
  return { min: sorted[0] as T, max: sorted.at(-1) as T };
};
