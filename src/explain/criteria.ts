import type { Catalog } from "../catalog/catalog.ts";
import { entryFor } from "../catalog/vocabulary.ts";
import type { CriterionResult, Expected } from "../schema/assessment.ts";
import type { Item } from "./document.ts";
import { day, value } from "./figures.ts";
import { type ExplainOptions, label } from "./labels.ts";
import { builtInCriteria, type Lang, operatorWords, outcomeWords, phrases, provenanceWords, say } from "./words.ts";

/** A criterion with the comparisons that show it: 中小企業者であること（常時使用する従業員の数は271人で300人以下）. */
export function criterion(result: CriterionResult, lang: Lang, catalog: Catalog): string {
  const text = criterionText(result, lang);
  const shown = result.expected
    .filter((each) => isTelling(each, result, catalog))
    .map((each) => figureCompared(each, result, { lang, catalog }));
  if (shown.length === 0) return text;
  const reasons = [...new Set(shown)].slice(0, 3).join(say(phrases.within, lang));
  return lang === "ja" ? `${text}（${reasons}）` : `${text} (${reasons})`;
}

const criterionText = (result: CriterionResult, lang: Lang): string =>
  (result.text ?? builtInCriteria[result.criterion])?.[lang] ?? result.criterion;

/** Figures tell why; that a company is a company does not. */
const isTelling = ({ operator, fact }: Expected, { actual }: CriterionResult, catalog: Catalog): boolean =>
  Object.hasOwn(actual, fact) &&
  operator in operatorWords &&
  !["is", "in", "includesAny"].includes(operator) &&
  entryFor(fact, catalog.facts)?.type !== "list";

/** Bare figures and their limit: what a single line has room for. */
function figureCompared(expected: Expected, { actual }: CriterionResult, options: ExplainOptions): string {
  const { fact, outcome } = expected;
  const entry = entryFor(fact, options.catalog.facts);
  return say(outcome === "unsatisfied" ? phrases.comparedNot : phrases.compared, options.lang, {
    fact: entry?.label[options.lang] ?? fact,
    actual: value(actual[fact], entry, options.lang),
    limit: limitText(expected, options),
  });
}

/** A criterion opened: the definitions that it rests on, one inside the other, down to every comparison. */
export function opened(result: CriterionResult, options: ExplainOptions & { asOf: string }): Item {
  const { lang, catalog, asOf } = options;
  const { outcome, kind, source, item, on } = result;
  const place = item === undefined ? "" : ` (${label(item, catalog, lang)})`;
  const { title, section = "" } = source;
  const cited = section === "" || title.includes(section) ? title : `${title} ${section}`;
  return {
    text: `${outcomeWords[kind][outcome][lang]}: ${criterionText(result, lang)}${place}`,
    items: [
      ...nested(result.expected, result, 0, options),
      ...(on === asOf || on === "" || on.includes("/")
        ? []
        : [{ text: say(phrases.readOn, lang, { date: day(on, lang) }) }]),
      { text: say(phrases.source, lang, { source: cited, statedOn: day(source.statedOn, lang) }) },
    ],
  };
}

/** What stands in the same definition stands together, in the order of the rule. */
function nested(
  expected: readonly Expected[],
  result: CriterionResult,
  depth: number,
  options: ExplainOptions,
): Item[] {
  const groups = new Map<string, Expected[]>();
  for (const each of expected) {
    const within = each.within?.[depth];
    const key = within === undefined ? comparison(each, result, options) : JSON.stringify(within);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].map(([text, group]): Item => {
    const within = group[0]?.within?.[depth];
    if (within === undefined) return { text };
    const { lang, catalog } = options;
    const name = catalog.definitions[within.definition]?.name[lang] ?? within.definition;
    const party = within.of === "company" ? "" : ` (${label(within.of, catalog, lang)})`;
    return {
      text: `${name}${party}: ${outcomeWords.criterion[within.outcome][lang]}`,
      items: nested(group, result, depth + 1, options),
    };
  });
}

/** One fact beside what is required of it, with the row of the table that the figure stands in. */
function comparison(expected: Expected, { actual }: CriterionResult, options: ExplainOptions): string {
  const { lang, catalog } = options;
  const { fact, operator, outcome, chooses, provenance, value: wanted } = expected;
  const entry = entryFor(fact, catalog.facts);
  const known = actual[fact];
  const found = isUnknown(known)
    ? say(phrases.notKnown, lang)
    : operator === "entries"
      ? say(known === 0 ? phrases.noEntries : phrases.entries, lang, { count: String(known) })
      : value(known, entry, lang);
  const stated = provenance === "given" ? "" : say(phrases.whence, lang, { whence: provenanceWords[provenance][lang] });
  const facts = { fact: label(fact, catalog, lang), actual: `${found}${stated}` };
  // That an answer is yes says all; so does what only chooses a branch.
  if (chooses || typeof wanted === "boolean" || !(operator in operatorWords)) return say(phrases.found, lang, facts);
  const frame = { satisfied: phrases.passes, unsatisfied: phrases.passesNot, unknown: phrases.passesUnknown }[outcome];
  return say(frame, lang, { ...facts, limit: `${limitText(expected, options)}${rowText(expected, options)}` });
}

/** From nothing upwards is all that can be said of a sum of which nothing is known. */
const isUnknown = (known: unknown): boolean =>
  known === undefined ||
  (typeof known === "object" && known !== null && "min" in known && known.min === 0 && !("max" in known));

const rowText = ({ by }: Expected, { lang, catalog }: ExplainOptions): string =>
  by === undefined ? "" : say(phrases.row, lang, { value: value(by.value, entryFor(by.fact, catalog.facts), lang) });

const mostTold = 5;

function limitText({ fact, operator, value: expected }: Expected, { lang, catalog }: ExplainOptions): string {
  const entry = entryFor(fact, catalog.facts);
  const options = Array.isArray(expected) ? expected : undefined;
  const told = options === undefined ? expected : options.slice(0, mostTold);
  const rest = (options?.length ?? 0) - mostTold;
  const figure = operator.startsWith("fewerThan") ? String(expected) : value(told, entry, lang);
  const more = rest > 0 ? say(phrases.within, lang) + say(phrases.andMore, lang, { count: rest }) : "";
  const several = typeof expected === "object" && expected !== null && "min" in expected;
  const limit = say(operatorWords[operator as keyof typeof operatorWords], lang, { value: `${figure}${more}` });
  return several ? say(phrases.byRow, lang, { limit }) : limit;
}
