import type { Catalog } from "../catalog/catalog.ts";
import { entryFor } from "../catalog/vocabulary.ts";
import type { CriterionResult, Expected, Result } from "../schema/assessment.ts";
import { value } from "./figures.ts";
import { type ExplainOptions, label, ordinal } from "./labels.ts";
import { explainSteps } from "./steps.ts";
import { builtInCriteria, type Lang, operatorWords, phrases, say } from "./words.ts";

/** The one-line why: what decided the verdict, or what is still to find out. */
export function why(result: Result, { lang, catalog }: ExplainOptions): string {
  const { determining, eligibility, missing } = result;
  if (eligibility === "undetermined") {
    const judged = result.subjectTo.some(({ judgedBy }) => judgedBy === "authority");
    if (missing.length === 0) return say(judged ? phrases.judgedOnly : phrases.ruleNotStated, lang);
    const facts = missing.map((path) => label(path, catalog, lang));
    return say(phrases.toFindOut, lang, { what: listed(facts, lang) });
  }
  if (determining.length === 0) return say(phrases.openToAll, lang);
  const excluded = determining.every((each) => each.kind === "exclusion");
  const frame = eligibility === "eligible" ? phrases.meets : excluded ? phrases.excluded : phrases.fails;
  // An exclusion that does not apply is no reason to be told.
  const told = eligibility === "eligible" ? determining.filter((each) => each.kind === "criterion") : determining;
  return say(frame, lang, { what: criteria(told, lang, catalog) });
}

/** A result as lines of text: criterion by criterion what was expected and found, then how the amount comes about. */
export function explain(result: Result, options: ExplainOptions): string[] {
  return [
    why(result, options),
    ...result.determining.map((each) => `- ${criterion(each, options.lang, options.catalog)} [${each.source.title}]`),
    ...explainSteps(result.estimate, options).map((step) => `- ${step}`),
  ];
}

/** A criterion with the comparisons that show it: 中小企業者であること（常時使用する従業員の数は271人で300人以下）. */
export function criterion(result: CriterionResult, lang: Lang, catalog: Catalog): string {
  const text = (result.text ?? builtInCriteria[result.criterion])?.[lang] ?? result.criterion;
  const shown = result.expected
    .filter((each) => isTelling(each, result, catalog))
    .map((each) => comparison(each, result, lang, catalog));
  if (shown.length === 0) return text;
  const reasons = [...new Set(shown)].slice(0, 3).join(say(phrases.within, lang));
  return lang === "ja" ? `${text}（${reasons}）` : `${text} (${reasons})`;
}

/** Criteria in words; the entries that share one are named behind it: #1 #2. */
function criteria(results: readonly CriterionResult[], lang: Lang, catalog: Catalog): string {
  const entries = new Map<string, string[]>();
  for (const result of results) {
    const text = criterion(result, lang, catalog);
    const place = result.item === undefined ? [] : [ordinal(result.item)];
    entries.set(text, [...new Set([...(entries.get(text) ?? []), ...place])]);
  }
  return listed(
    [...entries].map(([text, places]) => [text, ...places].join(" ")),
    lang,
  );
}

/** Figures tell why; that a company is a company does not. */
const isTelling = ({ operator, fact }: Expected, { actual }: CriterionResult, catalog: Catalog): boolean =>
  Object.hasOwn(actual, fact) &&
  operator in operatorWords &&
  !["is", "in", "includesAny"].includes(operator) &&
  entryFor(fact, catalog.facts)?.type !== "list";

function comparison(
  { fact, operator, value: expected, outcome }: Expected,
  { actual }: CriterionResult,
  lang: Lang,
  catalog: Catalog,
): string {
  const entry = entryFor(fact, catalog.facts);
  const figure = operator.startsWith("fewerThan") ? String(expected) : value(expected, entry, lang);
  const several = typeof expected === "object" && expected !== null && "min" in expected;
  const limit = say(operatorWords[operator as keyof typeof operatorWords], lang, { value: figure });
  return say(outcome === "unsatisfied" ? phrases.comparedNot : phrases.compared, lang, {
    fact: entry?.label[lang] ?? fact,
    actual: value(actual[fact], entry, lang),
    limit: several ? say(phrases.byRow, lang, { limit }) : limit,
  });
}

function listed(items: string[], lang: Lang): string {
  const distinct = [...new Set(items)];
  const shown = distinct.slice(0, 4);
  const rest = distinct.length - shown.length;
  return [...shown, ...(rest > 0 ? [say(phrases.andMore, lang, { count: rest })] : [])].join(
    lang === "ja" ? "／" : "; ",
  );
}
