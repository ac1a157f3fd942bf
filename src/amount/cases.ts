import type { Scope } from "../facts/scope.ts";
import { compare, toFraction } from "../normalize/fraction.ts";
import type { Part, Step } from "../schema/assessment.ts";
import type { Subsidy } from "../schema/benefit.ts";
import type { Source } from "../schema/source.ts";
import { type CapSpan, capSteps, together, unitOf } from "./caps.ts";
import { type Amount, capped, floored, nothing, sumOf, times, toInterval } from "./yen.ts";

/** An entry as the calculation sees it: what it costs, under which caps, in which case and year. */
export interface Claim {
  path: string;
  expense: Amount;
  right: string | undefined;
  /** Caps of the case, and caps whose scope no source states. */
  cap: CapSpan;
  unstated: CapSpan;
  /** Undefined where it is not known which case the entry belongs to. */
  basis: string | undefined;
  fiscalYear: number | undefined;
  /** False where the entry itself is not decided: it counts from nothing. */
  certain: boolean;
}

export interface CaseSum {
  amount: Amount;
  part: Part;
  steps: Step[];
  /** The case whose filings differ in their caps, if they do. */
  mixed: string | undefined;
}

/** Entries of one basis are one case; an entry without a basis may be a case of its own. */
export function grouped(claims: readonly Claim[]): Claim[][] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = claim.basis === undefined ? `? ${claim.path}` : `= ${claim.basis}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()];
}

export const atRate = (expense: Amount, { rate }: Subsidy): Amount => {
  if (rate === undefined) return { min: nothing.min, max: null };
  const factor = toFraction(`${rate.numerator}/${rate.denominator}`);
  return times(expense, { min: factor, max: factor });
};

/** What all may cost, from what certainly counts. */
const expenseOf = (claims: readonly Claim[]): Amount => ({
  min: sumOf(claims.filter((claim) => claim.certain).map((claim) => claim.expense)).min,
  max: sumOf(claims.map((claim) => claim.expense)).max,
});

/** One case: cost, rate, caps, rounding, each as a step. */
export function sumCase(
  claims: readonly Claim[],
  benefit: Subsidy,
  scope: Scope,
  fiscalYear: number,
  source: Source,
): CaseSum {
  const items = claims.map((claim) => claim.path);
  const expense = expenseOf(claims);
  const rated = atRate(expense, benefit);
  const steps: Step[] = [{ code: "cost", args: { items }, amount: toInterval(expense), source }];
  if (benefit.rate !== undefined)
    steps.push({ code: "rate", args: { rate: benefit.rate, items }, amount: toInterval(rated), source });
  let amount = rated;
  for (const cap of [together(claims.map((claim) => claim.cap)), together(claims.map((claim) => claim.unstated))]) {
    const before = amount;
    amount = capped(amount, cap);
    steps.push(...capSteps(cap, before, amount, source, { items }));
  }
  if (benefit.rounding?.at === "case") {
    amount = floored(amount, unitOf(benefit.rounding, scope));
    steps.push({ code: "rounding", args: { unit: benefit.rounding.unit, items }, amount: toInterval(amount), source });
  }
  const differ = new Set(claims.map(({ cap }) => `${cap.min}/${cap.max}`)).size > 1;
  return {
    amount,
    part: { items, scope: "case", fiscalYear, amount: toInterval(amount) },
    steps,
    mixed: differ ? (claims[0]?.basis ?? items.join(", ")) : undefined,
  };
}

/**
 * What holds however the entries fall into cases. A case that reaches a cap gives at least the least of them; entries
 * that reach none give least when each is alone, since each is rounded. The most is each alone, rounded once.
 */
export function boundsOfCases(claims: readonly Claim[], benefit: Subsidy, scope: Scope): Amount {
  const rounded = (amount: Amount) =>
    benefit.rounding?.at === "case" ? floored(amount, unitOf(benefit.rounding, scope)) : amount;
  const cap = together(claims.map((claim) => claim.cap));
  const lowest = together(claims.flatMap((claim) => [claim.cap, claim.unstated])).min;
  const certain = claims.filter((claim) => claim.certain);
  const alone = limited(
    certain.map((claim) => [claim]),
    certain.map((claim) => rounded(atRate(claim.expense, benefit))),
    benefit,
  );
  const apart = grouped(claims).map((group) => capped(atRate(expenseOf(group), benefit), { min: null, max: cap.max }));
  const least = sumOf(alone);
  const ofOneCase = rounded(capped(least, { min: lowest, max: null }));
  return {
    min: lowest === null || compare(least.min, toFraction(lowest)) < 0 ? least.min : ofOneCase.min,
    max: rounded(sumOf(apart)).max,
  };
}

/** Of the cases of a right, only so many are funded: the best ones. A case whose right is not known may be one of them. */
export function limited(groups: readonly Claim[][], cases: readonly Amount[], benefit: Subsidy): Amount[] {
  const funded = [...cases];
  for (const { rights, cases: most } of benefit.limits ?? []) {
    const limits = ({ right }: Claim) => right !== undefined && rights.includes(right);
    const certainly = beyondBest(
      funded,
      most,
      (index) => groups[index]?.every(limits) === true,
      (amount) => toInterval(amount).max ?? Number.MAX_SAFE_INTEGER,
    );
    const possibly = beyondBest(
      funded,
      most,
      (index) => groups[index]?.some((claim) => claim.right === undefined || limits(claim)) === true,
      (amount) => toInterval(amount).min,
    );
    for (const [index, { min, max }] of funded.entries()) {
      funded[index] = { min: possibly.has(index) ? nothing.min : min, max: certainly.has(index) ? nothing.max : max };
    }
  }
  return funded;
}

/** The places of the amounts that fall outside the best so many of their kind. */
function beyondBest(
  amounts: readonly Amount[],
  most: number,
  belongs: (index: number) => boolean,
  size: (amount: Amount) => number,
): Set<number> {
  const ranked = amounts
    .map((amount, index) => ({ index, size: size(amount) }))
    .filter(({ index }) => belongs(index))
    .sort((left, right) => right.size - left.size);
  return new Set(ranked.slice(most).map(({ index }) => index));
}
