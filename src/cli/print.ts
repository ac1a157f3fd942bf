import type { Catalog } from "../catalog/catalog.ts";
import { why } from "../explain/explain.ts";
import { amount, day } from "../explain/figures.ts";
import {
  availabilityWords,
  eligibilityWords,
  freshnessWords,
  kindWords,
  type Lang,
  notCoveredWords,
  say,
  statusWords,
} from "../explain/words.ts";
import { issueMessage } from "../issues.ts";
import type { Assessment, Estimate, Result } from "../schema/assessment.ts";
import type { Kind, Status } from "../schema/measure.ts";
import type { Bilingual } from "../schema/primitives.ts";
import type { NotCovered } from "../schema/registry.ts";
import type { Arguments } from "./arguments.ts";
import { paint, type Terminal, table } from "./terminal.ts";

type View = Pick<Arguments, "asOf" | "asOfGiven" | "lang">;

export const titles = {
  verdict: { ja: "判定", en: "Verdict" },
  measure: { ja: "支援策", en: "Measure" },
  amount: { ja: "金額", en: "Worth" },
  window: { ja: "受付", en: "Window" },
  why: { ja: "理由", en: "Why" },
  kind: { ja: "種類", en: "Kind" },
  status: { ja: "状況", en: "Status" },
  name: { ja: "名称", en: "Name" },
  id: { ja: "識別子", en: "Id" },
  what: { ja: "何か", en: "What it is" },
  notCovered: {
    ja: "次の名称は知られていますが、支援策ではありません。",
    en: "Known, but not support measures:",
  },
  asOf: { ja: "{era}（{date}）時点の制度で判定しました。", en: "Rules read on {date}." },
  today: { ja: "日本の今日、{era}（{date}）時点の制度で判定しました。", en: "Rules read on {date} (today in Japan)." },
  none: { ja: "該当する支援策はありません。", en: "No measure to show." },
  questions: { ja: "次に確認すること", en: "To find out next" },
  issues: { ja: "プロフィールの食い違い", en: "Contradictions in the profile" },
  near: { ja: "{prefecture}の相談先: {office}", en: "Whom to ask in your prefecture: {office}" },
  claim: {
    ja: "金額は採択・交付された場合の目安です。申請の前に必ず実施機関の最新の案内をご確認ください。",
    en: "Amounts hold if granted. Before applying, read the authority's own current guidelines.",
  },
} as const satisfies Record<string, Bilingual>;

export const verdictStyles = { eligible: "green", undetermined: "yellow", ineligible: "gray" } as const;

export function assessmentTable(assessment: Assessment, catalog: Catalog, view: View, terminal: Terminal): string {
  const { lang } = view;
  const head = [titles.verdict, titles.measure, titles.amount, titles.window, titles.why].map((title) =>
    paint(title[lang], "bold", terminal),
  );
  const rows = assessment.results.map((result) => row(result, catalog, lang, terminal));
  const lines = [
    say(view.asOfGiven ? titles.asOf : titles.today, lang, { date: assessment.asOf, era: day(assessment.asOf, lang) }),
    "",
    rows.length === 0
      ? titles.none[lang]
      : table(head, rows, lang === "ja" ? [6, 26, 26, 16] : [12, 30, 26, 10], terminal),
  ];
  const questions = assessment.questions
    .slice(0, 5)
    .map(({ fact, text }) => `  ${text[lang]}  ${paint(fact, "gray", terminal)}`);
  if (questions.length > 0) lines.push("", paint(titles.questions[lang], "bold", terminal), ...questions);
  const issues = assessment.issues.map(({ path, code, args }) => `  ${path}: ${issueMessage(code, args, lang)}`);
  if (issues.length > 0) lines.push("", paint(titles.issues[lang], "bold", terminal), ...issues);
  const { region } = assessment;
  if (region !== null)
    lines.push(
      "",
      say(titles.near, lang, { office: (region.desk ?? region.bureau).name[lang], prefecture: region.prefecture }),
    );
  return `${[...lines, "", titles.claim[lang]].join("\n")}\n`;
}

function row(result: Result, catalog: Catalog, lang: Lang, terminal: Terminal): string[] {
  const fresh = result.freshness === "last-known" ? `\n${freshnessWords["last-known"][lang]}` : "";
  return [
    paint(eligibilityWords[result.eligibility][lang], verdictStyles[result.eligibility], terminal),
    result.measure.name[lang],
    amountCell(result.estimate, lang),
    `${availabilityWords[result.availability][lang]}${fresh}`,
    why(result, { lang, catalog }),
  ];
}

/** What stands in brackets goes to a line of its own. */
export const amountCell = (estimate: Estimate | null, lang: Lang): string =>
  amount(estimate, lang).replace(/（| \(/, (bracket) => `\n${bracket.trim()}`);

interface ListRow {
  id: string;
  name: Bilingual;
  kind: Kind;
  authority: string;
  status: Status;
}

interface NotCoveredRow {
  id: string;
  name: Bilingual;
  is: NotCovered["is"];
}

export function listTable(
  measures: ListRow[],
  notCovered: NotCoveredRow[],
  { lang }: View,
  terminal: Terminal,
): string {
  const head = [titles.kind, titles.status, titles.name, titles.id].map((title) =>
    paint(title[lang], "bold", terminal),
  );
  const rows = measures.map(({ id, name, kind, status }) => [
    kindWords[kind][lang],
    statusWords[status][lang],
    name[lang],
    id,
  ]);
  const listed = table(head, rows, [16, 12, 40], terminal);
  if (notCovered.length === 0) return `${listed}\n`;
  const others = notCovered.map(({ id, name, is }) => [notCoveredWords[is][lang], name[lang], id]);
  const otherHead = [titles.what, titles.name, titles.id].map((title) => paint(title[lang], "bold", terminal));
  return `${[listed, "", titles.notCovered[lang], "", table(otherHead, others, [12, 40], terminal)].join("\n")}\n`;
}
