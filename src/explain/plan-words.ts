import type { NotPlannedReason } from "../schema/plan.ts";
import type { Bilingual } from "../schema/primitives.ts";

/** Why a measure has no place in the plan. */
export const notPlannedWords = {
  undetermined: {
    ja: "対象になるか未確認です。確認すること: {missing}",
    en: "Not decided yet; to find out: {missing}",
  },
  "no-terms": { ja: "この時点の制度の内容が確認できません。", en: "What it says on that day is not known." },
  closed: { ja: "受付が終了しています。", en: "Applications are closed." },
  "not-applicant": { ja: "会社が申請する制度ではありません。", en: "The company is not the one that applies." },
  "amount-unknown": {
    ja: "確実に見込める額がないため、計画に入れていません（{max}）。",
    en: "No amount is certain, so it is not planned with ({max}).",
  },
  "no-cost": { ja: "対象となる費用が入力されていません: {facts}", en: "The costs are not stated: {facts}" },
  "better-elsewhere": {
    ja: "費用を他の支援策に充てるほうが有利です（{taken}）。",
    en: "Its costs bring more elsewhere ({taken}).",
  },
  "pool-used-up": { ja: "共通の上限額を使い切っています（{by}）。", en: "The cap that it shares is used up ({by})." },
  "exclusive-with": { ja: "「{measure}」と併用できません。", en: "It cannot be combined with “{measure}”." },
} as const satisfies Record<NotPlannedReason, Bilingual>;

/** The frames that a plan is told in. */
export const planPhrases = {
  title: { ja: "資金計画", en: "Funding plan" },
  asOf: { ja: "{era}（{date}）時点の制度による計画です。", en: "Planned by the rules of {date}." },
  keeps: {
    ja: "補助金と料金の減免を合わせて、{yen}を見込めます。",
    en: "Subsidies and fee reductions together: {yen}.",
  },
  best: { ja: "すべて採択された場合", en: "If everything is granted" },
  withoutCompetitive: { ja: "審査のない支援策だけの場合", en: "With measures that nobody judges" },
  runnersUp: { ja: "次点の計画", en: "Runners-up" },
  notPlanned: { ja: "計画に入らなかった補助金", en: "Subsidies that are not in the plan" },
  fees: { ja: "料金の減免", en: "Fee reductions" },
  unfunded: { ja: "補助を充てない費用", en: "Costs without a subsidy" },
  wanted: { ja: "入力すると計画できる費用", en: "Costs that would make a plan" },
  notes: { ja: "注意", en: "Please note" },
  measure: { ja: "支援策", en: "Measure" },
  costs: { ja: "充てる費用", en: "Costs" },
  amount: { ja: "金額", en: "Amount" },
  window: { ja: "受付", en: "Window" },
  year: { ja: "{year}年度", en: "FY{year}" },
  years: { ja: "複数年度", en: "several fiscal years" },
  judged: { ja: "審査あり", en: "judged" },
  total: { ja: "補助金の合計 {yen}", en: "Subsidies together {yen}" },
  optimal: { ja: "これを上回る組み合わせはありません。", en: "No other plan pays more for certain." },
  gap: {
    ja: "すべての組み合わせは調べていません。これを上回るとしても、差は{yen}以内です。",
    en: "Not every plan was looked into; a better one pays at most {yen} more.",
  },
  certain: {
    ja: "金額に幅がある場合は、確実な額で比べています。",
    en: "Where an amount is a range, plans are compared by what is certain.",
  },
  nothing: {
    ja: "充てられる補助金がありません。",
    en: "No subsidy to use.",
  },
  noCosts: {
    ja: "費用が入力されていないため、計画できません。次の項目を入力してください。",
    en: "The profile states no costs, so there is nothing to plan. State some of these:",
  },
  noCostsAtAll: {
    ja: "費用が入力されていないため、計画できません。外国出願、侵害・係争、国内出願などの費用を入力してください。",
    en: "The profile states no costs, so there is nothing to plan. State what filings, disputes or a project cost.",
  },
  runnerUp: {
    ja: "「{measure}」を使わない場合は{total}で、{loss}少なくなります（{moves}）。",
    en: "Without “{measure}”: {total}, {loss} less ({moves}).",
  },
  sameTotal: {
    ja: "「{measure}」を使わなくても同じ額（{total}）になります（{moves}）。",
    en: "Without “{measure}”: the same {total} ({moves}).",
  },
  moved: { ja: "{cost}は「{to}」へ", en: "“{to}” for {cost}" },
  dropped: { ja: "{cost}は補助なし", en: "no subsidy for {cost}" },
  taken: { ja: "{cost}は「{measure}」", en: "{cost}: “{measure}”" },
  byGrants: { ja: "すでに受けた補助による", en: "by grants already received" },
  byMeasures: { ja: "{measures}による", en: "by {measures}" },
  partly: { ja: "{items}が", en: "{items}: " },
  ruleOpen: { ja: "要件を示す資料", en: "the rule itself" },
  saving: { ja: "{measure}: {saved}の軽減", en: "{measure}: {saved} saved" },
  savingUnknown: { ja: "{measure}: 軽減額は不明", en: "{measure}: how much is saved is not known" },
  ineligible: {
    ja: "このほか、対象外の補助金が{count}件あります。",
    en: "Besides, {count} subsidies are out of the question.",
  },
  shared: {
    ja: "{cost}には料金の減免（{reductions}）も使えます。減免を受ける料金を「{measure}」の対象経費にどう計上するかは、交付要綱・公募要領で確かめてください。",
    en: "{cost} also has reduced fees ({reductions}); see the guidelines of “{measure}” for how reduced fees count as expense.",
  },
  claim: {
    ja: "金額は採択・交付された場合の目安です。一つの費用に充てる補助金は一つとしています。申請の前に必ず実施機関の最新の案内を確かめてください。",
    en: "Amounts hold if granted. Each cost goes to one subsidy only. Before applying, read the authority's own current guidelines.",
  },
} as const satisfies Record<string, Bilingual>;
