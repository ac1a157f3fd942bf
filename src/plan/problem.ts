import { toNumber } from "../normalize/fraction.ts";
import type { Interval } from "../schema/assessment.ts";
import type { Application, Pool } from "./offers.ts";
import type { Taken } from "./payer.ts";
import type { Offer, Problem } from "./search/problem.ts";

/** Applications as numbers for the search, and what they pay by those numbers. */
export interface Posed {
  problem: Problem;
  applications: readonly Application[];
  /** The names of the costs, by number. */
  costs: readonly string[];
  /** What an application pays, after others took so much of each of its pools. */
  pays(offer: number, costs: readonly number[], taken: readonly number[]): Interval;
}

/** @param excludes Pairs of measures of which only one is granted in a fiscal year. */
export function pose(applications: readonly Application[], excludes: readonly (readonly [string, string])[]): Posed {
  const costs = [...new Set(applications.flatMap(({ worth }) => [...worth.keys()]))].sort();
  const numberOf = new Map(costs.map((cost, index) => [cost, index]));
  const pools = new Map<string, Pool>();
  for (const pool of applications.flatMap((each) => each.pools)) {
    const known = pools.get(nameOf(pool));
    const yen =
      known === undefined ? pool.yen : known.yen === null || pool.yen === null ? null : Math.max(known.yen, pool.yen);
    pools.set(nameOf(pool), { ...pool, yen });
  }
  const poolNames = [...pools.keys()];
  const pays = remembered((offer: number, of: readonly number[], taken: readonly number[]): Interval => {
    const application = applications[offer] as Application;
    return application.payer.pays(pathsOf(application, of, costs), grantsOf(application, taken));
  });
  const offers = applications.map((application, index): Offer => {
    const { worth, cases, room, limit } = application;
    const numbers = (names: Iterable<string>) => [...names].map((name) => numberOf.get(name) as number);
    return {
      worth: new Map([...worth].map(([cost, yen]) => [numberOf.get(cost) as number, yen])),
      cases: cases.map((each) => ({ costs: numbers(each.costs), cap: each.cap })),
      adds: (of) => addsOf(application, of, costs),
      cap: room,
      ...(limit === null ? {} : { limit }),
      pools: application.pools.map((pool) => poolNames.indexOf(nameOf(pool))),
      pays: (of, taken) => pays(index, of, taken).min,
    };
  });
  const exclusive = excludes.flatMap(([one, other]) =>
    applications.flatMap((left, first) =>
      applications.flatMap((right, second) =>
        left.judgment.measure.id === one && right.judgment.measure.id === other && mayShareYear(left, right)
          ? [[first, second]]
          : [],
      ),
    ),
  );
  const capacities = [...pools.values()].map(({ yen }) => yen);
  return { problem: { costs: costs.length, offers, pools: capacities, exclusive }, applications, costs, pays };
}

const nameOf = ({ pool, fiscalYear }: Pool): string => `${pool} ${fiscalYear}`;

const mayShareYear = (left: Application, right: Application): boolean =>
  left.fiscalYear === null || right.fiscalYear === null || left.fiscalYear === right.fiscalYear;

const pathsOf = ({ ofEntries }: Application, of: readonly number[], costs: readonly string[]): string[] | null =>
  ofEntries ? of.map((cost) => costs[cost] as string) : null;

/** Before the total is rounded, and exact to the fraction of a yen. */
function addsOf(application: Application, of: readonly number[], costs: readonly string[]): number {
  const { payer, totalUnit, worth } = application;
  const sums = payer.sums(pathsOf(application, of, costs)).flat();
  const yen = sums.reduce((top, { amount }) => Math.max(top, toNumber(amount.min)), 0);
  if (totalUnit === null) return yen;
  const rated = of.reduce((sum, cost) => sum + (worth.get(costs[cost] as string) ?? 0), 0);
  return Math.min(rated, yen + totalUnit);
}

const grantsOf = ({ pools }: Application, taken: readonly number[]): Taken[] =>
  pools.flatMap(({ pool, fiscalYear }, index) => {
    const yen = taken[index] as number;
    return yen === 0 || !Number.isFinite(yen) ? [] : [{ pool, fiscalYear, yen }];
  });

function remembered(
  pays: (offer: number, costs: readonly number[], taken: readonly number[]) => Interval,
): typeof pays {
  const known = new Map<string, Interval>();
  return (offer, costs, taken) => {
    const key = `${offer}|${costs.join()}|${taken.join()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const yen = pays(offer, costs, taken);
    known.set(key, yen);
    return yen;
  };
}
