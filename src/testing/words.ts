import type { CriterionResult } from "../schema/assessment.ts";
import type { Bilingual } from "../schema/primitives.ts";

/** The frames of failure messages; `{not}` stands only where a matcher was negated. */
export const frames = {
  verdict: {
    ja: "{asOf}時点で{measure}は「{expected}」のはずですが、「{found}」です",
    en: "expected {measure} to be {expected} on {asOf}, but it is {found}",
  },
  notVerdict: {
    ja: "{asOf}時点で{measure}は「{expected}」ではないはずですが、「{found}」です",
    en: "expected {measure} not to be {expected} on {asOf}, but it is",
  },
  terms: {
    ja: "{measure}に「{expected}」があるはずですが、実際は次のとおりです",
    en: "expected {measure} to have {expected}; it has",
  },
  notTerms: {
    ja: "{measure}に「{expected}」がないはずですが、実際は次のとおりです",
    en: "expected {measure} not to have {expected}; it has",
  },
  worth: {
    ja: "{asOf}時点で{measure}の金額は{expected}のはずですが、{found}です",
    en: "expected {measure} to be worth {expected} on {asOf}, but it is worth {found}",
  },
  notWorth: {
    ja: "{asOf}時点で{measure}の金額は{expected}ではないはずですが、{found}です",
    en: "expected {measure} not to be worth {expected} on {asOf}, but it is",
  },
  pay: {
    ja: "{asOf}時点で{measure}の支払額は{expected}のはずですが、{found}です",
    en: "expected the applicant to pay {expected} for {measure} on {asOf}, but the estimate is {found}",
  },
  notPay: {
    ja: "{asOf}時点で{measure}の支払額は{expected}ではないはずですが、{found}です",
    en: "expected the applicant not to pay {expected} for {measure} on {asOf}, but the estimate is {found}",
  },
  compared: {
    ja: "{fact}（{label}）: {actual}、条件は{limit}、{outcome}",
    en: "{fact} ({label}): {actual}, expected {limit}: {outcome}",
  },
  missing: { ja: "不足している情報: {facts}", en: "missing: {facts}" },
  assumes: { ja: "仮定: {facts}", en: "assumed: {facts}" },
  notGiven: { ja: "記入なし", en: "not given" },
  nothing: { ja: "（なし）", en: "(none)" },
  noTerms: { ja: "この日の内容は記録がありません。", en: "no terms are known for this day" },
  anyCap: { ja: "上限", en: "a cap" },
  cap: { ja: "上限 {keys}", en: "a cap of {keys}" },
  rate: { ja: "補助率 {rate}", en: "the rate {rate}" },
  payable: { ja: "支払う割合 {share}", en: "the payable share {share}" },
  feeShare: { ja: "{id}: {fee}の{share}を支払い", en: "{id}: pays {share} of {fee}" },
  anyFee: { ja: "料金", en: "the fee" },
  where: { ja: "（条件 {condition}）", en: " where {condition}" },
  route: { ja: "［経路 {id}］", en: " [route {id}]" },
} as const satisfies Record<string, Bilingual>;

export const outcomeWords = {
  satisfied: { ja: "満たす", en: "satisfied" },
  unsatisfied: { ja: "満たさない", en: "unsatisfied" },
  unknown: { ja: "不明", en: "unknown" },
} as const satisfies Record<CriterionResult["outcome"], Bilingual>;
