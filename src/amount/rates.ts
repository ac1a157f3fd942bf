import { evaluate } from "../engine/evaluate.ts";
import type { Scope } from "../facts/scope.ts";
import { type Fraction, greatest, least, one, toFraction, zero } from "../normalize/fraction.ts";
import type { Subsidy } from "../schema/benefit.ts";
import type { Ratio } from "../schema/primitives.ts";

/** From the least to the most that a share may be. */
export interface Span {
  min: Fraction;
  max: Fraction;
}

/** Where no rate is printed, or a fixed sum is paid: from nothing to all of the expense, which no subsidy exceeds. */
const anyRate: Span = { min: zero, max: one };

const spanOf = (rate: Ratio | undefined): Span => {
  if (rate === undefined) return anyRate;
  const fraction = toFraction(`${rate.numerator}/${rate.denominator}`);
  return { min: fraction, max: fraction };
};

/** The rate of an entry: the first whose condition holds. While that is open, the span of those that may hold. */
export function rateOf({ rate, rates }: Subsidy, scope: Scope): Span {
  if (rates === undefined) return spanOf(rate);
  const possible: Span[] = [];
  for (const { when, rate: each } of rates) {
    const outcome = when === undefined ? "satisfied" : evaluate(when, scope).outcome;
    if (outcome !== "unsatisfied") possible.push(spanOf(each));
    if (outcome === "satisfied") return hullOf(possible);
  }
  return hullOf([...possible, anyRate]);
}

const hullOf = (spans: readonly Span[]): Span => ({
  min: least(spans.map((span) => span.min)),
  max: greatest(spans.map((span) => span.max)),
});
