import type { Problem } from "./problem.ts";
import { type Place, Tally } from "./tally.ts";

/** Not decided yet. */
export const open = -2;

/** What is decided so far, and what may still be. Decisions are taken back in reverse order. */
export class State extends Tally {
  /** By offer and case, as bits: the costs that it has or may have. */
  readonly possible: readonly Int32Array[];
  readonly #lost: Place[][] = [];

  constructor(problem: Problem) {
    super(problem);
    this.owners.fill(open);
    this.possible = this.tables.map(({ cases }) => Int32Array.from(cases, ({ costs }) => 2 ** costs.length - 1));
  }

  /** Where an open cost may go. */
  choicesOf = (cost: number): Place[] =>
    (this.places[cost] as readonly Place[]).filter((place) => this.#may(place) && !this.isShut(place.offer));

  #may = ({ offer, at, bit }: Place): boolean => (((this.possible[offer] as Int32Array)[at] as number) & bit) !== 0;

  /** The cost does not go there; for good, unless it is allowed again. */
  exclude({ offer, at, bit }: Place): void {
    const possible = this.possible[offer] as Int32Array;
    possible[at] = (possible[at] as number) & ~bit;
  }

  allow({ offer, at, bit }: Place): void {
    const possible = this.possible[offer] as Int32Array;
    possible[at] = (possible[at] as number) | bit;
  }

  decide(cost: number, owner: number): void {
    const lost = (this.places[cost] as readonly Place[]).filter((place) => place.offer !== owner && this.#may(place));
    for (const place of lost) this.exclude(place);
    this.#lost.push(lost);
    this.give(cost, owner);
  }

  takeBack(cost: number): void {
    this.give(cost, open);
    for (const place of this.#lost.pop() ?? []) this.allow(place);
  }
}
