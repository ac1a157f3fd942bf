import type { Bilingual } from "../schema/primitives.ts";

export const batchWords = {
  companies: { ja: "{count} 社", en: "{count} companies" },
  perSecond: { ja: "毎秒 {count} 社", en: "{count}/s" },
  left: { ja: "残り {time}", en: "{time} left" },
  done: { ja: "{day} 時点で {count} 社を判定しました。", en: "{count} companies judged as of {day}." },
  skipped: {
    ja: "読めない行が {count} 行あり、飛ばしました。",
    en: "{count} lines could not be read and were skipped.",
  },
  notShown: { ja: "ほか {count} 行の誤りは表示していません。", en: "The faults of {count} more lines are not shown." },
  resumed: {
    ja: "{line} 行目までは処理済みです。続きから始めます。",
    en: "Done up to line {line}; going on from there.",
  },
  id: { ja: "識別子", en: "id" },
  measure: { ja: "支援策", en: "measure" },
  line: { ja: "行", en: "line" },
  company: { ja: "会社の識別子", en: "company" },
  verdict: { ja: "判定", en: "verdict" },
  kind: { ja: "金額の種類", en: "kind of amount" },
  least: { ja: "最小額（円）", en: "least yen" },
  most: { ja: "最大額（円）", en: "most yen" },
} as const satisfies Record<string, Bilingual>;
