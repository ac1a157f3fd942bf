import { inForce, periods } from "../engine/dated.ts";
import type { Days } from "../facts/days.ts";
import type { Measure, Status, Terms } from "../schema/measure.ts";

/** What a measure says on a date: its terms, or why it says nothing. */
export type Said = { terms: Terms } | { terms: null; because: "before" | "gap" | "not-available" };

export function statusOn(measure: Measure, asOf: string): Status {
  const [row] = inForce(measure.status, { min: asOf, max: asOf }).entries;
  // Before its first day a measure is as far off as a planned one.
  return row?.is ?? "planned";
}

/** Everything that the measure may say on the days that its rules are read on. */
export function saidOn(measure: Measure, status: Status, days: Days): Said[] {
  if (status === "planned" || status === "under-study") return [{ terms: null, because: "not-available" }];
  const { entries, before, gap } = inForce(measure.terms, days);
  const last = periods(measure.terms).at(-1)?.entry;
  if (entries.length === 0 && status === "ended" && last !== undefined) return [{ terms: last }];
  const said: Said[] = entries.map((terms) => ({ terms }));
  if (before || measure.terms.length === 0) said.push({ terms: null, because: "before" });
  if (gap) said.push({ terms: null, because: "gap" });
  return said;
}

/** All terms of a measure are read on the same date. */
export const triggerOf = (measure: Measure): string | undefined => measure.terms[0]?.on;
