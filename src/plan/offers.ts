import { readable } from "../amount/estimate.ts";
import { plannedYears, type SubsidySum } from "../amount/subsidy.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { withName } from "../facts/scope.ts";
import { fiscalYearOf } from "../normalize/calendar.ts";
import { type Fraction, toNumber } from "../normalize/fraction.ts";
import type { Interval, Result } from "../schema/assessment.ts";
import { type Cap, type Subsidy, withPatch } from "../schema/benefit.ts";
import { callsOf } from "../schema/parts-of-terms.ts";
import type { Judged, Judgment } from "../verdict/judge.ts";
import { type Expense, expenseOwner } from "./costs.ts";
import { Payer } from "./payer.ts";

/** A cap that measures share, in one of the fiscal years in which grants are looked for. */
export interface Pool {
  pool: string;
  fiscalYear: number;
  /** What the measure is paid at most; null where the cap may not hold, or caps something smaller. */
  yen: number | null;
}

/** Costs that a measure may pay for together: in one fiscal year, or in several that cannot be taken apart. */
export interface Application {
  judgment: Judgment;
  result: Result;
  fiscalYear: number | null;
  /** By cost: what it comes to at the rate. An entry's cost is its path, an expense's what the expense belongs to. */
  worth: ReadonlyMap<string, number>;
  cases: { costs: string[]; cap: number | null }[];
  /** What caps over all cases leave; null where there are none. */
  room: number | null;
  limit: number | null;
  pools: Pool[];
  /** Years that a grant may be counted in. */
  years: number[];
  payer: Payer;
  /** The unit that only the total is rounded to, if it is. */
  totalUnit: number | null;
  /** True where costs are entries; else one expense of the company is paid for as a whole. */
  ofEntries: boolean;
}

/** What an eligible subsidy could pay for; nothing where it pays for nothing that the profile states. */
export function applicationsOf(judgment: Judgment, result: Result, catalog: Catalog): Application[] {
  const subsidies = subsidiesOf(judgment);
  const expense = expenseOf(judgment);
  const units = judgment.units.filter(({ listed, eligibility }) => listed && eligibility === "eligible");
  const payer = new Payer({ ...judgment, units }, catalog);
  const ofEntries = expense === undefined;
  const entries = ofEntries
    ? units.flatMap(({ node }) => (node === null ? [] : [{ cost: node.path, sums: payer.sums([node.path]).flat() }]))
    : [{ cost: expenseOwner(expense), sums: payer.sums(null).flat() }];
  const costs = entries
    .map(({ cost, sums }) => ({
      cost,
      sums,
      worth: most(sums, ({ rated }) => rated.min),
      year: yearOf(judgment, cost, sums),
    }))
    .filter(({ worth }) => worth > 0);
  const years = [...new Set(costs.map(({ year }) => year))];
  const isCoupled =
    years.includes(null) || subsidies.some(spansYears) || !costs.every((each) => each.sums.every(isWhole));
  const groups =
    years.length < 2 || isCoupled ? [costs] : years.map((year) => costs.filter((each) => each.year === year));
  const parts = ofEntries
    ? payer
        .sums(costs.map(({ cost }) => cost))
        .flat()
        .flatMap((sum) => sum.parts)
    : [];
  const limits = subsidies.map(({ limits = [] }) => limits.find(({ rights }) => rights === undefined)?.cases ?? null);
  return groups
    .filter((group) => group.length > 0)
    .map((group): Application => {
      const own = [...new Set(group.map(({ year }) => year))];
      const sums = group.flatMap((each) => each.sums);
      const names = new Set(group.map(({ cost }) => cost));
      const plausible = plausibleYears(judgment, result, sums);
      return {
        judgment,
        result,
        fiscalYear: own.length === 1 ? (own[0] ?? null) : null,
        worth: new Map(group.map(({ cost, worth }) => [cost, worth])),
        cases: joined(parts.map(({ items }) => items.filter((item) => names.has(item)))).map((each) => ({
          costs: each,
          cap: caseCap(group.filter(({ cost }) => each.includes(cost)).map((one) => one.sums)),
        })),
        // Every year has the room of its own; of years that are not known there may be as many as costs.
        room: times(greatest(sums.map(({ room }) => room)), own.includes(null) ? group.length : own.length),
        limit: limits.includes(null) ? null : times(greatest(limits), own.includes(null) ? group.length : own.length),
        pools: poolsOf(
          subsidies,
          own.flatMap((year) => year ?? plausible),
          plausible,
        ),
        years: plausible,
        payer,
        totalUnit: greatest(subsidies.flatMap(({ rounding }) => (rounding?.at === "total" ? [rounding.unit] : []))),
        ofEntries,
      };
    });
}

/** The subsidy by every way in that the terms have. */
const subsidiesOf = (judgment: Judgment): Subsidy[] =>
  readable(judgment).flatMap(({ benefit, routes = [] }) =>
    benefit.kind !== "subsidy" ? [] : [benefit, ...routes.map((route) => withPatch(benefit, route.benefit ?? {}))],
  );

/** The expense of the company that a subsidy pays for, where it is not for entries. */
export const expenseOf = (judgment: Judgment): Expense | undefined =>
  subsidiesOf(judgment).flatMap(({ expense }) => expense ?? [])[0];

/** Caps and rounding that hold for all years together: what two years pay is no longer the sum of each. */
const spansYears = ({ caps, rounding }: Subsidy): boolean =>
  rounding?.at === "total" || caps.some(({ scope }) => ["project-year", "project", "applicant"].includes(scope));

/** Parts of a yen of two years may come to a yen. */
const isWhole = ({ rated: { min, max } }: SubsidySum): boolean =>
  [min, max ?? min].every(({ numerator, denominator }) => numerator % denominator === 0n);

const most = (sums: readonly SubsidySum[], of: (sum: SubsidySum) => Fraction): number =>
  sums.reduce((greatest, sum) => Math.max(greatest, toNumber(of(sum))), 0);

/** Null if one of them is. */
const greatest = (figures: readonly (number | null)[]): number | null =>
  figures.reduce<number | null>(
    (top, each) => (top === null || each === null ? null : Math.max(top, each)),
    figures.length === 0 ? null : 0,
  );

const times = (figure: number | null, count: number): number | null => (figure === null ? null : figure * count);

/** The fiscal year that the entry counts in, whichever the way in; null where it may be one or another. */
function yearOf({ units }: Judgment, cost: string, sums: readonly SubsidySum[]): number | null {
  const unit = units.find(({ node }) => node?.path === cost);
  const { first, last } = unit === undefined ? { first: undefined, last: undefined } : planned(unit);
  const years = new Set(sums.flatMap(({ parts }) => parts.flatMap(({ fiscalYear }) => fiscalYear ?? [])));
  return first !== last || years.size !== 1 ? null : ([...years][0] as number);
}

const planned = ({ node, candidates }: Judged) => {
  const [candidate] = candidates;
  return candidate === undefined || node === null
    ? { first: undefined, last: undefined }
    : plannedYears(withName(candidate.scope, "item", node));
};

/** Sets that overlap, as one. */
function joined(sets: readonly string[][]): string[][] {
  let groups: string[][] = [];
  for (const set of sets) {
    const touched = groups.filter((group) => group.some((each) => set.includes(each)));
    groups = [...groups.filter((group) => !touched.includes(group)), [...new Set([...touched.flat(), ...set])]];
  }
  return groups.filter((group) => group.length > 1);
}

/** The highest cap of the case's costs; null unless each has one. */
const caseCap = (costs: readonly (readonly SubsidySum[])[]): number | null =>
  greatest(
    costs.map((sums) =>
      greatest(
        sums.map(({ steps }) =>
          highest(steps.filter(({ args }) => ["case", "unstated"].includes(String(args["scope"])))),
        ),
      ),
    ),
  );

const highest = (steps: SubsidySum["steps"]): number | null =>
  greatest(steps.filter(({ code }) => code === "cap").map(({ args }) => figureOf(args["yen"])));

const figureOf = (yen: unknown): number | null => (typeof yen === "number" ? yen : (yen as Interval).max);

/** Whether the cap holds whatever the entries are; one on a year of a project is below what the project is paid. */
const capsAll = ({ scope, when, rights, purpose }: Cap): boolean =>
  scope !== "project-year" && when === undefined && rights === undefined && purpose === undefined;

/** The pools that the subsidies name, each in the years in which it may be drawn on: a yearly one in those of the entries. */
function poolsOf(subsidies: readonly Subsidy[], years: readonly number[], plausible: readonly number[]): Pool[] {
  const pools = new Map<string, Pool>();
  for (const { pool, scope, yen } of subsidies.flatMap(({ caps }) => caps)) {
    if (pool === undefined) continue;
    const isBound = subsidies.every(({ caps }) => caps.some((cap) => cap.pool === pool && capsAll(cap)));
    const figure = isBound ? (yen ?? null) : null;
    for (const fiscalYear of scope === "applicant-fiscal-year" ? years : plausible) {
      const key = `${pool} ${fiscalYear}`;
      const known = pools.get(key);
      pools.set(key, { pool, fiscalYear, yen: known === undefined ? figure : greatest([known.yen, figure]) });
    }
  }
  return [...pools.values()];
}

const plausibleYears = ({ scope, ...judgment }: Judgment, { call }: Result, sums: readonly SubsidySum[]): number[] =>
  [
    ...new Set([
      fiscalYearOf(scope.asOf),
      ...(call === null ? [] : [call.fiscalYear]),
      ...readable({ ...judgment, scope })
        .flatMap(callsOf)
        .map(({ fiscalYear }) => fiscalYear),
      ...sums.flatMap(({ parts }) => parts.flatMap(({ fiscalYear }) => fiscalYear ?? [])),
    ]),
  ].sort((left, right) => left - right);
