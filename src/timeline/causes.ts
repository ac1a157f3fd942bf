import type { Result } from "../schema/assessment.ts";
import type { Cause } from "../schema/timeline.ts";
import type { Change } from "./boundaries.ts";

/** What of two answers is compared. */
export type Compared = "status" | "eligibility" | "availability" | "freshness" | "estimate";

type Fields = readonly Compared[];
const all: Fields = ["status", "eligibility", "availability", "freshness", "estimate"];
const verdict: Fields = ["eligibility", "estimate"];

/**
 * What each kind of change brings about, in the order in which causes are told. What it may bring about in a roundabout
 * way (a figure that nobody confirms makes a verdict stale) counts only where nothing else explains it.
 */
const effects: Record<Cause["code"], { directly: Fields; perhaps: Fields }> = {
  status: { directly: all, perhaps: [] },
  "terms-begin": { directly: all, perhaps: [] },
  "terms-end": { directly: all, perhaps: [] },
  "last-confirmed": { directly: ["freshness", "availability"], perhaps: [] },
  // The year that a call pays from is the one that caps count.
  "call-opens": { directly: ["availability"], perhaps: ["estimate"] },
  "call-closes": { directly: ["availability"], perhaps: ["estimate"] },
  route: { directly: [...verdict, "availability"], perhaps: ["freshness"] },
  criterion: { directly: verdict, perhaps: ["availability", "freshness"] },
  definition: { directly: verdict, perhaps: ["availability", "freshness"] },
  figure: { directly: verdict, perhaps: ["availability", "freshness"] },
  "fact-day": { directly: verdict, perhaps: ["availability", "freshness"] },
  age: { directly: verdict, perhaps: ["availability", "freshness"] },
  "compared-day": { directly: verdict, perhaps: ["availability", "freshness"] },
  "fiscal-year": { directly: ["estimate"], perhaps: [] },
};
const order = Object.keys(effects);

/** Of the changes that fall on one day those that brought about what differs, each once. */
export function causesOf(changes: readonly Change[], differing: Fields, before: Result, after: Result): Cause[] {
  const possible = changes.filter(({ cause }) => !isCall(cause) || isWayIn(cause.route, before, after));
  // What is ruled out has no amount: that follows from the verdict.
  const follows = [before, after].some(({ eligibility }) => eligibility === "ineligible") ? "estimate" : undefined;
  const toExplain = differing.includes("eligibility") ? differing.filter((field) => field !== follows) : differing;
  const told = toExplain.flatMap((field) => {
    const bringing = (by: "directly" | "perhaps") =>
      possible.filter(({ cause }) => effects[cause.code][by].includes(field));
    const direct = bringing("directly").filter(({ perhaps }) => perhaps === undefined);
    return direct.length > 0 ? direct : [...bringing("directly"), ...bringing("perhaps")];
  });
  const keyed = new Map(told.map(({ cause }) => [JSON.stringify(cause), cause]));
  const place = ([key, { code }]: [string, Cause]) => `${String(order.indexOf(code)).padStart(2, "0")} ${key}`;
  return [...keyed].sort((left, right) => (place(left) < place(right) ? -1 : 1)).map(([, cause]) => cause);
}

type CallCause = Extract<Cause, { call: string }>;
const isCall = (cause: Cause): cause is CallCause => cause.code === "call-opens" || cause.code === "call-closes";

/** Calls of a way in that is ruled out say nothing, unless every way in is. */
function isWayIn(route: string | undefined, before: Result, after: Result): boolean {
  if (route === undefined) return true;
  return [before, after].some(({ routes }) => {
    const possible = routes.filter((each) => each.eligibility !== "ineligible");
    return (possible.length > 0 ? possible : routes).some((each) => each.id === route);
  });
}
