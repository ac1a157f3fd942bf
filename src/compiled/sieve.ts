import type { Cells } from "./cells.ts";
import { Clauses } from "./clauses.ts";
import type { Code } from "./code.ts";
import { all, type Expression, known, satisfied } from "./expression.ts";
import type { Field } from "./field.ts";
import type { Run } from "./run.ts";

/** Measures as bits: those for which what is known is enough, and those for which it may be. */
interface Row {
  possible: Int32Array;
  certain: Int32Array;
  /** The words of `possible` that are not empty. */
  active: Int32Array;
  /** Whether every measure is either certain or out, as it is where the fact is known. */
  isDecided: boolean;
}

/** What measures ask about one fact, each condition once, and a row for each cell that was met. */
interface Column {
  slot: number;
  conditions: { place: number; measures: number[] }[];
  rows: (Row | undefined)[];
}

/** Of measures that ask for some of a list of options: who asks for a member, and who asks for none. */
interface Choices {
  options: number;
  nothing: Int32Array;
  members: Int32Array[];
}

/**
 * Goes over all measures at once: what they ask about a single fact is one bit for each measure and cell, so that a
 * company's cells leave few measures to look at. Only what those ask beside it is worked out for each. Measures of one
 * place stand side by side, so that those of other places fill words that are empty altogether.
 */
export function sieve(conditions: readonly Expression[], code: Code) {
  const measures = conditions.map((condition) => (condition.op === "all" ? condition.parts : [condition]));
  const words = Math.ceil(measures.length / 32);
  const columns = new Map<Field, Column & { byKey: Map<string, Column["conditions"][number]> }>();
  const choices = new Map<number, Choices>();
  const rest = measures.map((parts, measure) => {
    const beside: Expression[] = [];
    for (const part of parts) {
      const field = fieldOf(part);
      if (field !== undefined) addTo(columnOf(field), part, measure);
      else if (part.op !== "includes" || !chosen(part, measure)) beside.push(part);
    }
    return all(beside);
  });
  const residues = new Clauses(rest, code);
  const asksNoMore = Uint8Array.from(rest, ({ key }) => (key === everything.key ? 1 : 0));

  function columnOf(field: Field) {
    const column = columns.get(field) ?? { ...newColumn(field), byKey: new Map() };
    columns.set(field, column);
    return column;
  }

  function addTo(column: ReturnType<typeof columnOf>, part: Expression, measure: number): void {
    const condition = column.byKey.get(part.key) ?? { place: code.place(part), measures: [] };
    if (condition.measures.length === 0) column.conditions.push(condition);
    column.byKey.set(part.key, condition);
    condition.measures.push(measure);
  }

  /** The first choice among the members of a list goes into the bits, a second one does not fit. */
  function chosen({ options, members }: Extract<Expression, { op: "includes" }>, measure: number): boolean {
    const known = choices.get(options.id) ?? {
      options: options.id,
      nothing: new Int32Array(words).fill(-1),
      members: Array.from({ length: options.values.size }, () => new Int32Array(words)),
    };
    choices.set(options.id, known);
    const [word, bit] = [measure >> 5, 1 << (measure & 31)];
    if (((known.nothing[word] as number) & bit) === 0) return false;
    known.nothing[word] = (known.nothing[word] as number) & ~bit;
    for (const member of members) {
      const row = known.members[member] as Int32Array;
      row[word] = (row[word] as number) | bit;
    }
    return true;
  }

  return (cells: Cells, run: Run) => {
    // What most measures ask about comes first: it empties most words.
    const inOrder = [...columns.values()].sort((left, right) => asking(right) - asking(left));
    const lists = [...choices.values()];
    const possibles: Int32Array[] = [];
    const certains: Int32Array[] = [];
    const { company, sets, closed } = cells;
    const levelOf = residues.reader(cells, run);
    const isRoot: Row = fullRow(measures.length);

    function newRow({ conditions: asked, rows: known }: Column, cell: number): Row {
      const row = fullRow(measures.length);
      for (const { place, measures: asking } of asked) {
        const level = run.level(place);
        if (level === 2) continue;
        if (level === 1) row.isDecided = false;
        for (const measure of asking) {
          const [word, bit] = [measure >> 5, 1 << (measure & 31)];
          row.certain[word] = (row.certain[word] as number) & ~bit;
          if (level === 0) row.possible[word] = (row.possible[word] as number) & ~bit;
        }
      }
      row.active = row.active.filter((word) => row.possible[word] !== 0);
      known[cell] = row;
      return row;
    }

    /** Those who ask for none, or for a member that is in the list. */
    function wanted({ options, nothing, members }: Choices, word: number): number {
      const set = sets[options] as Int32Array;
      let found = nothing[word] as number;
      for (let part = 0; part < set.length; part += 1) {
        for (let left = set[part] as number; left !== 0; left &= left - 1) {
          found |= (members[part * 32 + 31 - Math.clz32(left & -left)] as Int32Array)[word] as number;
        }
      }
      return found;
    }

    return (eligible: number[], undetermined: number[]): void => {
      let narrowest = isRoot;
      let open = 0;
      for (let index = 0; index < inOrder.length; index += 1) {
        const column = inOrder[index] as Column;
        const cell = company[column.slot] as number;
        const row = column.rows[cell] ?? newRow(column, cell);
        possibles[index] = row.possible;
        if (!row.isDecided) certains[open++] = row.certain;
        if (row.active.length < narrowest.active.length) narrowest = row;
      }
      const { active } = narrowest;
      for (let place = 0; place < active.length; place += 1) {
        const word = active[place] as number;
        let possible = narrowest.possible[word] as number;
        for (let index = 0; index < possibles.length && possible !== 0; index += 1)
          possible &= (possibles[index] as Int32Array)[word] as number;
        if (possible === 0) continue;
        let certain = possible;
        for (const list of lists) {
          const found = wanted(list, word);
          certain &= found;
          if (closed[list.options]) possible &= found;
        }
        for (let index = 0; index < open && certain !== 0; index += 1)
          certain &= (certains[index] as Int32Array)[word] as number;
        for (let left = possible; left !== 0; left &= left - 1) {
          const bit = left & -left;
          const measure = word * 32 + 31 - Math.clz32(bit);
          const level = asksNoMore[measure] === 1 ? 2 : levelOf(measure);
          if (level === 2 && (certain & bit) !== 0) eligible.push(measure);
          else if (level !== 0) undetermined.push(measure);
        }
      }
    };
  };
}

const everything = known(satisfied);

const newColumn = ({ slot }: Field): Column => ({ slot, conditions: [], rows: [] });

const asking = ({ conditions }: Column): number => conditions.reduce((sum, { measures }) => sum + measures.length, 0);

function fullRow(measures: number): Row {
  const words = Math.ceil(measures / 32);
  const all = new Int32Array(words).fill(-1);
  if (measures % 32 !== 0) all[words - 1] = (1 << (measures % 32)) - 1;
  return { possible: all, certain: all.slice(), active: Int32Array.from(all.keys()), isDecided: true };
}

/** The one fact of the company that a condition is about; none if it is about several, or about something else. */
export function fieldOf(expression: Expression): Field | undefined {
  const fields = new Set<Field | undefined>();
  const look = (each: Expression): void => {
    if (each.op === "test") fields.add(each.root === "profile" ? each.test.field : undefined);
    else if (each.op === "not") look(each.part);
    else if (each.op === "match") {
      fields.add(each.root === "profile" ? each.choice.field : undefined);
      each.parts.forEach(look);
    } else if (["all", "any", "between", "firstDecided", "given"].includes(each.op)) {
      (each as { parts: Expression[] }).parts.forEach(look);
    } else if (each.op !== "known") fields.add(undefined);
  };
  look(expression);
  const [only] = fields;
  return fields.size === 1 ? only : undefined;
}

/** Measures in an order that puts those together which ask the same about the fact that most of them ask about. */
export function clustered(conditions: readonly Expression[]): number[] {
  const counts = new Map<Field, number>();
  const parts = conditions.map((condition) => (condition.op === "all" ? condition.parts : [condition]));
  const asked = parts.map((each) => each.map((part) => [fieldOf(part), part.key] as const));
  for (const [field] of asked.flat()) if (field !== undefined) counts.set(field, (counts.get(field) ?? 0) + 1);
  const [most] = [...counts].sort(([, left], [, right]) => right - left)[0] ?? [];
  const groups = new Map<string, number>([["", 0]]);
  const group = asked.map((each) => {
    const key = each.find(([field]) => field !== undefined && field === most)?.[1] ?? "";
    groups.set(key, groups.get(key) ?? groups.size);
    return groups.get(key) as number;
  });
  return [...conditions.keys()].sort(
    (left, right) => (group[left] as number) - (group[right] as number) || left - right,
  );
}
