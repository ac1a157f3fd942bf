import type { Bilingual } from "../schema/primitives.ts";

export const askWords = {
  prompt: { ja: "  （Enter: {dontKnow}、?: 説明）> ", en: "  (Enter: {dontKnow}, ?: help) > " },
  promptCount: { ja: "  （件数。Enter: {dontKnow}、?: 説明）> ", en: "  (how many? Enter: {dontKnow}, ?: help) > " },
  asked: {
    ja: "お聞きした項目: {count}（一覧はまとめて1項目と数えます）",
    en: "Questions asked: {count} (a list counts as one)",
  },
  nothingOpen: { ja: "これ以上お聞きしても判定は変わりません。", en: "No further answer changes anything." },
  stillOpen: {
    ja: "わからないとお答えの項目などがあり、{count}件は判定できていません。",
    en: "{count} measures stay open, for want of answers.",
  },
  notAsked: {
    ja: "今回お聞きしていないため判定していない支援策: {names}",
    en: "Not asked about, hence not decided: {names}",
  },
  saved: { ja: "回答を {file} に保存しました。", en: "The answers are in {file}." },
} as const satisfies Record<string, Bilingual>;
