import * as z from "zod/mini";
import type { MeasureTerms as Shown } from "../../get-terms.ts";
import type { MeasureList as Listed } from "../../list-measures.ts";
import { FeeReduction, InKind, Parts, Subsidy, Unstated } from "../../schema/benefit-schema.ts";
import { Call, Criterion, kinds, Route, rights, statuses } from "../../schema/measure.ts";
import { Bilingual, Day, Id } from "../../schema/primitives.ts";
import { NotCovered } from "../../schema/registry.ts";
import { freshnesses, Source } from "./values.ts";

/** Rules as they are shown: their sources stand in full. */
const source = Source;
export const SourcedCriterion = z.strictObject({ ...Criterion.shape, source });
export const SourcedCall = z.strictObject({ ...Call.shape, source });
export const SourcedBenefit = z.discriminatedUnion("kind", [
  z.strictObject({ ...Subsidy.shape, source }),
  z.strictObject({ ...FeeReduction.shape, source }),
  z.strictObject({ ...InKind.shape, source }),
  z.strictObject({ ...Unstated.shape, source }),
  z.strictObject({ ...Parts.shape, source }),
]);

const criteria = z.array(SourcedCriterion);
const calls = z.array(SourcedCall);

export const MeasureTerms: z.ZodMiniType<Shown> = z.strictObject({
  id: Id,
  name: Bilingual,
  aliases: z.array(z.string()),
  kind: z.enum(kinds),
  authority: z.string(),
  applicant: z.string(),
  status: z.enum(statuses),
  statusSources: z.array(Source),
  freshness: z.enum(freshnesses),
  page: z.nullable(z.string()),
  documents: z.array(Bilingual),
  parent: z.nullable(z.string()),
  viewOf: z.nullable(z.string()),
  exclusiveWith: z.array(z.strictObject({ measure: Id, source: Source })),
  terms: z.nullable(
    z.strictObject({
      from: z.nullable(Day),
      to: z.nullable(Day),
      lastSeen: Day,
      renewal: z.enum(["yearly", "standing"]),
      on: z.string(),
      criteria: z.union([z.literal("not-stated"), criteria]),
      exclusions: criteria,
      benefit: SourcedBenefit,
      routes: z.array(z.strictObject({ ...Route.shape, criteria, calls })),
      calls,
      sources: z.array(Source),
    }),
  ),
});

export const MeasureList: z.ZodMiniType<Listed> = z.strictObject({
  measures: z.array(
    z.strictObject({
      id: Id,
      name: Bilingual,
      kind: z.enum(kinds),
      authority: z.string(),
      applicant: z.string(),
      status: z.enum(statuses),
      rights: z.array(z.enum(rights)),
      aliases: z.array(z.string()),
      viewOf: z.nullable(z.string()),
    }),
  ),
  notCovered: z.array(z.strictObject({ id: Id, ...NotCovered.shape, aliases: z.array(z.string()) })),
});
