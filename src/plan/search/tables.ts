import type { Offer, Problem } from "./problem.ts";

/** Costs that an offer reckons together, with what each set of them adds: the bits of the index say which are in. */
export interface Case {
  costs: readonly number[];
  adds: Float64Array;
}

/** An offer as bounds see it: what its cases add, summed, cut at its cap. No plan is paid more by it. */
export interface Table {
  cases: readonly Case[];
  cap: number;
  /** The pool that it draws on; several pools, or one without a figure, are left to `pays`. */
  pool: number | undefined;
  /** By cost: its case and its bit there. */
  places: ReadonlyMap<number, { at: number; bit: number }>;
}

/** Sets of so many costs are asked one by one; of more costs the case's cap and what each is worth must do. */
const mostAsked = 5;
const mostTogether = 10;

export const tablesOf = ({ offers, pools }: Problem): Table[] => offers.map((offer) => tableOf(offer, pools));

function tableOf(offer: Offer, pools: Problem["pools"]): Table {
  const { worth, cap, limit } = offer;
  const [pool, ...others] = offer.pools;
  const taken = offer.cases
    .map((each) => ({ ...each, costs: each.costs.filter((cost) => worth.has(cost)) }))
    .filter(({ costs }) => costs.length > 1);
  const together = new Set(taken.filter(({ costs }) => costs.length <= mostTogether).flatMap(({ costs }) => costs));
  const large = new Set(taken.flatMap(({ costs }) => costs).filter((cost) => !together.has(cost)));
  const cases = [
    ...taken.filter(({ costs }) => costs.length <= mostTogether).map((each) => caseOf(offer, each.costs, each.cap)),
    ...[...worth.keys()]
      .filter((cost) => !together.has(cost))
      .map((cost) =>
        large.has(cost)
          ? { costs: [cost], adds: Float64Array.of(0, worth.get(cost) as number) }
          : caseOf(offer, [cost], null),
      ),
  ];
  return {
    cases,
    cap: Math.min(
      cap ?? Number.POSITIVE_INFINITY,
      limit === undefined || large.size > 0 ? Infinity : best(cases, limit),
    ),
    pool: pool === undefined || others.length > 0 || pools[pool] === null ? undefined : pool,
    places: new Map(cases.flatMap(({ costs }, at) => costs.map((cost, bit) => [cost, { at, bit }] as const))),
  };
}

function caseOf({ adds, worth }: Offer, costs: readonly number[], cap: number | null): Case {
  const sets = Float64Array.from({ length: 2 ** costs.length }, (_, set) => {
    const chosen = costs.filter((_, bit) => (set & (1 << bit)) !== 0);
    if (chosen.length === 0) return 0;
    if (costs.length <= mostAsked) return adds(chosen);
    const sum = chosen.reduce((total, cost) => total + (worth.get(cost) as number), 0);
    return cap === null ? sum : Math.min(cap, sum);
  });
  return { costs, adds: sets };
}

/** The best so many cases, each at its best. */
const best = (cases: readonly Case[], limit: number): number =>
  cases
    .map(({ adds }) => Math.max(...adds))
    .sort((left, right) => right - left)
    .slice(0, limit)
    .reduce((sum, each) => sum + each, 0);
