import { type Catalog, findMeasure } from "../catalog/catalog.ts";
import type { Question } from "../schema/assessment.ts";
import type { ExplainOptions } from "./labels.ts";
import { whyAskWords } from "./question-words.ts";
import { phrases, say } from "./words.ts";

const mostNamed = 3;

/** Why a question is asked: the measures whose verdict or amount depends on the answer. */
export function whyAsk({ measures, settles }: Question, { lang, catalog }: ExplainOptions): string {
  const named = measures.slice(0, mostNamed).map((id) => nameOf(id, catalog)[lang]);
  const rest = measures.length - named.length;
  const names = [...named, ...(rest > 0 ? [say(phrases.andMore, lang, { count: rest })] : [])];
  return say(settles.verdicts > 0 ? whyAskWords.verdicts : whyAskWords.amounts, lang, {
    count: measures.length,
    names: names.join(lang === "ja" ? "、" : ", "),
  });
}

const nameOf = (id: string, catalog: Catalog) => findMeasure(catalog, id)?.name ?? { ja: id, en: id };
