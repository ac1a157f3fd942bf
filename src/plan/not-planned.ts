import { listAt, nodeAt, type Scope } from "../facts/scope.ts";
import type { Result } from "../schema/assessment.ts";
import type { Cost, NotPlanned } from "../schema/plan.ts";
import type { Judgment } from "../verdict/judge.ts";
import type { Allocated } from "./allocate.ts";
import { expensePath } from "./costs.ts";
import { type Application, expenseOf } from "./offers.ts";

/** A subsidy as it was judged, with what it could pay for. */
export interface Candidate {
  judgment: Judgment;
  result: Result;
  applications: Application[];
  /** A measure that was granted already and rules it out. */
  ruledOutBy: string | undefined;
}

/** Whether the measure pays for costs, whether or not it does for this company. */
export const isSubsidy = ({ measure, viewOf, estimate }: Result): boolean =>
  viewOf === null && (estimate?.kind === "subsidy" || (measure.kind === "subsidy" && estimate?.kind !== "parts"));

/** Why it cannot be planned, whatever else is; undefined where it can. */
export function barTo({ judgment, result, applications, ruledOutBy }: Candidate): NotPlanned | undefined {
  const measure = { id: result.measure.id, name: result.measure.name };
  const { availability, status, eligibility, role, missing, estimate } = result;
  if (availability === "closed" || status === "ended") return { measure, reason: "closed", args: {} };
  if (estimate === null) return { measure, reason: "no-terms", args: {} };
  if (eligibility === "undetermined") return { measure, reason: "undetermined", args: { missing, items: [] } };
  if (role !== "applicant") return { measure, reason: "not-applicant", args: { role } };
  if (ruledOutBy !== undefined)
    return { measure, reason: "exclusive-with", args: { measure: ruledOutBy, granted: true } };
  if (estimate?.kind !== "subsidy") return { measure, reason: "amount-unknown", args: { max: null } };
  if (applications.length > 0) return undefined;
  const facts = unstatedCosts(judgment);
  return facts.length > 0
    ? { measure, reason: "no-cost", args: { facts } }
    : { measure, reason: "amount-unknown", args: { max: estimate.max } };
}

/** Facts that would tell what costs there are, for what may be eligible. */
export function unstatedCosts(judgment: Judgment): string[] {
  const { measure, units, scope } = judgment;
  const expense = expenseOf(judgment);
  if (expense !== undefined) return isUnknown(scope, expensePath(expense)) ? [expensePath(expense)] : [];
  if (measure.each === undefined) return [];
  return units
    .filter(({ eligibility }) => eligibility !== "ineligible")
    .flatMap(({ node, listed }) => {
      if (!listed || node === null) return [measure.each as string];
      const entry = node.value as { cost?: unknown; costs?: unknown };
      return entry.cost === undefined && entry.costs === undefined ? [`${node.path}.cost`] : [];
    });
}

const isUnknown = (scope: Scope, path: string): boolean => nodeAt(scope, path).value === undefined;

/** Why a measure that could be planned is not used, or not for what is still open there. */
export function reasonAgainst(
  candidate: Candidate,
  best: Allocated,
  rivals: readonly string[],
  named: ReadonlyMap<string, Cost>,
): NotPlanned[] {
  const { judgment, result, applications } = candidate;
  const measure = { id: result.measure.id, name: result.measure.name };
  const used = new Set(best.uses.map((use) => use.measure.id));
  if (used.has(measure.id)) {
    const items = judgment.units.flatMap(({ node, listed, eligibility }) =>
      listed && node !== null && eligibility === "undetermined" ? [node.path] : [],
    );
    const missing = judgment.units.flatMap((unit) =>
      unit.node !== null && items.includes(unit.node.path) ? unit.missing : [],
    );
    return items.length === 0
      ? []
      : [{ measure, reason: "undetermined", args: { missing: [...new Set(missing)], items } }];
  }
  const rival = rivals.find((id) => used.has(id));
  if (rival !== undefined) return [{ measure, reason: "exclusive-with", args: { measure: rival, granted: false } }];
  const costs = applications.flatMap(({ worth }) => [...worth.keys()]);
  const taken = costs.flatMap((cost) => {
    const owner = best.owners.get(cost);
    return owner === undefined ? [] : [{ cost: named.get(cost)?.cost ?? cost, measure: owner }];
  });
  const [pool] = applications.flatMap(({ pools }) => pools);
  if (taken.length < costs.length && pool !== undefined) {
    const others = best.uses.filter((use) => use.measure.id !== measure.id).map((use) => use.measure.id);
    const measures = others.filter((id) => best.pools.get(pool.pool)?.includes(id));
    return [{ measure, reason: "pool-used-up", args: { pool: pool.pool, measures } }];
  }
  if (taken.length === 0)
    return [
      {
        measure,
        reason: "amount-unknown",
        args: { max: result.estimate?.kind === "subsidy" ? result.estimate.max : null },
      },
    ];
  return [{ measure, reason: "better-elsewhere", args: { taken } }];
}

/** Measures that were granted in the fiscal year, by what the profile says for sure. */
export function grantedIn(scope: Scope, fiscalYear: number): string[] {
  return listAt(scope, "grants").entries.flatMap(({ value }) => {
    const { measure, fiscalYear: year } = value as { measure?: unknown; fiscalYear?: unknown };
    return typeof measure === "string" && year === fiscalYear ? [measure] : [];
  });
}
