import { nobody, type Problem } from "./problem.ts";
import { type Table, tablesOf } from "./tables.ts";

/** A cost in an offer: the case that it falls into, and its bit there. */
export interface Place {
  offer: number;
  at: number;
  bit: number;
}

/** Who has which cost, and what that comes to: at most what the offers really pay. */
export class Tally {
  readonly problem: Problem;
  readonly tables: readonly Table[];
  /** By cost: where it could go. */
  readonly places: readonly (readonly Place[])[];
  readonly owners: number[];
  /** By offer and case: the costs that it has, as bits. */
  readonly fixed: readonly Int32Array[];
  /** By offer: how many costs it has, and what its cases add by them. */
  readonly uses: Int32Array;
  readonly sums: Float64Array;
  readonly #rivals: readonly (readonly number[])[];

  constructor(problem: Problem, tables: readonly Table[] = tablesOf(problem)) {
    this.problem = problem;
    this.tables = tables;
    this.places = Array.from({ length: problem.costs }, (_, cost) =>
      tables.flatMap(({ places }, offer) => {
        const place = places.get(cost);
        return place === undefined ? [] : [{ offer, at: place.at, bit: 1 << place.bit }];
      }),
    );
    this.owners = Array.from({ length: problem.costs }, () => nobody);
    this.fixed = tables.map(({ cases }) => new Int32Array(cases.length));
    this.uses = new Int32Array(tables.length);
    this.sums = new Float64Array(tables.length);
    this.#rivals = tables.map((_, offer) =>
      problem.exclusive
        .filter((group) => group.includes(offer))
        .flatMap((group) => group.filter((other) => other !== offer)),
    );
  }

  /** Whether an offer in use excludes it. */
  isShut(offer: number): boolean {
    return (this.#rivals[offer] as readonly number[]).some((other) => (this.uses[other] as number) > 0);
  }

  give(cost: number, owner: number): void {
    this.#toggle(cost, -1);
    this.owners[cost] = owner;
    this.#toggle(cost, 1);
  }

  #toggle(cost: number, by: 1 | -1): void {
    const owner = this.owners[cost] as number;
    if (owner < 0) return;
    const { at, bit } = (this.places[cost] as readonly Place[]).find(({ offer }) => offer === owner) as Place;
    const { adds } = (this.tables[owner] as Table).cases[at] as Table["cases"][number];
    const fixed = this.fixed[owner] as Int32Array;
    const before = fixed[at] as number;
    fixed[at] = before ^ bit;
    this.sums[owner] = (this.sums[owner] as number) + (adds[fixed[at] as number] as number) - (adds[before] as number);
    this.uses[owner] = (this.uses[owner] as number) + by;
  }

  /** At most what the offers pay: their cases summed, cut at caps and pools. */
  value(): number {
    const { pools } = this.problem;
    let value = 0;
    let pooled: number[] | undefined;
    for (let offer = 0; offer < this.tables.length; offer++) {
      const { cap, pool } = this.tables[offer] as Table;
      const sum = this.sums[offer] as number;
      const yen = sum < cap ? sum : cap;
      if (pool === undefined) value += yen;
      else {
        pooled ??= pools.map(() => 0);
        pooled[pool] = (pooled[pool] as number) + yen;
      }
    }
    for (const [pool, yen] of (pooled ?? []).entries()) value += Math.min(yen, pools[pool] ?? yen);
    return value;
  }
}
