import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Instance, instance, type PlainOffer, problemOf } from "../../bench/plan/instances.ts";
import { search } from "../../src/plan/search/search.ts";
import { runs } from "../support/runs.ts";

/** What an offer pays, in nothing but integers: twelfths of a yen. */
function paysPlainly({ costs, cases, pools }: Instance, offer: PlainOffer, of: number[], taken: number): number {
  const groups = new Map<string, number[]>();
  for (const cost of of) {
    const key = offer.grouped ? `case ${cases[cost]}` : `alone ${cost}`;
    groups.set(key, [...(groups.get(key) ?? []), cost]);
  }
  const sums = [...groups.values()].map((group) => {
    let expense = 0;
    let share = 0;
    for (const cost of group) {
      const yen = costs[cost] as number;
      const rate = offer.takes.get(cost) ?? 0;
      expense += yen;
      share += typeof rate === "number" ? 12 * Math.min(rate, yen) : (12 * yen * rate.numerator) / rate.denominator;
    }
    const least = Math.min(share, 12 * (offer.caseCap ?? expense), 12 * Math.max(0, expense - offer.selfPayment));
    return offer.rounding?.at === "case" ? least - (least % (12 * offer.rounding.unit)) : least;
  });
  sums.sort((left, right) => right - left);
  const sum = sums.slice(0, offer.limit ?? sums.length).reduce((total, each) => total + each, 0);
  const left = offer.pool === null ? sum : Math.max(0, 12 * ((pools[offer.pool] as number) - taken));
  const yen = Math.floor(Math.min(sum, 12 * (offer.cap ?? sum), left) / 12);
  return offer.rounding?.at === "total" ? yen - (yen % offer.rounding.unit) : yen;
}

/** Every way to share the costs out, one after the other. */
function bruteForce(given: Instance): number {
  const { costs, offers, pools, exclusive } = given;
  const known = new Map<string, number>();
  const pays = (index: number, own: number[], taken: number): number => {
    const key = `${index} ${own.join()} ${taken}`;
    const yen = known.get(key) ?? paysPlainly(given, offers[index] as PlainOffer, own, taken);
    known.set(key, yen);
    return yen;
  };
  let best = 0;
  const owners: number[] = [];
  const visit = (cost: number): void => {
    if (cost < costs.length) {
      for (let offer = -1; offer < offers.length; offer++) {
        if (offer >= 0 && !offers[offer]?.takes.has(cost)) continue;
        owners[cost] = offer;
        visit(cost + 1);
      }
      return;
    }
    if (exclusive.some((group) => group.filter((offer) => owners.includes(offer)).length > 1)) return;
    const taken = pools.map(() => 0);
    let total = 0;
    for (const [index, offer] of offers.entries()) {
      const own = owners.flatMap((owner, each) => (owner === index ? [each] : []));
      if (own.length === 0) continue;
      const yen = pays(index, own, offer.pool === null ? 0 : (taken[offer.pool] as number));
      if (offer.pool !== null) taken[offer.pool] = (taken[offer.pool] as number) + yen;
      total += yen;
    }
    best = Math.max(best, total);
  };
  visit(0);
  return best;
}

const share = fc.constantFrom(
  { numerator: 1, denominator: 2 },
  { numerator: 1, denominator: 3 },
  { numerator: 2, denominator: 3 },
  { numerator: 3, denominator: 4 },
);
const yen = (most: number) =>
  fc.oneof(
    fc.nat({ max: most }),
    fc.integer({ min: 1, max: 20 }).map((each) => each * 100_000),
  );
const orNone = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });

const plainOffer = (costs: number, pools: number): fc.Arbitrary<PlainOffer> =>
  fc
    .record({
      shares: fc.array(
        fc.option(fc.oneof({ arbitrary: share, weight: 4 }, { arbitrary: yen(900_000), weight: 1 }), { freq: 3 }),
        {
          minLength: costs,
          maxLength: costs,
        },
      ),
      grouped: fc.boolean(),
      caseCap: orNone(yen(1_500_000)),
      selfPayment: fc.constantFrom(0, 0, 1000, 100_000),
      rounding: orNone(
        fc.record({ unit: fc.constantFrom(10, 1000), at: fc.constantFrom("case" as const, "total" as const) }),
      ),
      limit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null, freq: 2 }),
      cap: orNone(yen(3_000_000)),
      pool: fc.option(fc.nat({ max: pools - 1 }), { nil: null }),
    })
    .map(({ shares, ...rest }) => ({
      ...rest,
      takes: new Map(shares.flatMap((each, cost) => (each === null ? [] : [[cost, each] as const]))),
    }));

const instances: fc.Arbitrary<Instance> = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 4 }))
  .chain(([costs, offers]) =>
    fc.record({
      costs: fc.array(yen(4_000_000), { minLength: costs, maxLength: costs }),
      cases: fc.array(fc.nat({ max: 3 }), { minLength: costs, maxLength: costs }),
      offers: fc.array(plainOffer(costs, 2), { minLength: offers, maxLength: offers }),
      pools: fc.tuple(yen(3_000_000), yen(1_000_000)),
      exclusive: fc.array(
        fc.uniqueArray(fc.nat({ max: offers - 1 }), { minLength: Math.min(2, offers), maxLength: 3 }),
        {
          maxLength: 1,
        },
      ),
    }),
  );

const shown = (given: Instance) =>
  JSON.stringify({ ...given, offers: given.offers.map((each) => ({ ...each, takes: [...each.takes] })) });

describe("A plan pays as much as the best of all plans", () => {
  test("of up to eight costs and four offers, under every kind of cap", () => {
    fc.assert(
      fc.property(instances, (given) => {
        const found = search(problemOf(given), { nodes: 20_000 });
        expect(found, shown(given)).toMatchObject({ optimal: true, gap: 0, total: bruteForce(given) });
      }),
      { numRuns: runs.catalogs * 2 },
    );
  });

  test("also where caps bind everywhere", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const given = instance(seed, 7, 4);
      expect(search(problemOf(given)), `seed ${seed}`).toMatchObject({ optimal: true, total: bruteForce(given) });
    }
  });
});
