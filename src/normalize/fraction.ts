/** Exact numbers. Thirds are no decimals, so figures are compared and multiplied as fractions. */
export interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

export const zero: Fraction = { numerator: 0n, denominator: 1n };
export const one: Fraction = { numerator: 1n, denominator: 1n };

/** `5`, `0.25` (the decimal as written) or `"2/3"`. */
export function toFraction(value: number | string): Fraction {
  if (Number.isSafeInteger(value)) return { numerator: BigInt(value), denominator: 1n };
  const [numerator = "0", denominator = "1"] = String(value).split("/");
  const [whole = "0", decimals = ""] = numerator.split(".");
  return { numerator: BigInt(whole + decimals), denominator: BigInt(denominator) * 10n ** BigInt(decimals.length) };
}

/** Negative, zero or positive, as `left` is below, equal to or above `right`. */
export function compare(left: Fraction, right: Fraction): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const add = (left: Fraction, right: Fraction): Fraction => ({
  numerator: left.numerator * right.denominator + right.numerator * left.denominator,
  denominator: left.denominator * right.denominator,
});

export const subtract = (left: Fraction, right: Fraction): Fraction =>
  add(left, { numerator: -right.numerator, denominator: right.denominator });

export const multiply = (left: Fraction, right: Fraction): Fraction => ({
  numerator: left.numerator * right.numerator,
  denominator: left.denominator * right.denominator,
});

export const least = (fractions: readonly Fraction[]): Fraction =>
  fractions.reduce((best, each) => (compare(each, best) < 0 ? each : best));

export const greatest = (fractions: readonly Fraction[]): Fraction =>
  fractions.reduce((best, each) => (compare(each, best) > 0 ? each : best));

function divisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : divisor(right, left % right);
}

/** Reduced, as a pair of plain numbers. */
export function toRatio({ numerator, denominator }: Fraction): { numerator: number; denominator: number } {
  const common = divisor(numerator < 0n ? -numerator : numerator, denominator) || 1n;
  return { numerator: Number(numerator / common), denominator: Number(denominator / common) };
}

export function showFraction(fraction: Fraction): string {
  const { numerator, denominator } = toRatio(fraction);
  return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
}

/** The nearest floating number: to compare and to weigh, never to pay. */
export const toNumber = ({ numerator, denominator }: Fraction): number =>
  Number(numerator / denominator) + Number(numerator % denominator) / Number(denominator);
