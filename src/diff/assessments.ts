import { amountOf } from "../result.ts";
import type { Assessment, Result } from "../schema/assessment.ts";
import type { Bilingual } from "../schema/primitives.ts";

/** What of an answer differs. */
export type Field = "status" | "eligibility" | "availability" | "freshness" | "estimate" | "terms";

export interface ResultChange {
  measure: { id: string; name: Bilingual };
  change: "added" | "removed" | Field;
  before: Result | null;
  after: Result | null;
}

const fields: Record<Field, (result: Result) => unknown> = {
  status: ({ status }) => status,
  eligibility: ({ eligibility }) => eligibility,
  availability: ({ availability }) => availability,
  freshness: ({ freshness, terms }) => (terms === null ? null : freshness),
  estimate: ({ estimate }) => amountOf(estimate),
  terms: ({ terms, items }) => [terms?.from, ...(items ?? []).map((item) => item.terms?.from)],
};

/** Whose verdict, amount or window differs between two answers for one profile, in the order of the second. */
export function diffAssessments(before: Assessment, after: Assessment): ResultChange[] {
  const earlier = new Map(before.results.map((result) => [result.measure.id, result]));
  const later = new Set(after.results.map((result) => result.measure.id));
  const gone = before.results.filter((result) => !later.has(result.measure.id));
  return [
    ...after.results.flatMap((result): ResultChange[] => {
      const old = earlier.get(result.measure.id);
      if (old === undefined) return [{ measure: named(result), change: "added", before: null, after: result }];
      return (Object.keys(fields) as Field[])
        .filter((field) => JSON.stringify(fields[field](old)) !== JSON.stringify(fields[field](result)))
        .map((change) => ({ measure: named(result), change, before: old, after: result }));
    }),
    ...gone.map((result): ResultChange => ({ measure: named(result), change: "removed", before: result, after: null })),
  ];
}

const named = ({ measure: { id, name } }: Result) => ({ id, name });
