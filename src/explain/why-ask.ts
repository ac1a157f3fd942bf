import { findMeasure } from "../catalog/catalog.ts";
import type { Question } from "../schema/assessment.ts";
import { type ExplainOptions, firstOf } from "./labels.ts";
import { whyAskWords } from "./question-words.ts";
import { say } from "./words.ts";

const mostNamed = 3;

/** Why a question is asked: the measures whose verdict or amount depends on the answer. */
export function whyAsk({ measures, settles }: Question, { lang, catalog }: ExplainOptions): string {
  const names = measures.map((id) => findMeasure(catalog, id)?.name[lang] ?? id);
  return say(settles.verdicts > 0 ? whyAskWords.verdicts : whyAskWords.amounts, lang, {
    count: measures.length,
    names: firstOf(names, mostNamed, lang),
  });
}
