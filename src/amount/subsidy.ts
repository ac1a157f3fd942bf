import { entryOf } from "../facts/fact.ts";
import { daysOf, factAt, nodeAt, type Scope } from "../facts/scope.ts";
import { fiscalYearOf } from "../normalize/calendar.ts";
import { compare, one } from "../normalize/fraction.ts";
import type { Part, Step } from "../schema/assessment.ts";
import type { Subsidy } from "../schema/benefit.ts";
import type { Source } from "../schema/source.ts";
import { type CapContext, capSpan, capSteps, together, unitOf } from "./caps.ts";
import { boundsOfCases, type Claim, grouped, sumCase, totalOf } from "./cases.ts";
import { limited } from "./limits.ts";
import { overYears } from "./project.ts";
import { rateOf } from "./rates.ts";
import { expenseOf, type Presumed, spanOf } from "./reads.ts";
import { type Amount, amountOf, capped, floored, hullOf, nothing, sumOf, times, toInterval } from "./yen.ts";

/** An entry that may be paid for. */
export interface Payable {
  path: string;
  scope: Scope;
  certain: boolean;
  /** Where it is not the entry's own `cost` or `costs`. */
  expense?: Amount;
  projectYear?: number | undefined;
}

export interface SubsidyTask {
  measure: string;
  benefit: Subsidy;
  source: Source;
  entries: readonly Payable[];
  /** More entries may exist than are listed. */
  open: boolean;
  caseBy: string | undefined;
  /** The fiscal year that an entry counts in, unless it is planned for another. */
  fiscalYear: number;
  scope: Scope;
  presumed: Presumed;
}

export interface SubsidySum {
  amount: Amount;
  /** What the entries come to at their rates, before everything that holds for several of them. */
  rated: Amount;
  /** What is left for sure under the caps that hold for all cases together; null where there is none. */
  room: number | null;
  parts: Part[];
  steps: Step[];
  /** Cases whose filings differ in right or purpose: no source says which cap holds. */
  mixed: string[];
}

/** Rate, caps by scope, grouping into cases, rounding: what the entries are paid together. */
export function sumSubsidy(task: SubsidyTask): SubsidySum {
  const claims = task.entries.map((entry) => claimOf(task, entry));
  const years = new Map<number | undefined, Claim[]>();
  for (const claim of claims) years.set(claim.fiscalYear, [...(years.get(claim.fiscalYear) ?? []), claim]);
  if (years.size === 0) years.set(task.fiscalYear, []);
  const sums = [...years].map(([year, ofYear]) => sumYear(task, year ?? task.fiscalYear, ofYear));
  const apart = sumOf(sums.map((sum) => sum.amount));
  // An entry whose year is not known may share year, case and caps with all others, or with none.
  const spans =
    years.has(undefined) && years.size > 1 ? [apart, sumYear(task, task.fiscalYear, claims).amount] : [apart];
  const yearly = hullOf(spans);
  // Caps of the project and of the applicant hold over all years together.
  const steps: Step[] = [];
  let amount = yearly;
  let room = sums.reduce<number | null>((all, sum) => (all === null || sum.room === null ? null : all + sum.room), 0);
  for (const scopeName of ["project", "applicant"] as const) {
    const cap = capSpan(contextOf(task, task.fiscalYear), scopeName, task.scope);
    const before = amount;
    amount = capped(before, cap);
    room = lower(room, cap.min);
    steps.push(...capSteps(cap, before, amount, task.source, {}));
  }
  const { rounding } = task.benefit;
  return {
    amount: rounding?.at === "total" ? floored(amount, unitOf(rounding, task.scope)) : amount,
    rated: totalOf(claims, "rated"),
    room,
    parts: sums.flatMap((sum) => sum.parts),
    steps: [...sums.flatMap((sum) => sum.steps), ...steps],
    mixed: sums.flatMap((sum) => sum.mixed),
  };
}

const lower = (left: number | null, right: number | null): number | null =>
  left === null ? right : right === null ? left : Math.min(left, right);

function claimOf(task: SubsidyTask, { path, scope, certain, expense: stated, projectYear }: Payable): Claim {
  const { benefit, caseBy, presumed } = task;
  const share = benefit.applicantShare === undefined ? undefined : factAt(scope, benefit.applicantShare);
  if (share?.provenance === "presumed" && share.known.kind === "exact") presumed.set(share.path, share.known.value);
  const part = share === undefined ? amountOf({ min: 1, max: 1 }) : spanOf(share);
  const basis = caseBy === undefined ? undefined : factAt(scope, caseBy).known;
  const right = factAt(scope, "item.right").known;
  const { first, last } = plannedYears(scope);
  const anyDay = first === undefined && last === undefined;
  if (anyDay) presumeYear(task, scope);
  const whole = stated ?? expenseOf(scope, benefit.eligibleExpenses, benefit.ineligibleExpenses);
  const expense = times(whole, {
    min: part.min,
    max: part.max === null || compare(part.max, one) > 0 ? one : part.max,
  });
  const rate = rateOf(benefit, scope);
  const procedure = capSpan(contextOf(task, task.fiscalYear), "procedure", scope);
  return {
    path,
    expense,
    rate,
    rated: capped(times(expense, rate), procedure),
    procedure,
    projectYear,
    right: right.kind === "exact" ? String(right.value) : undefined,
    cap: capSpan(contextOf(task, task.fiscalYear), "case", scope),
    unstated: capSpan(contextOf(task, task.fiscalYear), "unstated", scope),
    basis: basis === undefined ? path : basis.kind === "exact" ? String(basis.value) : undefined,
    fiscalYear: anyDay ? task.fiscalYear : first === last ? first : undefined,
    certain,
  };
}

/** The fiscal years that an entry may be planned for. */
export function plannedYears(scope: Scope): { first: number | undefined; last: number | undefined } {
  const { min, max } = daysOf(factAt(scope, "item.plannedOn"));
  return {
    first: min === undefined ? undefined : fiscalYearOf(min),
    last: max === undefined ? undefined : fiscalYearOf(max),
  };
}

/** When nothing is said, an entry is taken to be made in the year that is paid from; that is a presumption. */
export function presumeYear({ benefit, caseBy, fiscalYear, presumed }: SubsidyTask, scope: Scope): void {
  const node = nodeAt(scope, "item.plannedOn");
  const { caps, limits = [], rounding, selfPayment } = benefit;
  const isYearly =
    limits.length > 0 || caps.some((cap) => ["applicant-fiscal-year", "project-year"].includes(cap.scope));
  // Entries of one basis are one case only within a year.
  const isOfCases = caps.length > 0 || selfPayment !== undefined || rounding?.at === "case";
  const matters = isYearly || (caseBy !== undefined && isOfCases);
  if (!matters || entryOf(scope.law.facts, node) === undefined) return;
  presumed.set(node.path, `${fiscalYear}-04-01/${fiscalYear + 1}-03-31`);
}

const contextOf = ({ benefit, measure, source, presumed }: SubsidyTask, fiscalYear: number): CapContext => ({
  caps: benefit.caps,
  measure,
  fiscalYear,
  source,
  presumed,
});

function sumYear(task: SubsidyTask, fiscalYear: number, claims: readonly Claim[]): Omit<SubsidySum, "rated"> {
  const { benefit, scope, source } = task;
  const groups = grouped(claims);
  const sums = groups.map((group) => sumCase(group, benefit, scope, fiscalYear, source));
  const groupingKnown = claims.length < 2 || claims.every((claim) => claim.basis !== undefined);
  const cases = limited(
    groups,
    sums.map((sum) => sum.amount),
    benefit,
  );
  const bounds = groupingKnown ? sumOf(cases) : boundsOfCases(claims, benefit, scope);
  const steps = sums.flatMap((sum) => sum.steps);
  if (groups.length > 1) {
    steps.push({
      code: "sum",
      args: { cases: groups.length, groupingKnown, fiscalYear },
      amount: toInterval(bounds),
      source,
    });
  }
  const context = contextOf(task, fiscalYear);
  const hasYears = benefit.caps.some((cap) => cap.scope === "project-year" || cap.years !== undefined);
  const years = hasYears ? overYears(groups, cases, context, scope) : { amount: bounds, steps: [] };
  steps.push(...years.steps);
  let amount: Amount = task.open ? { min: years.amount.min, max: null } : years.amount;
  // The scope of such a cap is not stated: it may be each case's, or all of them together.
  const unstated = task.open ? capSpan(context, "unstated", scope) : together(claims.map((claim) => claim.unstated));
  amount = capped(amount, { min: unstated.min, max: null });
  const cap = capSpan(context, "applicant-fiscal-year", scope);
  const before = amount;
  amount = capped(amount, cap);
  steps.push(...capSteps(cap, before, amount, source, { fiscalYear }));
  const all = {
    items: claims.map((claim) => claim.path),
    scope: "case" as const,
    fiscalYear,
    amount: toInterval(bounds),
  };
  return {
    amount: groups.length === 0 && !task.open ? nothing : amount,
    room: lower(cap.min, unstated.min),
    parts: groupingKnown ? sums.map((sum) => sum.part) : [all],
    steps,
    mixed: sums.flatMap((sum) => sum.mixed ?? []),
  };
}
