import { match } from "ts-pattern";
import { type Catalog, sourceOf } from "../catalog/catalog.ts";
import type { Issue } from "../errors.ts";
import { issue } from "../errors.ts";
import { fiscalYearOf } from "../normalize/calendar.ts";
import { compare, type Fraction, one, toRatio } from "../normalize/fraction.ts";
import type { Estimate, Step } from "../schema/assessment.ts";
import type { Benefit, FeeReduction, Subsidy } from "../schema/benefit.ts";
import type { Route, Terms } from "../schema/measure.ts";
import type { Candidate, Judged, Judgment } from "../verdict/judge.ts";
import { callsWindow } from "../verdict/window.ts";
import { type FeeResult, isCharged, reduceFee } from "./fee-reduction.ts";
import type { Presumed } from "./reads.ts";
import { type Payable, type SubsidySum, sumSubsidy } from "./subsidy.ts";
import { type Amount, amountOf, hullOf, sumOf, toInterval } from "./yen.ts";

export interface Estimated {
  estimate: Estimate | null;
  /** By entry path. */
  items: Map<string, Estimate>;
  presumed: Presumed;
  issues: Issue[];
  stale: boolean;
}

/** What the measure pays if granted. Null only where it is ineligible or says nothing on the date. */
export function estimate(judgment: Judgment, catalog: Catalog): Estimated {
  const presumed: Presumed = new Map();
  const result: Estimated = { estimate: null, items: new Map(), presumed, issues: [], stale: false };
  const terms = readable(judgment);
  const benefit = terms[0]?.benefit;
  if (judgment.eligibility === "ineligible" || benefit === undefined) return result;
  return match<Benefit, Estimated>(benefit)
    .with({ kind: "subsidy" }, () => ({ ...result, ...subsidyEstimate(judgment, terms, catalog, presumed) }))
    .with({ kind: "fee-reduction" }, (fee) => ({ ...result, ...feeEstimate(judgment, fee, catalog, presumed) }))
    .with({ kind: "in-kind" }, ({ userPays }) => ({
      ...result,
      estimate: { kind: "in-kind", userPays: userPays === undefined ? null : { min: userPays, max: userPays } },
    }))
    .with({ kind: "unstated" }, () => ({ ...result, estimate: { kind: "unstated" } }))
    .exhaustive();
}

/** The terms that entries may be read under. */
function readable({ units }: Judgment): Terms[] {
  return [...new Set(units.flatMap((unit) => unit.candidates.flatMap((candidate) => candidate.terms ?? [])))];
}

/* Subsidies */

function subsidyEstimate(judgment: Judgment, terms: Terms[], catalog: Catalog, presumed: Presumed) {
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
  const entries = units
    .filter((unit) => unit.listed)
    .flatMap((unit): Payable[] => {
      const candidate = unit.candidates.find((each) => each.terms === terms);
      if (candidate === undefined || unit.node === null || eligibilityBy(candidate, route) === "ineligible") return [];
      return [
        {
          path: unit.node.path,
          scope: candidate.scope,
          certain: unit.candidates.length === 1 && !isItselfOpen(unit, route),
        },
      ];
    });
  return sumSubsidy({
    measure: measure.view?.of ?? measure.id,
    benefit,
    source: sourceOf(catalog, benefit.source),
    entries,
    open: units.some((unit) => !unit.listed && unit.eligibility !== "ineligible"),
    caseBy: measure.case?.by,
    fiscalYear: call?.fiscalYear ?? fiscalYearOf(scope.asOf),
    scope,
    presumed,
  });
}

const eligibilityBy = ({ verdict }: Candidate, route: Route | undefined) =>
  route === undefined ? verdict.eligibility : verdict.routes.find((each) => each.route === route)?.eligibility;

/** Open because of its own facts. What is open about the company holds for every entry, and eligibility is given. */
function isItselfOpen(unit: Judged, route: Route | undefined): boolean {
  const path = unit.node?.path ?? "";
  return (
    unit.eligibility === "undetermined" &&
    unit.determining.some(
      (each) =>
        (each.route === undefined || each.route === route?.id) &&
        each.finding.leaves.some((leaf) => leaf.path.startsWith(path)),
    )
  );
}

/* Fee reductions */

function feeEstimate(judgment: Judgment, benefit: FeeReduction, catalog: Catalog, presumed: Presumed) {
  const charged = judgment.units.filter((unit) =>
    unit.candidates.some((each) => each.terms !== null && isCharged(benefit, each.scope)),
  );
  const results = charged
    .filter((unit) => unit.listed)
    .map((unit, ahead) => ({ unit, fees: feesOf(unit, ahead, catalog, presumed) }));
  const items = new Map(
    results.map(({ unit, fees }) => [unit.node?.path ?? "", feeReduction([hullOfFees(fees)], fees)]),
  );
  const open = charged.filter((unit) => !unit.listed);
  const all = results.map(({ fees }) => hullOfFees(fees));
  const beyond = open.map(
    (unit): FeeHull => ({
      ...hullOfFees(feesOf(unit, results.length, catalog, presumed)),
      payable: unbounded,
      saved: unbounded,
    }),
  );
  return {
    estimate: feeReduction(
      [...all, ...beyond],
      results.flatMap(({ fees }) => fees),
    ),
    items,
    stale: results.some(({ fees }) => fees.some((fee) => fee.stale)),
  };
}

const unbounded: Amount = { ...amountOf({ min: 0, max: 0 }), max: null };

interface FeeHull {
  payable: Amount;
  saved: Amount;
  share: { min: Fraction; max: Fraction };
}

/** One filing under every reading that may hold; while it is itself open, also without the reduction. */
function feesOf(unit: Judged, ahead: number, catalog: Catalog, presumed: Presumed): FeeResult[] {
  return unit.candidates.flatMap((candidate) => {
    if (candidate.terms?.benefit.kind !== "fee-reduction") return [];
    const { benefit } = candidate.terms;
    const path = unit.node?.path ?? "company";
    const task = { path, scope: candidate.scope, benefit, source: sourceOf(catalog, benefit.source), ahead, presumed };
    const full = candidate.verdict.eligibility === "ineligible" || isItselfOpen(unit, undefined);
    return [
      ...(candidate.verdict.eligibility === "ineligible" ? [] : [reduceFee({ ...task, eligible: true })]),
      ...(full ? [reduceFee({ ...task, eligible: false })] : []),
    ];
  });
}

const hullOfFees = (fees: FeeResult[]): FeeHull => ({
  payable: hullOf(fees.map((fee) => amountOf(fee.payable))),
  saved: hullOf(fees.map((fee) => amountOf(fee.saved))),
  share: fees.map((fee) => fee.share).reduce(widest),
});

const widest = (left: FeeHull["share"], right: FeeHull["share"]) => ({
  min: compare(right.min, left.min) < 0 ? right.min : left.min,
  max: compare(right.max, left.max) > 0 ? right.max : left.max,
});

function feeReduction(hulls: FeeHull[], fees: FeeResult[]): Estimate {
  const share = hulls.length === 0 ? { min: one, max: one } : hulls.map((hull) => hull.share).reduce(widest);
  return {
    kind: "fee-reduction",
    payable: toInterval(sumOf(hulls.map((hull) => hull.payable))),
    saved: toInterval(sumOf(hulls.map((hull) => hull.saved))),
    share: { min: toRatio(share.min), max: toRatio(share.max) },
    parts: fees.map((fee) => fee.part),
    steps: distinct(fees.flatMap((fee) => fee.steps)),
  };
}

const distinct = (steps: Step[]): Step[] => [
  ...new Map(steps.map((step) => [JSON.stringify([step.code, step.args, step.amount]), step])).values(),
];
