import * as z from "zod/mini";
import { Bilingual, HttpsAddress, Id } from "./primitives.ts";

/** What somebody may look for here that is no support measure, and what it is instead. */
export const NotCovered = z.strictObject({
  name: Bilingual,
  aliases: z.optional(z.array(z.string())),
  is: z.enum(["plan", "policy", "target", "partner-program", "survey", "proposal"]),
  source: Id,
});
export type NotCovered = z.infer<typeof NotCovered>;

/** A regional bureau of the ministry, and its intellectual property office. */
export const Bureau = z.strictObject({ name: Bilingual, page: z.optional(HttpsAddress), source: Id });
export type Bureau = z.infer<typeof Bureau>;

/** Who is near a company, by the prefecture's Japanese name. */
export const Prefecture = z.strictObject({
  name: Bilingual,
  bureau: Id,
  /** The intellectual property desk of the prefecture, where a source tells it. */
  desk: z.optional(z.strictObject({ name: Bilingual, page: z.optional(HttpsAddress), source: Id })),
  source: Id,
});
export type Prefecture = z.infer<typeof Prefecture>;

/** Everyday words, and the terms of the field that they stand for in a search. */
export const Synonym = z.strictObject({
  say: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  means: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
});
export type Synonym = z.infer<typeof Synonym>;
