import * as z from "zod/mini";
import { type Operand as Compared, type Comparison, operators, type Condition as Read } from "./condition.ts";
import { Day, DefinitionId, ParameterId, Path, ShareOf } from "./primitives.ts";

export const Operand: z.ZodMiniType<Compared> = z.union([
  z.number(),
  z.string(),
  z.strictObject({ parameter: ParameterId, by: z.optional(Path) }),
  ShareOf,
]);

const texts = z.array(z.string()).check(z.minLength(1));
const date = z.union([Day, z.strictObject({ parameter: ParameterId })]);

const numeric = {
  atLeast: z.optional(Operand),
  above: z.optional(Operand),
  atMost: z.optional(Operand),
  below: z.optional(Operand),
};
const comparison = {
  is: z.optional(z.union([z.string(), z.number(), z.boolean()])),
  in: z.optional(texts),
  includesAny: z.optional(texts),
  ...numeric,
  onOrAfter: z.optional(date),
  after: z.optional(date),
  onOrBefore: z.optional(date),
  before: z.optional(date),
  fewerThanYears: z.optional(Operand),
  fewerThanDays: z.optional(Operand),
} satisfies Record<keyof Comparison, unknown>;

const oneOperator = z.refine<object>((test) => operators.filter((operator) => operator in test).length === 1, {
  params: { code: "no-operator" },
});

export const Condition: z.ZodMiniType<Read> = z.lazy(() =>
  z.union([
    z.boolean(),
    z.strictObject({ fact: Path, ...comparison }).check(oneOperator),
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ definition: DefinitionId, of: z.optional(Path), on: z.optional(Path) }),
    z.strictObject({
      match: Path,
      cases: z.array(z.strictObject({ in: texts, then: Condition })).check(z.minLength(1)),
      otherwise: z.optional(Condition),
    }),
    z.strictObject({ sufficient: Condition, necessary: Condition }),
    z.strictObject({ some: Path, where: Condition }),
    z.strictObject({ every: Path, where: Condition }),
    z.strictObject({ sum: Path, of: Path, where: z.optional(Condition), ...numeric }).check(oneOperator),
    z
      .strictObject({ count: Path, where: Condition, share: z.optional(z.literal(true)), ...numeric })
      .check(oneOperator),
  ]),
) as z.ZodMiniType<Read>;
