import { findMeasure } from "../catalog/catalog.ts";
import { entryFor } from "../catalog/vocabulary.ts";
import type { Assessment, Result } from "../schema/assessment.ts";
import type { Profile } from "../schema/profile.ts";
import type { Source } from "../schema/source.ts";
import { type Block, heading, type Item, list, paragraph, section, table, toMarkdown, toText } from "./document.ts";
import { resultBlocks, why } from "./explain.ts";
import { amount, day, value } from "./figures.ts";
import { type ExplainOptions, label } from "./labels.ts";
import { handoverWords as words } from "./sheet-words.ts";
import { availabilityWords, type Lang, phrases, say } from "./words.ts";

export interface HandoverOptions extends ExplainOptions {
  /** What was said of the company, to be listed on the sheet; in canonical form. */
  profile?: Profile | undefined;
  format?: "text" | "markdown" | undefined;
}

const mostQuestions = 10;

/**
 * A sheet that an adviser can send on: verdicts, amounts, presumptions, open points, what is judged and what is to be
 * done as a list to tick, papers and pages as far as known, the next days, the day and the version it was judged with.
 * Measures of other places and those that have ended are counted, not listed.
 */
export function handover(assessment: Assessment, options: HandoverOptions): string {
  const blocks = handoverBlocks(assessment, options);
  return options.format === "text" ? toText(blocks) : toMarkdown(blocks);
}

/** The sheet before it has a form. */
export function handoverBlocks(assessment: Assessment, options: HandoverOptions): Block[] {
  const { lang } = options;
  const near = assessment.results.filter(({ place, status }) => place !== "elsewhere" && status !== "ended");
  const of = (eligibility: Result["eligibility"]) => near.filter((result) => result.eligibility === eligibility);
  const forAll = of("eligible").filter(({ determining }) => determining.length === 0);
  const usable = of("eligible").filter((result) => !forAll.includes(result));
  const decided = usable.filter(({ freshness }) => freshness !== "last-known");
  const lastKnown = usable.filter(({ freshness }) => freshness === "last-known");
  const open = of("undetermined").filter(({ missing }) => missing.length > 0);
  const notStated = of("undetermined").filter(({ missing }) => missing.length === 0);
  const part = (title: keyof typeof words, blocks: readonly Block[]) => section(2, words[title][lang], blocks);
  return [
    heading(1, words.title[lang]),
    ...list([
      say(words.asOf, lang, { date: day(assessment.asOf, lang) }),
      say(words.version, lang, { version: assessment.catalog.version }),
    ]),
    ...part("profile", profileTable(options)),
    ...part("decided", decided.length === 0 ? [paragraph(words.noneDecided[lang])] : decided.flatMap(block)),
    ...part("lastKnown", lastKnown.flatMap(block)),
    ...part("days", list(nextDays([...usable, ...open], options))),
    ...part("questions", list(questions(assessment, options))),
    ...part(
      "undetermined",
      table(
        [words.measure[lang], words.open[lang], words.amount[lang], words.window[lang]],
        open.map((result) => [
          result.measure.name[lang],
          why(result, options),
          amount(result.estimate, lang),
          availabilityWords[result.availability][lang],
        ]),
      ),
    ),
    ...part("notStated", list(notStated.map((result) => named(result, options)))),
    ...part("forAll", list(forAll.map((result) => named(result, options)))),
    ...part(
      "ineligible",
      table(
        [words.measure[lang], words.reason[lang]],
        of("ineligible").map((result) => [result.measure.name[lang], why(result, options)]),
      ),
    ),
    ...part("near", list(nearby(assessment, options))),
    ...part("notes", list([words.claim[lang], ...leftOut(assessment, near.length, options)])),
  ];

  function block(result: Result): Block[] {
    const { determining } = result;
    const sources = [...new Set(determining.map(({ source }) => citation(source, lang)))];
    return [
      heading(3, result.measure.name[lang]),
      paragraph(why(result, options)),
      ...resultBlocks(result, options, "brief"),
      ...(sources.length === 0
        ? []
        : [paragraph(say(words.sources, lang, { sources: sources.join(lang === "ja" ? "、" : ", ") }))]),
    ];
  }
}

const citation = ({ title, publisher, statedOn }: Source, lang: Lang): string =>
  say(words.cited, lang, {
    title,
    publisher: publisher === undefined ? "" : `${publisher}${lang === "ja" ? "、" : ", "}`,
    statedOn: day(statedOn, lang),
  });

function profileTable({ profile, lang, catalog }: HandoverOptions): Block[] {
  if (profile === undefined) return [];
  const rows = leavesOf(profile, "").map(([path, known]) => [
    label(path, catalog, lang),
    value(known, entryFor(path, catalog.facts), lang),
  ]);
  return table([words.fact[lang], words.answer[lang]], rows);
}

/** Every fact that a profile holds, by path; a range and a list of words are one fact. */
function leavesOf(known: unknown, path: string): [path: string, value: unknown][] {
  if (typeof known !== "object" || known === null || "min" in known || "max" in known) return [[path, known]];
  if (Array.isArray(known)) {
    const entries = known.some((each) => typeof each === "object");
    return entries ? known.flatMap((each, index) => leavesOf(each, `${path}[${index}]`)) : [[path, known]];
  }
  if ("items" in known) return leavesOf(known.items, path);
  return Object.entries(known).flatMap(([key, each]) => leavesOf(each, path === "" ? key : `${path}.${key}`));
}

/** When calls open and close, the next first. */
function nextDays(results: readonly Result[], { lang }: HandoverOptions): string[] {
  const days = results.flatMap(({ asOf, call, measure: { name } }) => [
    ...(call?.opens != null && call.opens > asOf ? [{ date: call.opens, name, what: words.opens }] : []),
    ...(call?.closes != null && call.closes >= asOf ? [{ date: call.closes, name, what: words.closes }] : []),
  ]);
  return days
    .sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0))
    .map(({ date, name, what }) => say(what, lang, { date: day(date, lang), measure: name[lang] }));
}

const questions = ({ questions: asked }: Assessment, { lang }: HandoverOptions): Item[] => {
  const rest = asked.length - mostQuestions;
  return [
    ...asked.slice(0, mostQuestions).map(
      ({ text, measures }): Item => ({
        text: `${text[lang]}${say(words.forMeasures, lang, { count: measures.length })}`,
        box: true,
      }),
    ),
    ...(rest > 0 ? [{ text: say(phrases.andMore, lang, { count: rest }) }] : []),
  ];
};

const named = ({ measure }: Result, { lang, catalog }: HandoverOptions): Item => {
  const page = findMeasure(catalog, measure.id)?.page;
  return { text: measure.name[lang], ...(page === undefined ? {} : { address: page }) };
};

const nearby = ({ region }: Assessment, { lang }: HandoverOptions): Item[] =>
  region === null
    ? []
    : [region.desk, region.bureau].flatMap((office) =>
        office === null ? [] : [{ text: office.name[lang], ...(office.page === null ? {} : { address: office.page }) }],
      );

const leftOut = ({ results }: Assessment, told: number, { lang }: HandoverOptions): string[] =>
  results.length === told ? [] : [say(words.leftOut, lang, { count: results.length - told })];
