import { type Estimated, estimate } from "./amount/estimate.ts";
import { type Catalog, deepFreeze, sourceOf } from "./catalog/catalog.ts";
import { isStale } from "./engine/dated.ts";
import type { Leaf } from "./engine/finding.ts";
import { onDay, showDays } from "./facts/days.ts";
import type { Scope } from "./facts/scope.ts";
import type { ItemResult, Result } from "./schema/assessment.ts";
import type { Criterion, Measure, Route, Terms } from "./schema/measure.ts";
import { fitsOf, placeOf } from "./verdict/fits.ts";
import { type Judged, type Judgment, judge } from "./verdict/judge.ts";
import { toCriterionResult, toJudged } from "./verdict/report.ts";
import { windowOf } from "./verdict/window.ts";

/** One measure for one company on one day: its verdict, its amount, and both put together as the answer. */
export function readMeasure(measure: Measure, scope: Scope, catalog: Catalog) {
  const judgment = judge(measure, scope);
  const estimated = estimate(judgment, catalog);
  return { judgment, estimated, result: toResult(judgment, estimated, catalog) };
}

/** A judgment and its amount, put together as the answer for one measure. */
function toResult(judgment: Judgment, estimated: Estimated, catalog: Catalog): Result {
  const { measure, status, role, eligibility, scope, units } = judgment;
  const terms = judgment.said.find((each) => each.terms !== null)?.terms ?? null;
  const routes = routesOf(units);
  const possible = routes.filter((each) => each.eligibility !== "ineligible");
  const window = windowOf(
    status,
    judgment.said,
    (possible.length > 0 ? possible : routes).map((each) => each.route),
    scope,
  );
  const leaves = leavesOf(judgment);
  const verdicts = units.flatMap((unit) => unit.candidates.map((each) => each.verdict));
  const possibleVerdicts = verdicts.filter((each) => each.eligibility !== "ineligible");
  const judged = possibleVerdicts.flatMap((each) => each.subjectTo);
  return {
    asOf: scope.asOf,
    measure: headerOf(measure, catalog),
    status,
    applicant: measure.applicant,
    role,
    eligibility,
    availability: window.availability,
    freshness:
      terms === null
        ? "none"
        : judgment.stale || estimated.stale || isStale(terms, onDay(scope.asOf))
          ? "last-known"
          : "current",
    determining: judgment.determining.map((each) => toCriterionResult(each, catalog)),
    others: judgment.others.map((each) => toCriterionResult(each, catalog)),
    missing: judgment.missing,
    subjectTo: [...new Map(judged.map((each) => [`${each.id} ${each.source}`, judgedOf(each, catalog)])).values()],
    assumes: assumed(
      [...leaves, ...possibleVerdicts.flatMap((each) => each.presumed)],
      new Map([
        ...units.flatMap((unit) => (unit.presumed === undefined ? [] : [unit.presumed])),
        ...estimated.presumed,
      ]),
    ),
    items:
      measure.each === undefined
        ? null
        : units
            .filter((unit) => unit.listed && unit.node !== null)
            .map((unit) => toItem(unit, estimated.items, catalog)),
    routes: routes.map(({ route, eligibility: each }) => ({
      id: route.id,
      authority: route.authority,
      eligibility: each,
      availability: windowOf(status, judgment.said, [route], scope).availability,
    })),
    call: window.call && {
      id: window.call.id,
      fiscalYear: window.call.fiscalYear,
      opens: window.call.opens ?? null,
      closes: window.call.closes ?? null,
    },
    estimate: estimated.estimate,
    place: placeOf(measure, scope),
    fits: fitsOf(measure, scope),
    parent: measure.parent ?? null,
    viewOf: measure.view?.of ?? null,
    terms: terms && termsOf(terms, catalog),
  };
}

/** What is the same in every answer of a catalog is written, and frozen, once. */
const once = <Key extends object, Value>(write: (key: Key, catalog: Catalog) => Value) => {
  const written = new WeakMap<Catalog, WeakMap<Key, Value>>();
  return (key: Key, catalog: Catalog): Value => {
    const known = written.get(catalog) ?? new WeakMap<Key, Value>();
    written.set(catalog, known);
    const value = known.get(key) ?? deepFreeze(write(key, catalog));
    known.set(key, value);
    return value;
  };
};

const headerOf = once(({ id, name, kind, authority, rights }: Measure) => ({
  id,
  name,
  kind,
  authority,
  rights: [...rights],
}));

const judgedOf = once((criterion: Criterion, catalog) => toJudged(criterion, catalog));

const termsOf = once(({ from, to = null, lastSeen, sources }: Terms, catalog) => ({
  from,
  to,
  lastSeen,
  sources: sources.map((id) => sourceOf(catalog, id)),
}));

/** What an estimate comes to, without how: steps and parts name days and years that change while the amount does not. */
export const amountOf = (estimate: Result["estimate"]): unknown =>
  estimate && { ...estimate, steps: null, parts: null };

/** Every comparison that decided something about the measure, or keeps it open. */
export const leavesOf = ({ units }: Judgment): Leaf[] =>
  units.flatMap((unit) => unit.determining.flatMap((each) => [...each.finding.leaves]));

const best = ["eligible", "undetermined", "ineligible"] as const;

/** A way in is open to the company as soon as it is for one entry. */
function routesOf(units: Judged[]): { route: Route; eligibility: (typeof best)[number] }[] {
  const routes = new Map<string, { route: Route; eligibility: (typeof best)[number] }>();
  for (const each of units.flatMap((unit) => unit.candidates.flatMap((candidate) => candidate.verdict.routes))) {
    const known = routes.get(each.route.id);
    if (known === undefined || best.indexOf(each.eligibility) < best.indexOf(known.eligibility))
      routes.set(each.route.id, each);
  }
  return [...routes.values()];
}

function toItem(unit: Judged, estimates: Map<string, ItemResult["estimate"]>, catalog: Catalog): ItemResult {
  const path = unit.node?.path ?? "";
  const terms = unit.candidates.find((each): each is typeof each & { terms: Terms } => each.terms !== null)?.terms;
  return {
    path,
    on: showDays(unit.on),
    eligibility: unit.eligibility,
    determining: unit.determining.map((each) => toCriterionResult(each, catalog)),
    others: unit.others.map((each) => toCriterionResult(each, catalog)),
    missing: unit.missing,
    estimate: unit.eligibility === "ineligible" ? null : (estimates.get(path) ?? null),
    terms: terms === undefined ? null : { from: terms.from, to: terms.to ?? null },
  };
}

function assumed(leaves: Leaf[], presumed: Map<string, unknown>): Result["assumes"] {
  const used = new Map(presumed);
  for (const leaf of leaves) {
    if (leaf.provenance !== "presumed") continue;
    used.set(leaf.path, leaf.known.kind === "exact" && leaf.operator !== "entries" ? leaf.known.value : []);
  }
  return [...used].map(([fact, value]) => ({ fact, value })).sort((left, right) => (left.fact < right.fact ? -1 : 1));
}
