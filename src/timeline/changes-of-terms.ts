import { inOrder } from "../engine/dated.ts";
import type { Scope } from "../facts/scope.ts";
import { addDays, dayBefore, firstDayOfFiscalYear } from "../normalize/calendar.ts";
import type { Call, Measure, Terms } from "../schema/measure.ts";
import { criteriaOf } from "../schema/parts-of-terms.ts";
import type { Cause } from "../schema/timeline.ts";
import { isFor } from "../verdict/window.ts";
import { after, boundariesOf, type Change, on } from "./boundaries.ts";

/** When the measure and its terms begin and end, and when nobody speaks of them any longer. */
export function changesOfMeasure({ status, terms }: Measure): Change[] {
  const { begins, lastDays, lastSeen } = boundariesOf(terms);
  // Entries that are read on a day of their own may stay with terms that have been renewed for others.
  const isRenewed = (day: string) => terms[0]?.on === undefined && begins.includes(addDays(day, 1));
  return [
    ...inOrder(status).flatMap(({ entry, days }) => on(days.min, { code: "status", is: entry.is })),
    ...begins.flatMap((day) => on(day, { code: "terms-begin" })),
    ...lastDays.flatMap((lastDay) => after(lastDay, { code: "terms-end", lastDay })),
    ...lastSeen
      .filter((day) => !isRenewed(day))
      .flatMap((lastDay) => after(lastDay, { code: "last-confirmed", lastDay })),
  ];
}

/** The windows that are, or may be, this company's. */
export function changesOfCalls(terms: Terms, scopeOn: (day: string) => Scope): Change[] {
  const ofCall = (call: Call, route: string | undefined): Change[] => {
    const { id, fiscalYear, opens, closes, rolling } = call;
    const lastDay = closes ?? dayBefore(firstDayOfFiscalYear(fiscalYear + 1));
    const atLatest = closes === undefined && rolling === undefined ? { atLatest: true as const } : {};
    const named = { call: id, fiscalYear, ...(route === undefined ? {} : { route }) };
    return [
      ...on(opens, { code: "call-opens", ...named }),
      ...after(lastDay, { code: "call-closes", ...named, lastDay, ...atLatest }),
    ].flatMap((change): Change[] => {
      const outcome = isFor(call, scopeOn(change.day));
      return outcome === "unsatisfied" ? [] : [outcome === "satisfied" ? change : { ...change, perhaps: true }];
    });
  };
  return [
    ...(terms.calls ?? []).flatMap((call) => ofCall(call, undefined)),
    ...(terms.routes ?? []).flatMap(({ id, calls = [] }) => calls.flatMap((call) => ofCall(call, id))),
  ];
}

/** Ways in, criteria and exclusions may begin or end inside their terms. */
export function changesInside(terms: Terms): Change[] {
  const { routes = [] } = terms;
  return [
    ...periods(routes, ({ id, authority }, change) => ({ code: "route", route: id, authority, change })),
    ...periods(criteriaOf(terms), ({ id, text }, change) => ({ code: "criterion", criterion: id, text, change })),
  ];
}

interface Period {
  id: string;
  from?: string | undefined;
  to?: string | undefined;
}

/** What begins under the id of something that has just ended has changed. */
function periods<T extends Period>(
  entries: readonly T[],
  cause: (entry: T, change: "begins" | "ends" | "changes") => Cause,
): Change[] {
  const follows = (entry: T, other: T) =>
    entry.id === other.id && other.to !== undefined && entry.from === addDays(other.to, 1);
  return entries.flatMap((entry) => [
    ...on(entry.from, cause(entry, entries.some((other) => follows(entry, other)) ? "changes" : "begins")),
    ...(entries.some((other) => follows(other, entry)) ? [] : after(entry.to, cause(entry, "ends"))),
  ]);
}
