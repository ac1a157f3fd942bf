import * as z from "zod/mini";
import { kinds, needs, rights } from "../../schema/measure.ts";
import { Day, Id } from "../../schema/primitives.ts";
import { Profile } from "../../schema/profile.ts";
import { availabilities, eligibilities } from "./values.ts";

/** What is sent. `asOf` may be left out only where the server names a day itself, so it is optional by its schema. */
const optional = z.exactOptional;
const asOf = optional(Day);

export const details = ["line", "reasons", "full"] as const;
export const textFormats = ["text", "markdown"] as const;
export const mostHits = 100;

export const AssessRequest = z.strictObject({ profile: Profile, asOf, only: optional(z.enum(eligibilities)) });

export const QuestionsRequest = z.strictObject({ profile: Profile, asOf, need: optional(z.enum(needs)) });

export const ExplainRequest = z.strictObject({
  profile: Profile,
  asOf,
  measure: Id,
  detail: optional(z.enum(details)),
  format: optional(z.enum(textFormats)),
});

/** How a search is narrowed, in a query or in a body. */
export const searchShape = {
  q: z.string(),
  limit: optional(z.int().check(z.minimum(1), z.maximum(mostHits))),
  kind: optional(z.enum(kinds)),
  right: optional(z.enum(rights)),
  prefecture: optional(z.string()),
  availability: optional(z.enum(availabilities)),
  asOf,
};

export const SearchRequest = z.strictObject({ ...searchShape, profile: optional(Profile) });

