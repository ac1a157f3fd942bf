import type { Days } from "../facts/days.ts";
import { addDays } from "../normalize/calendar.ts";
import type { Dated } from "../schema/primitives.ts";

export interface Period<T> {
  entry: T;
  /** The last day it is read, if any: its own end, or the day before the next begins. */
  last: string | null;
}

export interface InForce<T> {
  entries: T[];
  /** Some of the days lie before the first entry, or in a gap, or after the last. */
  before: boolean;
  gap: boolean;
}

/** Entries in order of time, each with its last day. */
export function periods<T extends Dated>(entries: readonly T[]): Period<T>[] {
  const ordered = [...entries].sort((left, right) => ((left.from ?? "") < (right.from ?? "") ? -1 : 1));
  return ordered.map((entry, index) => {
    const next = ordered[index + 1]?.from;
    const limit = next === undefined || next === null ? null : addDays(next, -1);
    const end = entry.to ?? null;
    return { entry, last: end === null ? limit : limit === null || end < limit ? end : limit };
  });
}

/** The entries that may be read on some of the days. The last valid day counts, the day after does not. */
export function inForce<T extends Dated>(entries: readonly T[], days: Days): InForce<T> {
  const all = periods(entries);
  const hit = all.filter(
    ({ entry, last }) =>
      (entry.from === null || days.max === undefined || entry.from <= days.max) &&
      (last === null || days.min === undefined || days.min <= last),
  );
  const first = all[0]?.entry.from ?? null;
  const before = first !== null && (days.min === undefined || days.min < first);
  const gap = all.some(({ last }, index) => {
    const next = all[index + 1]?.entry.from;
    if (last === null) return false;
    const start = addDays(last, 1);
    const end = next === undefined || next === null ? null : addDays(next, -1);
    return (
      (end === null || start <= end) &&
      (days.max === undefined || start <= days.max) &&
      (end === null || days.min === undefined || days.min <= end)
    );
  });
  return { entries: hit.map(({ entry }) => entry), before, gap };
}

/** Knowledge has run out: a yearly rule is read after the last day that any source speaks of. */
export const isStale = (entry: Dated, days: Days): boolean =>
  entry.renewal !== "standing" && entry.lastSeen !== undefined && (days.max === undefined || days.max > entry.lastSeen);
