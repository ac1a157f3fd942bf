/** A text before it has a form: what is said, not how it looks. */
export type Block =
  | { is: "heading"; level: 1 | 2 | 3 | 4; text: string }
  | { is: "paragraph"; text: string }
  | { is: "list"; items: readonly Item[] }
  | { is: "table"; head: readonly string[]; rows: readonly (readonly string[])[] };

export interface Item {
  text: string;
  /** Something to tick off. */
  box?: true;
  /** An official page. */
  address?: string;
  items?: readonly Item[];
}

export const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ is: "heading", level, text });
export const paragraph = (text: string): Block => ({ is: "paragraph", text });

/** A heading with what stands under it; nothing at all where there is nothing. */
export const section = (level: 2 | 3 | 4, title: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(level, title), ...blocks];

export const list = (items: readonly (string | Item)[]): Block[] =>
  items.length === 0
    ? []
    : [{ is: "list", items: items.map((item) => (typeof item === "string" ? { text: item } : item)) }];

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block[] =>
  rows.length === 0 ? [] : [{ is: "table", head, rows }];

export const toText = (blocks: readonly Block[]): string =>
  `${blocks.map((block, index) => textOf(block, index === 0)).join("\n")}\n`;

function textOf(block: Block, isFirst: boolean): string {
  switch (block.is) {
    case "heading":
      return isFirst ? block.text : `\n${block.text}`;
    case "paragraph":
      return block.text;
    case "list":
      return block.items.flatMap((item) => textLines(item, 0)).join("\n");
    case "table":
      return block.rows.map((row) => `- ${row.join(" / ")}`).join("\n");
  }
}

const textLines = ({ text, box, address, items = [] }: Item, depth: number): string[] => [
  `${"  ".repeat(depth)}${box ? "□ " : "- "}${text}${address === undefined ? "" : ` <${address}>`}`,
  ...items.flatMap((item) => textLines(item, depth + 1)),
];

export const toMarkdown = (blocks: readonly Block[]): string => `${blocks.map(markdownOf).join("\n\n")}\n`;

function markdownOf(block: Block): string {
  switch (block.is) {
    case "heading":
      return `${"#".repeat(block.level)} ${escaped(block.text)}`;
    case "paragraph":
      return escaped(block.text);
    case "list":
      return block.items.flatMap((item) => markdownLines(item, 0)).join("\n");
    case "table":
      return [block.head, block.head.map(() => "---"), ...block.rows]
        .map((row, index) => `| ${row.map((cell) => (index === 1 ? cell : escaped(cell))).join(" | ")} |`)
        .join("\n");
  }
}

const markdownLines = ({ text, box, address, items = [] }: Item, depth: number): string[] => [
  `${"  ".repeat(depth)}- ${box ? "[ ] " : ""}${escaped(text)}${address === undefined ? "" : ` <${address}>`}`,
  ...items.flatMap((item) => markdownLines(item, depth + 1)),
];

/** Text that a profile or a rule brings along stays text: no markup, no HTML, no line of its own. */
const escaped = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, " ")
    .replace(/[\\`*_{}[\]<>|~]/g, "\\$&")
    .replace(/^(\s*)((?:[-+=]|#{1,6}|\d+[.)])(?=\s))/, "$1\\$2");
