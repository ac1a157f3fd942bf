/** A stretch of calendar days, both ends included; an absent end is open. A known day has two equal ends. */
export interface Days {
  min?: string | undefined;
  max?: string | undefined;
}

export const onDay = (day: string): Days => ({ min: day, max: day });
export const isOneDay = ({ min, max }: Days): boolean => min !== undefined && min === max;
export const showDays = (days: Days): string =>
  isOneDay(days) ? (days.min ?? "") : `${days.min ?? ""}/${days.max ?? ""}`;
