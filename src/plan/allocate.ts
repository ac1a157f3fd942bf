import type { Interval } from "../schema/assessment.ts";
import type { Allocation, Cost, Use } from "../schema/plan.ts";
import type { Application } from "./offers.ts";
import { type Posed, pose } from "./problem.ts";
import { search } from "./search/search.ts";

/** The best plan over some applications, with what each pays. */
export interface Allocated extends Allocation {
  /** By cost: the measure that pays for it. */
  owners: ReadonlyMap<string, string>;
  /** By pool: the measures that draw on it. */
  pools: ReadonlyMap<string, readonly string[]>;
}

export interface AllocateOptions {
  excludes: readonly (readonly [string, string])[];
  /** Every cost by the path that the profile states it at, with what it comes to. */
  named: ReadonlyMap<string, Cost>;
  nodes?: number;
}

export function allocate(applications: readonly Application[], { excludes, named, nodes }: AllocateOptions): Allocated {
  const posed = pose(applications, excludes);
  const { owners, optimal, gap } = search(posed.problem, nodes === undefined ? {} : { nodes });
  const lean = withoutIdle(posed, owners);
  const { amounts, total } = amountsOf(posed, lean);
  const measureOf = (offer: number) => (applications[offer] as Application).judgment.measure.id;
  const uses = applications.flatMap((application, offer): Use[] => {
    const costs = posed.costs.filter((_, cost) => lean[cost] === offer);
    return costs.length === 0
      ? []
      : [
          useOf(
            application,
            costs.map((cost) => named.get(cost)?.cost ?? cost).sort(byPath),
            amounts[offer] as Interval,
          ),
        ];
  });
  const funded = new Map(
    posed.costs.flatMap((cost, index) =>
      lean[index] === -1 ? [] : [[cost, measureOf(lean[index] as number)] as const],
    ),
  );
  return {
    total,
    optimal,
    gap,
    uses,
    unfunded: [...named].filter(([cost]) => !funded.has(cost)).map(([, cost]) => cost),
    owners: funded,
    pools: drawnOn(applications.filter((_, offer) => lean.includes(offer))),
  };
}

function drawnOn(used: readonly Application[]): Map<string, string[]> {
  const measures = new Map<string, string[]>();
  for (const { pools, result } of used)
    for (const { pool } of pools) measures.set(pool, [...(measures.get(pool) ?? []), result.measure.id]);
  return measures;
}

export const sum = (left: Interval, right: Interval): Interval => ({
  min: left.min + right.min,
  max: left.max === null || right.max === null ? null : left.max + right.max,
});

/** Paths as a person counts them: the tenth entry comes after the second. */
export const byPath = (left: string, right: string): number => {
  const key = (path: string) => path.replace(/\d+/g, (digits) => digits.padStart(6, "0"));
  return key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0;
};

/** Without costs that add nothing where they are: nobody applies for nothing. */
function withoutIdle({ problem, pays }: Posed, owners: readonly number[]): number[] {
  const lean = [...owners];
  const worthNow = () => least({ problem, pays }, lean);
  let value = worthNow();
  for (let cost = lean.length - 1; cost >= 0; cost--) {
    const owner = lean[cost] as number;
    if (owner === -1) continue;
    lean[cost] = -1;
    const without = worthNow();
    if (without < value) lean[cost] = owner;
    else value = without;
  }
  return lean;
}

type Paying = Pick<Posed, "problem" | "pays">;

const least = (posed: Paying, owners: readonly number[]): number =>
  chain(posed, owners, ({ min }) => min).reduce<number>((total, yen) => total + (yen ?? 0), 0);

/** What each pays and all together, if all are paid the least, and if all are paid the most. */
function amountsOf(posed: Paying, owners: readonly number[]): { amounts: Interval[]; total: Interval } {
  const low = chain(posed, owners, (each) => each.min).map((yen) => yen ?? 0);
  const high = chain(posed, owners, (each) => each.max);
  const all = (yen: readonly (number | null)[]) =>
    yen.reduce((left, right) => (left === null || right === null ? null : left + right), 0);
  // Who comes later in a pool is paid less where those before are paid more.
  const amounts = low.map((yen, offer): Interval => {
    const most = high[offer] ?? null;
    return most === null ? { min: yen, max: null } : { min: Math.min(yen, most), max: Math.max(yen, most) };
  });
  return { amounts, total: { min: all(low) ?? 0, max: all(high) } };
}

function chain(
  { problem, pays }: Paying,
  owners: readonly number[],
  end: (amount: Interval) => number | null,
): (number | null)[] {
  const taken = problem.pools.map(() => 0);
  return problem.offers.map(({ pools }, offer) => {
    const costs = owners.flatMap((owner, cost) => (owner === offer ? [cost] : []));
    if (costs.length === 0) return 0;
    const yen = end(
      pays(
        offer,
        costs,
        pools.map((pool) => taken[pool] as number),
      ),
    );
    for (const pool of pools) taken[pool] = (taken[pool] as number) + (yen ?? Number.POSITIVE_INFINITY);
    return yen;
  });
}

export const isCompetitive = ({ result }: Application): boolean =>
  result.subjectTo.some(({ judgedBy }) => judgedBy === "authority");

function useOf(application: Application, costs: string[], amount: Interval): Use {
  const { result, fiscalYear } = application;
  const { measure, availability, freshness, call, subjectTo, assumes, routes } = result;
  return {
    measure: { id: measure.id, name: measure.name },
    fiscalYear,
    routes: routes.filter(({ eligibility }) => eligibility !== "ineligible").map(({ id }) => id),
    costs,
    amount,
    competitive: isCompetitive(application),
    availability,
    freshness,
    call,
    subjectTo,
    assumes,
  };
}
