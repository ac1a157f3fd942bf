import { type Catalog, sourceOf } from "../catalog/catalog.ts";
import { one, toRatio } from "../normalize/fraction.ts";
import type { Estimate } from "../schema/assessment.ts";
import type { FeeReduction } from "../schema/benefit.ts";
import type { Judged, Judgment } from "../verdict/judge.ts";
import { isCertain, type Waits, waitsOf } from "./certain.ts";
import { type FeeResult, isCharged, reduceFees, sumOrNull, widest } from "./fee-reduction.ts";
import type { Span } from "./rates.ts";
import type { Presumed } from "./reads.ts";
import { distinct } from "./steps.ts";
import { type Amount, hullOf, nothing, toInterval } from "./yen.ts";

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
    .map(({ unit }): FeeHull => {
      const hull = hullOfFees(feesOf(unit, waits, listed.length, catalog, presumed));
      const any = (amount: Amount | null) => amount && unbounded;
      return { ...hull, payable: any(hull.payable), saved: any(hull.saved) };
    });
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
const orNone = (hull: FeeHull): FeeHull => {
  const fromNothing = (amount: Amount | null) => amount && { ...amount, min: unbounded.min };
  return {
    ...hull,
    payable: fromNothing(hull.payable),
    saved: fromNothing(hull.saved),
    refunded: fromNothing(hull.refunded),
  };
};

const unbounded: Amount = { ...nothing, max: null };

interface FeeHull {
  payable: Amount | null;
  saved: Amount | null;
  refunded: Amount | null;
  share: Span | undefined;
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
      ...(candidate.verdict.eligibility === "ineligible" ? [] : [reduceFees({ ...task, eligible: true })]),
      ...(full ? [reduceFees({ ...task, eligible: false })] : []),
    ];
  });
}

const hullOfFees = (fees: FeeResult[]): FeeHull => {
  const hull = (amounts: (Amount | null)[]) => (amounts.includes(null) ? null : hullOf(amounts as Amount[]));
  return {
    payable: hull(fees.map((fee) => fee.payable)),
    saved: hull(fees.map((fee) => fee.saved)),
    refunded: hull(fees.map((fee) => fee.refunded)),
    share: shareOf(fees),
  };
};

const shareOf = (of: readonly { share: Span | undefined }[]): Span | undefined => {
  const shares = of.flatMap(({ share }) => share ?? []);
  return shares.length === 0 ? undefined : shares.reduce(widest);
};

function feeReduction(hulls: FeeHull[], fees: FeeResult[]): Estimate {
  const share = shareOf(hulls) ?? { min: one, max: one };
  const money = (amounts: (Amount | null)[]) => {
    const sum = sumOrNull(amounts);
    return sum && toInterval(sum);
  };
  const refunded = money(hulls.map((hull) => hull.refunded));
  return {
    kind: "fee-reduction",
    payable: money(hulls.map((hull) => hull.payable)),
    saved: money(hulls.map((hull) => hull.saved)),
    ...(refunded === null || refunded.max === 0 ? {} : { refunded }),
    share: { min: toRatio(share.min), max: toRatio(share.max) },
    parts: fees.flatMap((fee) => fee.parts),
    steps: distinct(fees.flatMap((fee) => fee.steps)),
  };
}
