import { listOf } from "../ask/walk.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { type ExplainOptions, firstOf, label } from "../explain/labels.ts";
import { type Lang, say } from "../explain/words.ts";
import type { Question, Result } from "../schema/assessment.ts";
import type { Bilingual } from "../schema/primitives.ts";
import type { Arguments } from "./arguments.ts";
import { askWords as words } from "./ask-words.ts";
import { paint, type Terminal } from "./terminal.ts";

/** The facts that were asked for, in order. */
export type Asked = Set<string>;

const prompts: Partial<Record<Question["type"], Bilingual>> = {
  list: words.promptCount,
  boolean: words.promptYesNo,
  options: words.promptSeveral,
};

/** A question with its number: what is asked of the entries of list 2 is 2-1, 2-2 … */
export function questionText(question: Question, asked: Asked, options: ExplainOptions, terminal: Terminal): string {
  const { fact, type, text, dontKnow } = question;
  const { lang, catalog } = options;
  const list = listOf(fact);
  const number = listsOf(asked).indexOf(list) + 1;
  const place = [...asked].filter((each) => listOf(each) === list).indexOf(fact);
  const entry = fact === list ? "" : `${label(fact.replace(/\].*$/, "]"), catalog, lang)}: `;
  return [
    "",
    paint(`${number}${place > 0 ? `-${place}` : ""}. ${entry}${text[lang]}`, "bold", terminal),
    ...choices(question, lang),
    say(prompts[type] ?? words.prompt, lang, { dontKnow: dontKnow[lang] }),
  ].join("\n");
}

/** A list counts once, with all that is asked of its entries. */
const listsOf = (asked: Asked): string[] => [...new Set([...asked].map(listOf))];

function choices({ type, options = [], labels = {} }: Question, lang: Lang): string[] {
  const numbered = options.map((option, index) => `   ${index + 1} ${labels[option]?.[lang] ?? option}`);
  return type === "options" ? [...numbered, `   ${words.noneOfThem[lang]}`] : numbered;
}

/** How far the questions went, and what they left out. */
export function closing(
  asked: Asked,
  all: readonly Result[],
  kept: readonly Result[],
  { lang, need, save }: Arguments,
  catalog: Catalog,
): string {
  const isOpen = ({ eligibility, missing, status }: Result) =>
    eligibility === "undetermined" && missing.length > 0 && status !== "ended";
  const open = kept.filter(isOpen).length;
  const rest = all.filter((each) => isOpen(each) && !kept.includes(each));
  const needName = catalog.facts["needs"]?.options?.[need ?? ""]?.[lang] ?? "";
  const done = need === undefined ? words.nothingOpen[lang] : say(words.needDone, lang, { need: needName });
  return [
    say(words.asked, lang, { count: listsOf(asked).length }),
    open === 0 ? done : say(words.stillOpen, lang, { count: open }),
    ...(rest.length === 0
      ? []
      : [
          say(words.notAsked, lang, {
            names: firstOf(
              rest.map(({ measure }) => measure.name[lang]),
              mostNamed,
              lang,
            ),
          }),
        ]),
    ...(save === undefined ? [] : [say(words.saved, lang, { file: save })]),
  ].join("\n");
}

const mostNamed = 5;
