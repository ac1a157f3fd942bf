import { fieldsOf } from "./fields.ts";
import { type Reading, read, unreadable } from "./reading.ts";
import { fold } from "./text.ts";

type Terms = readonly [numerator: bigint, denominator: bigint];

const digits = "(\\d{1,30})";
const decimal = new RegExp(`^${digits}(?:\\.${digits})? ?(%|パーセント)?$`);
const fraction = new RegExp(`^${digits} ?/ ?${digits}$`);
const fractionInWords = new RegExp(`^${digits} ?分の ?${digits}$`);

/**
 * A share or a ratio in lowest terms ("1/3", "0/1"), from "2/6", 0.5, "50%", "３分の１", `{ numerator, denominator }`.
 * 0.3333 is 3333/10000 and no third; ratios above 1 are read. Terms are safe integers, so that the 16 digits which
 * a computer gives for 1 / 3 are refused rather than compared with a third and found less.
 */
export function readShare(value: unknown): Reading<string> {
  const terms = termsOf(value);
  if (terms === undefined || terms[1] === 0n) return unreadable("not-a-share", value);
  const divisor = greatestCommonDivisor(...terms);
  const [numerator, denominator] = [Number(terms[0] / divisor), Number(terms[1] / divisor)];
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return unreadable("not-a-share", value);
  return read(`${numerator}/${denominator}`);
}

function termsOf(value: unknown): Terms | undefined {
  if (typeof value === "number") return termsIn(String(value));
  if (typeof value === "string") return termsIn(fold(value));
  const fields = fieldsOf(value, ["numerator", "denominator"]) ?? [];
  const [numerator, denominator] = fields.filter(isTerm);
  return numerator !== undefined && denominator !== undefined ? [BigInt(numerator), BigInt(denominator)] : undefined;
}

function termsIn(text: string): Terms | undefined {
  const [, whole, decimals = "", percent] = decimal.exec(text) ?? [];
  if (whole !== undefined) {
    return [BigInt(whole + decimals), 10n ** BigInt(decimals.length) * (percent === undefined ? 1n : 100n)];
  }
  const [, over, under] = fraction.exec(text) ?? [];
  if (over !== undefined && under !== undefined) return [BigInt(over), BigInt(under)];
  const [, parts, taken] = fractionInWords.exec(text) ?? [];
  return parts !== undefined && taken !== undefined ? [BigInt(taken), BigInt(parts)] : undefined;
}

function isTerm(field: unknown): field is number {
  return Number.isSafeInteger(field) && (field as number) >= 0;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
