import * as z from "zod/mini";
import { kinds } from "../../schema/measure.ts";
import { Bilingual, Day, Id } from "../../schema/primitives.ts";
import type { SearchAnswer as Found } from "../../search/search.ts";
import { Question } from "./assessment.ts";
import { availabilities, Estimate, eligibilities } from "./values.ts";

const optional = z.exactOptional;

export const Questions = z.strictObject({ asOf: Day, questions: z.array(Question) });

/** One result in words, in the language asked for. */
export const Explanation = z.strictObject({
  measure: Id,
  asOf: Day,
  eligibility: z.enum(eligibilities),
  name: z.string(),
  why: z.string(),
  amount: z.string(),
  text: z.string(),
});

const position = z.int().check(z.minimum(0));

export const SearchAnswer: z.ZodMiniType<Found> = z.strictObject({
  query: z.string(),
  truncated: z.boolean(),
  hits: z.array(
    z.strictObject({
      id: Id,
      name: Bilingual,
      kind: z.enum(kinds),
      authority: z.string(),
      score: z.number().check(z.minimum(0), z.maximum(1)),
      matched: z.strictObject({ text: z.string(), ranges: z.array(z.tuple([position, position])) }),
      eligibility: optional(z.enum(eligibilities)),
      availability: optional(z.enum(availabilities)),
      estimate: optional(z.nullable(Estimate)),
    }),
  ),
  notCovered: z.array(z.strictObject({ id: Id, name: Bilingual, is: z.string() })),
  nearest: z.array(z.string()),
});

export const Index = z.strictObject({
  name: z.string(),
  version: z.string(),
  measures: z.int(),
  description: z.string(),
  routes: z.array(z.strictObject({ method: z.string(), path: z.string(), summary: z.string() })),
});

/** An OpenAPI document describes itself elsewhere: https://spec.openapis.org/oas/v3.1.0 */
export const OpenApiDocument = z.looseObject({ openapi: z.string() });

/** RFC 9457. Addresses without a scheme are relative to the request. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  issues: optional(z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() }))),
  nearest: optional(z.array(Id)),
});
export type Problem = z.infer<typeof Problem>;
