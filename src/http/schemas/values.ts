import * as z from "zod/mini";
import type { Interval as IntervalValue, JudgedCriterion as Judged, Part, Step } from "../../schema/assessment.ts";
import { capScopes } from "../../schema/benefit.ts";
import { Bilingual, Id, Ratio } from "../../schema/primitives.ts";
import { SourceEntry } from "../../schema/source.ts";

/** What answers are made of. Each schema is held to its type by the compiler, and to what is sent by the tests. */
const optional = z.exactOptional;

export const Source = z.strictObject({ id: Id, ...SourceEntry.shape });

export const Interval: z.ZodMiniType<IntervalValue> = z.strictObject({ min: z.int(), max: z.nullable(z.int()) });

const stepCodes = [
  "cost",
  "rate",
  "no-rate",
  "cap",
  "self-payment",
  "rounding",
  "sum",
  "fee",
  "class",
  "payable",
  "refunded",
] as const satisfies readonly Step["code"][];

const CalculationStep: z.ZodMiniType<Step> = z.strictObject({
  code: z.enum(stepCodes),
  args: z.record(z.string(), z.unknown()),
  amount: Interval,
  source: optional(Source),
});

const AmountPart: z.ZodMiniType<Part> = z.strictObject({
  items: z.array(z.string()),
  scope: z.enum(capScopes),
  fiscalYear: optional(z.int()),
  year: optional(z.int()),
  fee: optional(z.string()),
  class: optional(z.string()),
  amount: Interval,
  saved: optional(Interval),
});

const calculated = { parts: z.array(AmountPart), steps: z.array(CalculationStep) };

/** The union of `Estimate`; the schemas that hold it are checked against its type. */
export const Estimate = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("subsidy"), min: z.int(), max: z.nullable(z.int()), ...calculated }),
  z.strictObject({
    kind: z.literal("fee-reduction"),
    payable: z.nullable(Interval),
    saved: z.nullable(Interval),
    refunded: optional(Interval),
    share: z.strictObject({ min: Ratio, max: Ratio }),
    ...calculated,
  }),
  z.strictObject({ kind: z.literal("in-kind"), userPays: z.nullable(Interval) }),
  z.strictObject({ kind: z.literal("unstated") }),
  z.strictObject({ kind: z.literal("parts") }),
]);

export const JudgedCriterion: z.ZodMiniType<Judged> = z.strictObject({
  id: z.string(),
  text: Bilingual,
  judgedBy: z.enum(["authority", "applicant"]),
  before: optional(z.string()),
  source: Source,
});

export const eligibilities = ["eligible", "undetermined", "ineligible"] as const;
export const availabilities = ["open", "upcoming", "closed", "unknown"] as const;
export const freshnesses = ["current", "last-known", "none"] as const;
