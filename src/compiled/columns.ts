import type { Field } from "./field.ts";
import type { Run } from "./run.ts";

/**
 * Measures as bits, layer by layer. In the first stand those that a fact does not rule out: there all facts must agree. In
 * each further one, those of which it meets one clause of several facts: there one fact is enough.
 */
export interface Row {
  possible: Int32Array;
  certain: Int32Array;
  /** The words of the first layer of `possible` that are not empty. */
  active: Int32Array;
  /** Whether every bit that is possible is certain, as it is where the fact is known. */
  isDecided: boolean;
}

/** How many measures there are, and how many layers of clauses beside what each fact rules out. */
export interface Extent {
  measures: number;
  words: number;
  layers: number;
}

/** As if nothing were asked: nobody is ruled out, and no clause is met. */
export function blankRow({ measures, words, layers }: Extent): Row {
  const possible = new Int32Array(words * (1 + layers)).fill(-1, 0, words);
  if (measures % 32 !== 0) possible[words - 1] = (1 << (measures % 32)) - 1;
  return {
    possible,
    certain: possible.slice(),
    active: Int32Array.from({ length: words }, (_, word) => word),
    isDecided: true,
  };
}

interface Condition {
  place: number;
  layer: number;
  measures: number[];
}

/** What measures ask about one fact, each condition once, and a row for each cell that was met. */
export class Column {
  readonly slot: number;
  readonly #field: Field;
  readonly #conditions = new Map<string, Condition>();
  readonly #rows: (Row | undefined)[] = [];

  constructor(field: Field) {
    this.#field = field;
    this.slot = field.slot;
  }

  /** The number of cells that are known beforehand. */
  get size(): number {
    return this.#field.size;
  }

  /** How many measures it may rule out. */
  get weight(): number {
    const ruling = [...this.#conditions.values()].filter(({ layer }) => layer === 0);
    return ruling.reduce((sum, { measures }) => sum + measures.length, 0);
  }

  add(layer: number, key: string, place: number, measure: number): void {
    const condition = this.#conditions.get(`${layer} ${key}`) ?? { place, layer, measures: [] };
    condition.measures.push(measure);
    this.#conditions.set(`${layer} ${key}`, condition);
  }

  /** The row of a cell; the company that is being read is in it. */
  row(cell: number, run: Run, extent: Extent): Row {
    const known = this.#rows[cell] ?? this.#newRow(run, extent);
    this.#rows[cell] = known;
    return known;
  }

  #newRow(run: Run, extent: Extent): Row {
    const row = blankRow(extent);
    for (const { place, layer, measures } of this.#conditions.values()) {
      const level = run.level(place);
      if (level === 1) row.isDecided = false;
      for (const measure of measures) {
        const [word, bit] = [layer * extent.words + (measure >> 5), 1 << (measure & 31)];
        // A measure may ask twice about the fact: what one condition rules out stays so, what one meets is met.
        if (layer === 0) {
          if (level === 0) row.possible[word] = (row.possible[word] as number) & ~bit;
          if (level < 2) row.certain[word] = (row.certain[word] as number) & ~bit;
        } else {
          if (level > 0) row.possible[word] = (row.possible[word] as number) | bit;
          if (level === 2) row.certain[word] = (row.certain[word] as number) | bit;
        }
      }
    }
    row.active = row.active.filter((word) => row.possible[word] !== 0);
    return row;
  }
}

/** So many words in the rows of a group at most. */
const most = 8192;

/** Columns of few cells, read as one: a row for each combination of cells that was met. */
export class Columns {
  readonly #columns: Column[];
  readonly #sizes: number[];
  readonly #slots: number[];
  readonly #extent: Extent;
  readonly #rows: (Row | undefined)[] = [];

  constructor(columns: Column[], extent: Extent) {
    this.#columns = columns;
    this.#sizes = columns.map(({ size }) => size);
    this.#slots = columns.map(({ slot }) => slot);
    this.#extent = extent;
  }

  row(company: Uint16Array, run: Run): Row {
    let place = 0;
    for (let index = 0; index < this.#slots.length; index += 1) {
      const cell = company[this.#slots[index] as number] as number;
      const size = this.#sizes[index] as number;
      // A range has no place among the combinations.
      if (cell >= size) return this.#combined(company, run);
      place = place * size + cell;
    }
    const known = this.#rows[place] ?? this.#combined(company, run);
    this.#rows[place] = known;
    return known;
  }

  #combined(company: Uint16Array, run: Run): Row {
    const { words } = this.#extent;
    const rows = this.#columns.map((column) => column.row(company[column.slot] as number, run, this.#extent));
    const both = (left: Int32Array, right: Int32Array) =>
      left.map((bits, word) => (word < words ? bits & (right[word] as number) : bits | (right[word] as number)));
    return rows.reduce((left, right) => {
      const possible = both(left.possible, right.possible);
      return {
        possible,
        certain: both(left.certain, right.certain),
        active: left.active.filter((word) => possible[word] !== 0),
        isDecided: left.isDecided && right.isDecided,
      };
    });
  }
}

/** Those of few cells together; first what most measures ask about, for it rules out most. */
export function together(columns: readonly Column[], extent: Extent): Columns[] {
  const groups: { columns: Column[]; combinations: number; weight: number }[] = [];
  for (const column of [...columns].sort((left, right) => left.size - right.size)) {
    const { size, weight } = column;
    const group = groups.find(({ combinations }) => combinations * size * extent.words <= most);
    if (group === undefined) groups.push({ columns: [column], combinations: size, weight });
    else {
      group.columns.push(column);
      group.combinations *= size;
      group.weight += weight;
    }
  }
  return groups.sort((left, right) => right.weight - left.weight).map((group) => new Columns(group.columns, extent));
}
