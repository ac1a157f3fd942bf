import * as z from "zod/mini";
import { readCountry } from "../normalize/country.ts";
import { readDate } from "../normalize/date.ts";
import { compare, one, toFraction } from "../normalize/fraction.ts";
import { readCount } from "../normalize/number.ts";
import { readCity, readPrefecture } from "../normalize/prefecture.ts";
import { type Reading, read } from "../normalize/reading.ts";
import { readShare } from "../normalize/share.ts";
import { readYen } from "../normalize/yen.ts";
import { Day, reads, Share, Yen } from "./primitives.ts";

/** The kinds of value that a profile holds: each optional, each read from what people write. */
const optional = z.optional;

type Ends = { min?: string | number | undefined; max?: string | number | undefined };
const rangeChecks = [
  z.refine<Ends>(({ min, max }) => min !== undefined || max !== undefined, { params: { code: "range-without-ends" } }),
  z.refine<Ends>(({ min, max }) => min === undefined || max === undefined || min <= max, {
    params: { code: "empty-range" },
  }),
] as const;

/** Exact, or a range with one end at least. */
const range = <T extends string | number>(exact: z.ZodMiniType<T>) =>
  z.strictObject({ min: optional(exact), max: optional(exact) }).check(...rangeChecks);
const known = <T extends string | number>(exact: z.ZodMiniType<T>) => optional(z.union([exact, range(exact)]));

const exactYen = reads(readYen, Yen);
const exactCount = reads(readCount, z.int().check(z.minimum(0)));
const exactDate = reads(readDate, z.union([Day, range(Day)]));
/** An end written as a month or a year reaches to its first or last day. */
const end = (side: "min" | "max") =>
  reads((value) => {
    const reading = readDate(value);
    return reading.ok && typeof reading.value === "object" ? read(reading.value[side]) : (reading as Reading<string>);
  }, Day);
export const yen = known(exactYen);
export const count = known(exactCount);
const dateRange = z.strictObject({ min: optional(end("min")), max: optional(end("max")) }).check(...rangeChecks);
export const date = optional(z.union([exactDate, dateRange]));
/** `"lastPaperProcedureOn": "none"` says that there was none. */
export const dateOrNone = optional(z.union([z.literal("none"), exactDate, dateRange]));
/** Persons, claims, years: one at least where none makes no sense. */
export const atLeastOne = known(reads(readCount, z.int().check(z.minimum(1))));
const exactRatio = reads(readShare, Share);
export const ratio = optional(exactRatio);
/** A part of a whole, so 1 at most: a forgotten percent sign would pass otherwise. */
export const share = optional(
  exactRatio.check(
    z.refine((part) => compare(toFraction(part), one) <= 0, {
      params: { code: "out-of-range", args: { minimum: 0, maximum: 1 } },
    }),
  ),
);
/** The first and the last year of a payment: `[1, 3]`. */
export const years = optional(
  z
    .tuple([exactCount.check(z.minimum(1)), exactCount])
    .check(z.refine(([first, last]) => first <= last, { params: { code: "years-not-ordered" } })),
);
export const boolean = optional(z.boolean());
export const text = optional(z.string().check(z.maxLength(200)));
export const prefecture = optional(reads(readPrefecture, z.string()));
export const exactCountry = reads(readCountry, z.string());
export const country = optional(exactCountry);
export const city = optional(reads(readCity, z.string()));
export const option = <const T extends readonly [string, ...string[]]>(values: T) => optional(z.enum(values));
export const options = <const T extends readonly [string, ...string[]]>(values: T) => list(z.enum(values));

/** A list is complete, unless it says that it is not. */
export function list<T>(entry: z.ZodMiniType<T>) {
  const items = z.array(entry).check(z.maxLength(1000));
  return optional(z.union([items, z.strictObject({ items, complete: z.boolean() })]));
}
