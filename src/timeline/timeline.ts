import { type Catalog, deepFreeze, findMeasure, measuresOf } from "../catalog/catalog.ts";
import { CatalogError, issue, ProfileError } from "../errors.ts";
import { derive } from "../facts/derive.ts";
import { parseAsOf } from "../facts/parse-as-of.ts";
import { type ProfileInput, parseProfile } from "../facts/parse-profile.ts";
import { type Scope, scopeOf } from "../facts/scope.ts";
import { dayBefore } from "../normalize/calendar.ts";
import { rank } from "../rank.ts";
import { amountOf, readMeasure } from "../result.ts";
import type { Result } from "../schema/assessment.ts";
import type { Measure } from "../schema/measure.ts";
import type { Segment, Timeline } from "../schema/timeline.ts";
import type { Change } from "./boundaries.ts";
import { type Compared, causesOf } from "./causes.ts";
import { changesOf } from "./changes.ts";

export interface TimelineOptions {
  /** The first and the last Japanese calendar day, both included, `YYYY-MM-DD`. No clock is read. */
  from: string;
  to: string;
  catalog: Catalog;
  /** The ids of the measures that are wanted; all where absent. */
  measures?: readonly string[];
}

/**
 * What a company can use over a stretch of days: for each measure the longest segments of equal status, verdict,
 * window, freshness and amount, and why each begins. On every day of a segment `assess` gives just that. The company is
 * taken to stay as the profile says; only days pass.
 *
 * @throws ProfileError with every issue of the profile, if a day is none, or if `to` is before `from`; CatalogError for
 * an unknown measure.
 */
export function timeline(input: ProfileInput, options: TimelineOptions): Timeline {
  const { catalog } = options;
  const [from, to] = [parseAsOf(options.from, "from"), parseAsOf(options.to, "to")];
  if (to < from) throw new ProfileError([issue("to", "ends-before-start", { from, to })]);
  const profile = derive(parseProfile(input));
  const scopes = new Map<string, Scope>();
  const scopeOn = (day: string): Scope => {
    const scope = scopes.get(day) ?? scopeOf(profile, catalog, day);
    scopes.set(day, scope);
    return scope;
  };
  const resultOn = (measure: Measure, day: string): Result => readMeasure(measure, scopeOn(day), catalog).result;
  const measures = new Map(chosen(catalog, options.measures).map((measure) => [measure.id, measure]));
  const first = rank([...measures.values()].map((measure) => resultOn(measure, from)));
  return deepFreeze({
    from,
    to,
    catalog: { version: catalog.version },
    measures: first.map((result) => {
      const { viewOf, place } = result;
      const { id, name } = result.measure;
      const measure = measures.get(id) as Measure;
      const changes = changesOf(measure, catalog, scopeOn, { from, to });
      const segments = segmentsOf(result, changes, (day) => resultOn(measure, day), to);
      return { measure: { id, name }, viewOf, place, segments };
    }),
  });
}

function chosen(catalog: Catalog, ids: readonly string[] | undefined): readonly Measure[] {
  if (ids === undefined) return measuresOf(catalog);
  const found = ids.map((id) => ({ id, measure: findMeasure(catalog, id) }));
  const unknown = found.filter(({ measure }) => measure === undefined);
  if (unknown.length > 0)
    throw new CatalogError(
      unknown.map(({ id }) => issue(id, "unknown-reference", { kind: "measures", id, suggestion: "" })),
    );
  return found.flatMap(({ measure }) => measure ?? []);
}

/** Judges again on each day that may bring something new; what brought nothing is no boundary. */
function segmentsOf(
  first: Result,
  changes: readonly Change[],
  resultOn: (day: string) => Result,
  to: string,
): Segment[] {
  const days = [...new Set(changes.map(({ day }) => day))].sort();
  const begun: { result: Result; causes: Segment["causes"] }[] = [{ result: first, causes: [] }];
  for (const day of days) {
    const before = (begun.at(-1) as (typeof begun)[number]).result;
    const result = resultOn(day);
    const differing = (Object.keys(compared) as Compared[]).filter(
      (field) => JSON.stringify(compared[field](before)) !== JSON.stringify(compared[field](result)),
    );
    if (differing.length === 0) continue;
    const ofDay = changes.filter((change) => change.day === day);
    begun.push({ result, causes: causesOf(ofDay, differing, before, result) });
  }
  return begun.map(({ result, causes }, index) => {
    const { asOf, status, eligibility, availability, freshness, estimate } = result;
    const next = begun[index + 1]?.result.asOf;
    const last = next === undefined ? to : dayBefore(next);
    return { from: asOf, to: last, status, eligibility, availability, freshness, estimate, causes };
  });
}

const compared: Record<Compared, (result: Result) => unknown> = {
  status: ({ status }) => status,
  eligibility: ({ eligibility }) => eligibility,
  availability: ({ availability }) => availability,
  freshness: ({ freshness }) => freshness,
  estimate: ({ estimate }) => amountOf(estimate),
};
