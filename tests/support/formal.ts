import type { Condition } from "../../src/schema/condition.ts";
import type { Criterion, Measure, Terms } from "../../src/schema/measure.ts";
import { criteriaOf } from "../../src/schema/parts-of-terms.ts";

/** Everything that decides in a set of terms. */
export const formalOfTerms = (terms: Terms): Criterion[] =>
  criteriaOf(terms).filter(({ condition }) => condition !== undefined);

export const formalOf = ({ terms, view }: Measure): Criterion[] => [
  ...(view === undefined ? [] : [view.only]),
  ...terms.flatMap(formalOfTerms),
];

/** Whether any profile can fail it. Where the source says who is in and not who is out, none can. */
export function canFail(condition: Condition | undefined): boolean {
  if (condition === undefined) return false;
  if (typeof condition === "boolean") return !condition;
  if ("necessary" in condition) return canFail(condition.necessary);
  if ("all" in condition) return condition.all.some(canFail);
  if ("any" in condition) return condition.any.every(canFail);
  return true;
}
