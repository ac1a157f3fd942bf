/**
 * Costs to be shared out among offers so that most is paid, in whole yen. Nothing here knows what a cost or an offer is:
 * both are numbers, and what an offer pays for a set of costs is asked of it.
 */
export interface Problem {
  /** How many costs there are. */
  costs: number;
  offers: readonly Offer[];
  /** What the offers of a pool pay together at most; null where that is not known, so that only `pays` knows. */
  pools: readonly (number | null)[];
  /** Of the offers of a group only one can be used. */
  exclusive: readonly (readonly number[])[];
  /** Every payment is a multiple of so many yen; 1 where nothing is known. */
  unit?: number;
}

export interface Offer {
  /** The costs that it takes, by what each can add at most in whatever company: before caps and rounding. */
  worth: ReadonlyMap<number, number>;
  /** Costs that are reckoned together, under a cap of their own; a cost that stands in no case is reckoned alone. */
  cases: readonly { costs: readonly number[]; cap: number | null }[];
  /** What costs of one case are paid at most: before whatever holds for several cases together. Not rounded to yen. */
  adds(costs: readonly number[]): number;
  /** What it pays at most for all of its costs. */
  cap: number | null;
  /** So many of its cases are paid for at most. */
  limit?: number;
  pools: readonly number[];
  /** What it pays, after `taken` yen of each of its pools went to offers before it. */
  pays(costs: readonly number[], taken: readonly number[]): number;
}

/** The offer that each cost goes to, or `nobody`. */
export type Owners = readonly number[];
export const nobody = -1;

/** What every offer pays, one after the other. */
export function paid({ offers, pools }: Problem, owners: Owners): number[] {
  const taken = pools.map(() => 0);
  const used = new Set(owners);
  return offers.map((offer, index) => {
    if (!used.has(index)) return 0;
    const costs = owners.flatMap((owner, cost) => (owner === index ? [cost] : []));
    const yen = offer.pays(
      costs,
      offer.pools.map((pool) => taken[pool] as number),
    );
    for (const pool of offer.pools) taken[pool] = (taken[pool] as number) + yen;
    return yen;
  });
}

export const totalOf = (problem: Problem, owners: Owners): number =>
  paid(problem, owners).reduce((sum, each) => sum + each, 0);
