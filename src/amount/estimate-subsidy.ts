import { type Catalog, sourceOf } from "../catalog/catalog.ts";
import { issue } from "../errors.ts";
import { fiscalYearOf } from "../normalize/calendar.ts";
import type { Estimate } from "../schema/assessment.ts";
import { type Subsidy, withPatch } from "../schema/benefit.ts";
import type { Route, Terms } from "../schema/measure.ts";
import type { Judgment } from "../verdict/judge.ts";
import { callsWindow } from "../verdict/window.ts";
import { eligibilityBy, isCertain, type Waits, waitsOf } from "./certain.ts";
import { expensesOf } from "./expenses.ts";
import type { Presumed } from "./reads.ts";
import { distinct } from "./steps.ts";
import { type Payable, presumeYear, type SubsidySum, type SubsidyTask, sumSubsidy } from "./subsidy.ts";
import { type Amount, amountOf, hullOf, toInterval } from "./yen.ts";

/** What the entries are paid together: by set of terms, by every way in that is still possible. */
export function sumsOf(
  judgment: Judgment,
  terms: readonly Terms[],
  catalog: Catalog,
  presumed: Presumed,
): SubsidySum[][] {
  return sumsBy(judgment, waysOf(judgment, terms), catalog, presumed);
}

interface Way {
  terms: Terms;
  route: Route | undefined;
}

const waysOf = (judgment: Judgment, terms: readonly Terms[]): Way[][] =>
  terms.map((each) => {
    const routes = routesOf(judgment, each);
    return (routes.length === 0 ? [undefined] : routes).map((route) => ({ terms: each, route }));
  });

const sumsBy = (judgment: Judgment, ways: readonly Way[][], catalog: Catalog, presumed: Presumed): SubsidySum[][] =>
  ways.map((each) => each.map((way) => sumOption(judgment, way.terms, way.route, catalog, presumed)));

/** A subsidy by every way in that is still possible. */
export function estimateSubsidy(judgment: Judgment, terms: Terms[], catalog: Catalog, presumed: Presumed) {
  const ways = waysOf(judgment, terms);
  const sums = sumsBy(judgment, ways, catalog, presumed);
  const items = new Map<string, Estimate>();
  for (const unit of judgment.units) {
    if (!unit.listed || unit.node === null || unit.eligibility === "ineligible") continue;
    items.set(unit.node.path, toSubsidy(sumsBy({ ...judgment, units: [unit] }, ways, catalog, presumed)));
  }
  const mixed = [...new Set(sums.flat().flatMap((sum) => sum.mixed))];
  return {
    estimate: together(judgment, sums),
    items,
    issues: mixed.map((basis) => issue(judgment.measure.each ?? "", "case-of-mixed-kinds", { basis })),
  };
}

/** Of a company one reading is the case, of several entries each has its own. */
export const together = ({ measure }: Judgment, sums: SubsidySum[][]) =>
  toSubsidy(measure.each === undefined ? [sums.flat()] : sums);

/**
 * While several ways in are possible, the estimate spans them. Entries read under different terms may share a year's cap
 * or not: at least what the most favored terms give, at most all of it.
 */
function toSubsidy(sums: SubsidySum[][]): Extract<Estimate, { kind: "subsidy" }> {
  const spans = sums.map((ways) => toInterval(hullOf(ways.map((sum) => sum.amount))));
  const most = spans.map(({ max }) => max);
  return {
    kind: "subsidy",
    min: Math.max(...spans.map(({ min }) => min)),
    max: most.reduce((total, max) => (total === null || max === null ? null : total + max), 0),
    parts: sums.flatMap((ways) => ways.find(({ parts }) => parts.length > 0)?.parts ?? []),
    steps: distinct(sums.flat().flatMap((sum) => sum.steps)),
  };
}

/** The ways in that are possible for some entry, as the terms list them. */
function routesOf({ units }: Judgment, terms: Terms): Route[] {
  const verdicts = units.flatMap((unit) =>
    unit.candidates.filter((each) => each.terms === terms).flatMap((each) => each.verdict.routes),
  );
  return (terms.routes ?? []).filter((route) =>
    verdicts.some((each) => each.route === route && each.eligibility !== "ineligible"),
  );
}

/** Where no rule says whose expense counts. */
const notKnown: Amount = amountOf({ min: 0, max: null });

function sumOption(
  judgment: Judgment,
  terms: Terms,
  route: Route | undefined,
  catalog: Catalog,
  presumed: Presumed,
): SubsidySum {
  const { measure, units, scope } = judgment;
  const benefit = withPatch(terms.benefit as Subsidy, route?.benefit ?? {});
  const { call } = callsWindow(route ?? terms, terms, scope);
  const possible = units
    .flatMap((unit) => unit.candidates.filter((each) => each.terms === terms).map((candidate) => ({ unit, candidate })))
    .filter(({ candidate }) => eligibilityBy(candidate, route) !== "ineligible");
  const waits = possible.map(({ unit, candidate }) => waitsOf(unit, candidate, route));
  const entries = possible.flatMap(({ unit, candidate }, index): Payable[] =>
    unit.node === null
      ? [
          {
            path: "company",
            scope: candidate.scope,
            certain: isCertain(unit, waits[index] as Waits, waits),
            expense: notKnown,
          },
        ]
      : !unit.listed
        ? []
        : [{ path: unit.node.path, scope: candidate.scope, certain: isCertain(unit, waits[index] as Waits, waits) }],
  );
  const stated = benefit.expense === undefined ? undefined : expensesOf(benefit.expense, scope);
  const task: SubsidyTask = {
    measure: measure.view?.of ?? measure.id,
    benefit,
    source: sourceOf(catalog, benefit.source),
    entries: stated?.entries ?? entries,
    // Without entries nobody says how many cases there are.
    open: stated?.open ?? possible.some(({ unit }) => unit.node === null || !unit.listed),
    caseBy: measure.case?.by,
    fiscalYear: call?.fiscalYear ?? fiscalYearOf(scope.asOf),
    scope,
    presumed,
  };
  for (const { unit, candidate } of possible) if (!unit.listed) presumeYear(task, candidate.scope);
  return sumSubsidy(task);
}
