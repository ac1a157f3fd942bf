import { type Issue, issue } from "../errors.ts";
import { readBoolean } from "../normalize/boolean.ts";
import { readCount } from "../normalize/number.ts";
import { fold } from "../normalize/text.ts";
import type { Question } from "../schema/assessment.ts";

/** What a person typed: a value for the profile, that it is not known, or why it cannot be read. */
export type Answer = { is: "known"; value: unknown } | { is: "unknown" } | { is: "unclear"; issue: Issue };

const notKnown = [
  "",
  "わからない",
  "分からない",
  "わかりません",
  "分かりません",
  "不明",
  "未定",
  "don't know",
  "unknown",
];
const none = ["0", "なし", "無し", "ない", "none"];

/**
 * Reads an answer as people type it: はい, an option's number or name, several with commas, 1-3 for years. Amounts, days
 * and shares stay text: `parseProfile` reads them. Nothing is guessed; an empty line is "don't know".
 */
export function readAnswer(question: Question, typed: string): Answer {
  const text = fold(typed).trim();
  const word = text.toLowerCase();
  if (notKnown.includes(word)) return { is: "unknown" };
  const known = (value: unknown): Answer => ({ is: "known", value });
  const unclear: Answer = { is: "unclear", issue: issue(question.fact, "not-an-answer", { value: typed.trim() }) };
  switch (question.type) {
    case "boolean": {
      const value = readBoolean(word);
      return value === undefined ? unclear : known(value);
    }
    case "option": {
      const option = optionOf(question, text);
      return option === undefined ? unclear : known(option);
    }
    case "options": {
      if (none.includes(word)) return known([]);
      const chosen = text.split(/[,、\s]+/).map((each) => optionOf(question, each));
      return chosen.includes(undefined) ? unclear : known([...new Set(chosen)]);
    }
    case "list": {
      const count = none.includes(word) ? { ok: true as const, value: 0 } : readCount(text);
      return count.ok && count.value <= mostEntries ? known(count.value) : unclear;
    }
    case "years": {
      const years = /^(\d+)\s*[-~〜]\s*(\d+)$/.exec(text);
      return years === null ? unclear : known([Number(years[1]), Number(years[2])]);
    }
    case "date":
      return known(none.includes(word) ? "none" : typed.trim());
    default:
      return known(typed.trim());
  }
}

/** More entries than that are no answer at a desk but a slip of the finger. */
const mostEntries = 99;

/** By its number in the list that is shown, by its code, or by its name in either language. */
function optionOf({ options = [], labels = {} }: Question, text: string): string | undefined {
  const byNumber = /^\d+$/.test(text) ? options[Number(text) - 1] : undefined;
  const named = (option: string) =>
    [option, labels[option]?.ja, labels[option]?.en].some((name) => name !== undefined && fold(name) === text);
  return byNumber ?? options.find(named);
}
