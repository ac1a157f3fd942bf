import type { Cells } from "./cells.ts";
import { Clauses } from "./clauses.ts";
import type { Code } from "./code.ts";
import { Column, type Columns, fullRow, type Row, together } from "./columns.ts";
import { all, type Expression, known, satisfied } from "./expression.ts";
import type { Field } from "./field.ts";
import type { Run } from "./run.ts";

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
  const columns = new Map<Field, Column>();
  const choices = new Map<number, Choices>();
  const rest = measures.map((parts, measure) => {
    const beside: Expression[] = [];
    for (const part of parts) {
      const field = fieldOf(part);
      if (field !== undefined) columnOf(field).add(part.key, code.place(part), measure);
      else if (part.op !== "includes" || !chosen(part, measure)) beside.push(part);
    }
    return all(beside);
  });
  const residues = new Clauses(rest, code);
  const asksNoMore = Uint8Array.from(rest, ({ key }) => (key === everything.key ? 1 : 0));

  function columnOf(field: Field): Column {
    const column = columns.get(field) ?? new Column(field, measures.length);
    columns.set(field, column);
    return column;
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
    const groups = together([...columns.values()]);
    const lists = [...choices.values()];
    const possibles: Int32Array[] = [];
    const certains: Int32Array[] = [];
    const { company, sets, closed } = cells;
    const levelOf = residues.reader(cells, run);
    const isRoot: Row = fullRow(measures.length);

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
      for (let index = 0; index < groups.length; index += 1) {
        const row = (groups[index] as Columns).row(company, run);
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
