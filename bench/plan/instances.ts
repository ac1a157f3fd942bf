import type { Offer, Problem } from "../../src/plan/search/problem.ts";
import { randomFrom } from "../random.ts";

/** A made-up measure: rate, caps, rounding, limits, as rules write them. */
export interface PlainOffer {
  /** Cost to what is paid for it: a share, or a fixed sum. */
  takes: Map<number, { numerator: number; denominator: number } | number>;
  /** Whether costs of one case are reckoned together. */
  grouped: boolean;
  caseCap: number | null;
  selfPayment: number;
  rounding: { unit: number; at: "case" | "total" } | null;
  limit: number | null;
  cap: number | null;
  pool: number | null;
}

export interface Instance {
  costs: number[];
  /** The case of each cost. */
  cases: number[];
  offers: PlainOffer[];
  pools: number[];
  exclusive: number[][];
}

const rates = [
  { numerator: 1, denominator: 2 },
  { numerator: 2, denominator: 3 },
  { numerator: 3, denominator: 4 },
];
const thousand = 1000;

/** Thirty costs and twelve measures as a large applicant may meet them: caps bind, some are shared. */
export function instance(seed: number, costs = 30, offers = 12): Instance {
  const random = randomFrom(seed);
  /** Costs are known to ten thousand yen; what a rule prints is rounder. */
  const between = (least: number, most: number, step: number) =>
    Math.round((least + random() * (most - least)) / step) * step;
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const cases: number[] = [];
  for (let id = 0; cases.length < costs; id++)
    for (let left = 1 + Math.floor(random() * 3); left > 0 && cases.length < costs; left--) cases.push(id);
  const pools = Array.from({ length: 2 }, () => between(2_000_000, 6_000_000, 500_000));
  return {
    costs: Array.from({ length: costs }, () => between(200_000, 5_000_000, 10_000)),
    cases,
    pools,
    exclusive: [],
    offers: Array.from({ length: offers }, (): PlainOffer => {
      const fixed = random() < 0.15;
      const rate = pick(rates);
      const takes = new Map<number, { numerator: number; denominator: number } | number>();
      for (let cost = 0; cost < costs; cost++)
        if (random() < 0.6) takes.set(cost, fixed ? between(100_000, 500_000, 50_000) : rate);
      return {
        takes,
        grouped: random() < 0.7,
        caseCap: between(300_000, 1_500_000, 100_000),
        selfPayment: 0,
        rounding: { unit: thousand, at: "case" },
        limit: null,
        cap: between(500_000, 5_000_000, 500_000),
        pool: random() < 0.3 ? Math.floor(random() * pools.length) : null,
      };
    }),
  };
}

/** All payments are thousands where everything is rounded to thousands and cut at thousands. */
const unitOf = (offers: readonly PlainOffer[], pools: readonly number[]): number =>
  offers.every(({ rounding, cap }) => rounding?.unit === thousand && (cap ?? 0) % thousand === 0) &&
  pools.every((yen) => yen % thousand === 0)
    ? thousand
    : 1;

/** The instance as the search sees it, with all that it asks worked out in plain integers. */
export function problemOf({ costs, cases, offers, pools, exclusive }: Instance): Problem {
  return {
    costs: costs.length,
    pools,
    exclusive,
    unit: unitOf(offers, pools),
    offers: offers.map((plain): Offer => {
      const { takes, grouped, caseCap, selfPayment, rounding, limit, cap, pool } = plain;
      const rated = (cost: number): number => {
        const share = takes.get(cost);
        if (share === undefined) return 0;
        const yen = costs[cost] as number;
        return typeof share === "number" ? Math.min(yen, share) : (yen * share.numerator) / share.denominator;
      };
      const adds = (of: readonly number[]): number => {
        const whole = of.reduce((sum, cost) => sum + (costs[cost] as number), 0);
        const share = of.reduce((sum, cost) => sum + rated(cost), 0);
        const left = Math.min(share, caseCap ?? share, Math.max(0, whole - selfPayment));
        return rounding?.at === "case" ? Math.floor(left / rounding.unit + 1e-9) * rounding.unit : left;
      };
      const takenBy = [...takes.keys()].sort((left, right) => left - right);
      const groupsOf = (of: readonly number[]): number[][] => {
        const groups = new Map<number, number[]>();
        for (const cost of of) {
          const key = grouped ? (cases[cost] as number) : -1 - cost;
          groups.set(key, [...(groups.get(key) ?? []), cost]);
        }
        return [...groups.values()];
      };
      return {
        worth: new Map(takenBy.map((cost) => [cost, rated(cost)])),
        cases: groupsOf(takenBy)
          .filter((group) => group.length > 1)
          .map((group) => ({ costs: group, cap: caseCap })),
        adds,
        cap,
        ...(limit === null ? {} : { limit }),
        pools: pool === null ? [] : [pool],
        pays: (of, taken) => {
          const all = groupsOf(of)
            .map(adds)
            .sort((left, right) => right - left);
          const sum = all.slice(0, limit ?? all.length).reduce((total, each) => total + each, 0);
          const room = pool === null ? sum : Math.max(0, (pools[pool] as number) - (taken[0] as number));
          const left = Math.min(sum, cap ?? sum, room);
          const unit = rounding?.at === "total" ? rounding.unit : 1;
          return Math.floor(left / unit + 1e-9) * unit;
        },
      };
    }),
  };
}
