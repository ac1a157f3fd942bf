import { nobody, type Problem, totalOf } from "../../src/plan/search/problem.ts";
import { planNear, worthOf } from "../../src/plan/search/start.ts";
import { Tally } from "../../src/plan/search/tally.ts";

export interface PlainFound {
  total: number;
  gap: number;
  nodes: number;
}

/**
 * The same search with the simple bound: depth first over the costs in falling order of worth, from the same first plan;
 * what is still open counts with its best rated amount. Stops when as much is proved as `enough`, or when it is over.
 */
export function plainSearch(problem: Problem, enough: number, isOver: () => boolean): PlainFound {
  const tally = new Tally(problem);
  let best = planNear(tally, []).value;
  const worth = worthOf(problem);
  const costs = worth.map((_, cost) => cost).sort((left, right) => (worth[right] as number) - (worth[left] as number));
  const rest = [0];
  for (const cost of [...costs].reverse()) rest.unshift((rest[0] as number) + (worth[cost] as number));
  for (const cost of costs) tally.give(cost, nobody);
  let nodes = 0;
  let missed = 0;
  const bound = (depth: number) => tally.value() + (rest[depth] as number);
  const visit = (depth: number): void => {
    nodes += 1;
    const cost = costs[depth];
    if (cost === undefined) {
      best = Math.max(best, totalOf(problem, tally.owners));
      return;
    }
    for (const owner of [...(tally.places[cost] ?? []).map(({ offer }) => offer), nobody]) {
      if (owner !== nobody && tally.isShut(owner)) continue;
      tally.give(cost, owner);
      const most = bound(depth + 1);
      if (most > best + enough) {
        if (nodes % 1024 === 0 && isOver()) stopped = true;
        if (stopped) missed = Math.max(missed, most);
        else visit(depth + 1);
      }
      tally.give(cost, nobody);
    }
  };
  let stopped = false;
  visit(0);
  return { total: best, gap: stopped ? missed - best : enough, nodes };
}
