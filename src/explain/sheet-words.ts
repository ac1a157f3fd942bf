import type { Bilingual } from "../schema/primitives.ts";

/** The headings and frames of a result told in full, and of the handover sheet. */
export const sheetWords = {
  worth: { ja: "金額：{amount}", en: "Worth: {amount}" },
  page: { ja: "公式ページ", en: "Official page" },
  state: {
    ja: "判定：{verdict}　受付：{window}　制度の内容：{freshness}",
    en: "Verdict: {verdict}. Window: {window}. Terms: {freshness}",
  },
  call: { ja: "受付期間：{opens}〜{closes}", en: "Call: {opens} to {closes}" },
  callOpens: { ja: "受付期間：{opens}から（終期は資料に記載なし）", en: "Call: from {opens} (end not stated)" },
  callCloses: { ja: "受付期間：{closes}まで（始期は資料に記載なし）", en: "Call: until {closes} (start not stated)" },
  reasons: { ja: "要件と判断", en: "Criteria" },
  calculation: { ja: "金額の計算", en: "How the amount comes about" },
  assumes: {
    ja: "前提としたこと（異なる場合は結果が変わります）",
    en: "Presumed (another answer may change the result)",
  },
  missing: { ja: "確認が必要な事項", en: "To find out" },
  subjectTo: { ja: "審査される事項・必要な手続", en: "What is judged, and steps to take" },
  documents: { ja: "提出書類", en: "Documents" },
  help: { ja: "今後変わり得ること", en: "What may change" },
  step: { ja: "{text}［{by}］", en: "{text} [{by}]" },
  judged: { ja: "実施機関が審査", en: "the authority judges" },
  toDo: { ja: "申請者が行う手続", en: "to do" },
} as const satisfies Record<string, Bilingual>;

export const handoverWords = {
  title: { ja: "知財支援策の判定結果（引継ぎ資料）", en: "IP support measures: handover sheet" },
  asOf: { ja: "判定の基準日：{date}", en: "Judged as of {date}" },
  version: { ja: "収録データ：chizai-navi {version}", en: "Catalog: chizai-navi {version}" },
  profile: { ja: "お聞きした内容", en: "What was said" },
  fact: { ja: "項目", en: "Fact" },
  answer: { ja: "回答", en: "Answer" },
  decided: { ja: "対象となる支援策（お聞きした範囲での判定です）", en: "Measures that can be used, by what was said" },
  lastKnown: {
    ja: "最後に確認できた資料では対象となる支援策（現在の実施の有無は実施機関にご確認ください）",
    en: "Usable by the last known terms (ask the authority whether they still hold)",
  },
  noneDecided: {
    ja: "お聞きした内容から対象と判定できた支援策は、今のところありません。",
    en: "So far no measure was found usable by what was said of this company.",
  },
  sources: { ja: "根拠資料：{sources}", en: "Sources: {sources}" },
  cited: { ja: "{title}（{publisher}{statedOn}時点）", en: "{title} ({publisher}as of {statedOn})" },
  days: { ja: "今後の期日", en: "Next days" },
  opens: { ja: "{date}　受付開始：{measure}", en: "{date}: call opens: {measure}" },
  closes: { ja: "{date}　受付締切：{measure}", en: "{date}: call closes: {measure}" },
  questions: { ja: "次にお聞きすること", en: "To ask next" },
  forMeasures: { ja: "（{count}件の支援策に関係）", en: " (matters to {count} measures)" },
  undetermined: { ja: "確認が必要な支援策", en: "Still open" },
  notStated: {
    ja: "要件を示す資料が確認できない支援策（実施機関にご確認ください）",
    en: "Measures of which no source states the criteria (ask the authority)",
  },
  measure: { ja: "支援策", en: "Measure" },
  open: { ja: "確認する事項", en: "What is open" },
  amount: { ja: "金額", en: "Worth" },
  window: { ja: "受付", en: "Window" },
  forAll: { ja: "要件なく利用できる情報・相談先・制度", en: "Open to all" },
  ineligible: { ja: "お聞きした内容では対象とならない支援策", en: "Not eligible, by what was said" },
  reason: { ja: "理由", en: "Why" },
  near: { ja: "お近くの相談先", en: "Whom to ask" },
  notes: { ja: "ご注意", en: "Please note" },
  claim: {
    ja: "この資料は公表資料に基づく目安であり、採否の決定は実施機関が行います。金額は採択・交付された場合のものです。申請の前に、必ず実施機関の最新の公募要領・案内をご確認ください。",
    en: "This sheet rests on published documents and decides nothing: the authority does. Amounts hold if granted. Before applying, read the authority's own current guidelines.",
  },
  leftOut: {
    ja: "他の地域の支援策と終了した支援策{count}件は、この資料では省いています。",
    en: "{count} measures of other places, or that have ended, are left out.",
  },
} as const satisfies Record<string, Bilingual>;
