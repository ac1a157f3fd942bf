import type { FactEntry } from "../schema/law.ts";
import type { Bilingual } from "../schema/primitives.ts";
import { say } from "./words.ts";

/** How an answer of each type is written. */
export const answerWords = {
  yen: { ja: "円でお答えください（例: 1,000万円）。", en: "In yen, for example 10,000,000." },
  count: { ja: "数字でお答えください（例: 40）。", en: "As a number, for example 40." },
  share: { ja: "割合でお答えください（例: 50%、1/3）。", en: "As a share, for example 50% or 1/3." },
  date: {
    ja: "年月日でお答えください（例: 令和8年11月21日、2026-11-21）。",
    en: "As a date, for example 2026-11-21.",
  },
  option: { ja: "一つ選んでください。", en: "Choose one." },
  options: { ja: "当てはまるものをすべて選んでください。", en: "Choose all that apply." },
  boolean: { ja: "「はい」か「いいえ」でお答えください。", en: "Answer yes or no." },
  text: { ja: "言葉でお答えください。", en: "Answer in words." },
  list: {
    ja: "件数でお答えください。なければ0です。内容は1件ずつお聞きします。",
    en: "Answer how many there are, 0 for none. Each is then asked about by itself.",
  },
  years: { ja: "何年目から何年目まで（例: 1-3）とお答えください。", en: "From which year to which, for example 1-3." },
} as const satisfies Record<FactEntry["type"], Bilingual>;

export const dontKnowWords: Bilingual = { ja: "わからない", en: "Don't know" };

const openList = {
  ja: "「{list}」は、これですべてですか。",
  en: "Is that all there is of: {list}?",
};

export const openListWords = (label: Bilingual): Bilingual => ({
  ja: say(openList, "ja", { list: label.ja }),
  en: say(openList, "en", { list: label.en }),
});

/** Why something is asked. */
export const whyAskWords = {
  verdicts: {
    ja: "{count}件の支援策（{names}）を使えるかどうかに関わるためです。",
    en: "It matters to whether {count} measures can be used: {names}.",
  },
  amounts: {
    ja: "{count}件の支援策（{names}）の金額に関わるためです。",
    en: "It matters to the amount of {count} measures: {names}.",
  },
} as const satisfies Record<string, Bilingual>;
