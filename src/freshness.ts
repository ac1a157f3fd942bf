import { type Catalog, measuresOf } from "./catalog/catalog.ts";
import { inOrder } from "./engine/dated.ts";
import { parseAsOf } from "./facts/parse-as-of.ts";
import { addDays, addYears } from "./normalize/calendar.ts";
import type { Measure } from "./schema/measure.ts";
import { callsOf } from "./schema/parts-of-terms.ts";
import type { Bilingual } from "./schema/primitives.ts";
import { statusOn } from "./verdict/terms.ts";

/**
 * Why somebody should look at a measure again. `lapsed`: no source speaks of the day; `ageing`: soon none will, or the
 * newest source of a standing rule is old; `closing`: a call is open and about to close; `ending`: the terms are.
 */
export type AgeState = "lapsed" | "ageing" | "closing" | "ending";

export interface Aging {
  measure: { id: string; name: Bilingual };
  state: AgeState;
  /** The last day that is known: of the terms, of the newest source, of the call. */
  on: string;
  /** The call that closes. */
  call?: string;
}

const daysAhead = 90;
const yearsBack = 3;
const order: readonly AgeState[] = ["lapsed", "closing", "ending", "ageing"];

/**
 * What is lapsed, ageing or about to close in a catalog on a day, most urgent first. Measures that are planned or have
 * ended are left out: nothing is awaited of them.
 *
 * @throws ProfileError if `asOf` is no calendar day.
 */
export function checkFreshness(catalog: Catalog, options: { asOf: string }): Aging[] {
  const asOf = parseAsOf(options.asOf);
  return measuresOf(catalog)
    .filter((measure) => measure.view === undefined && statusOn(measure, asOf) === "available")
    .flatMap((measure) => agingOf(measure, catalog, asOf))
    .sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}

const keyOf = ({ state, on, measure, call = "" }: Aging): string =>
  [order.indexOf(state), on, measure.id, call].join(" ");

function agingOf(measure: Measure, catalog: Catalog, asOf: string): Aging[] {
  const terms = inOrder(measure.terms)
    .map(({ entry }) => entry)
    .findLast(({ from }) => from === null || from <= asOf);
  if (terms === undefined) return [];
  const entry = (state: AgeState, on: string): Aging => ({
    measure: { id: measure.id, name: measure.name },
    state,
    on,
  });
  const soon = addDays(asOf, daysAhead);
  if (typeof terms.to === "string") {
    return terms.to >= asOf && terms.to <= soon ? [entry("ending", terms.to)] : [];
  }
  const closing = callsOf(terms)
    .filter(({ opens = asOf, closes }) => closes !== undefined && opens <= asOf && closes >= asOf && closes <= soon)
    .map((call): Aging => ({ ...entry("closing", call.closes as string), call: call.id }));
  if (terms.renewal === "yearly") {
    if (terms.lastSeen < asOf) return [entry("lapsed", terms.lastSeen), ...closing];
    return [...(terms.lastSeen <= soon ? [entry("ageing", terms.lastSeen)] : []), ...closing];
  }
  const newest = terms.sources
    .map((id) => catalog.sources[id])
    .map((source) => source?.checkedOn ?? source?.statedOn ?? terms.lastSeen)
    .concat(terms.lastSeen)
    .reduce((left, right) => (left > right ? left : right));
  return [...(addYears(newest, yearsBack) < asOf ? [entry("ageing", newest)] : []), ...closing];
}
