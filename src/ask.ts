import { type Catalog, measuresOf } from "./catalog/catalog.ts";
import { entryFor } from "./catalog/vocabulary.ts";
import type { Question, Result } from "./schema/assessment.ts";

/**
 * Missing facts as questions; first the one that most open measures wait for. Measures that are ruled out or ended ask
 * nothing, and as long as nobody says what there is to file, only that is asked: without a filing nothing else matters.
 */
export function ask(results: readonly Result[], catalog: Catalog): Question[] {
  const lists = new Map(measuresOf(catalog).map(({ id, each }) => [id, each]));
  const measures = new Map<string, string[]>();
  for (const { measure, eligibility, status, missing } of results) {
    if (eligibility !== "undetermined" || status === "ended") continue;
    const list = lists.get(measure.id);
    const first = list !== undefined && missing.includes(list) ? [list] : missing;
    for (const path of first) measures.set(path, [...(measures.get(path) ?? []), measure.id]);
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
