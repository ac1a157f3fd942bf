import type { Bilingual } from "../schema/primitives.ts";

export const description: Bilingual = {
  ja: "会社の情報と日付から、使える知財支援策、金額、その理由、次に確認すべきことを答えます。",
  en: "Which Japanese IP support measures a company can use on a date, how much they are worth, why, and what is still to find out.",
};

/** What each route answers. */
export const routeWords = {
  assess: {
    ja: "会社がその日に使える支援策、金額、その理由、次の質問",
    en: "The measures that a company can use on a day, how much they are worth, why, and the next questions",
  },
  questions: {
    ja: "判定や金額に関わる質問を、先に聞くとよい順に",
    en: "The questions whose answers change a verdict or an amount, the most useful first",
  },
  explain: { ja: "一つの支援策の判定を言葉で", en: "The verdict on one measure in words" },
  search: {
    ja: "言葉から支援策を探す（日本語・英語）",
    en: "The measures that a text in Japanese or English is about, best first",
  },
  searchFor: {
    ja: "言葉から支援策を探し、会社の判定を添える",
    en: "The measures that a text is about, each with the verdict for a company",
  },
  list: { ja: "収録している支援策の一覧", en: "Every measure of the catalog" },
  show: {
    ja: "ある日の支援策の内容（要件、支援の内容、公募、出典）",
    en: "What a measure says on a day: criteria, benefit, calls, sources",
  },
  document: { ja: "この API の OpenAPI 文書", en: "This interface as an OpenAPI document" },
  index: { ja: "この一覧", en: "This index" },
} as const satisfies Record<string, Bilingual>;

/** Parameters of queries and paths. */
export const parameterWords = {
  lang: { ja: "文章の言語（ja または en。省略時は ja）", en: "Language of the words: ja (default) or en" },
  asOf: {
    ja: "制度を読む日（日本の暦の YYYY-MM-DD）",
    en: "The Japanese calendar day that the rules are read on, YYYY-MM-DD",
  },
  q: { ja: "探す言葉", en: "What to search for" },
  limit: { ja: "結果の件数の上限（省略時は20）", en: "How many hits at most (20 where absent)" },
  kind: { ja: "支援策の種類", en: "Kind of measure" },
  right: { ja: "権利の種類", en: "Right" },
  prefecture: {
    ja: "その都道府県の会社が使えるものだけ（asOf が必要）",
    en: "Only what a company of the prefecture may use (needs asOf)",
  },
  availability: { ja: "受付の状況（asOf が必要）", en: "Whether applications are taken (needs asOf)" },
  id: { ja: "支援策の識別子", en: "The id of a measure" },
} as const satisfies Record<string, Bilingual>;

export const answerWords = {
  done: { ja: "答え", en: "The answer" },
  notModified: { ja: "前回から変わっていません", en: "Nothing has changed since" },
  failed: { ja: "答えられない理由（RFC 9457）", en: "Why it cannot be answered (RFC 9457)" },
} as const satisfies Record<string, Bilingual>;
