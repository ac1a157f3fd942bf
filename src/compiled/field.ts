import type { Known, Scalar } from "../facts/fact.ts";
import { compare, type Fraction, toFraction } from "../normalize/fraction.ts";
import type { FactEntry } from "../schema/law.ts";

type Kind = "choice" | "number" | "day" | "share";

const kindOf = ({ type }: FactEntry): Kind =>
  type === "yen" || type === "count" ? "number" : type === "date" ? "day" : type === "share" ? "share" : "choice";

/**
 * A fact as a small number, its cell: whatever two companies say of it, if it is the same cell, every test of the
 * catalog gives both the same answer. Cell 0 is what is absent. A choice has a cell for each value that some test
 * names, and one for all others; what has an order has one for each value named and for each stretch between two.
 */
export class Field {
  /** Its place among the cells of the company, or of an entry. */
  readonly slot: number;
  /** The keys that lead to it. */
  readonly keys: readonly string[];
  /** Read through the facts, where more than the value decides what is known: the date of an act still to come. */
  readonly through: boolean;
  readonly #kind: Kind;
  readonly #choices = new Map<unknown, number>();
  /** Named values in order, as numbers; shares, which are no numbers, by their places among themselves. */
  #steps: Float64Array | undefined;
  #shares: Fraction[] = [];
  readonly #ranges = new Map<string, number>();

  constructor(entry: FactEntry, slot: number, keys: readonly string[]) {
    this.slot = slot;
    this.keys = keys;
    this.through = entry.pendingWhile !== undefined;
    this.#kind = kindOf(entry);
  }

  /** Marks a value that some test tells from its neighbors; all of them before the first cell is asked for. */
  mark(value: Scalar): void {
    if (!this.#choices.has(value)) this.#choices.set(value, this.#choices.size + 1);
  }

  /** How many cells are known beforehand; ranges come on top, as they are met. */
  get size(): number {
    return this.#kind === "choice" ? this.#choices.size + 2 : 2 * this.#inOrder().length + 2;
  }

  cell(value: unknown): number {
    if (value === undefined) return 0;
    if (this.#kind === "choice") return this.#choices.get(value) ?? this.#choices.size + 1;
    if (typeof value === "object") return this.#rangeCell(value as object);
    return this.#position(value as Scalar) + 1;
  }

  /** Twice the number of named values below, and one more where it is one itself. */
  #position(value: Scalar): number {
    const steps = this.#steps ?? this.#inOrder();
    if (this.#kind === "share") return this.#positionOfShare(toFraction(value as string));
    const number = this.#kind === "day" ? dayAsNumber(value as string) : (value as number);
    let low = 0;
    let high = steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps[middle] as number) < number) low = middle + 1;
      else high = middle;
    }
    return low < steps.length && steps[low] === number ? 2 * low + 1 : 2 * low;
  }

  #positionOfShare(share: Fraction): number {
    const low = this.#shares.findIndex((step) => compare(step, share) >= 0);
    if (low === -1) return 2 * this.#shares.length;
    return compare(this.#shares[low] as Fraction, share) === 0 ? 2 * low + 1 : 2 * low;
  }

  #rangeCell({ min, max }: { min?: Scalar; max?: Scalar }): number {
    if (min !== undefined && min === max) return this.#position(min) + 1;
    const end = (value: Scalar | undefined) => (value === undefined ? "" : this.#position(value));
    const key = `${end(min)}/${end(max)}`;
    const cell = this.#ranges.get(key) ?? this.size + this.#ranges.size;
    this.#ranges.set(key, cell);
    return cell;
  }

  #inOrder(): Float64Array {
    if (this.#steps !== undefined) return this.#steps;
    const named = [...this.#choices.keys()] as Scalar[];
    if (this.#kind === "share") {
      const shares = named.map((value) => toFraction(value as string)).sort(compare);
      this.#shares = shares.filter((each, index) => index === 0 || compare(shares[index - 1] as Fraction, each) !== 0);
      this.#steps = Float64Array.from(this.#shares.keys());
    } else {
      const numbers = named.map((value) => (this.#kind === "day" ? dayAsNumber(String(value)) : Number(value)));
      this.#steps = Float64Array.from(new Set(numbers)).sort();
    }
    return this.#steps;
  }
}

/** `2026-11-21` as 20261121. */
function dayAsNumber(day: string): number {
  const digit = (at: number) => day.charCodeAt(at) - 48;
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  return year * 10000 + digit(5) * 1000 + digit(6) * 100 + digit(8) * 10 + digit(9);
}

/** What is known, in the form that a profile says it in. */
export const asSaid = (known: Known): unknown =>
  known.kind === "absent" ? undefined : known.kind === "exact" ? known.value : known;
