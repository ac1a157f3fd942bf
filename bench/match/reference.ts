import { type Catalog, measuresOf } from "../../src/catalog/catalog.ts";
import { derive } from "../../src/facts/derive.ts";
import { scopeOf } from "../../src/facts/scope.ts";
import type { Profile } from "../../src/schema/profile.ts";
import { judge } from "../../src/verdict/judge.ts";
import type { Answer } from "./answer.ts";

/** What the readable evaluator says: everything with three values is held to it. */
export function referenceAnswer(catalog: Catalog, asOf: string, profile: Profile): Answer {
  const scope = scopeOf(derive(profile), catalog, asOf);
  const answer: Answer = { eligible: [], undetermined: [] };
  for (const [index, measure] of measuresOf(catalog).entries()) {
    const { eligibility } = judge(measure, scope);
    if (eligibility !== "ineligible") answer[eligibility].push(index);
  }
  return answer;
}
