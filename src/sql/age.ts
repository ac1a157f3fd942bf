import type { Interval } from "../engine/operand.ts";
import type { Days } from "../facts/days.ts";
import { addDays, addYears, dayBefore, daysBetween, firstDay, lastDay } from "../normalize/calendar.ts";
import { day, type Span } from "./comparison.ts";

/**
 * The days that a fact must not lie before, so that it is fewer than so many years or days old on a day: ages become dates,
 * which a database compares as they are. Anniversaries are those of the engine's calendar, found by trying.
 */
export function youngSince(
  operator: "fewerThanYears" | "fewerThanDays",
  { min, max }: Interval<number>,
  on: Days,
): Span {
  const later = operator === "fewerThanYears" ? addYears : addDays;
  const since = (period: number | undefined, end: string | undefined) =>
    period === undefined || end === undefined ? undefined : day(firstThat((born) => later(born, period) > end));
  return { min: since(max, on.min), max: since(min, on.max) };
}

/** The first day of which it holds, as it does of all days after; the day after the last one if of none. */
function firstThat(holds: (day: string) => boolean): string {
  let [before, from] = [dayBefore(firstDay), addDays(lastDay, 1)];
  for (let days = daysBetween(before, from); days > 1; days = daysBetween(before, from)) {
    const middle = addDays(before, Math.floor(days / 2));
    if (holds(middle)) from = middle;
    else before = middle;
  }
  return from;
}
