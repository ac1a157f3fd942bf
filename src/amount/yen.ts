import { compare, type Fraction, least, multiply, toFraction } from "../normalize/fraction.ts";
import type { Interval } from "../schema/assessment.ts";

/** From the least to the most an exact amount can be; `max: null` has no ceiling. Rounded only where a rule rounds. */
export interface Amount {
  min: Fraction;
  max: Fraction | null;
}

export const amountOf = ({ min, max }: Interval): Amount => ({
  min: toFraction(min),
  max: max === null ? null : toFraction(max),
});

export const nothing: Amount = amountOf({ min: 0, max: 0 });

export function sumOf(amounts: readonly Amount[]): Amount {
  return amounts.reduce(
    (total, each) => ({
      min: plus(total.min, each.min),
      max: total.max === null || each.max === null ? null : plus(total.max, each.max),
    }),
    nothing,
  );
}

const plus = (left: Fraction, right: Fraction): Fraction => ({
  numerator: left.numerator * right.denominator + right.numerator * left.denominator,
  denominator: left.denominator * right.denominator,
});

export const times = ({ min, max }: Amount, factor: { min: Fraction; max: Fraction }): Amount => ({
  min: multiply(min, factor.min),
  max: max === null ? null : multiply(max, factor.max),
});

/** The least of the amount and the caps. A cap that may or may not apply lowers the minimum only. */
export const capped = ({ min, max }: Amount, cap: { min: number | null; max: number | null }): Amount => ({
  min: cap.min === null ? min : least([min, toFraction(cap.min)]),
  max: cap.max === null ? max : max === null ? toFraction(cap.max) : least([max, toFraction(cap.max)]),
});

/** Drops what is below the unit. The one place where money is rounded. */
export const floored = ({ min, max }: Amount, unit: { min: number; max: number }): Amount => ({
  min: floorTo(min, unit.min),
  max: max === null ? null : floorTo(max, unit.max),
});

export function floorTo({ numerator, denominator }: Fraction, unit: number): Fraction {
  const size = BigInt(unit);
  return { numerator: (numerator / (denominator * size)) * size, denominator: 1n };
}

export const hullOf = (amounts: readonly Amount[]): Amount =>
  amounts.reduce((hull, each) => ({
    min: compare(each.min, hull.min) < 0 ? each.min : hull.min,
    max: hull.max === null || each.max === null ? null : compare(each.max, hull.max) > 0 ? each.max : hull.max,
  }));

/** Whole yen, downwards: nobody is paid a fraction of a yen. */
export function toInterval(amount: Amount): Interval {
  const { min, max } = floored(amount, { min: 1, max: 1 });
  return { min: Number(min.numerator), max: max === null ? null : Number(max.numerator) };
}
