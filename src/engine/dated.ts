import { type Days, intersect, overlap } from "../facts/days.ts";
import { addDays } from "../normalize/calendar.ts";
import type { Dated } from "../schema/primitives.ts";

/** An entry with the days that it is read on. */
export interface Reading<T> {
  entry: T;
  days: Days;
}

export interface InForce<T> {
  readings: Reading<T>[];
  /** Some of the days lie before the first entry. */
  before: boolean;
  /** Some of the days lie between two entries, or after the last. */
  gap: boolean;
}

/** Entries do not change: their order and what lies between them are worked out once. */
const ordered = new WeakMap<readonly Dated[], { all: Reading<Dated>[]; gaps: Days[]; beforeFirst: Days | undefined }>();

function calendarOf<T extends Dated>(entries: readonly T[]) {
  let known = ordered.get(entries);
  if (known === undefined) {
    const all = ordering(entries);
    const first = all[0]?.days.min;
    known = { all, gaps: gapsIn(all), beforeFirst: first === undefined ? undefined : { max: addDays(first, -1) } };
    ordered.set(entries, known);
  }
  return known as { all: Reading<T>[]; gaps: Days[]; beforeFirst: Days | undefined };
}

/** Entries in order of time. Each is read until its own end, or the day before the next begins. */
export const inOrder = <T extends Dated>(entries: readonly T[]): readonly Reading<T>[] => calendarOf(entries).all;

function ordering<T extends Dated>(entries: readonly T[]): Reading<T>[] {
  const sorted = [...entries].sort((left, right) => ((left.from ?? "") < (right.from ?? "") ? -1 : 1));
  return sorted.map((entry, index) => {
    const next = sorted[index + 1]?.from;
    const beforeNext = typeof next === "string" ? addDays(next, -1) : undefined;
    return { entry, days: overlap({ min: entry.from ?? undefined, max: entry.to ?? undefined }, { max: beforeNext }) };
  });
}

const gapsIn = (all: readonly Reading<Dated>[]): Days[] =>
  all.flatMap(({ days: { max } }, index): Days[] => {
    if (max === undefined) return [];
    const next = all[index + 1]?.days.min;
    return [{ min: addDays(max, 1), max: next === undefined ? undefined : addDays(next, -1) }];
  });

/** What may be read on some of the days. The last valid day counts, the day after does not. */
export function inForce<T extends Dated>(entries: readonly T[], days: Days): InForce<T> {
  const { all, gaps, beforeFirst } = calendarOf(entries);
  return {
    readings: all
      .filter((each) => intersect(each.days, days))
      .map(({ entry, days: own }) => ({ entry, days: overlap(own, days) })),
    before: beforeFirst !== undefined && intersect(beforeFirst, days),
    gap: gaps.some((gap) => intersect(gap, days)),
  };
}

/** Knowledge has run out: a yearly rule is read after the last day that any source speaks of. */
export const isStale = (entry: Dated, days: Days): boolean =>
  entry.renewal !== "standing" && entry.lastSeen !== undefined && (days.max === undefined || days.max > entry.lastSeen);
