/** A stretch of calendar days, both ends included; an absent end is open. A known day has two equal ends. */
export interface Days {
  min?: string | undefined;
  max?: string | undefined;
}

export const onDay = (day: string): Days => ({ min: day, max: day });
export const isOneDay = ({ min, max }: Days): boolean => min !== undefined && min === max;
export const showDays = (days: Days): string =>
  isOneDay(days) ? (days.min ?? "") : `${days.min ?? ""}/${days.max ?? ""}`;

/** The days that lie in both. */
export function overlap(left: Days, right: Days): Days {
  const min = left.min === undefined || (right.min !== undefined && right.min > left.min) ? right.min : left.min;
  const max = left.max === undefined || (right.max !== undefined && right.max < left.max) ? right.max : left.max;
  return { min, max };
}

/** Whether they share a day. An empty stretch shares none. */
export function intersect(left: Days, right: Days): boolean {
  const { min, max } = overlap(left, right);
  return min === undefined || max === undefined || min <= max;
}

/** How much of the days lies in a period: every day, some of them, or none. */
export function coverage(period: Days, days: Days): "all" | "some" | "none" {
  if (!intersect(period, days)) return "none";
  const { min, max } = overlap(period, days);
  return min === days.min && max === days.max ? "all" : "some";
}
