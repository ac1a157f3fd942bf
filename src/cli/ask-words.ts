import type { Bilingual } from "../schema/primitives.ts";

export const askWords = {
  prompt: { ja: "  （Enter: {dontKnow}、?: 説明）> ", en: "  (Enter: {dontKnow}, ?: help) > " },
  promptYesNo: {
    ja: "  （はい／いいえ。Enter: {dontKnow}、?: 説明）> ",
    en: "  (yes or no. Enter: {dontKnow}, ?: help) > ",
  },
  promptSeveral: {
    ja: "  （複数選択可、コンマ区切り。Enter: {dontKnow}、?: 説明）> ",
    en: "  (one or more, with commas. Enter: {dontKnow}, ?: help) > ",
  },
  noneOfThem: { ja: "0 該当なし", en: "0 none of them" },
  promptCount: { ja: "  （件数。Enter: {dontKnow}、?: 説明）> ", en: "  (how many? Enter: {dontKnow}, ?: help) > " },
  asked: {
    ja: "お聞きした項目: {count}（一覧はまとめて1項目と数えます）",
    en: "Questions asked: {count} (a list counts as one)",
  },
  nothingOpen: { ja: "これ以上お聞きしても判定は変わりません。", en: "No further answer changes anything." },
  needDone: {
    ja: "「{need}」に関する補助金・減免・手続についてお聞きすることは以上です。",
    en: "All subsidies, fee reductions and procedures for this need are decided: {need}.",
  },
  stillOpen: {
    ja: "わからないとお答えの項目などがあり、{count}件は判定できていません。",
    en: "{count} measures stay open, for want of answers.",
  },
  notAsked: {
    ja: "次の支援策は、今回お聞きしていないため判定していません：{names}",
    en: "Not asked about, hence not decided: {names}",
  },
  saved: { ja: "回答を {file} に保存しました。", en: "The answers are in {file}." },
} as const satisfies Record<string, Bilingual>;
