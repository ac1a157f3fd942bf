import { isStale } from "../engine/dated.ts";
import { onDay } from "../facts/days.ts";
import { factAt, type Scope } from "../facts/scope.ts";
import type { Call, Route, Status, Terms } from "../schema/measure.ts";
import type { Said } from "./terms.ts";

export const availabilities = ["open", "upcoming", "unknown", "closed"] as const;
export type Availability = (typeof availabilities)[number];

export interface Window {
  availability: Availability;
  /** The call that is or may be open, else the next one. */
  call: Call | null;
}

/** Whether one can apply on asOf. Another axis than eligibility: "closed, but you would be eligible" is sayable. */
export function windowOf(status: Status, said: Said[], routes: readonly Route[], scope: Scope): Window {
  if (status === "ended") return { availability: "closed", call: null };
  const terms = said.find((each) => each.terms !== null)?.terms ?? null;
  if (terms === null) {
    const gap = said.some((each) => each.terms === null && each.because === "gap");
    return { availability: gap ? "closed" : "unknown", call: null };
  }
  const windows =
    routes.length === 0 ? [callsWindow(terms, terms, scope)] : routes.map((route) => callsWindow(route, terms, scope));
  const best = availabilities.flatMap((kind) => windows.filter((each) => each.availability === kind));
  const [first] = best;
  return best.find((each) => each.availability === first?.availability && each.call !== null) ?? (first as Window);
}

export function callsWindow(
  { calls = [], callsComplete = false }: Pick<Route, "calls" | "callsComplete">,
  terms: Terms,
  scope: Scope,
): Window {
  const states = calls.map((call) => ({ call, state: stateOf(call, scope) }));
  const first = (state: Availability) =>
    states
      .filter((each) => each.state === state)
      .sort((left, right) => ((left.call.opens ?? "") < (right.call.opens ?? "") ? -1 : 1))[0];
  // A call that will have been open before a known end may be open today; one whose end is not known may be long over.
  const ending = states.find(
    ({ call, state }) => state === "unknown" && call.opens === undefined && call.closes !== undefined,
  );
  const known = first("open") ?? ending ?? first("upcoming");
  if (known !== undefined) return { availability: known.state, call: known.call };
  if (terms.renewal === "standing" && calls.length === 0) return { availability: "open", call: null };
  const silent = !callsComplete || states.some((each) => each.state === "unknown") || isStale(terms, onDay(scope.asOf));
  return { availability: silent ? "unknown" : "closed", call: null };
}

/** A window with one known end is neither open nor closed. */
function stateOf(call: Call, scope: Scope): Availability {
  const { asOf } = scope;
  const yearEnd = `${call.fiscalYear + 1}-03-31`;
  const closes = call.closes ?? (call.rolling ? yearEnd : undefined);
  if (asOf > (closes ?? yearEnd)) return "closed";
  if (call.prefectures !== undefined) {
    const { known } = factAt(scope, "company.prefecture");
    if (known.kind !== "exact") return "unknown";
    if (!call.prefectures.includes(String(known.value))) return "closed";
  }
  if (call.opens !== undefined && asOf < call.opens) return "upcoming";
  return call.opens !== undefined && closes !== undefined ? "open" : "unknown";
}
