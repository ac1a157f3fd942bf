import { styleText } from "node:util";
import Table from "cli-table3";

/** What the surroundings allow: colors, and how many columns. */
export interface Terminal {
  color: boolean;
  columns: number;
}

type Style = Parameters<typeof styleText>[0];

export const paint = (text: string, style: Style, { color }: Terminal): string =>
  color ? styleText(style, text, { validateStream: false }) : text;

const plain = {
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

/** Rows in columns, full-width characters counted as two. The last column takes what is left and wraps. */
export function table(head: string[], rows: string[][], widths: number[], terminal: Terminal): string {
  const used = widths.reduce((sum, width) => sum + width + 2, 0);
  const last = Math.max(24, Math.min(terminal.columns, 140) - used);
  const body = new Table({
    head,
    chars: plain,
    colWidths: [...widths, last],
    wordWrap: true,
    wrapOnWordBoundary: false,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  body.push(...rows);
  return body
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
