import { type Reading, read, unreadable } from "./reading.ts";
import { fold } from "./text.ts";

const maximum = 1_000_000_000;

/** Digits, grouped by three or not at all: the source of a regular expression. */
export const wholeNumber = "(?:[1-9]\\d{0,2}(?:,\\d{3})+|\\d+)";

const count = new RegExp(`^-?${wholeNumber}(?: ?[人名件項年])?$`);

/**
 * A count of persons, filings, claims or years: 148, "1,048名", "１４８人".
 * "約150人", "20名以下", "三百" and "1万人" are no counts: a rounded figure would pass for an exact one.
 */
export function readCount(value: unknown): Reading<number> {
  const number = typeof value === "string" ? counted(fold(value)) : value;
  if (typeof number !== "number" || !Number.isInteger(number)) return unreadable("not-a-number", value);
  if (number < 0 || number > maximum) return unreadable("out-of-range", value, { minimum: 0, maximum });
  return read(withoutMinusZero(number));
}

/** Minus zero prints and compares as zero, but a deep comparison tells them apart. */
export const withoutMinusZero = (number: number): number => number + 0;

function counted(text: string): number {
  return count.test(text) ? Number(text.replace(/[^\d-]/g, "")) : Number.NaN;
}
