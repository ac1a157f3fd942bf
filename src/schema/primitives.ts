import * as z from "zod/mini";
import { isDate } from "../normalize/calendar.ts";
import type { Reading } from "../normalize/reading.ts";

/** `^[a-z0-9-]{1,64}$`: measures, criteria, sources, authorities, routes, calls. */
export const Id = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(64));

/** Definitions are named like predicates: `smeSizeSevenRows`. */
export const DefinitionId = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/), z.maxLength(64));

/** Parameters are named by topic: `patent.examination-request`. */
export const ParameterId = z.string().check(z.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/), z.maxLength(64));

/** A fact by its path, read from `company`, `item`, `self`, `it` … */
export const Path = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*$/), z.maxLength(128));

/** A calendar day in Japan, `YYYY-MM-DD`. */
export const Day = z.string().check(z.refine((text) => isDate(text), { params: { code: "not-an-iso-day" } }));

export const Yen = z.int().check(z.minimum(0), z.maximum(1e13));

/** An exact fraction, reduced: `1/3`. A share, a rate or a ratio. */
export const Share = z.string().check(z.regex(/^\d+\/[1-9]\d*$/));

/** A part or a multiple of a fact: a quarter of the cost (`"1/4"`), twice the investment (`"2/1"`). */
export const ShareOf = z.strictObject({ fact: Path, times: Share });
export type ShareOf = z.infer<typeof ShareOf>;

/** The same as a pair, as benefits print it. */
export const Ratio = z.strictObject({
  numerator: z.int().check(z.minimum(0)),
  denominator: z.int().check(z.minimum(1)),
});
export type Ratio = z.infer<typeof Ratio>;

const Label = z.string().check(z.minLength(1), z.maxLength(200));

export const HttpsAddress = z
  .string()
  .check(z.refine((text) => text.startsWith("https://"), { params: { code: "not-an-address" } }));

/** Both languages, always. The Japanese is the official term where there is one. */
export const Bilingual = z.strictObject({ ja: Label, en: Label });
export type Bilingual = z.infer<typeof Bilingual>;

/** What is true of a stretch of time. `from: null`: no beginning is known. Both days count. */
export const dated = {
  from: z.nullable(Day),
  /** The last day, where the source itself ends the rule. */
  to: z.optional(z.nullable(Day)),
  /** The last day that a source speaks of. */
  lastSeen: z.optional(Day),
  /** `yearly` must be renewed to live on, `standing` holds until it is changed. */
  renewal: z.optional(z.enum(["yearly", "standing"])),
};
export interface Dated {
  from: string | null;
  to?: string | null | undefined;
  lastSeen?: string | undefined;
  renewal?: "yearly" | "standing" | undefined;
}

/** A schema that first brings what a person writes into canonical form. */
export function reads<T>(read: (value: unknown) => Reading<T>, canonical: z.ZodMiniType<T>): z.ZodMiniType<T> {
  return z.pipe(
    z.transform((value: unknown, context) => {
      const reading = read(value);
      if (reading.ok) return reading.value;
      context.issues.push({ code: "custom", input: value, params: { code: reading.code, args: reading.args } });
      return z.NEVER;
    }),
    canonical as never,
  ) as unknown as z.ZodMiniType<T>;
}
