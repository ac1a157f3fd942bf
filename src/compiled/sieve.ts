import type { Cells } from "./cells.ts";
import { Clauses, clausesOf, type Literal } from "./clauses.ts";
import type { Code } from "./code.ts";
import { blankRow, Column, type Columns, type Extent, type Row, together } from "./columns.ts";
import { all, any, type Expression, known, satisfied } from "./expression.ts";
import type { Field } from "./field.ts";
import type { Run } from "./run.ts";

/** More layers than this cost more than they rule out. */
const mostLayers = 3;

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
    const inClauses = beside.flatMap((part) => clausesOf(part) ?? []);
    // The fewer facts can meet a clause, the more companies it rules out.
    const clauses = inClauses.sort((left, right) => left.length - right.length);
    clauses.slice(0, mostLayers).forEach((clause, layer) => {
      addTo(layerAt(layer), layer + 1, clause, measure);
    });
    return all([
      ...clauses.slice(mostLayers).map((clause) => any(clause)),
      ...beside.filter((part) => clausesOf(part) === undefined),
    ]);
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
    const { company, sets, closed } = cells;
    const levelOf = residues.reader(cells, run);
    const blank = blankRow(extent);
    const rows = groups.map(() => blank);
    const ofLists = layers.map(({ lists }) => [...lists].map(([options, list]) => ({ options, ...list })));
    const [possible, certain, met, surelyMet] = Array.from({ length: 4 }, () => new Int32Array(words)) as Four;

    /** Adds the measures that are content with a member of the list. */
    function addContent(into: Int32Array, members: readonly Int32Array[], options: number, active: Int32Array): void {
      const set = sets[options] as Int32Array;
      for (let part = 0; part < set.length; part += 1)
        for (let left = set[part] as number; left !== 0; left &= left - 1)
          or(into, members[part * 32 + 31 - Math.clz32(left & -left)] as Int32Array, 0, active);
    }

    /** Of one layer, those of which a clause is met for what is known, or may be for what is not. */
    function meet(layer: number, active: Int32Array, isDecided: boolean): void {
      const { nothing } = layers[layer] as Layer;
      const offset = (layer + 1) * words;
      for (const into of [met, surelyMet]) {
        into.fill(0, 0, active.length);
        or(into, nothing, 0, active);
      }
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index] as Row;
        or(met, row.possible, offset, active);
        if (!isDecided) or(surelyMet, row.certain, offset, active);
      }
      for (const { options, members, asking } of ofLists[layer] as (typeof ofLists)[number]) {
        if (closed[options]) addContent(met, members, options, active);
        else or(met, asking, 0, active);
        if (!isDecided) addContent(surelyMet, members, options, active);
      }
    }

    return (eligible: number[], undetermined: number[]): void => {
      let narrowest = blank;
      let isDecided = !closed.includes(false);
      for (let index = 0; index < groups.length; index += 1) {
        const row = (groups[index] as Columns).row(company, run);
        rows[index] = row;
        isDecided &&= row.isDecided;
        if (row.active.length < narrowest.active.length) narrowest = row;
      }
      const { active } = narrowest;
      possible.fill(-1, 0, active.length);
      certain.fill(-1, 0, active.length);
      and(possible, blank.possible, active);
      for (let index = 0; index < rows.length; index += 1) {
        and(possible, (rows[index] as Row).possible, active);
        if (!isDecided) and(certain, (rows[index] as Row).certain, active);
      }
      for (let layer = 0; layer < layers.length; layer += 1) {
        meet(layer, active, isDecided);
        for (let word = 0; word < active.length; word += 1) {
          possible[word] = (possible[word] as number) & (met[word] as number);
          if (!isDecided) certain[word] = (certain[word] as number) & (surelyMet[word] as number);
        }
      }
      for (let word = 0; word < active.length; word += 1) {
        for (let left = possible[word] as number; left !== 0; left &= left - 1) {
          const bit = left & -left;
          const measure = (active[word] as number) * 32 + 31 - Math.clz32(bit);
          const level = asksNoMore[measure] === 1 ? 2 : levelOf(measure);
          if (level === 2 && ((certain[word] as number) & bit) !== 0) eligible.push(measure);
          else if (level !== 0) undetermined.push(measure);
        }
      }
    };
  };
}

type Four = [Int32Array, Int32Array, Int32Array, Int32Array];

/** Of the words that are active, what stands in both. */
function and(into: Int32Array, bits: Int32Array, active: Int32Array): void {
  for (let word = 0; word < active.length; word += 1)
    into[word] = (into[word] as number) & (bits[active[word] as number] as number);
}

function or(into: Int32Array, bits: Int32Array, offset: number, active: Int32Array): void {
  for (let word = 0; word < active.length; word += 1)
    into[word] = (into[word] as number) | (bits[offset + (active[word] as number)] as number);
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
