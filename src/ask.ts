import type { Catalog } from "./catalog/catalog.ts";
import { entryFor } from "./catalog/vocabulary.ts";
import type { Question, Result } from "./schema/assessment.ts";

/** Missing facts as questions; first the one that most open measures wait for. Ruled-out measures ask nothing. */
export function ask(results: readonly Result[], catalog: Catalog): Question[] {
  const measures = new Map<string, string[]>();
  for (const { measure, eligibility, missing } of results) {
    if (eligibility !== "undetermined") continue;
    for (const path of missing) measures.set(path, [...(measures.get(path) ?? []), measure.id]);
  }
  return [...measures]
    .map(([fact, ids]) => toQuestion(fact, ids, catalog))
    .sort((left, right) => right.measures.length - left.measures.length || (left.fact < right.fact ? -1 : 1));
}

function toQuestion(path: string, measures: string[], catalog: Catalog): Question {
  const entry = entryFor(path, catalog.facts);
  const fallback = { ja: path, en: path };
  return {
    fact: path,
    type: path.endsWith(".complete") ? "boolean" : (entry?.type ?? "text"),
    ...(entry?.unit === undefined ? {} : { unit: entry.unit }),
    ...(entry?.options === undefined ? {} : { options: Object.keys(entry.options) }),
    text: entry?.question ?? entry?.label ?? fallback,
    measures: [...measures].sort(),
  };
}
