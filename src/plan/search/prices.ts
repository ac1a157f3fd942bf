import { type Selection, select } from "./knapsack.ts";
import { open, type State } from "./state.ts";

/**
 * A price for each cost, and for each yen of a pool. Every offer may then take whatever it likes at these prices, even
 * what another takes too: prices plus what the offers keep are no less than any plan pays (Lagrange). Good prices make
 * every offer like something else, and the bound tight.
 */
export interface Prices {
  ofCosts: Float64Array;
  ofPools: Float64Array;
}

export interface Bounded {
  bound: number;
  prices: Prices;
  selections: Selection[];
}

export const noPrices = ({ problem }: State): Prices => ({
  ofCosts: new Float64Array(problem.costs),
  ofPools: new Float64Array(problem.pools.length),
});

/** What an offer keeps of a yen that it pays. */
export function shareOf({ tables }: State, offer: number, { ofPools }: Prices): number {
  const pool = tables[offer]?.pool;
  return pool === undefined ? 1 : 1 - (ofPools[pool] as number);
}

/** The bound at the prices, with what each offer takes. */
function boundAt(state: State, prices: Prices): Bounded {
  const { problem, tables, owners } = state;
  let bound = 0;
  for (let cost = 0; cost < owners.length; cost++) if (owners[cost] === open) bound += prices.ofCosts[cost] as number;
  for (const [pool, yen] of problem.pools.entries()) bound += (prices.ofPools[pool] as number) * (yen ?? 0);
  const selections = tables.map((_, offer) => {
    const selection = select(state, offer, prices.ofCosts, shareOf(state, offer, prices));
    bound += selection.value;
    return selection;
  });
  return { bound, prices, selections };
}

/** How often each cost is taken. */
export function demand(state: State, selections: readonly Selection[]): Int32Array {
  const times = new Int32Array(state.problem.costs);
  for (const [offer, { sets }] of selections.entries())
    for (const [at, { costs }] of (state.tables[offer]?.cases ?? []).entries()) {
      const set = sets[at] as number;
      if (set !== 0)
        for (const [bit, cost] of costs.entries())
          if ((set & (1 << bit)) !== 0) times[cost] = (times[cost] as number) + 1;
    }
  return times;
}

export interface Descent {
  rounds: number;
  /** The bound that would settle the matter. */
  goal(): number;
  /** The scale of a price. */
  scale: number;
  pace: number;
  onRound(round: number, selections: readonly Selection[]): void;
}

const patience = 8;

/** Dearer what several offers take, cheaper what none takes: subgradient descent with steps after Polyak. */
export function improvePrices(state: State, start: Prices, { rounds, goal, scale, pace, onRound }: Descent): Bounded {
  const { problem, owners, tables } = state;
  let prices = start;
  let best = boundAt(state, prices);
  let current = best;
  let stalled = 0;
  let step = pace;
  for (let round = 0; round < rounds && best.bound >= goal(); round++) {
    onRound(round, current.selections);
    const times = demand(state, current.selections);
    const ofCosts = Float64Array.from(times, (count, cost) =>
      owners[cost] !== open || (count === 0 && prices.ofCosts[cost] === 0) ? 0 : count - 1,
    );
    const ofPools = Float64Array.from(problem.pools, (yen) => -(yen ?? 0));
    for (const [offer, { pool, cap }] of tables.entries())
      if (pool !== undefined)
        ofPools[pool] =
          (ofPools[pool] as number) + Math.min(cap, paidFor(state, offer, current.selections[offer] as Selection));
    for (const [pool, yen] of ofPools.entries()) if (yen < 0 && prices.ofPools[pool] === 0) ofPools[pool] = 0;
    const square =
      ofCosts.reduce((sum, each) => sum + each * each * scale * scale, 0) +
      ofPools.reduce((sum, each) => sum + each * each, 0);
    if (square === 0) break;
    const length = (step * (current.bound - goal() + 1)) / square;
    prices = {
      ofCosts: prices.ofCosts.map((price, cost) =>
        Math.max(0, price + length * scale * scale * (ofCosts[cost] as number)),
      ),
      ofPools: prices.ofPools.map((price, pool) =>
        Math.min(1, Math.max(0, price + length * (ofPools[pool] as number))),
      ),
    };
    current = boundAt(state, prices);
    stalled = current.bound < best.bound - 1 ? 0 : stalled + 1;
    if (current.bound < best.bound) best = current;
    // Not back to the best prices: where these are the first ones, every step from them may lead up at first.
    if (stalled >= patience) [step, stalled] = [step * 0.75, 0];
  }
  return best;
}

function paidFor(state: State, offer: number, { sets }: Selection): number {
  const fixed = state.fixed[offer] as Int32Array;
  return (state.tables[offer]?.cases ?? []).reduce(
    (sum, { adds }, at) => sum + (adds[(fixed[at] as number) | (sets[at] as number)] as number),
    0,
  );
}
