import type { CriterionResult, Result, Step } from "../schema/assessment.ts";
import type { CapScope } from "../schema/benefit.ts";
import type { Comparison } from "../schema/condition.ts";
import type { befores, Kind, Role, Status } from "../schema/measure.ts";
import type { Bilingual } from "../schema/primitives.ts";
import type { NotCovered } from "../schema/registry.ts";

export type Lang = "ja" | "en";

/** Every code that a result can hold, in both languages. A new code does not compile until it stands here. */
export const eligibilityWords = {
  eligible: { ja: "対象", en: "eligible" },
  undetermined: { ja: "要確認", en: "undetermined" },
  ineligible: { ja: "対象外", en: "ineligible" },
} as const satisfies Record<Result["eligibility"], Bilingual>;

export const availabilityWords = {
  open: { ja: "受付中", en: "open" },
  upcoming: { ja: "受付前", en: "upcoming" },
  closed: { ja: "受付終了", en: "closed" },
  unknown: { ja: "受付状況は不明", en: "unknown" },
} as const satisfies Record<Result["availability"], Bilingual>;

export const freshnessWords = {
  current: { ja: "基準日に有効", en: "current" },
  "last-known": { ja: "最後に確認できた内容", en: "last known" },
  none: { ja: "内容の資料なし", en: "none" },
} as const satisfies Record<Result["freshness"], Bilingual>;

export const statusWords = {
  available: { ja: "実施中", en: "available" },
  planned: { ja: "予定", en: "planned" },
  "under-study": { ja: "検討中", en: "under study" },
  ended: { ja: "終了", en: "ended" },
} as const satisfies Record<Status, Bilingual>;

export const roleWords = {
  applicant: { ja: "申請者", en: "applicant" },
  beneficiary: { ja: "支援を受ける側（申請は別の者）", en: "beneficiary (somebody else applies)" },
  none: { ja: "関わる立場にない", en: "none" },
  unknown: { ja: "不明", en: "unknown" },
} as const satisfies Record<Role, Bilingual>;

export const kindWords = {
  subsidy: { ja: "補助金", en: "subsidy" },
  "fee-reduction": { ja: "料金の減免", en: "fee reduction" },
  procedure: { ja: "手続", en: "procedure" },
  "expert-dispatch": { ja: "専門家派遣", en: "expert dispatch" },
  "consultation-desk": { ja: "相談窓口", en: "consultation desk" },
  finance: { ja: "知財金融", en: "finance" },
  information: { ja: "情報提供", en: "information" },
  training: { ja: "研修・教育", en: "training" },
  network: { ja: "ネットワーク", en: "network" },
  "regional-program": { ja: "地域事業", en: "regional program" },
  award: { ja: "表彰", en: "award" },
  event: { ja: "催し", en: "event" },
} as const satisfies Record<Kind, Bilingual>;

export const notCoveredWords = {
  plan: { ja: "計画", en: "plan" },
  policy: { ja: "政策・指針", en: "policy or guidance" },
  target: { ja: "目標", en: "target" },
  "partner-program": { ja: "連携先の事業", en: "partner's program" },
  survey: { ja: "調査", en: "survey" },
  proposal: { ja: "提案", en: "proposal" },
} as const satisfies Record<NotCovered["is"], Bilingual>;

export const scopeWords = {
  procedure: { ja: "1手続当たり", en: "procedure" },
  case: { ja: "1案件当たり", en: "case" },
  "project-year": { ja: "事業の1年度当たり", en: "project year" },
  project: { ja: "1事業当たり", en: "project" },
  "applicant-fiscal-year": { ja: "1申請者・1年度当たり", en: "applicant and fiscal year" },
  applicant: { ja: "1申請者当たり", en: "applicant" },
  unstated: { ja: "単位の記載なし", en: "unit not stated" },
} as const satisfies Record<CapScope, Bilingual>;

/** Comparisons as a statute words them; `{value}` is the figure. */
export const operatorWords = {
  is: { ja: "{value}", en: "{value}" },
  in: { ja: "{value}のいずれか", en: "one of {value}" },
  includesAny: { ja: "{value}のいずれかを含む", en: "includes one of {value}" },
  atLeast: { ja: "{value}以上", en: "at least {value}" },
  above: { ja: "{value}超", en: "above {value}" },
  atMost: { ja: "{value}以下", en: "at most {value}" },
  below: { ja: "{value}未満", en: "below {value}" },
  onOrAfter: { ja: "{value}以後", en: "on or after {value}" },
  after: { ja: "{value}より後", en: "after {value}" },
  onOrBefore: { ja: "{value}以前", en: "on or before {value}" },
  before: { ja: "{value}より前", en: "before {value}" },
  fewerThanYears: { ja: "{value}年未満", en: "fewer than {value} years ago" },
  fewerThanDays: { ja: "{value}日未満", en: "fewer than {value} days ago" },
} as const satisfies Record<keyof Comparison, Bilingual>;

/** How a requirement turned out; of an exclusion it is bad news that it is met. */
export const outcomeWords = {
  criterion: {
    satisfied: { ja: "満たす", en: "met" },
    unsatisfied: { ja: "満たさない", en: "not met" },
    unknown: { ja: "未確認", en: "open" },
  },
  exclusion: {
    satisfied: { ja: "除外事由に該当", en: "exclusion applies" },
    unsatisfied: { ja: "除外事由に該当しない", en: "exclusion does not apply" },
    unknown: { ja: "除外事由に当たるか未確認", en: "open whether the exclusion applies" },
  },
} as const satisfies Record<CriterionResult["kind"], Record<CriterionResult["outcome"], Bilingual>>;

export const provenanceWords = {
  given: { ja: "入力", en: "as given" },
  declared: { ja: "自己申告", en: "as declared" },
  derived: { ja: "入力から判断", en: "follows from what was given" },
  presumed: { ja: "前提", en: "presumed" },
} as const satisfies Record<CriterionResult["provenance"], Bilingual>;

/** When a step has to be done. A day is written as a day. */
export const beforeWords = {
  request: { ja: "請求・申請の前", en: "before the request" },
  filing: { ja: "出願の前", en: "before the filing" },
  "grant-decision": { ja: "交付決定の前", en: "before the grant decision" },
} as const satisfies Record<(typeof befores)[number], Bilingual>;

/** The operations of a calculation. Caps are worded as the benefit words them. */
export const stepWords = {
  cost: { ja: "対象となる経費", en: "eligible expense" },
  rate: { ja: "補助率 {rate}", en: "at the rate of {rate}" },
  "no-rate": { ja: "補助率の記載なし", en: "no rate is stated" },
  "self-payment": { ja: "自己負担 {yen}以上を除いた額まで", en: "after an own share of {yen} or more" },
  rounding: { ja: "{yen}未満を切り捨て", en: "dropping what is below {yen}" },
  sum: { ja: "案件の合計", en: "sum of the cases" },
  fee: { ja: "減免前の料金{years}", en: "fee before the reduction{years}" },
  years: { ja: "（第{first}年分から第{last}年分）", en: " (years {first} to {last})" },
  class: { ja: "{applicant}の負担割合 {pay}", en: "share that {applicant} pays: {pay}" },
  payable: { ja: "支払う額（料金の{share}）", en: "payable ({share} of the fee)" },
  refunded: { ja: "いったん支払う額（{share}を残して後に交付）", en: "paid first ({share} remains after the refund)" },
} as const satisfies Record<Exclude<Step["code"], "cap"> | "years", Bilingual>;

/** Who applies, of the measures that no company applies for. A catalog of one's own may name others. */
export const applicantWords: Record<string, Bilingual> = {
  "financial-institution": { ja: "金融機関", en: "financial institutions" },
  "venture-capital": { ja: "ベンチャーキャピタル", en: "venture capital firms" },
  "local-government": { ja: "地方公共団体", en: "local governments" },
  "regional-supporter": { ja: "地域の支援機関", en: "regional support bodies" },
  "support-staff": { ja: "支援機関の職員・専門家", en: "staff and experts of support bodies" },
  "project-manager": { ja: "プロジェクトマネージャー", en: "project managers" },
  "national-project": { ja: "国の研究開発プロジェクト", en: "national research projects" },
  consortium: { ja: "共同体（コンソーシアム）", en: "consortia" },
  university: { ja: "大学", en: "universities" },
  school: { ja: "高等学校等", en: "high schools and the like" },
};

/** Criteria that no rule file writes. */
export const builtInCriteria: Record<string, Bilingual> = {
  "no-item": { ja: "対象となる案件が一つ以上あること", en: "At least one entry to which the measure applies" },
  "no-terms": { ja: "その時点の制度の内容が確認できること", en: "Terms are known for that time" },
  "which-terms": { ja: "どの時期の制度によるかが定まること", en: "Which terms apply is settled" },
  "not-stated": { ja: "要件が資料に示されていません", en: "No source states the criteria" },
  "applicant-kind": { ja: "申請できる者、又は支援を受けられる者であること", en: "The company can take part in it" },
};

/** The frames that sentences are made of. */
export const phrases = {
  openToAll: { ja: "どなたでも利用できます。", en: "Open to all." },
  meets: { ja: "次の要件を満たしています：{what}", en: "Meets the criteria: {what}" },
  fails: { ja: "次の要件を満たしていません：{what}", en: "Fails: {what}" },
  failsHere: { ja: "お聞きした案件は、次の要件を満たしていません：{what}", en: "What was said of fails: {what}" },
  excluded: { ja: "次の除外事由に当たります：{what}", en: "Excluded: {what}" },
  forOthers: { ja: "{who}を対象とする事業です。", en: "It is for {who}." },
  toFindOut: { ja: "次の事項の確認が必要です：{what}", en: "To find out: {what}" },
  ruleNotStated: {
    ja: "要件を示す資料が確認できないため、判定していません。実施機関にご確認ください。",
    en: "No source states the rule, so it cannot be decided.",
  },
  judgedOnly: {
    ja: "誰が対象となるかの形式的な要件は資料になく、実施機関の判断によります。",
    en: "No source states formal criteria; the authority judges.",
  },
  andMore: { ja: "ほか{count}件", en: "{count} more" },
  free: { ja: "無料", en: "free of charge" },
  costNotStated: { ja: "利用者の負担額の記載なし", en: "cost to the user not stated" },
  amountNotStated: { ja: "金額の記載なし", en: "amount not stated" },
  throughParts: { ja: "個別の支援策による", en: "see the measures that it consists of" },
  userPays: { ja: "利用者の負担 {amount}", en: "user pays {amount}" },
  pays: { ja: "支払額 {payable}（{saved}の軽減）", en: "pay {payable} (save {saved})" },
  whole: { ja: "全額", en: "all" },
  paysShare: { ja: "料金の{share}を支払い", en: "pay {share} of the fee" },
  rate: { ja: "補助率 {rate}", en: "rate {rate}" },
  fixed: { ja: "定額", en: "fixed sum" },
  cap: { ja: "{scope}の上限額 {yen}{which}", en: "cap {yen} / {scope}{which}" },
  bites: { ja: " を適用", en: " (applies)" },
  company: { ja: "会社", en: "the company" },
  firstYears: { ja: "当初{count}年の合計", en: "first {count} years together" },
  timesOf: { ja: "{fact}の{times}倍", en: "{times} times {fact}" },
  shareOf: { ja: "{fact}の{part}", en: "{part} of {fact}" },
  limit: { ja: "1年度に{count}件まで{which}", en: "up to {count} a fiscal year{which}" },
  selfPayment: { ja: "自己負担 {yen}以上", en: "own share of {yen} or more" },
  rounding: { ja: "{yen}未満は切り捨て", en: "what is below {yen} is dropped" },
  pay: { ja: "{name}: 料金の{pay}を支払い", en: "{name}: pay {pay} of the fee" },
  upTo: { ja: "最大{max}", en: "up to {max}" },
  from: { ja: "{min}以上（上限の記載なし）", en: "{min} or more (no ceiling stated)" },
  range: { ja: "{min}〜{max}", en: "{min} to {max}" },
  notYetKnown: { ja: "未定（案件と費用による）", en: "not yet known" },
  noAmount: { ja: "—", en: "-" },
  compared: { ja: "{fact}は{actual}（基準：{limit}）", en: "{fact} {actual}: {limit}" },
  comparedNot: { ja: "{fact}は{actual}（{limit}に該当しない）", en: "{fact} {actual}: not {limit}" },
  found: { ja: "{fact}：{actual}", en: "{fact}: {actual}" },
  passes: { ja: "{fact}：{actual}（{limit}に該当）", en: "{fact}: {actual} ({limit}: yes)" },
  passesNot: { ja: "{fact}：{actual}（{limit}に該当しない）", en: "{fact}: {actual} ({limit}: no)" },
  passesUnknown: { ja: "{fact}：{actual}（{limit}に該当するかどうか）", en: "{fact}: {actual} ({limit}?)" },
  notKnown: { ja: "未確認", en: "not known" },
  whence: { ja: "（{whence}）", en: " ({whence})" },
  row: { ja: "［{value}の区分］", en: " [row: {value}]" },
  noEntries: { ja: "なし", en: "none" },
  entries: { ja: "{count}件", en: "{count} listed" },
  readOn: { ja: "{date}時点の状況で判断", en: "Read on {date}" },
  source: { ja: "根拠：{source}（{statedOn}時点の資料）", en: "Source: {source} (as of {statedOn})" },
  byRow: { ja: "区分により{limit}", en: "{limit} by row" },
  within: { ja: "、", en: ", " },
  beside: { ja: "／", en: "; " },
} as const satisfies Record<string, Bilingual>;

export function say(phrase: Bilingual, lang: Lang, args: Record<string, string | number> = {}): string {
  return phrase[lang].replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ""));
}
