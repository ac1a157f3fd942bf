import type { Bilingual } from "../schema/primitives.ts";
import type { Cause, Deadline } from "../schema/timeline.ts";
import { day } from "./figures.ts";
import { type ExplainOptions, label } from "./labels.ts";
import { say, statusWords } from "./words.ts";

type Changing = Extract<Cause, { change: string }>;
type Plain = Exclude<Cause["code"], Changing["code"] | "age">;

const causeWords = {
  status: { ja: "実施状況が「{status}」となります", en: "its status becomes “{status}”" },
  "terms-begin": { ja: "新しい内容が適用されます", en: "new terms begin" },
  "terms-end": { ja: "内容の適用は{lastDay}までです", en: "its terms end on {lastDay}" },
  "last-confirmed": {
    ja: "{lastDay}より後の内容は資料で確認できていません。実施機関にご確認ください",
    en: "sources speak of its terms up to {lastDay} only",
  },
  "call-opens": {
    ja: "{fiscalYear}年度の公募の受付が始まります",
    en: "the call of fiscal year {fiscalYear} opens",
  },
  "call-closes": {
    ja: "{fiscalYear}年度の公募の締切は{lastDay}です",
    en: "the call of fiscal year {fiscalYear} closes on {lastDay}",
  },
  "fact-day": { ja: "{day}は「{fact}」の日です", en: "the day comes: {fact} ({day})" },
  "compared-day": {
    ja: "{day}を境に、「{fact}」に関する要件を満たすかどうかが変わります",
    en: "{day} is the day that “{fact}” is compared with",
  },
  "fiscal-year": { ja: "{fiscalYear}年度が始まります", en: "fiscal year {fiscalYear} begins" },
} as const satisfies Record<Plain, Bilingual>;

const changeWords = {
  route: {
    begins: { ja: "{name}への申請ができるようになります", en: "applying through {name} becomes possible" },
    ends: { ja: "{name}への申請ができなくなります", en: "applying through {name} is no longer possible" },
    changes: { ja: "{name}への申請の内容が変わります", en: "what applies to applying through {name} changes" },
  },
  criterion: {
    begins: { ja: "要件「{name}」の適用が始まります", en: "this criterion begins to apply: {name}" },
    ends: { ja: "要件「{name}」の適用が終わります", en: "this criterion no longer applies: {name}" },
    changes: { ja: "要件「{name}」の内容が変わります", en: "this criterion changes: {name}" },
  },
  definition: {
    begins: { ja: "「{name}」の定義が変わります", en: "the definition of “{name}” changes" },
    ends: { ja: "「{name}」の定義の適用が終わります", en: "the definition of “{name}” ends" },
    unconfirmed: {
      ja: "「{name}」の定義について、この日以後の資料は確認できていません",
      en: "no source speaks of the definition of “{name}” any longer",
    },
  },
  figure: {
    begins: { ja: "「{name}」の数値が変わります", en: "the figure “{name}” changes" },
    ends: { ja: "「{name}」の数値の適用が終わります", en: "the figure “{name}” ends" },
    unconfirmed: {
      ja: "「{name}」の数値について、この日以後の資料は確認できていません",
      en: "no source speaks of the figure “{name}” any longer",
    },
  },
} as const satisfies {
  [Code in Changing["code"]]: Record<Extract<Changing, { code: Code }>["change"], Bilingual>;
};

const ageWords = {
  after: {
    years: { ja: "{fact}（{day}）から{count}年となります", en: "{count} years have passed since: {fact} ({day})" },
    days: { ja: "{fact}（{day}）から{count}日となります", en: "{count} days have passed since: {fact} ({day})" },
  },
  before: {
    years: { ja: "{fact}（{day}）まで残り{count}年となります", en: "{count} years are left until: {fact} ({day})" },
    days: { ja: "{fact}（{day}）まで残り{count}日となります", en: "{count} days are left until: {fact} ({day})" },
  },
} as const satisfies Record<"after" | "before", Record<"years" | "days", Bilingual>>;

const atLatest: Bilingual = {
  ja: "{fiscalYear}年度の公募は、遅くとも{lastDay}までに締め切られます",
  en: "the call of fiscal year {fiscalYear} closes on {lastDay} at the latest",
};

/** Why an answer changes, in one clause. */
export function causeText(cause: Cause, options: ExplainOptions): string {
  const { lang, catalog } = options;
  switch (cause.code) {
    case "status":
      return say(causeWords.status, lang, { status: statusWords[cause.is][lang] });
    case "terms-begin":
      return causeWords[cause.code][lang];
    case "terms-end":
    case "last-confirmed":
      return say(causeWords[cause.code], lang, { lastDay: day(cause.lastDay, lang) });
    case "call-opens":
    case "fiscal-year":
      return say(causeWords[cause.code], lang, { ...cause });
    case "call-closes": {
      const { call, fiscalYear, lastDay } = cause;
      const words = cause.atLatest === undefined ? causeWords[cause.code] : atLatest;
      return say(words, lang, { call, fiscalYear, lastDay: day(lastDay, lang) });
    }
    case "route":
      return say(changeWords.route[cause.change], lang, {
        name: catalog.authorities[cause.authority]?.name[lang] ?? cause.authority,
      });
    case "criterion":
      return say(changeWords.criterion[cause.change], lang, { name: cause.text[lang] });
    case "definition":
      return say(changeWords.definition[cause.change], lang, {
        name: catalog.definitions[cause.definition]?.name[lang] ?? cause.definition,
      });
    case "figure":
      return say(changeWords.figure[cause.change], lang, {
        name: catalog.parameters[cause.parameter]?.label[lang] ?? cause.parameter,
      });
    case "age": {
      const words = ageWords[cause.count < 0 ? "before" : "after"][cause.unit];
      return say(words, lang, { ...dayArgs(cause, options), count: Math.abs(cause.count) });
    }
    case "fact-day":
    case "compared-day":
      return say(causeWords[cause.code], lang, dayArgs(cause, options));
  }
}

const dayArgs = (cause: { path: string; day: string }, { catalog, lang }: ExplainOptions) => ({
  fact: label(cause.path, catalog, lang),
  day: day(cause.day, lang),
});

const certain = {
  opens: { ja: "受付開始", en: "applications open" },
  closes: { ja: "受付締切", en: "last day to apply" },
  "eligible-from": { ja: "対象期間の初日", en: "first day of eligibility" },
  "eligible-until": { ja: "対象期間の末日", en: "last day of eligibility" },
} as const satisfies Record<Deadline["kind"], Bilingual>;

const possible = {
  ...certain,
  "eligible-from": { ja: "対象となり得る期間の初日", en: "first day of possible eligibility" },
  "eligible-until": { ja: "対象となり得る期間の末日", en: "last day of possible eligibility" },
} as const satisfies Record<Deadline["kind"], Bilingual>;

/** What a day is: 受付締切. While the verdict is open, an eligibility is a possible one. */
export const deadlineText = ({ kind, eligibility }: Deadline, { lang }: Pick<ExplainOptions, "lang">): string =>
  (eligibility === "eligible" ? certain : possible)[kind][lang];

/** The frames of a timeline on the screen and in a calendar. */
export const timelinePhrases = {
  span: {
    ja: "{from}から{to}までの見通しです。会社の状況は変わらないものとしています。",
    en: "From {from} to {to}, if nothing about the company changes.",
  },
  leftOut: {
    ja: "期間を通じて対象外のままの支援策{count}件は省きました。",
    en: "Left out: {count} measures that are ineligible throughout.",
  },
  days: { ja: "期間", en: "Days" },
  stretch: { ja: "{from}\n〜{to}", en: "{from}\nto {to}" },
  deadlines: { ja: "日程", en: "Dates to keep in mind" },
  deadline: {
    ja: "{day} {what} {measure}（{verdict}、{amount}）",
    en: "{day} {what}: {measure} ({verdict}, {amount})",
  },
  calendar: { ja: "知財支援策の日程", en: "IP support: dates to keep in mind" },
  summary: { ja: "{measure}: {what}", en: "{measure}: {what}" },
  verdict: { ja: "判定：{verdict}", en: "Verdict: {verdict}" },
  amount: { ja: "金額：{amount}", en: "Worth: {amount}" },
  why: { ja: "理由：{causes}", en: "Why: {causes}" },
  nextDay: { ja: "翌日に変わること：{causes}", en: "What changes on the next day: {causes}" },
  and: { ja: "。", en: "; " },
  claim: {
    ja: "金額は採択・交付された場合の目安です。日程及び要件は実施機関が定めます。申請の前に必ず最新の公募要領・案内をご確認ください。",
    en: "Amounts hold if granted. The authority's own guidelines decide on dates and criteria; read the current ones before you apply.",
  },
} as const satisfies Record<string, Bilingual>;
