import type { Catalog } from "../catalog/catalog.ts";
import { type Block, heading, list, paragraph, section, table as tableBlock, toMarkdown } from "../explain/document.ts";
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
  if (format === "markdown")
    return toMarkdown([heading(1, planPhrases.title[lang]), ...intro.map(paragraph), ...sections.flatMap(blocksOf)]);
  return `${[intro.join("\n"), ...sections.map((each) => text(each, args, terminal))].join("\n\n")}\n`;
}

const blocksOf = ({ title, table: rows, lines }: PlanSection): Block[] =>
  section(2, title, [
    ...(rows === undefined
      ? []
      : tableBlock(
          rows.head,
          rows.rows.map((row) => row.map((cell) => cell.replaceAll("\n", " / "))),
        )),
    ...list(lines.map((line) => line.replace(/^- /, ""))),
  ]);

function text({ title, table: rows, lines }: PlanSection, { lang }: Arguments, terminal: Terminal): string {
  return [
    paint(title, "bold", terminal),
    ...(rows === undefined ? [] : [table(rows.head, rows.rows, lang === "ja" ? [32, 40, 24] : [34, 40, 24], terminal)]),
    ...lines.map((line) => wrap(line, terminal).replace(/^/gm, "  ")),
  ].join("\n");
}
