import { stringify } from "csv-stringify/sync";
import type { CompanyAmounts, CompanyVerdicts, MeasureCount } from "../batch/index.ts";
import { type Catalog, findMeasure } from "../catalog/catalog.ts";
import { eligibilityWords, type Lang } from "../explain/words.ts";
import { batchWords } from "./batch-words.ts";
import { type Terminal, table } from "./terminal.ts";

type Cell = string | number;

/** Spreadsheets read Japanese by the mark, and take no cell for a formula. */
const csv = (rows: readonly (readonly Cell[])[], bom: boolean): string =>
  stringify(
    rows.map((row) => [...row]),
    { bom, escape_formulas: true, quoted: true },
  );

const verdicts = ["eligible", "undetermined", "ineligible"] as const;

/** For each measure, for how many companies it is what. */
export function countsText(
  counts: readonly MeasureCount[],
  catalog: Catalog,
  format: string,
  lang: Lang,
  terminal: Terminal,
): string {
  if (format === "ndjson") return counts.map((each) => `${JSON.stringify(each)}\n`).join("");
  const name = (id: string): string => findMeasure(catalog, id)?.name[lang] ?? id;
  const head = [batchWords.id[lang], ...verdicts.map((each) => eligibilityWords[each][lang]), batchWords.measure[lang]];
  const rows = counts.map((each) => [each.measure, ...verdicts.map((verdict) => each[verdict]), name(each.measure)]);
  if (format === "csv") return csv([head, ...rows], true);
  const texts = rows.map((row) => row.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en-US") : cell)));
  const width = (title: string): number => (lang === "ja" ? 2 : 1) * title.length;
  const widths = head
    .slice(0, -1)
    .map((title, at) => Math.max(width(title), ...texts.map((row) => row[at]?.length ?? 0)));
  return `${table(head, texts, widths, terminal)}\n`;
}

/** The head of a CSV file with a line for each company and measure that it is not closed to. */
export function companiesHead(give: "verdicts" | "amounts", lang: Lang): string {
  const { line, company, id, verdict, kind, least, most } = batchWords;
  const columns = give === "verdicts" ? [line, company, id, verdict] : [line, company, id, verdict, kind, least, most];
  return csv([columns.map((title) => title[lang])], true);
}

export function companyText(row: CompanyVerdicts | CompanyAmounts, format: string, lang: Lang): string {
  if (format !== "csv") return `${JSON.stringify(row)}\n`;
  const head = [row.line, row.id ?? ""];
  const lines =
    "measures" in row
      ? row.measures.map(({ measure, eligibility, kind, worth }) => [
          ...[...head, measure, eligibilityWords[eligibility][lang]],
          ...[kind ?? "", worth?.min ?? "", worth?.max ?? ""],
        ])
      : (["eligible", "undetermined"] as const).flatMap((verdict) =>
          row[verdict].map((measure) => [...head, measure, eligibilityWords[verdict][lang]]),
        );
  return lines.length === 0 ? "" : csv(lines, false);
}
