import { factAt } from "../../facts/scope.ts";
import type { Profile } from "../../schema/profile.ts";
import { Cells } from "../cells.ts";
import type { Prepared } from "../compile.ts";
import { asSaid, type Field } from "../field.ts";

/** Ranges beyond so many of one fact have no room among its cells. */
const rangesPerField = 64;

export const roomOf = (field: Field): number => field.size + rangesPerField;

/** What a part of a profile comes to: the cells that are not absent, and the sets that are given. */
export interface Said {
  cells: readonly { slot: number; cell: number }[];
  sets: readonly { options: number; members: Int32Array; closed: boolean }[];
}

/** Companies side by side, one column for each fact, until there are as many as fit in. */
export class Companies {
  count = 0;
  /** By slot of the fact: the cell of each company. */
  readonly columns: readonly Uint16Array[];
  /** By list of options: for each company as many words as its members need. */
  readonly sets: readonly Int32Array[];
  readonly closed: readonly Uint8Array[];
  /** What the caller calls each of them. */
  readonly names: Uint32Array;
  /** By slot and cell: a value that lies in it. */
  readonly met: readonly Map<number, unknown>[];
  /** By slot: the highest cell met. */
  readonly highest: number[];
  readonly #isMet: readonly Uint8Array[];
  readonly #paths: readonly string[];
  readonly #fields: readonly Field[];
  readonly #cells: Cells;
  readonly #closedBefore: readonly boolean[];
  readonly #complete: readonly boolean[];

  constructor(
    { words, blank }: Prepared,
    readonly capacity: number,
  ) {
    this.#paths = [...words.company.keys()];
    this.#fields = [...words.company.values()];
    this.#cells = new Cells(words, blank.law, blank.asOf);
    this.#cells.read({});
    this.#closedBefore = [...this.#cells.closed];
    this.#complete = [...this.#cells.complete];
    this.columns = this.#fields.map(() => new Uint16Array(capacity));
    this.sets = this.#cells.sets.map(({ length }) => new Int32Array(length * capacity));
    this.closed = this.#cells.sets.map(() => new Uint8Array(capacity));
    this.names = new Uint32Array(capacity);
    this.met = this.#fields.map(() => new Map([[0, undefined]]));
    this.#isMet = this.#fields.map((field) => new Uint8Array(roomOf(field)).fill(1, 0, 1));
    this.highest = this.#fields.map(() => 0);
    this.clear();
  }

  clear(): void {
    this.count = 0;
    for (const column of this.columns) column.fill(0);
    for (const set of this.sets) set.fill(0);
    for (const [options, closed] of this.closed.entries()) closed.fill(this.#closedBefore[options] ? 1 : 0);
  }

  /** None where the profile says something of entries, or says more ranges than there is room for. */
  said(profile: Profile): Said | undefined {
    const cells = this.#cells;
    cells.read(profile);
    if (cells.starts.length > cells.blanks) return undefined;
    if (this.#complete.some((complete, list) => complete !== cells.complete[list])) return undefined;
    const given = this.#fields.flatMap((field) => {
      const cell = cells.company[field.slot] as number;
      return cell === 0 ? [] : [{ slot: field.slot, cell, field }];
    });
    if (given.some(({ cell, field }) => cell >= roomOf(field))) return undefined;
    for (const { slot, cell } of given) {
      const met = this.met[slot] as Map<number, unknown>;
      if (met.has(cell)) continue;
      (this.#isMet[slot] as Uint8Array)[cell] = 1;
      met.set(cell, asSaid(factAt(cells.scope, this.#paths[slot] as string).known));
      this.highest[slot] = Math.max(this.highest[slot] as number, cell);
    }
    return {
      cells: given.map(({ slot, cell }) => ({ slot, cell })),
      sets: cells.sets.flatMap((members, options) => {
        const closed = cells.closed[options] as boolean;
        const isSaid = closed !== this.#closedBefore[options] || members.some((word) => word !== 0);
        return isSaid ? [{ options, members: members.slice(), closed }] : [];
      }),
    };
  }

  /** Adds to what is said of a company: of the one that is to be next, or of one further on. */
  put({ cells, sets }: Said, row = this.count): void {
    for (let index = 0; index < cells.length; index += 1) {
      const { slot, cell } = cells[index] as Said["cells"][number];
      (this.columns[slot] as Uint16Array)[row] = cell;
    }
    for (const { options, members, closed } of sets) {
      (this.sets[options] as Int32Array).set(members, row * members.length);
      (this.closed[options] as Uint8Array)[row] = closed ? 1 : 0;
    }
  }

  /** The fact as it is read into cells; none that nobody asks about, or that hangs on others. */
  fieldAt(path: string): Field | undefined {
    const field = this.#fields[this.#paths.indexOf(path)];
    return field?.through ? undefined : field;
  }

  /** Adds to sets of which other members are said already. */
  putMembers({ sets }: Said, row: number): void {
    for (const { options, members, closed } of sets) {
      const set = this.sets[options] as Int32Array;
      const start = row * members.length;
      for (let word = 0; word < members.length; word += 1)
        set[start + word] = (set[start + word] as number) | (members[word] as number);
      if (closed) (this.closed[options] as Uint8Array)[row] = 1;
    }
  }

  isMet = (slot: number, cell: number): boolean => (this.#isMet[slot] as Uint8Array)[cell] === 1;

  putCell(slot: number, cell: number, row: number): void {
    (this.columns[slot] as Uint16Array)[row] = cell;
  }

  /** Unsays what was said of the company that was to be the next one. */
  drop(): void {
    const row = this.count;
    for (const column of this.columns) column[row] = 0;
    for (const [options, set] of this.sets.entries()) {
      const each = set.length / this.capacity;
      set.fill(0, row * each, (row + 1) * each);
      (this.closed[options] as Uint8Array)[row] = this.#closedBefore[options] ? 1 : 0;
    }
  }

  next(name: number): void {
    this.names[this.count] = name;
    this.count += 1;
  }
}
