import type { Catalog } from "../catalog/catalog.ts";
import { day, interval } from "../explain/figures.ts";
import { explainPlan, type PlanSection } from "../explain/plan.ts";
import { planPhrases } from "../explain/plan-words.ts";
import { say } from "../explain/words.ts";
import { plan } from "../plan/plan.ts";
import type { Arguments } from "./arguments.ts";
import { json, readProfile } from "./files.ts";
import { paint, type Terminal, table, wrap } from "./terminal.ts";

/** Which cost goes to which measure: as a table, as Markdown to send on, or as data. */
export function planCommand(args: Arguments, catalog: Catalog, terminal: Terminal): string {
  const { lang, asOf, format } = args;
  const answer = plan(readProfile(args.operands[0] as string), { asOf, catalog });
  if (format === "json") return json(answer);
  const intro = [
    say(planPhrases.asOf, lang, { date: asOf, era: day(asOf, lang) }),
    ...(answer.best.uses.length + answer.feeReductions.length > 0
      ? [say(planPhrases.keeps, lang, { yen: interval(answer.keeps, lang) })]
      : []),
  ];
  const sections = explainPlan(answer, { lang, catalog });
  const blocks =
    format === "markdown"
      ? [`# ${planPhrases.title[lang]}`, intro.join("\n\n"), ...sections.map(markdown)]
      : [intro.join("\n"), ...sections.map((each) => text(each, args, terminal))];
  return `${blocks.join("\n\n")}\n`;
}

function markdown({ title, table: rows, lines }: PlanSection): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", "<br>")).join(" | ")} |`;
  return [
    `## ${title}`,
    "",
    ...(rows === undefined ? [] : [row(rows.head), row(rows.head.map(() => "---")), ...rows.rows.map(row), ""]),
    ...lines.map((line) => (line.startsWith("- ") ? line : `- ${line}`)),
  ].join("\n");
}

function text({ title, table: rows, lines }: PlanSection, { lang }: Arguments, terminal: Terminal): string {
  return [
    paint(title, "bold", terminal),
    ...(rows === undefined ? [] : [table(rows.head, rows.rows, lang === "ja" ? [32, 40, 24] : [34, 40, 24], terminal)]),
    ...lines.map((line) => wrap(line, terminal).replace(/^/gm, "  ")),
  ].join("\n");
}
