import type { IssueCode } from "../issues.ts";
import type { Result } from "../schema/assessment.ts";
import type { Lang } from "./words.ts";

export const formLangs = ["ja", "ja-plain", "en"] as const;
/** `ja-plain` is やさしい日本語: short sentences without hard words. */
export type FormLang = (typeof formLangs)[number];
type Words = Readonly<Record<FormLang, string>>;

/** The language of what is written in two languages only. */
export const langOf = (lang: FormLang): Lang => (lang === "en" ? "en" : "ja");

export const formWords = {
  title: { ja: "知財支援策の質問票", "ja-plain": "会社に合う支援をさがす", en: "Find IP support measures" },
  asOf: { ja: "判定の基準日: {date}", "ja-plain": "{date}のルールで見ています", en: "Judged as of {date}" },
  progress: {
    ja: "回答済み {answered}問・未回答 {open}問",
    "ja-plain": "答えた質問は{answered}です。あと{open}の質問があります。",
    en: "{answered} answered, {open} open",
  },
  progressName: { ja: "質問の進み具合", "ja-plain": "質問の進みぐあい", en: "Progress" },
  next: { ja: "次へ", "ja-plain": "次へ", en: "Next" },
  take: { ja: "回答する", "ja-plain": "答える", en: "Answer" },
  dontKnow: { ja: "わからない", "ja-plain": "わかりません", en: "Don't know" },
  saidUnknown: {
    ja: "「わからない」と回答済みです。",
    "ja-plain": "「わかりません」と答えました。",
    en: "You answered that you don't know.",
  },
  back: { ja: "前の質問へ戻る", "ja-plain": "前の質問にもどる", en: "Back" },
  forward: { ja: "回答を変えずに進む", "ja-plain": "そのまま次へ", en: "Keep and go on" },
  done: {
    ja: "質問は以上です。これ以上回答しても判定は変わりません。",
    "ja-plain": "質問は終わりです。ありがとうございました。",
    en: "That is all: no further answer changes anything.",
  },
  whyAsked: { ja: "この質問の理由", "ja-plain": "この質問をする理由", en: "Why this is asked" },
  read: { ja: "入力の読み取り: {value}", "ja-plain": "この答えで見ます: {value}", en: "Read as {value}" },
  yes: { ja: "はい", "ja-plain": "はい", en: "Yes" },
  no: { ja: "いいえ", "ja-plain": "いいえ", en: "No" },
  noneOfThese: { ja: "当てはまるものはない", "ja-plain": "この中にはありません", en: "None of these" },
  choose: { ja: "選択してください", "ja-plain": "えらんでください", en: "Choose one" },
  year: { ja: "年", "ja-plain": "年", en: "Year" },
  month: { ja: "月", "ja-plain": "月", en: "Month" },
  day: { ja: "日", "ja-plain": "日", en: "Day" },
  dateHelp: {
    ja: "年は西暦（2026）でも和暦（令和8）でも入力できます。月や日が分からない場合は空欄にしてください。",
    "ja-plain": "年は「2026」でも「令和8」でもだいじょうぶです。月や日がわからないときは、書かなくてもいいです。",
    en: "The year may be 2026 or 令和8. Leave month or day empty if not known.",
  },
  missingAnswer: {
    ja: "回答を入力するか、「わからない」を選んでください。",
    "ja-plain": "答えを書いてください。わからないときは「わかりません」をおしてください。",
    en: 'Enter an answer, or choose "Don\'t know".',
  },
  notRead: {
    ja: "「{value}」は回答として読めません。例を参考に入力し直してください。",
    "ja-plain": "「{value}」は読めませんでした。例を見て、もう一度書いてください。",
    en: '"{value}" cannot be read. Write it as in the example.',
  },
  results: { ja: "支援策の判定結果", "ja-plain": "使えるかもしれない支援", en: "Support measures" },
  beforeFirst: {
    ja: "一つ目の質問に回答すると、判定結果がここに表示されます。",
    "ja-plain": "質問に答えると、ここに支援が出ます。",
    en: "Results appear here with the first answer.",
  },
  counts: {
    ja: "対象 {eligible}件・要確認 {undetermined}件・対象外 {ineligible}件",
    "ja-plain": "使える支援 {eligible}、まだわからない支援 {undetermined}、使えない支援 {ineligible}",
    en: "{eligible} eligible, {undetermined} undetermined, {ineligible} not eligible",
  },
  amount: { ja: "金額", "ja-plain": "お金", en: "Worth" },
  window: { ja: "{window}", "ja-plain": "{window}", en: "Window: {window}" },
  why: { ja: "理由", "ja-plain": "理由", en: "Why" },
  details: { ja: "要件と計算を見る", "ja-plain": "くわしく見る", en: "Criteria and calculation" },
  showMore: { ja: "さらに{count}件を表示", "ja-plain": "あと{count}を見る", en: "Show {count} more" },
  search: { ja: "支援策を探す", "ja-plain": "支援をさがす", en: "Search the measures" },
  searchHelp: {
    ja: "例: 外国出願、模倣品、審査請求料を安くしたい",
    "ja-plain": "例: 外国、にせもの、お金を安くしたい",
    en: "For example: filing abroad, counterfeits, cheaper examination",
  },
  searchButton: { ja: "検索", "ja-plain": "さがす", en: "Search" },
  found: { ja: "{count}件見つかりました。", "ja-plain": "{count}の支援がありました。", en: "{count} found." },
  foundNone: {
    ja: "見つかりませんでした。別の言葉でお試しください。",
    "ja-plain": "ありませんでした。ほかのことばで、もう一度さがしてください。",
    en: "Nothing found. Try other words.",
  },
  sheet: { ja: "引継ぎ資料", "ja-plain": "相談のときに見せる紙", en: "Handover sheet" },
  showSheet: { ja: "引継ぎ資料を表示する", "ja-plain": "相談のときの紙を見る", en: "Show the handover sheet" },
  hideSheet: { ja: "引継ぎ資料を閉じる", "ja-plain": "紙をとじる", en: "Hide the handover sheet" },
  print: { ja: "印刷する", "ja-plain": "紙に印刷する", en: "Print" },
  copy: { ja: "文章としてコピーする", "ja-plain": "コピーする", en: "Copy as text" },
  copied: { ja: "コピーしました。", "ja-plain": "コピーしました。", en: "Copied." },
  notCopied: {
    ja: "コピーできませんでした。下の欄の文字を選んでコピーしてください。",
    "ja-plain": "コピーできませんでした。下の文字をえらんで、コピーしてください。",
    en: "Copying failed. Select the text below and copy it.",
  },
  copyText: { ja: "コピーする文字", "ja-plain": "コピーする文字", en: "Text to copy" },
  box: { ja: "確認欄: ", "ja-plain": "たしかめる: ", en: "To tick off: " },
  share: { ja: "回答の保存・共有", "ja-plain": "答えをのこす", en: "Save or share the answers" },
  shareHelp: {
    ja: "回答を含むリンクを作成します。名称・法人番号・金額は、選択しない限りリンクに含まれません。",
    "ja-plain":
      "答えの入ったリンクを作ります。会社の名前とお金は、リンクに入りません。入れたいときは、えらんでください。",
    en: "Makes a link that holds the answers. Names, Corporate Numbers and amounts are left out unless you choose them.",
  },
  withNames: {
    ja: "名称・法人番号を含める",
    "ja-plain": "会社の名前も入れる",
    en: "Include names and Corporate Numbers",
  },
  withAmounts: { ja: "金額を含める", "ja-plain": "お金の答えも入れる", en: "Include amounts" },
  copyLink: { ja: "リンクをコピーする", "ja-plain": "リンクをコピーする", en: "Copy the link" },
  restored: {
    ja: "保存した回答を読み込みました。",
    "ja-plain": "前の答えを読みました。",
    en: "The saved answers were read.",
  },
  asAgain: {
    ja: "収録データが変わったため、次の項目はもう一度お聞きします: {facts}",
    "ja-plain": "次のことは、もう一度答えてください: {facts}",
    en: "The catalog has changed, so these are asked again: {facts}",
  },
  claim: {
    ja: "判定は公表資料に基づく目安です。採否は実施機関が決定します。入力した内容はこの画面の外へ送信されません。",
    "ja-plain": "これは目安です。決めるのは役所などです。書いたことは、ほかに送りません。",
    en: "The results rest on published documents and decide nothing: the authority does. What you enter is sent nowhere.",
  },
} as const satisfies Record<string, Words>;

/** Verdicts and windows, where the official word is a hard one. */
export const plainVerdicts = {
  eligible: "使えます",
  undetermined: "まだわかりません",
  ineligible: "使えません",
} as const satisfies Record<Result["eligibility"], string>;

export const plainAvailabilities = {
  open: "今、申し込めます",
  upcoming: "これから始まります",
  closed: "今は申し込めません",
  unknown: "いつ申し込めるか、わかりません",
} as const satisfies Record<Result["availability"], string>;

/** What a form says otherwise than the command line does. */
export const formIssueWords: Partial<Record<IssueCode, Words>> = {
  "no-answer": formWords.missingAnswer,
  "not-an-answer": formWords.notRead,
};

export const sayIn = (words: Words, lang: FormLang, args: Record<string, string | number> = {}): string =>
  words[lang].replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ""));
