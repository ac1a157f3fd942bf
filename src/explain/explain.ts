import { findMeasure } from "../catalog/catalog.ts";
import { entryFor } from "../catalog/vocabulary.ts";
import type { CriterionResult, JudgedCriterion, Result } from "../schema/assessment.ts";
import { criterion, opened } from "./criteria.ts";
import { type Block, heading, type Item, list, paragraph, section, toMarkdown, toText } from "./document.ts";
import { amount, day, value } from "./figures.ts";
import { type ExplainOptions, firstOf, label, ordinal } from "./labels.ts";
import { sheetWords } from "./sheet-words.ts";
import { explainSteps } from "./steps.ts";
import {
  applicantWords,
  availabilityWords,
  beforeWords,
  eligibilityWords,
  freshnessWords,
  phrases,
  say,
} from "./words.ts";

/** `line`: the why in one line. `reasons`: criteria and calculation. `full`: every definition opened, and what to do. */
export type Detail = "line" | "reasons" | "full";

export interface ResultTextOptions extends ExplainOptions {
  detail?: Detail | undefined;
  format?: "text" | "markdown" | undefined;
}

/** A result in words: what decided it, criterion by criterion, and how the amount comes about. */
export function explain(result: Result, options: ResultTextOptions): string {
  const { detail = "reasons", format = "text" } = options;
  const blocks = {
    line: () => [paragraph(why(result, options))],
    reasons: () => [
      paragraph(why(result, options)),
      ...list([...result.determining.map((each) => cited(each, options)), ...explainSteps(result.estimate, options)]),
    ],
    full: () => fullBlocks(result, options),
  }[detail]();
  return format === "text" ? toText(blocks) : toMarkdown(blocks);
}

/** Everything about one result, under its name. */
export const fullBlocks = (result: Result, options: ExplainOptions): Block[] => [
  heading(3, result.measure.name[options.lang]),
  paragraph(why(result, options)),
  ...resultBlocks(result, options),
];

const cited = (each: CriterionResult, { lang, catalog }: ExplainOptions): string =>
  `${criterion(each, lang, catalog)} [${each.source.title}]`;

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
  const others = applicantWords[result.applicant];
  if (others !== undefined && determining.some(({ criterion: id }) => id === "applicant-kind"))
    return say(phrases.forOthers, lang, { who: others[lang] });
  const excluded = determining.every((each) => each.kind === "exclusion");
  const ofEntries = determining.every(({ item }) => item !== undefined);
  const failing = excluded ? phrases.excluded : ofEntries ? phrases.failsHere : phrases.fails;
  const frame = eligibility === "eligible" ? phrases.meets : failing;
  // An exclusion that does not apply is no reason to be told.
  const told = eligibility === "eligible" ? determining.filter((each) => each.kind === "criterion") : determining;
  return say(frame, lang, { what: criteria(told, { lang, catalog }) });
}

/** Criteria in words; the entries that share one are named behind it: #1 #2. */
function criteria(results: readonly CriterionResult[], { lang, catalog }: ExplainOptions): string {
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

/** The first few of them, each told once. */
const listed = (items: readonly string[], lang: ExplainOptions["lang"]): string =>
  firstOf([...new Set(items)], mostListed, lang, phrases.beside);

const mostListed = 4;

/**
 * All that is known of one result: the calculation, presumptions, what is to do as boxes to tick, papers, days; and,
 * unless it is `brief`, every criterion opened.
 */
export function resultBlocks(result: Result, options: ExplainOptions, how: "whole" | "brief" = "whole"): Block[] {
  const { lang, catalog } = options;
  const file = findMeasure(catalog, result.measure.id);
  const part = (title: keyof typeof sheetWords, blocks: readonly Block[]) =>
    section(4, sheetWords[title][lang], blocks);
  const read = [...result.determining, ...result.others];
  const page = file?.page;
  return [
    ...list([
      say(sheetWords.state, lang, {
        verdict: eligibilityWords[result.eligibility][lang],
        window: availabilityWords[result.availability][lang],
        freshness: freshnessWords[result.freshness][lang],
      }),
      ...(result.estimate === null ? [] : [say(sheetWords.worth, lang, { amount: amount(result.estimate, lang) })]),
      ...callText(result, options),
      ...(page === undefined ? [] : [{ text: sheetWords.page[lang], address: page }]),
    ]),
    ...(how === "brief"
      ? []
      : part("reasons", list(read.map((each) => opened(each, { ...options, asOf: result.asOf }))))),
    ...part("calculation", list(explainSteps(result.estimate, options))),
    ...part("assumes", list(result.assumes.map((each) => presumption(each, options)))),
    ...part("missing", list(result.missing.map((path) => label(path, catalog, lang)))),
    ...part("subjectTo", list(result.subjectTo.map((each) => step(each, options)))),
    ...part("documents", list((file?.documents ?? []).map((each): Item => ({ text: each[lang], box: true })))),
  ];
}

const callText = ({ call }: Result, { lang }: ExplainOptions): string[] => {
  if (call === null || (call.opens === null && call.closes === null)) return [];
  const { opens, closes } = call;
  const frame = opens === null ? sheetWords.callCloses : closes === null ? sheetWords.callOpens : sheetWords.call;
  return [
    say(frame, lang, {
      opens: opens === null ? "" : day(opens, lang),
      closes: closes === null ? "" : day(closes, lang),
    }),
  ];
};

const presumption = ({ fact, value: each }: Result["assumes"][number], { lang, catalog }: ExplainOptions): string =>
  say(phrases.found, lang, {
    fact: label(fact, catalog, lang),
    actual: value(each, entryFor(fact, catalog.facts), lang),
  });

/** What a person decides, or what is to be done: a box to tick, by when and by whom. */
function step({ text, judgedBy, before }: JudgedCriterion, { lang }: ExplainOptions): Item {
  const when =
    before === undefined
      ? []
      : [before in beforeWords ? beforeWords[before as keyof typeof beforeWords][lang] : day(before, lang)];
  const by = judgedBy === "authority" ? sheetWords.judged[lang] : sheetWords.toDo[lang];
  return {
    text: say(sheetWords.step, lang, { text: text[lang], by: [by, ...when].join(lang === "ja" ? "・" : ", ") }),
    box: true,
  };
}
