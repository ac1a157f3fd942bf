import type { Known, Scalar } from "../facts/fact.ts";
import { compare, type Fraction, toFraction } from "../normalize/fraction.ts";
import type { FactEntry } from "../schema/law.ts";

/**
 * A fact as a small number, its cell: whatever two companies say of it, if it is the same cell, every test of the
 * catalog gives both the same answer. Cell 0 is what is absent.
 */
export interface Field {
  /** Its place among the cells of the company, or of an entry. */
  slot: number;
  /** The keys that lead to it. */
  keys: readonly string[];
  /** Read through the facts, where more than the value decides what is known: the date of an act still to come. */
  through: boolean;
  /** Marks a value that some test tells from its neighbors. Only before the first cell is asked for. */
  mark(value: Scalar): void;
  /** How many cells are known beforehand; ranges come on top, as they are met. */
  readonly size: number;
  cell(value: unknown): number;
}

export function fieldFor(entry: FactEntry, slot: number, keys: readonly string[]): Field {
  const place = { slot, keys, through: entry.pendingWhile !== undefined };
  switch (entry.type) {
    case "yen":
    case "count":
      return ordered(place, Number, (left, right) => left - right);
    case "date":
      return ordered(place, dayAsNumber, (left, right) => left - right);
    case "share":
      return ordered(place, (value) => toFraction(value as string), compare);
    default:
      return choice(place);
  }
}

type Place = Pick<Field, "slot" | "keys" | "through">;

/** Values that are alike or not: each that is named has a cell, all others share one. */
function choice(place: Place): Field {
  const cells = new Map<unknown, number>();
  return {
    ...place,
    mark: (value) => void (cells.has(value) || cells.set(value, cells.size + 1)),
    get size() {
      return cells.size + 2;
    },
    cell: (value) => (value === undefined ? 0 : (cells.get(value) ?? cells.size + 1)),
  };
}

/** `2026-11-21` as 20261121. */
const dayAsNumber = (day: Scalar): number => {
  const text = day as string;
  const digit = (at: number) => text.charCodeAt(at) - 48;
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  return year * 10000 + digit(5) * 1000 + digit(6) * 100 + digit(8) * 10 + digit(9);
};

/** Values in an order: a cell for each one that is named and for each stretch between two, further ones for ranges. */
function ordered<T extends number | Fraction>(
  place: Place,
  read: (value: Scalar) => T,
  order: (left: T, right: T) => number,
): Field {
  const named = new Map<Scalar, T>();
  let steps: T[] | undefined;
  const ranges = new Map<string, number>();
  const sorted = (): T[] => {
    const all = [...named.values()].sort(order);
    return all.filter((each, index) => index === 0 || order(all[index - 1] as T, each) !== 0);
  };
  /** Twice the number of steps below, and one more where it is a step itself. */
  const position = (value: T): number => {
    steps ??= sorted();
    let low = 0;
    let high = steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (order(steps[middle] as T, value) < 0) low = middle + 1;
      else high = middle;
    }
    return low < steps.length && order(steps[low] as T, value) === 0 ? 2 * low + 1 : 2 * low;
  };
  const sizeOf = (): number => {
    steps ??= sorted();
    return 2 * steps.length + 2;
  };
  const rangeCell = ({ min, max }: { min?: Scalar; max?: Scalar }): number => {
    if (min !== undefined && min === max) return position(read(min)) + 1;
    const end = (value: Scalar | undefined) => (value === undefined ? "" : position(read(value)));
    const key = `${end(min)}/${end(max)}`;
    const cell = ranges.get(key) ?? sizeOf() + ranges.size;
    ranges.set(key, cell);
    return cell;
  };
  return {
    ...place,
    mark: (value) => void named.set(value, read(value)),
    get size() {
      return sizeOf();
    },
    cell: (value) =>
      value === undefined
        ? 0
        : typeof value === "object"
          ? rangeCell(value as object)
          : position(read(value as Scalar)) + 1,
  };
}

/** What is known, in the form that a profile says it in. */
export const asSaid = (known: Known): unknown =>
  known.kind === "absent" ? undefined : known.kind === "exact" ? known.value : known;
