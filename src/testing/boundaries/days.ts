import type { Catalog } from "../../catalog/catalog.ts";
import { inOrder } from "../../engine/dated.ts";
import { addDays } from "../../normalize/calendar.ts";
import { readsOf, readsOfSubsidy } from "../../schema/benefit-reads.ts";
import { definitionsIn } from "../../schema/condition.ts";
import type { Measure, Terms } from "../../schema/measure.ts";
import type { Dated } from "../../schema/primitives.ts";
import { measuresFor } from "./profiles.ts";

/** A day on which something begins or ends, or the day beside it. */
export interface BoundaryDay {
  /** `foreign-filing-subsidy terms[0]: last day 2017-03-31`. */
  name: string;
  /** `YYYY-MM-DD`, for `asOf`. */
  day: string;
  /**
   * The day before the first, the first, the last and the day after; and where a rule must be renewed each year, the
   * last day that a source speaks of and the day after, from which on it is the last known.
   */
  side: "day before" | "first day" | "last day" | "day after" | "last seen" | "no longer seen";
  of: "status" | "terms" | "route" | "criterion" | "call" | "parameter" | "definition";
  /** The measure, parameter or definition. */
  id: string;
  /** Where in it: `terms[1].routes.inpit.calls.fy2026-2`. */
  at: string;
}

/** A stretch of days of something; an absent end is open. */
interface Period extends Pick<BoundaryDay, "of" | "id" | "at"> {
  first?: string | undefined;
  last?: string | undefined;
  seen?: string | undefined;
}

/**
 * The days on which the answers of a catalog may change, each with its neighbor: of statuses, terms, routes, dated
 * criteria, calls, parameters and definitions. With `measure`, of that measure and of what it reads.
 *
 * @throws CatalogError for an unknown measure.
 */
export function boundaryDays(catalog: Catalog, { measure: id }: { measure?: string } = {}): BoundaryDay[] {
  const measures = measuresFor(catalog, id).filter((each) => id !== undefined || each.view === undefined);
  const read = id === undefined ? all(catalog) : readBy(measures, catalog);
  const periods = [
    ...measures.flatMap(periodsOf),
    ...read.parameters.flatMap((name) => entries("parameter", name, "values", catalog.parameters[name]?.values ?? [])),
    ...read.definitions.flatMap((name) => entries("definition", name, "terms", catalog.definitions[name]?.terms ?? [])),
  ];
  return periods.flatMap(daysOf);
}

const all = ({ parameters, definitions }: Catalog) => ({
  parameters: Object.keys(parameters),
  definitions: Object.keys(definitions),
});

/** The parameters and definitions that measures read, through each other too. */
function readBy(measures: readonly Measure[], catalog: Catalog): { parameters: string[]; definitions: string[] } {
  const definitions = new Set<string>();
  const visit = (rules: unknown): void => {
    for (const name of definitionsIn(rules)) {
      if (definitions.has(name)) continue;
      definitions.add(name);
      visit(catalog.definitions[name]?.terms);
    }
  };
  visit(measures);
  const inBenefits = measures.flatMap(({ terms }) =>
    terms.flatMap(({ benefit, routes = [] }) =>
      [readsOf(benefit), ...routes.map((route) => readsOfSubsidy(route.benefit ?? {}))].flatMap(({ parameters }) =>
        parameters.map((each) => each.id),
      ),
    ),
  );
  const inConditions = parametersIn([measures, [...definitions].map((name) => catalog.definitions[name])]);
  return { parameters: [...new Set([...inBenefits, ...inConditions])], definitions: [...definitions] };
}

/** The parameters that comparisons somewhere in the rules name. */
function parametersIn(rules: unknown): string[] {
  if (typeof rules !== "object" || rules === null) return [];
  const own = "parameter" in rules && typeof rules.parameter === "string" ? [rules.parameter] : [];
  return [...own, ...Object.values(rules).flatMap(parametersIn)];
}

/** Dated entries: each ends by itself, or the day before the next begins. */
const entries = (of: Period["of"], id: string, name: string, dated: readonly Dated[]): Period[] =>
  inOrder(dated).map(({ entry, days }, index) => ({
    of,
    id,
    at: `${name}[${index}]`,
    first: days.min,
    last: days.max,
    seen: entry.renewal === "standing" ? undefined : entry.lastSeen,
  }));

const periodsOf = ({ id, status, terms }: Measure): Period[] => [
  ...entries("status", id, "status", status),
  ...entries("terms", id, "terms", terms),
  ...terms.flatMap((each, index) => insideTerms(each, id, `terms[${index}]`)),
];

function insideTerms({ criteria, exclusions = [], routes = [], calls = [] }: Terms, id: string, at: string): Period[] {
  type Stretch = { id: string; from?: string | undefined; to?: string | undefined };
  const periods = (of: Period["of"], place: string, stretches: readonly Stretch[]): Period[] =>
    stretches.map((each) => ({ of, id, at: `${at}.${place}.${each.id}`, first: each.from, last: each.to }));
  const windows = (place: string, list: Terms["calls"] = []) =>
    periods(
      "call",
      place,
      list.map((call) => ({ id: call.id, from: call.opens, to: call.closes })),
    );
  return [
    ...periods("criterion", "criteria", criteria === "not-stated" ? [] : criteria),
    ...periods("criterion", "exclusions", exclusions),
    ...windows("calls", calls),
    ...periods("route", "routes", routes),
    ...routes.flatMap((route) => [
      ...periods("criterion", `routes.${route.id}.criteria`, route.criteria ?? []),
      ...windows(`routes.${route.id}.calls`, route.calls),
    ]),
  ];
}

function daysOf({ first, last, seen, ...place }: Period): BoundaryDay[] {
  const known = seen === last ? undefined : seen;
  const sides: [BoundaryDay["side"], day: string | undefined, later: number][] = [
    ["day before", first, -1],
    ["first day", first, 0],
    ["last day", last, 0],
    ["day after", last, 1],
    ["last seen", known, 0],
    ["no longer seen", known, 1],
  ];
  return sides.flatMap(([side, from, later]) => {
    if (from === undefined) return [];
    const day = addDays(from, later);
    return [{ name: `${place.id} ${place.at}: ${side} ${day}`, day, side, ...place }];
  });
}
