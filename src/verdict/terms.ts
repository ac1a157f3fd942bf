import { inForce, inOrder } from "../engine/dated.ts";
import { type Days, onDay } from "../facts/days.ts";
import type { Measure, Status, Terms } from "../schema/measure.ts";

/** What a measure says on a date: its terms, or why it says nothing. */
export type Said = { terms: Terms; days: Days } | { terms: null; because: "before" | "gap" | "not-available" };

export function statusOn(measure: Measure, asOf: string): Status {
  const [row] = inForce(measure.status, onDay(asOf)).readings;
  // Before its first day a measure is as far off as a planned one.
  return row?.entry.is ?? "planned";
}

/** Everything that the measure may say on the days that its rules are read on, each with the days it says it on. */
export function saidOn(measure: Measure, status: Status, days: Days): Said[] {
  if (status === "planned" || status === "under-study") return [{ terms: null, because: "not-available" }];
  const { readings, before, gap } = inForce(measure.terms, days);
  const last = inOrder(measure.terms).at(-1);
  // What has ended is told on its last terms; a gap between two terms stays one.
  const isOver = last?.days.max !== undefined && days.min !== undefined && days.min > last.days.max;
  if (status === "ended" && last !== undefined && isOver) return [{ terms: last.entry, days }];
  const said: Said[] = readings.map(({ entry, days: own }) => ({ terms: entry, days: own }));
  if (before || measure.terms.length === 0) said.push({ terms: null, because: "before" });
  if (gap) said.push({ terms: null, because: "gap" });
  return said;
}

/** All terms of a measure are read on the same date. */
export const triggerOf = (measure: Measure): string | undefined => measure.terms[0]?.on;

/** What a built-in reason points to, since no rule file writes it. */
export const anySource = (measure: Measure): string =>
  measure.terms[0]?.sources[0] ?? (measure.status[0]?.source as string);
