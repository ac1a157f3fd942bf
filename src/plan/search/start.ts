import type { Selection } from "./knapsack.ts";
import { nobody, type Owners, type Problem, totalOf } from "./problem.ts";
import type { Place, Tally } from "./tally.ts";

/** A plan and what it really pays. */
export interface Known {
  owners: Owners;
  value: number;
}

/** What each cost is worth to whom it is worth most. */
export const worthOf = ({ costs, offers }: Problem): number[] =>
  Array.from({ length: costs }, (_, cost) => Math.max(0, ...offers.map(({ worth }) => worth.get(cost) ?? 0)));

/**
 * A plan near what the offers wish for: costs that are wanted go to who gains most by them, then single costs are moved,
 * and costs pushed out for others, as long as that pays.
 */
export function planNear(tally: Tally, wishes: readonly Selection[]): Known {
  const { problem, owners } = tally;
  const isWished = ({ offer, at, bit }: Place) => ((wishes[offer]?.sets[at] ?? 0) & bit) !== 0;
  for (let cost = 0; cost < problem.costs; cost++) tally.give(cost, nobody);
  const worth = worthOf(problem);
  const byWorth = worth
    .map((_, cost) => cost)
    .sort((left, right) => (worth[right] as number) - (worth[left] as number));
  for (const first of [true, false])
    for (const cost of byWorth) if (owners[cost] === nobody) settle(tally, cost, (place) => !first || isWished(place));
  let value = tally.value();
  for (let again = true; again; ) {
    again = false;
    for (let cost = 0; cost < problem.costs; cost++) {
      const better = moved(tally, cost, value);
      if (better === undefined) continue;
      value = better;
      again = true;
    }
  }
  return { owners: [...owners], value: totalOf(problem, owners) };
}

/** To the offer that gains most by the cost, if any does. */
function settle(tally: Tally, cost: number, among: (place: Place) => boolean): void {
  let most = tally.value();
  let owner = nobody;
  for (const place of tally.places[cost] ?? []) {
    if (!among(place) || tally.isShut(place.offer)) continue;
    tally.give(cost, place.offer);
    const value = tally.value();
    tally.give(cost, nobody);
    if (value > most) [most, owner] = [value, place.offer];
  }
  tally.give(cost, owner);
}

const slightly = 0.01;

/** Moves the cost, and perhaps one that stands where it goes; tells the value if that is better. */
function moved(tally: Tally, cost: number, value: number): number | undefined {
  const before = tally.owners[cost] as number;
  for (const { offer } of tally.places[cost] ?? []) {
    if (offer === before) continue;
    tally.give(cost, nobody);
    if (!tally.isShut(offer)) {
      tally.give(cost, offer);
      const alone = tally.value();
      if (alone > value + slightly) return alone;
      for (let other = 0; other < tally.problem.costs; other++) {
        if (other === cost || tally.owners[other] !== offer) continue;
        tally.give(other, nobody);
        for (const place of tally.places[other] ?? []) {
          if (place.offer === offer || tally.isShut(place.offer)) continue;
          tally.give(other, place.offer);
          const together = tally.value();
          if (together > value + slightly) return together;
          tally.give(other, nobody);
        }
        tally.give(other, offer);
      }
    }
    tally.give(cost, before);
  }
  return undefined;
}
