import { entryFor } from "../catalog/vocabulary.ts";
import type { Change, ChangeSet, Help } from "../schema/advice.ts";
import { adviceWords as words } from "./advice-words.ts";
import type { Item } from "./document.ts";
import { day, value } from "./figures.ts";
import { type ExplainOptions, label } from "./labels.ts";
import { causeText } from "./timeline-words.ts";
import { eligibilityWords, operatorWords, say } from "./words.ts";

/** What would help, a line for each set of changes, the easiest first. */
export function explainHelp({ sets, complete, byTime }: Help, options: ExplainOptions): Item[] {
  const { lang } = options;
  const inTime =
    byTime === null
      ? []
      : [
          say(words.byTime, lang, {
            day: day(byTime.on, lang),
            verdict: eligibilityWords[byTime.becomes][lang],
            causes: byTime.causes.map((cause) => causeText(cause, options)).join(lang === "ja" ? "。" : "; "),
          }),
        ];
  const notes = [
    ...(sets.length === 0 && byTime === null ? [words.nothing] : []),
    ...(complete ? [] : [words.more]),
    // Nobody at a desk advises to dismiss people.
    ...(sets.some(({ effort }) => effort === "high") ? [words.notAdvised] : []),
  ];
  return [...sets.map((set) => setText(set, options)), ...inTime, ...notes.map((note) => note[lang])].map((text) => ({
    text,
  }));
}

function setText({ changes, effort, becomes }: ChangeSet, options: ExplainOptions): string {
  const { lang } = options;
  const told = changes.map((change) => changeText(change, options)).join(lang === "ja" ? "、かつ" : " and ");
  return say(words.set, lang, { changes: told, effort: words[effort][lang], becomes: words[becomes][lang] });
}

function changeText({ fact, from, to, limit }: Change, { lang, catalog }: ExplainOptions): string {
  const entry = entryFor(fact, catalog.facts);
  const name = label(fact, catalog, lang);
  if (from === null) return say(words.add, lang, { fact: name });
  const now = value(from, entry, lang);
  if (limit !== null) {
    const figure = say(operatorWords[limit.operator], lang, { value: value(limit.value, entry, lang) });
    return say(words.limit, lang, { fact: name, from: now, to: figure });
  }
  if (Array.isArray(from) && Array.isArray(to)) {
    const added = to.filter((each) => !from.includes(each));
    const [frame, changed] =
      added.length > 0 ? [words.gain, added] : [words.lose, from.filter((each) => !to.includes(each))];
    return say(frame, lang, { fact: name, values: value(changed, entry, lang) });
  }
  return say(words.turn, lang, { fact: name, from: now, to: value(to, entry, lang) });
}
