import type { Field } from "./field.ts";
import type { Run } from "./run.ts";

/** Measures as bits: those for which what is known is enough, and those for which it may be. */
export interface Row {
  possible: Int32Array;
  certain: Int32Array;
  /** The words of `possible` that are not empty. */
  active: Int32Array;
  /** Whether every measure is either certain or out, as it is where the fact is known. */
  isDecided: boolean;
}

export function fullRow(measures: number): Row {
  const words = Math.ceil(measures / 32);
  const all = new Int32Array(words).fill(-1);
  if (measures % 32 !== 0) all[words - 1] = (1 << (measures % 32)) - 1;
  return { possible: all, certain: all.slice(), active: Int32Array.from(all.keys()), isDecided: true };
}

/** What measures ask about one fact, each condition once, and a row for each cell that was met. */
export class Column {
  readonly slot: number;
  readonly #measures: number;
  readonly #conditions = new Map<string, { place: number; measures: number[] }>();
  readonly #rows: (Row | undefined)[] = [];
  readonly #field: Field;

  constructor(field: Field, measures: number) {
    this.#field = field;
    this.slot = field.slot;
    this.#measures = measures;
  }

  /** The number of cells that are known beforehand. */
  get size(): number {
    return this.#field.size;
  }

  /** How many conditions measures have. */
  get weight(): number {
    return [...this.#conditions.values()].reduce((sum, { measures }) => sum + measures.length, 0);
  }

  add(key: string, place: number, measure: number): void {
    const condition = this.#conditions.get(key) ?? { place, measures: [] };
    condition.measures.push(measure);
    this.#conditions.set(key, condition);
  }

  /** The row of a cell; the company that is being read is in it. */
  row(cell: number, run: Run): Row {
    const known = this.#rows[cell] ?? this.#newRow(run);
    this.#rows[cell] = known;
    return known;
  }

  #newRow(run: Run): Row {
    const row = fullRow(this.#measures);
    for (const { place, measures } of this.#conditions.values()) {
      const level = run.level(place);
      if (level === 2) continue;
      if (level === 1) row.isDecided = false;
      for (const measure of measures) {
        const [word, bit] = [measure >> 5, 1 << (measure & 31)];
        row.certain[word] = (row.certain[word] as number) & ~bit;
        if (level === 0) row.possible[word] = (row.possible[word] as number) & ~bit;
      }
    }
    row.active = row.active.filter((word) => row.possible[word] !== 0);
    return row;
  }
}

/** So many combinations of cells at most share their rows. */
const most = 512;

/** Columns of few cells, read as one: a row for each combination of cells that was met. */
export class Columns {
  readonly #columns: Column[];
  readonly #sizes: number[];
  readonly #slots: number[];
  readonly #rows: (Row | undefined)[] = [];

  constructor(columns: Column[]) {
    this.#columns = columns;
    this.#sizes = columns.map(({ size }) => size);
    this.#slots = columns.map(({ slot }) => slot);
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
    const rows = this.#columns.map((column) => column.row(company[column.slot] as number, run));
    return rows.reduce((left, right) => {
      const possible = left.possible.map((word, index) => word & (right.possible[index] as number));
      return {
        possible,
        certain: left.certain.map((word, index) => word & (right.certain[index] as number)),
        active: left.active.filter((word) => possible[word] !== 0),
        isDecided: left.isDecided && right.isDecided,
      };
    });
  }
}

/** Those of few cells together; first what most measures ask about, for it rules out most. */
export function together(columns: readonly Column[]): Columns[] {
  const groups: { columns: Column[]; combinations: number; weight: number }[] = [];
  for (const column of [...columns].sort((left, right) => left.size - right.size)) {
    const { size, weight } = column;
    const group = groups.find(({ combinations }) => combinations * size <= most);
    if (group === undefined) groups.push({ columns: [column], combinations: size, weight });
    else {
      group.columns.push(column);
      group.combinations *= size;
      group.weight += weight;
    }
  }
  return groups.sort((left, right) => right.weight - left.weight).map((group) => new Columns(group.columns));
}
