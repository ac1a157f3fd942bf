import { derive } from "../../facts/derive.ts";
import { scopeOf } from "../../facts/scope.ts";
import type { Profile } from "../../schema/profile.ts";
import type { Prepared } from "../compile.ts";
import type { Expression } from "../expression.ts";
import type { Field } from "../field.ts";
import { fieldOf } from "../sieve.ts";
import { Bitmaps, block as perBlock, words } from "./bitmaps.ts";
import { Companies } from "./companies.ts";
import { evaluator } from "./evaluate.ts";
import { nodesOf, Room } from "./nodes.ts";
import { withoutEntries } from "./without-entries.ts";

/** Who of a block a measure is for, 32 companies in a word. Read it before the next one is told. */
export interface Slice {
  /** By its index in the compiled catalog. */
  measure: number;
  memory: Int32Array;
  /** Where those begin for whom it is certain, and for whom it is possible. */
  certain: number;
  possible: number;
  /** What the caller calls the companies of the block. */
  names: Uint32Array;
}

export interface Slices {
  companies: Companies;
  /**
   * Tells every measure that is possible for anybody, block by block, each in ascending order. Companies come in any
   * order. `profileOf` is asked for the profile of a company that the readable evaluator has to look at.
   */
  tell(profileOf: (name: number) => Profile, each: (slice: Slice) => void): void;
}

/** The measures of a catalog on a day for many companies at once that list no entries. */
export function slices(prepared: Prepared, capacity: number): Slices {
  const { words: vocabulary, blank, conditions } = prepared;
  const without = withoutEntries(blank);
  const plain = conditions.map(without);
  const companies = new Companies(prepared, capacity);
  const room = new Room();
  const all = room.take(1);
  const options = [...vocabulary.options.values()].map(({ values }) => values.size);
  const bitmaps = new Bitmaps(companies, vocabulary.company.values(), options, room, all);
  const nodeOf = nodesOf(prepared, companies.met, room);
  const nodes = plain.map(nodeOf);
  const memory = new Int32Array(room.taken * words);
  const evaluate = evaluator(memory, bitmaps, companies, all);
  const first = mostAsked(plain);
  const order = new Uint32Array(capacity);
  const names = new Uint32Array(perBlock);
  let number = 0;

  return {
    companies,
    tell(profileOf, each) {
      const { count } = companies;
      sideBySide(order, count, first && (companies.columns[first.slot] as Uint16Array));
      for (let start = 0; start < count; start += perBlock) {
        const size = Math.min(perBlock, count - start);
        for (let place = 0; place < size; place += 1)
          names[place] = companies.names[order[start + place] as number] as number;
        bitmaps.begin(memory, order, start, size);
        number += 1;
        const block = {
          number,
          scopeAt: (place: number) => scopeOf(derive(profileOf(names[place] as number)), blank.law, blank.asOf),
        };
        nodes.forEach((node, measure) => {
          if (evaluate(node, all, block))
            each({ measure, memory, certain: node.certain * words, possible: node.possible * words, names });
        });
      }
    },
  };
}

/** The fact that most measures ask about by itself. */
function mostAsked(conditions: readonly Expression[]): Field | undefined {
  const counts = new Map<Field, number>();
  for (const condition of conditions) {
    for (const part of condition.op === "all" ? condition.parts : [condition]) {
      const field = fieldOf(part);
      if (field !== undefined) counts.set(field, (counts.get(field) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
}

/** Companies in such an order that those of one cell stand side by side: then a measure is out for whole blocks. */
function sideBySide(order: Uint32Array, count: number, cells: Uint16Array | undefined): void {
  if (cells === undefined) {
    for (let row = 0; row < count; row += 1) order[row] = row;
    return;
  }
  const starts: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const cell = cells[row] as number;
    while (starts.length <= cell + 1) starts.push(0);
    starts[cell + 1] = (starts[cell + 1] as number) + 1;
  }
  for (let cell = 1; cell < starts.length; cell += 1)
    starts[cell] = (starts[cell] as number) + (starts[cell - 1] as number);
  for (let row = 0; row < count; row += 1) {
    const cell = cells[row] as number;
    order[starts[cell] as number] = row;
    starts[cell] = (starts[cell] as number) + 1;
  }
}
