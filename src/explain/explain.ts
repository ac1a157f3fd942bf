import type { Catalog } from "../catalog/catalog.ts";
import { entryFor } from "../catalog/vocabulary.ts";
import type { CriterionResult, Expected, Result } from "../schema/assessment.ts";
import { value } from "./figures.ts";
import { builtInCriteria, type Lang, operatorWords, phrases, say } from "./words.ts";

export interface ExplainOptions {
  lang: Lang;
  catalog: Catalog;
}

/** The one-line why: what decided the verdict, or what is still to find out. */
export function why(result: Result, { lang, catalog }: ExplainOptions): string {
  const { determining, eligibility, missing } = result;
  if (eligibility === "undetermined") {
    return missing.length === 0
      ? say(phrases.ruleNotStated, lang)
      : say(phrases.toFindOut, lang, {
          what: listed(
            missing.map((path) => label(path, catalog, lang)),
            lang,
          ),
        });
  }
  if (eligibility === "eligible") {
    if (determining.length === 0) return say(phrases.openToAll, lang);
    return say(phrases.meets, lang, {
      what: listed(
        determining.map((each) => criterion(each, lang, catalog)),
        lang,
      ),
    });
  }
  const frame = determining.every((each) => each.kind === "exclusion") ? phrases.excluded : phrases.fails;
  return say(frame, lang, {
    what: listed(
      determining.map((each) => criterion(each, lang, catalog)),
      lang,
    ),
  });
}

/** A result as lines of text: verdict by verdict what was expected and what was found. */
export function explain(result: Result, options: ExplainOptions): string[] {
  return [
    why(result, options),
    ...result.determining.map((each) => `- ${criterion(each, options.lang, options.catalog)} [${each.source.title}]`),
  ];
}

/** A criterion with the comparisons that show it: 中小企業者であること（常時使用する従業員の数 271人: 300人以下）. */
export function criterion(result: CriterionResult, lang: Lang, catalog: Catalog): string {
  const text = (result.text ?? builtInCriteria[result.criterion])?.[lang] ?? result.criterion;
  const shown = result.expected
    .filter((each) => isTelling(each, result))
    .map((each) => comparison(each, result, lang, catalog));
  const place = result.item === undefined ? "" : ` ${ordinal(result.item)}`;
  return shown.length === 0
    ? `${text}${place}`
    : `${text}${place}（${[...new Set(shown)].slice(0, 3).join(say(phrases.within, lang))}）`;
}

/** Figures tell why; that a company is a company does not. */
const isTelling = ({ operator, fact }: Expected, { actual }: CriterionResult): boolean =>
  Object.hasOwn(actual, fact) && operator in operatorWords && !["is", "in", "includesAny"].includes(operator);

function comparison(
  { fact, operator, value: expected }: Expected,
  { actual }: CriterionResult,
  lang: Lang,
  catalog: Catalog,
): string {
  const entry = entryFor(fact, catalog.facts);
  const figure = operator.startsWith("fewerThan") ? String(expected) : value(expected, entry, lang);
  const limit = say(operatorWords[operator as keyof typeof operatorWords], lang, { value: figure });
  const name = entry?.label[lang] ?? fact;
  return lang === "ja"
    ? `${name} ${value(actual[fact], entry, lang)}: ${limit}`
    : `${name} ${value(actual[fact], entry, lang)}: ${limit}`;
}

/** A profile path in words: the fact's label, and which entry it belongs to. */
export function label(path: string, catalog: Catalog, lang: Lang): string {
  const text = entryFor(path, catalog.facts)?.label[lang] ?? path;
  return /\[\d+\]/.test(path) ? `${text} ${ordinal(path)}` : text;
}

const ordinal = (path: string): string =>
  (path.match(/\[\d+\]/g) ?? []).map((each) => `#${Number(each.slice(1, -1)) + 1}`).join(" ");

function listed(items: string[], lang: Lang): string {
  const distinct = [...new Set(items)];
  const shown = distinct.slice(0, 4);
  const rest = distinct.length - shown.length;
  return [...shown, ...(rest > 0 ? [say(phrases.andMore, lang, { count: rest })] : [])].join(
    lang === "ja" ? "／" : "; ",
  );
}
