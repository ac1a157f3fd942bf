import * as z from "zod/mini";
import { Day, DefinitionId, ParameterId, Path, ShareOf } from "./primitives.ts";

/** What a fact is compared with: a figure, a dated parameter (looked up `by` a fact where it is a table), part of a fact. */
export type Operand =
  | number
  | string
  | { parameter: string; by?: string | undefined }
  | { fact: string; times: string };

export interface Comparison {
  is?: string | number | boolean | undefined;
  in?: string[] | undefined;
  includesAny?: string[] | undefined;
  /** 以上 */ atLeast?: Operand | undefined;
  /** 超 */ above?: Operand | undefined;
  /** 以下 */ atMost?: Operand | undefined;
  /** 未満 */ below?: Operand | undefined;
  onOrAfter?: Operand | undefined;
  after?: Operand | undefined;
  onOrBefore?: Operand | undefined;
  before?: Operand | undefined;
  /** Age on the date the rule is read on; the anniversary is the first day that fails. */
  fewerThanYears?: Operand | undefined;
  fewerThanDays?: Operand | undefined;
}

/** A requirement as data. Three outcomes: what is not known makes it `unknown`, never false. */
export type Condition =
  | boolean
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { match: string; cases: { in: string[]; then: Condition }[]; otherwise?: Condition | undefined }
  /** Where no source states the rule between two bounds. */
  | { sufficient: Condition; necessary: Condition }
  | { some: string; where: Condition }
  | { every: string; where: Condition }
  | ({ sum: string; of: string; where?: Condition | undefined } & Comparison)
  | ({ count: string; where: Condition; share?: true | undefined } & Comparison)
  | { definition: string; of?: string | undefined; on?: string | undefined }
  | ({ fact: string } & Comparison);

export const Operand: z.ZodMiniType<Operand> = z.union([
  z.number(),
  z.string(),
  z.strictObject({ parameter: ParameterId, by: z.optional(Path) }),
  ShareOf,
]);

/** The definitions that a condition calls, outermost and first named first. */
export function definitionsIn(condition: unknown): string[] {
  if (typeof condition !== "object" || condition === null) return [];
  const own = "definition" in condition && typeof condition.definition === "string" ? [condition.definition] : [];
  return [...own, ...Object.values(condition).flatMap(definitionsIn)];
}

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
};

export const operators = Object.keys(comparison) as (keyof Comparison)[];

const oneOperator = z.refine<object>((test) => operators.filter((operator) => operator in test).length === 1, {
  params: { code: "no-operator" },
});

export const Condition: z.ZodMiniType<Condition> = z.lazy(() =>
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
) as z.ZodMiniType<Condition>;
