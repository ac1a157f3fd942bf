import { expect, test } from "vitest";
import { instance, problemOf } from "../../bench/plan/instances.ts";
import { type Problem, totalOf } from "../../src/plan/search/problem.ts";
import { search } from "../../src/plan/search/search.ts";

/** Seeds of which the bench proves the plan, and some that it does not. */
const proved = [6];
const open = [1, 5];

const upperBounds = ({ offers, pools }: Problem): number => {
  const inPool = offers.map((offer) => offer.pools.map((pool) => pools[pool] ?? Number.POSITIVE_INFINITY));
  return offers.reduce(
    (sum, { cap }, index) => sum + Math.min(cap ?? Number.POSITIVE_INFINITY, ...(inPool[index] ?? [])),
    0,
  );
};

test.each(proved)("of thirty costs and twelve offers the plan is proved the best (seed %s)", (seed) => {
  const problem = problemOf(instance(seed));
  const found = search(problem, { nodes: 50 });
  expect(found).toMatchObject({ optimal: true, gap: 0 });
  expect(totalOf(problem, found.owners)).toBe(found.total);
});

test.each(open)("where the search gives up it says by how much a better plan could win (seed %s)", (seed) => {
  const problem = problemOf(instance(seed));
  const brief = search(problem, { nodes: 1 });
  const longer = search(problem, { nodes: 40 });
  expect([brief.optimal, brief.gap > 0]).toEqual([false, true]);
  // Nothing found later lies above what was said to be the most.
  expect(longer.total).toBeGreaterThanOrEqual(brief.total);
  expect(longer.total).toBeLessThanOrEqual(brief.total + brief.gap);
  expect(longer.total + longer.gap).toBeLessThanOrEqual(brief.total + brief.gap);
  expect(brief.total + brief.gap).toBeLessThanOrEqual(upperBounds(problem));
  // Within two per cent even so.
  expect(brief.gap / brief.total).toBeLessThan(0.02);
});

test("the same problem has the same plan", () => {
  const found = () => search(problemOf(instance(3, 16, 6)));
  expect(found()).toEqual(found());
});
