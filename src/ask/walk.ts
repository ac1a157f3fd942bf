import { type Catalog, measuresOf } from "../catalog/catalog.ts";
import type { Assessment, Question } from "../schema/assessment.ts";
import type { Kind, needs } from "../schema/measure.ts";
import type { Profile } from "../schema/profile.ts";

export type Need = (typeof needs)[number];

/** What a walk through the questions passes by. */
export interface Walk {
  /** Facts that nobody knows. */
  skipped: ReadonlySet<string>;
  /** The measures that are asked for; undefined: all. */
  focus: ReadonlySet<string> | undefined;
}

/** What has to be decided on; desks, courses and the like are for anybody who comes. */
const decidable: readonly Kind[] = ["subsidy", "fee-reduction", "procedure"];

/** The subsidies, fee reductions and procedures that serve one of the needs. */
export const measuresFor = (needs: readonly string[], catalog: Catalog): Set<string> =>
  new Set(
    measuresOf(catalog)
      .filter(({ kind, fits }) => decidable.includes(kind) && fits?.needs?.some((each) => needs.includes(each)))
      .map(({ id }) => id),
  );

/** The profile with needs added to those that it states. */
export function withNeeds(profile: Profile, more: readonly Need[]): Profile {
  const stated = profile.needs ?? [];
  const known = "items" in stated ? stated.items : stated;
  return more.length === 0 ? profile : { ...profile, needs: [...new Set([...known, ...more])] };
}

/** `overseas.filings[0].right` is asked with `overseas.filings`. */
export const listOf = (fact: string): string => fact.replace(/(\[|\.complete).*$/, "");

/** The questions that are still put, in their order. Nobody is asked for what has ended. */
export function openQuestions({ questions, results }: Assessment, { skipped, focus }: Walk): Question[] {
  const wanted = new Set(
    results
      .filter(({ status, measure }) => status !== "ended" && (focus?.has(measure.id) ?? true))
      .map(({ measure }) => measure.id),
  );
  return questions.filter(({ fact, measures }) => !skipped.has(fact) && measures.some((id) => wanted.has(id)));
}

/** What belongs to the list that was just spoken of comes first. */
export function nextQuestion(assessment: Assessment, walk: Walk, current: string): Question | undefined {
  const open = openQuestions(assessment, walk);
  return open.find(({ fact }) => listOf(fact) === current) ?? open[0];
}
