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

/** Entries in order of time. Each is read until its own end, or the day before the next begins. */
export function inOrder<T extends Dated>(entries: readonly T[]): Reading<T>[] {
  const ordered = [...entries].sort((left, right) => ((left.from ?? "") < (right.from ?? "") ? -1 : 1));
  return ordered.map((entry, index) => {
    const next = ordered[index + 1]?.from;
    const beforeNext = typeof next === "string" ? addDays(next, -1) : undefined;
    return { entry, days: overlap({ min: entry.from ?? undefined, max: entry.to ?? undefined }, { max: beforeNext }) };
  });
}

/** What may be read on some of the days. The last valid day counts, the day after does not. */
export function inForce<T extends Dated>(entries: readonly T[], days: Days): InForce<T> {
  const all = inOrder(entries);
  const gaps = all.flatMap(({ days: { max } }, index): Days[] => {
    if (max === undefined) return [];
    const next = all[index + 1]?.days.min;
    return [{ min: addDays(max, 1), max: next === undefined ? undefined : addDays(next, -1) }];
  });
  const first = all[0]?.days.min;
  return {
    readings: all
      .filter((each) => intersect(each.days, days))
      .map(({ entry, days: own }) => ({ entry, days: overlap(own, days) })),
    before: first !== undefined && intersect({ max: addDays(first, -1) }, days),
    gap: gaps.some((gap) => intersect(gap, days)),
  };
}

/** Knowledge has run out: a yearly rule is read after the last day that any source speaks of. */
export const isStale = (entry: Dated, days: Days): boolean =>
  entry.renewal !== "standing" && entry.lastSeen !== undefined && (days.max === undefined || days.max > entry.lastSeen);
