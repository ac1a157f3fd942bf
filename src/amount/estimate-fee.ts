import { type Catalog, sourceOf } from "../catalog/catalog.ts";
import { compare, type Fraction, one, toRatio } from "../normalize/fraction.ts";
import type { Estimate } from "../schema/assessment.ts";
import type { FeeReduction } from "../schema/benefit.ts";
import type { Judged, Judgment } from "../verdict/judge.ts";
import { isCertain, type Waits, waitsOf } from "./certain.ts";
import { type FeeResult, isCharged, reduceFee } from "./fee-reduction.ts";
import type { Presumed } from "./reads.ts";
import { distinct } from "./steps.ts";
import { type Amount, amountOf, hullOf, sumOf, toInterval } from "./yen.ts";

/** The fees of all filings: those that are not eligible pay in full. */
export function estimateFee(judgment: Judgment, benefit: FeeReduction, catalog: Catalog, presumed: Presumed) {
  const charged = judgment.units.flatMap((unit) => {
    const outcomes = unit.candidates.flatMap((each) => (each.terms === null ? [] : isCharged(benefit, each.scope)));
    const withoutTerms = outcomes.length < unit.candidates.length;
    return outcomes.every((outcome) => outcome === "unsatisfied")
      ? []
      : [{ unit, certain: !withoutTerms && outcomes.every((outcome) => outcome === "satisfied") }];
  });
  const waits = charged.flatMap(({ unit }) => unit.candidates.map((each) => waitsOf(unit, each, undefined)));
  const listed = charged.filter(({ unit }) => unit.listed);
  const results = listed.map(({ unit, certain }) => {
    const fees = feesOf(unit, waits, listed.length - 1, catalog, presumed);
    return { unit, fees, hull: certain ? hullOfFees(fees) : orNone(hullOfFees(fees)) };
  });
  const beyond = charged
    .filter(({ unit }) => !unit.listed)
    .map(
      ({ unit }): FeeHull => ({
        ...hullOfFees(feesOf(unit, waits, listed.length, catalog, presumed)),
        payable: unbounded,
        saved: unbounded,
      }),
    );
  return {
    estimate: feeReduction(
      [...results.map(({ hull }) => hull), ...beyond],
      results.flatMap(({ fees }) => fees),
    ),
    items: new Map(results.map(({ unit, fees, hull }) => [unit.node?.path ?? "", feeReduction([hull], fees)])),
    stale: results.some(({ fees }) => fees.some((fee) => fee.stale)),
  };
}

/** A filing on which the fee may not be due at all, or on whose day no terms are known. */
const orNone = (hull: FeeHull): FeeHull => ({
  ...hull,
  payable: { ...hull.payable, min: unbounded.min },
  saved: { ...hull.saved, min: unbounded.min },
});

const unbounded: Amount = { ...amountOf({ min: 0, max: 0 }), max: null };

interface FeeHull {
  payable: Amount;
  saved: Amount;
  share: { min: Fraction; max: Fraction };
}

/** One filing under every reading that may hold; while it is itself open, also without the reduction. */
function feesOf(
  unit: Judged,
  waits: readonly Waits[],
  others: number,
  catalog: Catalog,
  presumed: Presumed,
): FeeResult[] {
  return unit.candidates.flatMap((candidate) => {
    if (candidate.terms?.benefit.kind !== "fee-reduction") return [];
    const { benefit } = candidate.terms;
    const path = unit.node?.path ?? "company";
    const task = {
      path,
      scope: candidate.scope,
      benefit,
      source: sourceOf(catalog, benefit.source),
      sourceOf: (id: string) => sourceOf(catalog, id),
      others,
      presumed,
    };
    const certain = isCertain(unit, waitsOf(unit, candidate, undefined), waits);
    const full = candidate.verdict.eligibility === "ineligible" || !certain;
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
