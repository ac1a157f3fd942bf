import { entryFor } from "../catalog/vocabulary.ts";
import { why } from "../explain/explain.ts";
import { value } from "../explain/figures.ts";
import { label } from "../explain/labels.ts";
import { builtInCriteria, operatorWords, say } from "../explain/words.ts";
import type { CriterionResult, Expected, Result } from "../schema/assessment.ts";
import type { MatcherOptions } from "./matcher.ts";
import { frames, outcomeWords } from "./words.ts";

/** Why a result is as it is: in one line, criterion by criterion, and what is not known. */
export function reasons(result: Result, options: MatcherOptions): string[] {
  const { lang, catalog } = options;
  const missing = result.missing.map((path) => `${path} (${label(path, catalog, lang)})`);
  const assumed = result.assumes.map(({ fact, value: each }) => `${fact} = ${JSON.stringify(each)}`);
  return [
    why(result, options),
    ...result.determining.flatMap((each) => criterionLines(each, options)),
    ...(missing.length === 0 ? [] : [say(frames.missing, lang, { facts: missing.join(", ") })]),
    ...(assumed.length === 0 ? [] : [say(frames.assumes, lang, { facts: assumed.join(", ") })]),
  ];
}

function criterionLines(result: CriterionResult, options: MatcherOptions): string[] {
  const { criterion, text, outcome, item, route, source, expected } = result;
  const { lang } = options;
  const words = (text ?? builtInCriteria[criterion])?.[lang] ?? criterion;
  const place = [item, route].flatMap((each) => each ?? []).map((each) => ` ${each}`);
  const comparisons = [...new Set(expected.map((each) => comparison(each, result, options)))];
  return [
    `- ${criterion}${place.join("")}: ${words}: ${outcomeWords[outcome][lang]} [${source.title}]`,
    ...comparisons.map((line) => `    ${line}`),
  ];
}

function comparison(
  { fact, operator, value: expected, outcome }: Expected,
  { actual }: CriterionResult,
  { lang, catalog }: MatcherOptions,
): string {
  const entry = entryFor(fact, catalog.facts);
  const figure = operator.startsWith("fewerThan") ? String(expected) : value(expected, entry, lang);
  const words = Object.hasOwn(operatorWords, operator)
    ? operatorWords[operator as keyof typeof operatorWords]
    : undefined;
  return say(frames.compared, lang, {
    fact,
    label: label(fact, catalog, lang),
    actual: Object.hasOwn(actual, fact) ? value(actual[fact], entry, lang) : frames.notGiven[lang],
    limit: words === undefined ? `${operator} ${figure}`.trim() : say(words, lang, { value: figure }),
    outcome: outcomeWords[outcome][lang],
  });
}
