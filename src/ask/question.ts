import type { Catalog } from "../catalog/catalog.ts";
import { entryFor } from "../catalog/vocabulary.ts";
import { answerWords, dontKnowWords, openListWords } from "../explain/question-words.ts";
import type { Question } from "../schema/assessment.ts";
import type { FactEntry } from "../schema/law.ts";

/** A missing fact as data that a form or a person at a desk can ask. */
export function toQuestion(path: string, measures: string[], settles: Question["settles"], catalog: Catalog): Question {
  const entry = entryFor(path, catalog.facts);
  const isOpenList = path.endsWith(".complete");
  const type = typeOf(path, entry);
  const label = entry?.label ?? { ja: path, en: path };
  return {
    fact: path,
    type,
    ...(entry?.unit === undefined || isOpenList ? {} : { unit: entry.unit }),
    ...(entry?.options === undefined || isOpenList
      ? {}
      : { options: Object.keys(entry.options), labels: { ...entry.options } }),
    text: isOpenList ? openListWords(label) : (entry?.question ?? label),
    help: helpOf(type, isOpenList ? undefined : entry),
    dontKnow: dontKnowWords,
    settles,
    measures,
  };
}

const typeOf = (path: string, entry: FactEntry | undefined): FactEntry["type"] =>
  path.endsWith(".complete") ? "boolean" : (entry?.type ?? "text");

/** What counts, as the vocabulary says, and how an answer of the type is written. */
function helpOf(type: FactEntry["type"], entry: FactEntry | undefined): Question["help"] {
  const how = answerWords[type];
  const what = entry?.help;
  return what === undefined ? how : { ja: `${what.ja}${how.ja}`, en: `${what.en} ${how.en}` };
}

/** How much it takes to answer, from a nod to a look into the files. */
const efforts: Record<FactEntry["type"], number> = {
  boolean: 1,
  option: 1,
  text: 1,
  options: 2,
  count: 2,
  date: 2,
  years: 2,
  yen: 3,
  share: 3,
  list: 3,
};

export const effortOf = (path: string, catalog: Catalog): number =>
  efforts[typeOf(path, entryFor(path, catalog.facts))];
