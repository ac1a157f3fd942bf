import { type Catalog, measuresOf } from "./catalog/catalog.ts";
import { entryFor } from "./catalog/vocabulary.ts";
import type { Question, Result } from "./schema/assessment.ts";

/**
 * Missing facts as questions; first the one that most open measures wait for, last what only ended ones do. Ruled-out
 * measures ask nothing, and as long as nobody says what there is to file, only that is asked: without it nothing matters.
 */
export function ask(results: readonly Result[], catalog: Catalog): Question[] {
  const lists = new Map(measuresOf(catalog).map(({ id, each }) => [id, each]));
  const waiting = new Map<string, Result[]>();
  for (const result of results) {
    const { measure, eligibility, missing } = result;
    if (eligibility !== "undetermined") continue;
    const list = lists.get(measure.id);
    const first = list !== undefined && missing.includes(list) ? [list] : missing;
    for (const path of first) waiting.set(path, [...(waiting.get(path) ?? []), result]);
  }
  const alive = (open: Result[]) => open.filter(({ status }) => status !== "ended").length;
  return [...waiting]
    .sort(
      ([left, some], [right, others]) =>
        alive(others) - alive(some) || others.length - some.length || (left < right ? -1 : 1),
    )
    .map(([fact, open]) =>
      toQuestion(
        fact,
        open.map(({ measure }) => measure.id),
        catalog,
      ),
    );
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
