import type { Cells } from "./cells.ts";
import { Clauses, clausesOf, type Literal } from "./clauses.ts";
import type { Code } from "./code.ts";
import { blankRow, Column, type Columns, type Extent, together } from "./columns.ts";
import { all, any, type Expression, known, satisfied } from "./expression.ts";
import type { Field } from "./field.ts";
import type { Run } from "./run.ts";

/** More layers than this hold few clauses. */
const mostLayers = 4;

/** Of one layer: measures without a clause in it, and who is content with a member of a list of options. */
interface Layer {
  nothing: Int32Array;
  lists: Map<number, { members: Int32Array[]; asking: Int32Array }>;
}

/**
 * Goes over all measures at once: what they ask about a single fact is one bit for each measure and cell, and so are their
 * clauses of which one fact among several is enough. A company's cells leave few measures to look at, and only what
 * those ask beside it is worked out one by one. Measures of one place stand side by side, so that those of other places
 * fill words that are empty altogether.
 */
export function sieve(conditions: readonly Expression[], code: Code) {
  const words = Math.ceil(conditions.length / 32);
  const columns = new Map<Field, Column>();
  const layers: Layer[] = [];
  const rest = conditions.map((condition, measure) => {
    const beside: Expression[] = [];
    for (const part of condition.op === "all" ? condition.parts : [condition]) {
      const field = fieldOf(part);
      if (field === undefined) beside.push(part);
      else columnOf(field).add(0, part.key, code.place(part), measure);
    }
    const clauses = beside.flatMap((part): (Literal[] | Expression)[] => clausesOf(part) ?? [part]);
    let layer = 0;
    const left = clauses.filter((clause) => {
      if (!Array.isArray(clause) || layer === mostLayers) return true;
      addTo(layerAt(layer++), layer, clause, measure);
      return false;
    });
    return all(left.map((clause) => (Array.isArray(clause) ? any(clause) : clause)));
  });
  const residues = new Clauses(rest, code);
  const asksNoMore = Uint8Array.from(rest, ({ key }) => (key === everything.key ? 1 : 0));
  const extent: Extent = { measures: conditions.length, words, layers: layers.length };

  function columnOf(field: Field): Column {
    const column = columns.get(field) ?? new Column(field);
    columns.set(field, column);
    return column;
  }

  function layerAt(index: number): Layer {
    const layer = layers[index] ?? { nothing: new Int32Array(words).fill(-1), lists: new Map() };
    layers[index] = layer;
    return layer;
  }

  function addTo({ nothing, lists }: Layer, number: number, clause: readonly Literal[], measure: number): void {
    const [word, bit] = [measure >> 5, 1 << (measure & 31)];
    nothing[word] = (nothing[word] as number) & ~bit;
    for (const literal of clause) {
      if (literal.op !== "includes") {
        columnOf(fieldOf(literal) as Field).add(number, literal.key, code.place(literal), measure);
        continue;
      }
      const { id, values } = literal.options;
      const list = lists.get(id) ?? {
        members: Array.from({ length: values.size }, () => new Int32Array(words)),
        asking: new Int32Array(words),
      };
      lists.set(id, list);
      for (const row of [list.asking, ...literal.members.map((member) => list.members[member] as Int32Array)])
        row[word] = (row[word] as number) | bit;
    }
  }

  return (cells: Cells, run: Run) => {
    const groups = together([...columns.values()], extent);
    const possibles: Int32Array[] = [];
    const certains: Int32Array[] = [];
    const { company, sets, closed } = cells;
    const levelOf = residues.reader(cells, run);
    const blank = blankRow(extent);
    const ofLists = layers.map(({ lists }) => [...lists].map(([options, list]) => ({ options, ...list })));

    /** Of a word, the measures that are content with a member of the list. */
    function content(members: readonly Int32Array[], options: number, word: number): number {
      const set = sets[options] as Int32Array;
      let found = 0;
      for (let part = 0; part < set.length; part += 1)
        for (let left = set[part] as number; left !== 0; left &= left - 1)
          found |= (members[part * 32 + 31 - Math.clz32(left & -left)] as Int32Array)[word] as number;
      return found;
    }

    return (eligible: number[], undetermined: number[]): void => {
      let narrowest = blank;
      let isDecided = true;
      for (let index = 0; index < groups.length; index += 1) {
        const row = (groups[index] as Columns).row(company, run);
        possibles[index] = row.possible;
        certains[index] = row.certain;
        isDecided &&= row.isDecided;
        if (row.active.length < narrowest.active.length) narrowest = row;
      }
      const { active } = narrowest;
      for (let place = 0; place < active.length; place += 1) {
        const word = active[place] as number;
        let possible = blank.possible[word] as number;
        for (let index = 0; index < groups.length && possible !== 0; index += 1)
          possible &= (possibles[index] as Int32Array)[word] as number;
        if (possible === 0) continue;
        let certain = possible;
        for (let index = 0; index < groups.length && !isDecided; index += 1)
          certain &= (certains[index] as Int32Array)[word] as number;
        for (let layer = 0; layer < layers.length && possible !== 0; layer += 1) {
          const at = (layer + 1) * words + word;
          let may = (layers[layer] as Layer).nothing[word] as number;
          let surely = may;
          for (let index = 0; index < groups.length; index += 1) {
            may |= (possibles[index] as Int32Array)[at] as number;
            surely |= (certains[index] as Int32Array)[at] as number;
          }
          for (const { options, members, asking } of ofLists[layer] as (typeof ofLists)[number]) {
            const found = content(members, options, word);
            surely |= found;
            may |= closed[options] ? found : (asking[word] as number);
          }
          possible &= may;
          certain &= surely;
        }
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
