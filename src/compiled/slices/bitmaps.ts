import type { Field } from "../field.ts";
import { type Companies, roomOf } from "./companies.ts";
import type { Choice, Room } from "./nodes.ts";

/** Companies in a block: a bit each, in so many words of 32. */
export const words = 32;
export const block = 32 * words;

/** The bitmaps of one fact: of each cell, and of all cells below each. */
interface FieldBitmaps {
  cells: number;
  below: number;
  size: number;
  /** The blocks that they were last made for. */
  cellsOf: number;
  belowOf: number;
}

/** The bitmaps of a list of options: of each member, and of those to whose list nothing can be added. */
interface OptionBitmaps {
  members: number;
  closed: number;
  size: number;
  of: number;
}

/** Makes bitmaps of the companies of a block, fact by fact, as they are asked for. */
export class Bitmaps {
  readonly #companies: Companies;
  readonly #fields: readonly FieldBitmaps[];
  readonly #options: readonly OptionBitmaps[];
  readonly #all: number;
  #memory: Int32Array = new Int32Array(0);
  #order: Uint32Array = new Uint32Array(0);
  #first = 0;
  #count = 0;
  #block = -1;

  /** `all` is the bitmap of everybody in the block. */
  constructor(companies: Companies, fields: Iterable<Field>, options: readonly number[], room: Room, all: number) {
    this.#companies = companies;
    this.#all = all;
    this.#fields = [...fields].map((field) => {
      const size = roomOf(field);
      return { cells: room.take(size), below: room.take(size + 1), size, cellsOf: -1, belowOf: -1 };
    });
    this.#options = options.map((size) => ({ members: room.take(size), closed: room.take(1), size, of: -1 }));
  }

  /** From here on a block is meant: so many companies from the first on, in the order given. */
  begin(memory: Int32Array, order: Uint32Array, first: number, count: number): void {
    this.#memory = memory;
    this.#order = order;
    this.#first = first;
    this.#count = count;
    this.#block += 1;
    this.#clear(this.#all, 1);
    for (let place = 0; place < count; place += 1) this.#set(this.#all, place);
  }

  /** Nobody is in a cell beyond those met. */
  #last = (slot: number): number => this.#companies.highest[slot] as number;

  /** The cells whose companies are chosen: as single cells, or as stretches, whichever are fewer. */
  choose({ slot }: Field, isChosen: (cell: number) => boolean | undefined): number[] {
    const { cells, below } = this.#fields[slot] as FieldBitmaps;
    const last = this.#last(slot);
    const single: number[] = [];
    const others: number[] = [];
    const ends: number[] = [];
    let before = false;
    for (let cell = 0; cell <= last; cell += 1) {
      // Nobody is in a cell that was not met: it goes on as before.
      const chosen = isChosen(cell);
      if (chosen === undefined) continue;
      (chosen ? single : others).push(cells + cell);
      if (chosen !== before) ends.push(below + cell);
      before = chosen;
    }
    if (before) ends.push(below + last + 1);
    const fewest = [single, [this.#all, ...others], ends].sort((left, right) => left.length - right.length);
    return fewest[0] as number[];
  }

  /** Ready to be read: the bitmaps of a fact that a choice was made of. */
  make({ slot }: Field, { bitmaps }: Choice): void {
    const field = this.#fields[slot] as FieldBitmaps;
    if (field.cellsOf !== this.#block) this.#makeCells(slot, field);
    if (
      field.belowOf !== this.#block &&
      bitmaps.some((each) => each >= field.below && each <= field.below + field.size)
    )
      this.#makeBelow(slot, field);
  }

  options(options: number): OptionBitmaps {
    const found = this.#options[options] as OptionBitmaps;
    if (found.of !== this.#block) this.#makeOptions(options, found);
    return found;
  }

  #set(bitmap: number, place: number): void {
    const at = bitmap * words + (place >> 5);
    this.#memory[at] = (this.#memory[at] as number) | (1 << (place & 31));
  }

  #clear(bitmap: number, count: number): void {
    this.#memory.fill(0, bitmap * words, (bitmap + count) * words);
  }

  #makeCells(slot: number, field: FieldBitmaps): void {
    const memory = this.#memory;
    const order = this.#order;
    const column = this.#companies.columns[slot] as Uint16Array;
    const start = field.cells * words;
    this.#clear(field.cells, this.#last(slot) + 1);
    for (let place = 0; place < this.#count; place += 1) {
      const cell = column[order[this.#first + place] as number] as number;
      const at = start + cell * words + (place >> 5);
      memory[at] = (memory[at] as number) | (1 << (place & 31));
    }
    field.cellsOf = this.#block;
  }

  #makeBelow(slot: number, field: FieldBitmaps): void {
    const memory = this.#memory;
    const cells = field.cells * words;
    const below = field.below * words;
    memory.fill(0, below, below + words);
    const end = (this.#last(slot) + 1) * words;
    for (let at = 0; at < end; at += 1)
      memory[below + words + at] = (memory[below + at] as number) | (memory[cells + at] as number);
    field.belowOf = this.#block;
  }

  #makeOptions(options: number, found: OptionBitmaps): void {
    const sets = this.#companies.sets[options] as Int32Array;
    const closed = this.#companies.closed[options] as Uint8Array;
    const each = Math.ceil(found.size / 32);
    this.#clear(found.members, found.size);
    this.#clear(found.closed, 1);
    for (let place = 0; place < this.#count; place += 1) {
      const row = this.#order[this.#first + place] as number;
      if (closed[row] === 1) this.#set(found.closed, place);
      for (let word = 0; word < each; word += 1) {
        for (let left = sets[row * each + word] as number; left !== 0; left &= left - 1) {
          this.#set(found.members + word * 32 + 31 - Math.clz32(left & -left), place);
        }
      }
    }
    found.of = this.#block;
  }
}
