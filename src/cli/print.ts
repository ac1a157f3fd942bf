import type { Catalog } from "../catalog/catalog.ts";
import { why } from "../explain/explain.ts";
import { amount, yen } from "../explain/figures.ts";
import {
  availabilityWords,
  eligibilityWords,
  freshnessWords,
  kindWords,
  type Lang,
  phrases,
  say,
  scopeWords,
  statusWords,
} from "../explain/words.ts";
import type { MeasureTerms } from "../get-terms.ts";
import { issueMessage } from "../issues.ts";
import type { Assessment, Result } from "../schema/assessment.ts";
import type { Kind, Status } from "../schema/measure.ts";
import type { Bilingual } from "../schema/primitives.ts";
import { paint, type Terminal, table } from "./terminal.ts";

interface View {
  asOf: string;
  asOfGiven: boolean;
  lang: Lang;
}

const titles = {
  verdict: { ja: "判定", en: "Verdict" },
  measure: { ja: "支援策", en: "Measure" },
  amount: { ja: "金額", en: "Worth" },
  window: { ja: "受付", en: "Window" },
  why: { ja: "理由", en: "Why" },
  asOf: { ja: "{date} 時点の制度で判定しました。", en: "Rules read on {date}." },
  today: { ja: "{date}（日本の今日）時点の制度で判定しました。", en: "Rules read on {date} (today in Japan)." },
  none: { ja: "該当する支援策はありません。", en: "No measure to show." },
  questions: { ja: "次に確認すること", en: "To find out next" },
  issues: { ja: "プロフィールの食い違い", en: "Contradictions in the profile" },
  claim: {
    ja: "金額は採択・交付された場合の目安です。申請の前に必ず実施機関の最新の案内を確かめてください。",
    en: "Amounts hold if granted. Before applying, read the authority's own current guidelines.",
  },
} as const satisfies Record<string, Bilingual>;

const styles = { eligible: "green", undetermined: "yellow", ineligible: "gray" } as const;

export function assessmentTable(assessment: Assessment, catalog: Catalog, view: View, terminal: Terminal): string {
  const { lang } = view;
  const head = [titles.verdict, titles.measure, titles.amount, titles.window, titles.why].map((title) =>
    paint(title[lang], "bold", terminal),
  );
  const rows = assessment.results.map((result) => row(result, catalog, lang, terminal));
  const lines = [
    say(view.asOfGiven ? titles.asOf : titles.today, lang, { date: assessment.asOf }),
    "",
    rows.length === 0
      ? titles.none[lang]
      : table(head, rows, lang === "ja" ? [6, 26, 26, 16] : [12, 28, 28, 10], terminal),
  ];
  const questions = assessment.questions
    .slice(0, 5)
    .map(({ fact, text }) => `  ${text[lang]}  ${paint(fact, "gray", terminal)}`);
  if (questions.length > 0) lines.push("", paint(titles.questions[lang], "bold", terminal), ...questions);
  const issues = assessment.issues.map(({ path, code, args }) => `  ${path}: ${issueMessage(code, args, lang)}`);
  if (issues.length > 0) lines.push("", paint(titles.issues[lang], "bold", terminal), ...issues);
  return `${[...lines, "", titles.claim[lang]].join("\n")}\n`;
}

function row(result: Result, catalog: Catalog, lang: Lang, terminal: Terminal): string[] {
  const fresh = result.freshness === "last-known" ? `\n${freshnessWords["last-known"][lang]}` : "";
  return [
    paint(eligibilityWords[result.eligibility][lang], styles[result.eligibility], terminal),
    result.measure.name[lang],
    amount(result.estimate, lang).replace(/（| \(/, (bracket) => `\n${bracket.trim()}`),
    `${availabilityWords[result.availability][lang]}${fresh}`,
    why(result, { lang, catalog }),
  ];
}

interface ListRow {
  id: string;
  name: Bilingual;
  kind: Kind;
  authority: string;
  status: Status;
}

export function listTable(measures: ListRow[], { lang }: View, terminal: Terminal): string {
  const head = [
    { ja: "種類", en: "Kind" },
    { ja: "状況", en: "Status" },
    { ja: "名称", en: "Name" },
    { ja: "識別子", en: "Id" },
  ].map((title) => paint(title[lang], "bold", terminal));
  const rows = measures.map(({ id, name, kind, status }) => [
    kindWords[kind][lang],
    statusWords[status][lang],
    name[lang],
    id,
  ]);
  return `${table(head, rows, [14, 10, 44], terminal)}\n`;
}

/** What a measure says on a date, to be read beside its sources. */
export function termsText(shown: MeasureTerms, { lang, asOf }: View): string {
  const { terms } = shown;
  const lines = [
    `${shown.name[lang]} (${shown.id})`,
    `${kindWords[shown.kind as Kind][lang]} / ${statusWords[shown.status][lang]} / ${freshnessWords[shown.freshness][lang]} / ${asOf}`,
  ];
  if (terms === null) return `${lines.join("\n")}\n`;
  const heading = (title: Bilingual) => ["", title[lang]];
  lines.push(
    `${terms.from ?? ""}〜${terms.to ?? ""}  (${lang === "ja" ? "確認できた最後の日" : "last seen"} ${terms.lastSeen})`,
  );
  const criteria = [
    ...(terms.criteria === "not-stated" ? [] : terms.criteria),
    ...terms.routes.flatMap((route) => route.criteria),
  ];
  const unique = [...new Map(criteria.map((each) => [each.text.ja, each])).values()];
  lines.push(...heading({ ja: "要件", en: "Criteria" }));
  if (terms.criteria === "not-stated")
    lines.push(`  ${lang === "ja" ? "資料に示されていません" : "not stated by the sources"}`);
  else if (unique.length === 0) lines.push(`  ${say(phrases.openToAll, lang)}`);
  lines.push(
    ...unique.map(
      (each) =>
        `  - ${each.text[lang]}${each.judgedBy === undefined ? "" : each.judgedBy === "authority" ? (lang === "ja" ? "［審査］" : " [judged]") : lang === "ja" ? "［手順］" : " [step]"}`,
    ),
  );
  if (terms.exclusions.length > 0)
    lines.push(
      ...heading({ ja: "除外", en: "Exclusions" }),
      ...terms.exclusions.map((each) => `  - ${each.text[lang]}`),
    );
  lines.push(
    ...heading({ ja: "支援の内容", en: "Benefit" }),
    ...benefitLines(terms.benefit, lang).map((line) => `  ${line}`),
  );
  lines.push(
    ...heading({ ja: "出典", en: "Sources" }),
    ...terms.sources.map(
      (source) => `  - ${source.title}（${source.publisher ?? "-"}, ${source.statedOn}）${source.url ?? ""}`,
    ),
  );
  return `${lines.join("\n")}\n`;
}

function benefitLines(benefit: NonNullable<MeasureTerms["terms"]>["benefit"], lang: Lang): string[] {
  switch (benefit.kind) {
    case "subsidy":
      return [
        ...(benefit.rate === undefined
          ? []
          : [`${lang === "ja" ? "補助率" : "rate"} ${benefit.rate.numerator}/${benefit.rate.denominator}`]),
        ...benefit.caps.map(
          (cap) =>
            `${lang === "ja" ? "上限" : "cap"} ${yen(cap.yen, lang)} / ${scopeWords[cap.scope][lang]}${cap.rights === undefined ? "" : ` (${cap.rights.join(", ")}${cap.purpose === undefined ? "" : `, ${cap.purpose}`})`}`,
        ),
      ];
    case "fee-reduction":
      return benefit.classes.map(
        (each) => `${each.id}: ${lang === "ja" ? `料金の${each.pay}を支払い` : `pay ${each.pay} of the fee`}`,
      );
    case "in-kind":
      return [
        benefit.userPays === undefined
          ? say(phrases.costNotStated, lang)
          : benefit.userPays === 0
            ? say(phrases.free, lang)
            : yen(benefit.userPays, lang),
      ];
    case "unstated":
      return [say(phrases.amountNotStated, lang)];
  }
}
