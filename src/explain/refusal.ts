import type { Bilingual } from "../schema/primitives.ts";
import type { Refusal, RefusalCode } from "../schema/sql.ts";
import type { Lang } from "./words.ts";

/** Why a verdict has no SQL. `{at}` is the fact, figure, text or name that it is about. */
const refusalWords = {
  "date-of-the-row": {
    ja: "判定の基準となる日付（{at}）が会社ごとに異なるため、SQL では判定できません",
    en: "its rules are read on {at}, a date that each company has its own of",
  },
  "members-of-a-set": {
    ja: "「{at}」の各項目を条件としているため、SQL では判定できません",
    en: "it tests the members of {at} one by one",
  },
  "not-comparable": {
    ja: "「{at}」の比較を SQL で表せません",
    en: "a table cannot compare {at} in this way",
  },
  "figure-too-wide": {
    ja: "数値 {at} は桁数が多く、データベースで正確に計算できません",
    en: "the figure {at} has more digits than the database counts exactly",
  },
  "text-not-sayable": {
    ja: "「{at}」の条件に、データベースで扱えない文字があります",
    en: "the condition on {at} holds a character that the database cannot",
  },
  "name-too-long": {
    ja: "名称「{at}」がデータベースの上限より長く、区別できません",
    en: "the name {at} is longer than the database tells apart",
  },
  "name-taken": {
    ja: "名称「{at}」が、読み取る列の名称と同じです",
    en: "{at} is also the name of a column that is read",
  },
} as const satisfies Record<RefusalCode, Bilingual>;

/** One line: the measure, and why its verdict is left out. */
export function explainRefusal({ measure, because, at }: Refusal, { lang }: { lang: Lang }): string {
  return `${measure}: ${refusalWords[because][lang].replace("{at}", () => at)}`;
}
