import { isStale } from "../engine/dated.ts";
import { evaluate } from "../engine/evaluate.ts";
import type { Outcome } from "../engine/outcome.ts";
import { onDay } from "../facts/days.ts";
import type { Scope } from "../facts/scope.ts";
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
  // Of several open calls the one that closes first is told, of several that are to come the one that opens first.
  const dayOf = ({ call }: Window) =>
    call?.closes !== undefined && call.opens !== undefined && call.opens <= scope.asOf
      ? call.closes
      : (call?.opens ?? call?.closes ?? "9");
  const [first] = availabilities.flatMap((kind) => windows.filter((each) => each.availability === kind));
  const alike = windows.filter((each) => each.availability === first?.availability);
  const told = alike.filter((each) => each.call !== null).sort((left, right) => (dayOf(left) < dayOf(right) ? -1 : 1));
  return told[0] ?? (first as Window);
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
    ({ call, state }) =>
      state === "unknown" &&
      call.opens === undefined &&
      call.closes !== undefined &&
      isFor(call, scope) === "satisfied",
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
  const outcome = isFor(call, scope);
  if (outcome !== "satisfied") return outcome === "unknown" ? "unknown" : "closed";
  if (call.opens !== undefined && asOf < call.opens) return "upcoming";
  return call.opens !== undefined && closes !== undefined ? "open" : "unknown";
}

/** Whether the call is held for this company. */
export function isFor({ when, prefectures }: Call, scope: Scope): Outcome {
  const condition = when ?? (prefectures === undefined ? true : { fact: "company.prefecture", in: prefectures });
  return evaluate(condition, scope).outcome;
}
