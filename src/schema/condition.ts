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

export const operators = [
  "is",
  "in",
  "includesAny",
  "atLeast",
  "above",
  "atMost",
  "below",
  "onOrAfter",
  "after",
  "onOrBefore",
  "before",
  "fewerThanYears",
  "fewerThanDays",
] as const satisfies readonly (keyof Comparison)[];
export type Operator = (typeof operators)[number];

/** The definitions that a condition calls, outermost and first named first. */
export function definitionsIn(condition: unknown): string[] {
  if (typeof condition !== "object" || condition === null) return [];
  const own = "definition" in condition && typeof condition.definition === "string" ? [condition.definition] : [];
  return [...own, ...Object.values(condition).flatMap(definitionsIn)];
}
