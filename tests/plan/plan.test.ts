import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimate, readable } from "../../src/amount/estimate.ts";
import { assess } from "../../src/assess.ts";
import { measuresOf } from "../../src/catalog/catalog.ts";
import { derive } from "../../src/facts/derive.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";
import { scopeOf } from "../../src/facts/scope.ts";
import { plan } from "../../src/plan/plan.ts";
import type { Cap } from "../../src/schema/benefit.ts";
import { type Judgment, judge } from "../../src/verdict/judge.ts";
import { runs } from "../support/runs.ts";
import { moneyWorlds, under, type World } from "../support/worlds.ts";
import { competingCatalogs } from "./competing.ts";

interface Grant {
  pool: string;
  fiscalYear: number;
  yen: number;
}

/** A measure that pays, by the front door, and what it pays for some of its costs after some grants. */
interface Payer {
  id: string;
  costs: string[];
  pools: { pool: string; yearly: boolean }[];
  years: number[];
  pays(costs: readonly string[], grants: readonly Grant[]): number;
}

/** Eligible, open or to come, applied for by the company, and of a cost that the profile states. */
function payersOf({ profile, asOf, catalog }: World): Payer[] {
  const scope = scopeOf(derive(parseProfile(profile)), catalog, asOf);
  const { results } = assess(profile, { asOf, catalog });
  return results
    .filter(
      ({ eligibility, availability, viewOf, role, estimate: paid }) =>
        eligibility === "eligible" &&
        availability !== "closed" &&
        viewOf === null &&
        role === "applicant" &&
        paid?.kind === "subsidy",
    )
    .sort((left, right) => (left.measure.id < right.measure.id ? -1 : 1))
    .map((result): Payer => {
      const judgment = judge(
        measuresOf(catalog).find(({ id }) => id === result.measure.id) as Judgment["measure"],
        scope,
      );
      const units = judgment.units.filter(({ listed, eligibility }) => listed && eligibility === "eligible");
      const benefits = readable(judgment).flatMap(({ benefit, routes = [] }) => [
        benefit,
        ...routes.flatMap((route) => route.benefit ?? []),
      ]);
      const expense = benefits.flatMap((benefit) => ("expense" in benefit ? (benefit.expense ?? []) : []))[0];
      const caps = benefits.flatMap((benefit): readonly Cap[] => ("caps" in benefit ? (benefit.caps ?? []) : []));
      const pays: Payer["pays"] = (costs, grants) => {
        const more = { ...profile, grants: [...((profile["grants"] as Grant[] | undefined) ?? []), ...grants] };
        const paid = estimate(
          {
            ...judgment,
            units: expense === undefined ? units.filter(({ node }) => costs.includes(node?.path ?? "")) : units,
            scope: scopeOf(derive(parseProfile(more)), catalog, asOf),
          },
          catalog,
        ).estimate;
        return paid?.kind === "subsidy" ? paid.min : 0;
      };
      const parts = result.estimate?.kind === "subsidy" ? result.estimate.parts : [];
      return {
        id: result.measure.id,
        costs:
          expense === undefined
            ? units.flatMap(({ node }) => node?.path ?? [])
            : [(expense.fact ?? expense.each ?? "").replace(/\.[^.]+$/, "")],
        pools: caps.flatMap(({ pool, scope: of }) =>
          pool === undefined ? [] : [{ pool, yearly: of === "applicant-fiscal-year" }],
        ),
        years: [...new Set(parts.flatMap(({ fiscalYear }) => fiscalYear ?? []))],
        pays,
      };
    });
}

const mostAssignments = 700;

/** Every way to share out the costs, each measure after the other; null where there are too many to try. */
function bruteForce(payers: readonly Payer[], excludes: readonly (readonly [string, string])[]): number | null {
  const costs = [...new Set(payers.flatMap((payer) => payer.costs))];
  const takers = costs.map((cost) => payers.filter((payer) => payer.costs.includes(cost)));
  if (takers.reduce((count, each) => count * (each.length + 1), 1) > mostAssignments) return null;
  // What a pool holds in each of several years is not told apart here.
  if (payers.some(({ pools, years }) => pools.length > 0 && years.length > 1)) return null;
  const known = new Map<string, number>();
  let best = 0;
  const visit = (owners: readonly (Payer | null)[]): void => {
    const here = takers[owners.length];
    if (here !== undefined) {
      for (const owner of [null, ...here]) visit([...owners, owner]);
      return;
    }
    const used = new Set(owners.map((owner) => owner?.id));
    if (excludes.some((pair) => pair.every((id) => used.has(id)))) return;
    let total = 0;
    const grants: Grant[] = [];
    for (const payer of payers) {
      const own = costs.filter((_, index) => owners[index] === payer);
      if (own.length === 0) continue;
      const key = JSON.stringify([payer.id, own, grants]);
      const yen = known.get(key) ?? payer.pays(own, grants);
      known.set(key, yen);
      total += yen;
      const [year = 0] = payer.years;
      for (const pool of new Set(payer.pools.map((each) => each.pool)))
        if (yen > 0) grants.push({ pool, fiscalYear: year, yen });
    }
    best = Math.max(best, total);
  };
  visit([]);
  return best;
}

const competing = { rules: "rules that compete", numRuns: runs.catalogs, some: under(competingCatalogs) };

describe.each([...moneyWorlds, competing])("under $rules", ({ rules, some, numRuns }) => {
  test("A plan pays as much as the best of all plans, each measure by its own estimate", () => {
    let tried = 0;
    let shared = 0;
    fc.assert(
      fc.property(some, (world) => {
        const payers = payersOf(world);
        const excludes = world.catalog.measures.flatMap((file) =>
          "viewOf" in file ? [] : (file.exclusiveWith ?? []).map(({ measure }): [string, string] => [file.id, measure]),
        );
        const most = bruteForce(payers, excludes);
        if (most === null) return;
        const { profile, asOf, catalog } = world;
        const { best, runnersUp } = plan(profile, { asOf, catalog, nodes: 20_000 });
        expect(best).toMatchObject({ optimal: true, gap: 0 });
        expect(best.total.min).toBe(most);
        // Each runner-up is the best of the plans without one measure.
        for (const { without, total, loss } of runnersUp) {
          const others = payers.filter(({ id }) => id !== without);
          expect([without, total.min, loss]).toEqual([
            without,
            bruteForce(others, excludes),
            (most as number) - total.min,
          ]);
        }
        tried += best.uses.length > 0 ? 1 : 0;
        shared += best.uses.length > 1 ? 1 : 0;
      }),
      { numRuns },
    );
    // Not in vain: plans with costs, and where measures compete some with several.
    expect(tried).toBeGreaterThan(numRuns / 50);
    if (rules !== "any rules") expect(shared).toBeGreaterThan(0);
  });
});
