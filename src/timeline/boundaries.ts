import { inOrder } from "../engine/dated.ts";
import { addDays } from "../normalize/calendar.ts";
import type { Dated } from "../schema/primitives.ts";
import type { Cause } from "../schema/timeline.ts";

/** A day on which the answer for a measure may change, and why it would. */
export interface Change {
  day: string;
  cause: Cause;
  /** Of what may not concern this company at all: it is told only where nothing else explains the day. */
  perhaps?: true;
}

export const on = (day: string | undefined, cause: Cause): Change[] => (day === undefined ? [] : [{ day, cause }]);

/** What holds up to a day is over on the next. */
export const after = (lastDay: string | null | undefined, cause: Cause): Change[] =>
  typeof lastDay === "string" ? on(addDays(lastDay, 1), cause) : [];

/** When entries begin, when one ends and none follows, and the last days that sources speak of those to be renewed. */
export function boundariesOf(entries: readonly Dated[]) {
  const ordered = inOrder(entries);
  const begins = ordered.flatMap(({ days }) => days.min ?? []);
  return {
    begins,
    lastDays: ordered.flatMap(({ days }) => days.max ?? []).filter((day) => !begins.includes(addDays(day, 1))),
    lastSeen: entries.flatMap(({ renewal, lastSeen }) => (renewal === "standing" ? [] : (lastSeen ?? []))),
  };
}
