import type { Column } from "../columns/columns.ts";
import type { End } from "./comparison.ts";
import type { Speech } from "./dialects.ts";
import { indented } from "./layout.ts";
import { newPage } from "./page.ts";
import { printTruth } from "./print.ts";
import { columnsRead, type Held } from "./table.ts";
import { type Definition, definitionsOf, partsOf, type Truth } from "./truth.ts";

interface Target {
  table: string;
  rowName: string;
  speech: Speech;
}

/** A SELECT in steps: the facts of each row, the definitions that verdicts share, the verdicts. */
export function writeQuery(
  verdicts: readonly { id: string; truth: Truth }[],
  { table, rowName, speech }: Target,
): string {
  const page = newPage(speech);
  const row = speech.name(rowName);
  const printed = (truth: Truth, name: string) => `${indented(printTruth(truth, page))} AS ${speech.name(name)}`;
  const stages = stagesOf(definitionsOf(verdicts.map(({ truth }) => truth)));
  const stageColumns = stages.map((stage) => stage.map(({ name, truth }) => printed(truth, name)));
  const verdictColumns = verdicts.map(
    ({ id, truth }) => `${indented(speech.verdict(printTruth(truth, page)))} AS ${speech.name(id)}`,
  );
  // Only now is known which parts of which facts are read.
  const facts = [...page.read]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, expression]) =>
      expression === speech.name(name) ? expression : `${expression} AS ${speech.name(name)}`,
    );
  const steps = [[row, ...facts], ...stageColumns.map((columns) => ["*", ...columns]), [row, ...verdictColumns]];
  const names = ["facts", ...stages.map((_, index) => `definitions ${index + 1}`)].map((name) =>
    speech.name(name === table.toLowerCase() ? `${name} of rows` : name),
  );
  const selects = steps.map((columns, index) => {
    const from = index === 0 ? speech.name(table) : names[index - 1];
    return `SELECT\n  ${columns.join(",\n  ")}\nFROM ${from}`;
  });
  const last = selects.pop() as string;
  return `WITH ${selects.map((select, index) => `${names[index]} ${speech.step} (\n  ${indented(select)}\n)`).join(",\n")}\n${last}`;
}

/** Definitions in the order in which they can be worked out: each stage calls only those before it. */
function stagesOf(definitions: ReadonlySet<Definition>): Definition[][] {
  const depths = new Map<Definition, number>();
  for (const each of definitions) {
    const called = [...definitionsOf([each.truth])].map((other) => depths.get(other) ?? 0);
    depths.set(each, Math.max(-1, ...called) + 1);
  }
  const stages: Definition[][] = [];
  for (const [each, depth] of depths) {
    stages[depth] ??= [];
    stages[depth].push(each);
  }
  return stages.map((stage) => stage.sort((left, right) => (left.name < right.name ? -1 : 1)));
}

export function writeTable(columns: readonly Column[], { table, rowName, speech }: Target): string {
  const row = speech.name(rowName);
  const lines = [
    `${row} ${speech.rowName}`,
    ...columns.map(({ name, type }) => `${speech.name(name)} ${speech.types[type]}`),
  ];
  return `CREATE TABLE ${speech.name(table)} (\n  ${lines.join(",\n  ")}\n)${speech.tableEnd(row)}`;
}

/** The columns that a verdict hangs on, by name. */
export const columnsIn = (truth: Truth): string[] => [...new Set(heldIn(truth).flatMap(columnsRead))].sort();

function heldIn(truth: Truth): Held[] {
  const inside = [truth, ...[...definitionsOf([truth])].map((each) => each.truth)].flatMap(partsOf);
  const ofEnd = (end: End | undefined) => (end?.kind === "held" ? [end.held] : []);
  return inside.flatMap((part) => {
    if ("held" in part) return [part.held];
    return part.kind === "compare" ? [part.left.min, part.left.max, part.right.min, part.right.max].flatMap(ofEnd) : [];
  });
}

/** Every name that a verdict reads under: columns, and what is worked out of them. */
export const namesIn = (truth: Truth): string[] => [
  ...columnsIn(truth),
  ...heldIn(truth).flatMap(({ fact, type }) =>
    type === "share"
      ? [`${fact}.denominator`]
      : type === "option" || type === "text"
        ? [`${fact}.known`]
        : [`${fact}.least`],
  ),
];
