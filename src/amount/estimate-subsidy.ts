import { type Catalog, sourceOf } from "../catalog/catalog.ts";
import { issue } from "../errors.ts";
import { fiscalYearOf } from "../normalize/calendar.ts";
import type { Estimate } from "../schema/assessment.ts";
import type { Subsidy } from "../schema/benefit.ts";
import type { Route, Terms } from "../schema/measure.ts";
import type { Judgment } from "../verdict/judge.ts";
import { callsWindow } from "../verdict/window.ts";
import { eligibilityBy, isCertain, waitsFor } from "./certain.ts";
import type { Presumed } from "./reads.ts";
import { distinct } from "./steps.ts";
import { type Payable, type SubsidySum, sumSubsidy } from "./subsidy.ts";
import { hullOf, toInterval } from "./yen.ts";

/** A subsidy by every way in that is still possible. */
export function estimateSubsidy(judgment: Judgment, terms: Terms[], catalog: Catalog, presumed: Presumed) {
  const options = terms.flatMap((each) => {
    const routes = routesOf(judgment, each);
    return (routes.length === 0 ? [undefined] : routes).map((route) => ({ terms: each, route }));
  });
  const sums = options.map((option) => sumOption(judgment, option.terms, option.route, catalog, presumed));
  const items = new Map<string, Estimate>();
  for (const unit of judgment.units.filter(
    (each) => each.listed && each.node !== null && each.eligibility !== "ineligible",
  )) {
    const alone = options.map(({ terms: each, route }) =>
      sumOption({ ...judgment, units: [unit] }, each, route, catalog, presumed),
    );
    items.set(unit.node?.path ?? "", toSubsidy(alone));
  }
  const mixed = [...new Set(sums.flatMap((sum) => sum.mixed))];
  return {
    estimate: toSubsidy(sums),
    items,
    issues: mixed.map((basis) => issue(judgment.measure.each ?? "", "case-of-mixed-kinds", { basis })),
  };
}

/** While several ways in are possible, the estimate spans them. */
function toSubsidy(sums: SubsidySum[]): Estimate {
  const { min, max } = toInterval(hullOf(sums.map((sum) => sum.amount)));
  const [first] = sums;
  return { kind: "subsidy", min, max, parts: first?.parts ?? [], steps: distinct(sums.flatMap((sum) => sum.steps)) };
}

function routesOf({ units }: Judgment, terms: Terms): Route[] {
  const verdicts = units.flatMap((unit) =>
    unit.candidates.filter((each) => each.terms === terms).flatMap((each) => each.verdict.routes),
  );
  return [...new Set(verdicts.filter((each) => each.eligibility !== "ineligible").map((each) => each.route))];
}

function sumOption(
  judgment: Judgment,
  terms: Terms,
  route: Route | undefined,
  catalog: Catalog,
  presumed: Presumed,
): SubsidySum {
  const { measure, units, scope } = judgment;
  const benefit = { ...(terms.benefit as Subsidy), ...route?.benefit } as Subsidy;
  const { call } = callsWindow(route ?? terms, terms, scope);
  const possible = units
    .flatMap((unit) => unit.candidates.filter((each) => each.terms === terms).map((candidate) => ({ unit, candidate })))
    .filter(({ candidate }) => eligibilityBy(candidate, route) !== "ineligible");
  const waits = possible.map(({ unit, candidate }) => waitsFor(unit, candidate, route));
  const entries = possible.flatMap(({ unit, candidate }, index): Payable[] =>
    unit.node === null || !unit.listed
      ? []
      : [{ path: unit.node.path, scope: candidate.scope, certain: isCertain(unit, waits[index], waits) }],
  );
  return sumSubsidy({
    measure: measure.view?.of ?? measure.id,
    benefit,
    source: sourceOf(catalog, benefit.source),
    entries,
    open: possible.some(({ unit }) => !unit.listed),
    caseBy: measure.case?.by,
    fiscalYear: call?.fiscalYear ?? fiscalYearOf(scope.asOf),
    scope,
    presumed,
  });
}
