import { select } from "./knapsack.ts";
import { type Bounded, demand, shareOf } from "./prices.ts";
import { nobody } from "./problem.ts";
import { open, type State } from "./state.ts";
import type { Place } from "./tally.ts";

/** A cost to decide next, each way with what it may come to, best first; no way is left where nothing beats the goal. */
export interface Branch {
  /** Undefined where everything is decided. */
  cost: number | undefined;
  ways: { owner: number; bound: number }[];
  /** Choices that were found hopeless on the way; the caller allows them again. */
  excluded: Place[];
}

/** So many of the costs that offers quarrel about are looked at before one is taken. */
const mostTried = 6;

/** The cost whose decision moves the bound most, judged at the prices as they are. */
export function branchOf(
  state: State,
  bounded: Bounded,
  worth: readonly number[],
  isHopeless: (bound: number) => boolean,
): Branch {
  const times = demand(state, bounded.selections);
  const quarrel = (cost: number) => Math.abs((times[cost] as number) - 1);
  const costs = state.owners
    .flatMap((owner, cost) => (owner === open ? [cost] : []))
    .sort(
      (left, right) =>
        quarrel(right) - quarrel(left) || (worth[right] as number) - (worth[left] as number) || left - right,
    );
  const excluded: Place[] = [];
  let best: Branch = { cost: undefined, ways: [], excluded };
  let most = -1;
  for (const [rank, cost] of costs.slice(0, mostTried).entries()) {
    if (rank > 0 && quarrel(cost) === 0) break;
    const ways: Branch["ways"] = [];
    for (const way of waysOf(state, bounded, cost)) {
      if (!isHopeless(way.bound)) ways.push(way);
      else if (way.place !== undefined) {
        state.exclude(way.place);
        excluded.push(way.place);
      }
    }
    const moves = ways.reduce((sum, way) => sum + 1 + bounded.bound - way.bound, 0) / ways.length ** 2;
    if (ways.length < 2) return { cost, ways, excluded };
    if (moves > most) [best, most] = [{ cost, ways, excluded }, moves];
  }
  best.ways.sort((left, right) => right.bound - left.bound);
  return best;
}

/** Every way to decide the cost: the bound changes by what its price was, and by what the offers that it concerns keep. */
function waysOf(state: State, { bound, prices, selections }: Bounded, cost: number) {
  const keeps = (offer: number) => select(state, offer, prices.ofCosts, shareOf(state, offer, prices)).value;
  const kept = (offer: number) => selections[offer]?.value as number;
  const choices = state.choicesOf(cost);
  const losses = new Map<number, number>();
  for (const place of choices) {
    if (((selections[place.offer]?.sets[place.at] as number) & place.bit) === 0) continue;
    state.exclude(place);
    losses.set(place.offer, kept(place.offer) - keeps(place.offer));
    state.allow(place);
  }
  const without = bound - (prices.ofCosts[cost] as number) - [...losses.values()].reduce((sum, loss) => sum + loss, 0);
  const given = choices.map((place) => {
    state.give(cost, place.offer);
    const gain = keeps(place.offer) - kept(place.offer);
    state.give(cost, open);
    return { owner: place.offer, place, bound: without + gain + (losses.get(place.offer) ?? 0) };
  });
  return [...given, { owner: nobody, place: undefined, bound: without }];
}
