import type { Scope } from "../facts/scope.ts";
import { compare, showFraction, subtract, toFraction, toRatio } from "../normalize/fraction.ts";
import type { Part, Step } from "../schema/assessment.ts";
import type { Subsidy } from "../schema/benefit.ts";
import type { Source } from "../schema/source.ts";
import { type CapSpan, capSteps, together, unitOf } from "./caps.ts";
import { limited, mostCases } from "./limits.ts";
import type { Span } from "./rates.ts";
import { type Amount, capped, floored, sumOf, toInterval } from "./yen.ts";

/** An entry as the calculation sees it: what it costs and is paid for, under which caps, in which case and year. */
export interface Claim {
  path: string;
  expense: Amount;
  rate: Span;
  /** Expense at the rate, under the cap of a single procedure. */
  rated: Amount;
  procedure: CapSpan;
  right: string | undefined;
  /** Caps of the case, and caps whose scope no source states. */
  cap: CapSpan;
  unstated: CapSpan;
  /** Undefined where it is not known which case the entry belongs to. */
  basis: string | undefined;
  fiscalYear: number | undefined;
  /** Of a project that runs for years, the one that the expense falls in. */
  projectYear: number | undefined;
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

/** What all may come to, from what certainly counts. */
export const totalOf = (claims: readonly Claim[], of: "expense" | "rated"): Amount => ({
  min: sumOf(claims.filter((claim) => claim.certain).map((claim) => claim[of])).min,
  max: sumOf(claims.map((claim) => claim[of])).max,
});

/** At most what is left of the expense after what the applicant itself must bear. */
function borne(amount: Amount, expense: Amount, { selfPayment }: Subsidy): Amount {
  if (selfPayment === undefined) return amount;
  const left = (end: Amount["min"]) =>
    Math.max(0, toInterval({ min: subtract(end, toFraction(selfPayment)), max: null }).min);
  return capped(amount, { min: left(expense.min), max: expense.max === null ? null : left(expense.max) });
}

/** One case: cost, rate, caps, rounding, each as a step. */
export function sumCase(
  claims: readonly Claim[],
  benefit: Subsidy,
  scope: Scope,
  fiscalYear: number,
  source: Source,
): CaseSum {
  const items = claims.map((claim) => claim.path);
  const expense = totalOf(claims, "expense");
  let amount = totalOf(claims, "rated");
  const steps: Step[] = [
    { code: "cost", args: { items }, amount: toInterval(expense), source },
    ...rateSteps(claims, benefit, amount, source),
    ...claims.flatMap((claim) =>
      capSteps(claim.procedure, claim.expense, claim.rated, source, { items: [claim.path] }),
    ),
  ];
  for (const cap of [together(claims.map((claim) => claim.cap)), together(claims.map((claim) => claim.unstated))]) {
    const before = amount;
    amount = capped(amount, cap);
    steps.push(...capSteps(cap, before, amount, source, { items }));
  }
  if (benefit.selfPayment !== undefined) {
    amount = borne(amount, expense, benefit);
    steps.push({ code: "self-payment", args: { yen: benefit.selfPayment, items }, amount: toInterval(amount), source });
  }
  if (benefit.rounding?.at === "case") {
    amount = floored(amount, unitOf(benefit.rounding, scope));
    steps.push({ code: "rounding", args: { unit: benefit.rounding.unit, items }, amount: toInterval(amount), source });
  }
  const differ = new Set(claims.map(({ cap }) => `${cap.min}/${cap.max}`)).size > 1;
  const [first] = claims;
  return {
    amount,
    part: {
      items,
      ...(first?.projectYear === undefined
        ? { scope: "case" as const }
        : { scope: "project-year" as const, year: first.projectYear }),
      fiscalYear,
      amount: toInterval(amount),
    },
    steps,
    mixed: differ ? (first?.basis ?? items.join(", ")) : undefined,
  };
}

/** One step where all entries have one rate, else one for each rate. */
function rateSteps(claims: readonly Claim[], benefit: Subsidy, amount: Amount, source: Source): Step[] {
  if (benefit.rate === undefined && benefit.rates === undefined) {
    const args = { items: claims.map((claim) => claim.path), ...(benefit.fixed ? { fixed: true } : {}) };
    return [{ code: "no-rate", args, amount: toInterval(amount), source }];
  }
  const byRate = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${showFraction(claim.rate.min)} ${showFraction(claim.rate.max)}`;
    byRate.set(key, [...(byRate.get(key) ?? []), claim]);
  }
  return [...byRate.values()].map((same) => {
    const { min, max } = (same[0] as Claim).rate;
    const rate = compare(min, max) === 0 ? toRatio(min) : { min: toRatio(min), max: toRatio(max) };
    return {
      code: "rate",
      args: { rate, items: same.map(({ path }) => path) },
      amount: toInterval(totalOf(same, "rated")),
      source,
    };
  });
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
    certain.map((claim) => rounded(borne(claim.rated, claim.expense, benefit))),
    benefit,
  );
  const apart = grouped(claims).map((group) => capped(totalOf(group, "rated"), { min: null, max: cap.max }));
  const least = sumOf(alone);
  const ofOneCase = rounded(capped(least, { min: lowest, max: null }));
  return {
    min: lowest === null || compare(least.min, toFraction(lowest)) < 0 ? least.min : ofOneCase.min,
    max: capped(rounded(borne(sumOf(apart), totalOf(claims, "expense"), benefit)), {
      min: null,
      max: cap.max === null ? null : mostCases(claims, benefit) * cap.max,
    }).max,
  };
}
