import { styleText } from "node:util";
import Table from "cli-table3";
import wrapAnsi from "wrap-ansi";

/** What the surroundings allow: colors, and how many columns. */
export interface Terminal {
  color: boolean;
  columns: number;
}

type Style = Parameters<typeof styleText>[0];

export const paint = (text: string, style: Style, { color }: Terminal): string =>
  color ? styleText(style, text, { validateStream: false }) : text;

const noBorders = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  right: "",
  "right-mid": "",
  mid: "",
  "mid-mid": "",
  middle: "  ",
};

const narrowest = 24;
const widest = 150;

/**
 * Rows in columns, full-width characters counted as two. The last column takes what is left. Japanese has no blanks
 * to break at, so lines are broken hard before the table sees them; the table itself would count characters.
 */
export function table(head: string[], rows: string[][], widths: number[], terminal: Terminal): string {
  const used = widths.reduce((sum, width) => sum + width + 2, 0);
  const columns = [...widths, Math.max(narrowest, Math.min(terminal.columns, widest) - used)];
  const body = new Table({
    head,
    chars: noBorders,
    colWidths: columns,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  body.push(
    ...rows.map((row) => row.map((text, index) => wrapAnsi(text, columns[index] ?? narrowest, { hard: true }))),
  );
  return body
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

export const wrap = (text: string, terminal: Terminal): string =>
  wrapAnsi(text, Math.min(terminal.columns, widest), { hard: true });
