import type { State } from "./state.ts";
import type { Table } from "./tables.ts";

/** Which open costs an offer takes at the prices, as bits by case, and what it keeps of what it pays for them. */
export interface Selection {
  value: number;
  sets: Int32Array;
}

/** A set of open costs of a case beside those that it has: what it adds, and the price of its costs. */
interface Option {
  set: number;
  adds: number;
  price: number;
  net: number;
}

interface Group {
  at: number;
  options: Option[];
}

/**
 * The most that one offer can keep: `share` of what it pays, up to its cap, less the prices of the open costs that it
 * takes. Depth first over its cases, with one price on the cap as bound.
 */
export function select(state: State, offer: number, prices: Float64Array, share: number): Selection {
  const table = state.tables[offer] as Table;
  const fixed = state.fixed[offer] as Int32Array;
  const sets = new Int32Array(table.cases.length);
  if (share <= 0) return { value: 0, sets };
  const sum = (state.sums[offer] as number) * share;
  const cap = table.cap * share;
  const room = cap - sum;
  if (room <= 0 || state.isShut(offer)) return { value: Math.min(cap, sum), sets };
  const groups: Group[] = [];
  let wanted = 0;
  let value = sum;
  for (let at = 0; at < table.cases.length; at++) {
    const options = optionsOf(
      table,
      at,
      fixed[at] as number,
      (state.possible[offer] as Int32Array)[at] as number,
      prices,
      share,
    );
    const [first] = options;
    if (first === undefined) continue;
    groups.push({ at, options });
    wanted += first.adds;
    value += first.net;
    sets[at] = first.set;
  }
  if (wanted <= room) return { value, sets };
  return { value: sum + fill(groups, room, sets), sets };
}

/** What is worth its price, best first. */
function optionsOf(
  { cases }: Table,
  at: number,
  fixed: number,
  possible: number,
  prices: Float64Array,
  share: number,
): Option[] {
  const { costs, adds } = cases[at] as Table["cases"][number];
  const free = possible & ~fixed;
  if (free === 0) return [];
  const options: Option[] = [];
  // Every subset of the free bits.
  for (let set = free; set > 0; set = (set - 1) & free) {
    const more = ((adds[fixed | set] as number) - (adds[fixed] as number)) * share;
    let price = 0;
    for (let bit = 0; bit < costs.length; bit++)
      if ((set & (1 << bit)) !== 0) price += prices[costs[bit] as number] as number;
    if (more > price) options.push({ set, adds: more, price, net: more - price });
  }
  return options.length < 2 ? options : options.sort((left, right) => right.net - left.net);
}

/** Options taken so far: what they add within the room, and their price. */
interface Partial {
  adds: number;
  price: number;
  before: Partial | undefined;
  at: number;
  set: number;
}

/**
 * More is wanted than there is room: which sets keep most. Case by case, the partial selections that no other beats in
 * both what it adds and its price; those that cannot come to the best any more are dropped. Changes `sets`.
 */
function fill(groups: Group[], room: number, sets: Int32Array): number {
  const rate = rateFor(groups, room);
  const reduced = ({ adds, price }: Option) => (1 - rate) * adds - price;
  const ranked = groups
    .map((group) => ({
      ...group,
      most: Math.max(0, ...group.options.map(reduced)),
      reach: Math.max(...group.options.map(({ adds }) => adds)),
    }))
    .sort((left, right) => right.most - left.most);
  let rest = ranked.reduce((sum, { most }) => sum + most, 0);
  let reach = ranked.reduce((sum, each) => sum + each.reach, 0);
  let partials: Partial[] = [{ adds: 0, price: 0, before: undefined, at: 0, set: 0 }];
  let best = partials[0] as Partial;
  for (const { at, options, most, reach: own } of ranked) {
    rest -= most;
    reach -= own;
    const next: Partial[] = [];
    for (const before of partials) {
      next.push(before);
      for (const option of options) {
        const adds = Math.min(room, before.adds + option.adds);
        const price = before.price + option.price;
        const keeps = adds - price;
        if (keeps + rate * Math.min(room - adds, reach) + rest <= best.adds - best.price) continue;
        const partial = { adds, price, before, at, set: option.set };
        next.push(partial);
        if (keeps > best.adds - best.price) best = partial;
      }
    }
    const known = best.adds - best.price;
    next.sort((left, right) => right.adds - left.adds || left.price - right.price);
    let cheapest = Number.POSITIVE_INFINITY;
    partials = next.filter(({ adds, price }) => {
      if (price >= cheapest) return false;
      cheapest = price;
      return adds - price + rate * Math.min(room - adds, reach) + rest > known;
    });
  }
  sets.fill(0);
  for (let each: Partial | undefined = best; each !== undefined; each = each.before)
    if (each.set !== 0) sets[each.at] = each.set;
  return best.adds - best.price;
}

/** The price of a yen of room at which what is wanted just fits. */
function rateFor(groups: readonly Group[], room: number): number {
  let low = 0;
  let high = 1;
  for (let round = 0; round < 16; round++) {
    const rate = (low + high) / 2;
    let wanted = 0;
    for (const { options } of groups) {
      let most = 0;
      let adds = 0;
      for (const option of options) {
        const value = (1 - rate) * option.adds - option.price;
        if (value > most) [most, adds] = [value, option.adds];
      }
      wanted += adds;
    }
    if (wanted > room) low = rate;
    else high = rate;
  }
  return high;
}
