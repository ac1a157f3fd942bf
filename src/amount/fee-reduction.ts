import { evaluate } from "../engine/evaluate.ts";
import { figuresOf, tariffsOn } from "../engine/operand.ts";
import type { Outcome } from "../engine/outcome.ts";
import { daysOf, factAt, listAt, partyAt, type Scope, withName } from "../facts/scope.ts";
import {
  add,
  type Fraction,
  greatest,
  least,
  multiply,
  one,
  subtract,
  toFraction,
  toRatio,
  zero,
} from "../normalize/fraction.ts";
import type { Interval, Part, Step } from "../schema/assessment.ts";
import type { FeeReduction } from "../schema/benefit.ts";
import type { Source } from "../schema/source.ts";
import { type Presumed, spanOf } from "./reads.ts";
import { type Amount, floorTo, toInterval } from "./yen.ts";

/** The fee of one filing: what is left to pay, what is saved, and by which class. */
export interface FeeResult {
  payable: Interval;
  saved: Interval;
  share: Span;
  part: Part;
  steps: Step[];
  stale: boolean;
}

interface Span {
  min: Fraction;
  max: Fraction;
}

export interface FeeTask {
  path: string;
  scope: Scope;
  benefit: FeeReduction;
  source: Source;
  /** A filing that is not eligible pays in full. */
  eligible: boolean;
  /** Filings before this one that may use up a quota of the same year. */
  ahead: number;
  presumed: Presumed;
}

/** Whether the fee is due on the entry at all. */
export const isCharged = (benefit: FeeReduction, scope: Scope): Outcome => evaluate(benefit.fee.charged, scope).outcome;

/** Fee table, classes applicant by applicant, shares, rounding once. */
export function reduceFee(task: FeeTask): FeeResult {
  const { benefit, scope, path, source } = task;
  const tariffDays = daysOf(factAt(scope, benefit.fee.on));
  const { tariffs, source: tableId, stale } = tariffsOn(scope, benefit.fee.table, tariffDays);
  const units = spanOf(factAt(scope, benefit.fee.units), 1);
  const fees = tariffs.map(({ base, perUnit }): Amount => {
    const fee = (count: Fraction) => add(toFraction(base), multiply(toFraction(perUnit), count));
    return { min: fee(units.min), max: units.max === null ? null : fee(units.max) };
  });
  const fee: Amount = {
    min: least(fees.map(({ min }) => min)),
    max: fees.some(({ max }) => max === null) ? null : greatest(fees.map(({ max }) => max ?? zero)),
  };
  const applicants = applicantsOf(task);
  const share = task.eligible ? jointShare(applicants) : { min: one, max: one };
  const { unit } = benefit.rounding;
  // A share of the whole fee is the fee itself: only what a reduction leaves is rounded.
  const left = (whole: Fraction, part: Fraction) => floorTo(multiply(whole, part), isWhole(part) ? 1 : unit);
  const payable: Amount = { min: left(fee.min, share.min), max: fee.max === null ? null : left(fee.max, share.max) };
  // From fee and share, never fee less the payable interval: both move together.
  const saved: Amount = {
    min: subtract(fee.min, left(fee.min, share.max)),
    max: fee.max === null ? (isWhole(share.min) ? zero : null) : subtract(fee.max, left(fee.max, share.min)),
  };
  const [classId] = applicants.length === 1 && task.eligible ? (applicants[0]?.classes.certain ?? []) : [];
  const amount = toInterval(payable);
  const certainClass = classId !== undefined && sameShare(share) ? { class: classId } : {};
  const steps: Step[] = [
    {
      code: "fee",
      args: { table: benefit.fee.table, tariffs, units: shown(units), item: path },
      amount: toInterval(fee),
      source: tableId === undefined ? source : { ...source, id: tableId },
    },
    ...(task.eligible ? applicants : []).map(
      (each): Step => ({
        code: "class",
        args: {
          applicant: each.path,
          certain: each.classes.certain,
          possible: each.classes.possible,
          pay: ratios(each.pay),
          share: ratios(each.share),
          quotaReached: each.classes.quotaReached,
        },
        amount: toInterval(fee),
        source,
      }),
    ),
    { code: "payable", args: { share: ratios(share), unit, item: path }, amount, source },
  ];
  return {
    payable: amount,
    saved: toInterval(saved),
    share,
    part: { items: [path], scope: "procedure", ...certainClass, amount, saved: toInterval(saved) },
    steps,
    stale,
  };
}

interface Applicant {
  path: string;
  pay: Span;
  /** Of the filing; open where nobody says. */
  share: Span | undefined;
  classes: Classes;
}

interface Classes {
  certain: string[];
  possible: string[];
  quotaReached: string[];
}

function applicantsOf(task: FeeTask): Applicant[] {
  const { benefit, scope, presumed } = task;
  const list = benefit.coApplicants === undefined ? undefined : listAt(scope, benefit.coApplicants);
  if (list?.provenance === "presumed") presumed.set(list.path, []);
  const sole = list === undefined || (list.complete && list.entries.length === 0);
  const coApplicants = (list?.entries ?? []).map((node) => {
    const party = withName(scope, "self", node);
    const classes = classesOf(task, party, false);
    const known = factAt(party, "self.share").known;
    return {
      path: node.path,
      classes,
      pay: payOf(benefit, classes, false),
      share: known.kind === "exact" ? exactly(toFraction(known.value as string)) : undefined,
    };
  });
  const classes = classesOf(task, withName(scope, "self", partyAt(scope, "company")), true);
  const others = coApplicants.map(({ share }) => share);
  const rest =
    others.some((share) => share === undefined) || list?.complete === false
      ? undefined
      : exactly(others.reduce((left, share) => subtract(left, (share as Span).min), one));
  const company: Applicant = {
    path: "company",
    classes,
    pay: payOf(benefit, classes, sole),
    share: sole ? exactly(one) : rest,
  };
  const unlisted: Applicant[] =
    list !== undefined && !list.complete
      ? [
          {
            path: `${list.path}[]`,
            classes: { certain: [], possible: benefit.classes.map((each) => each.id), quotaReached: [] },
            pay: { min: least(benefit.classes.map((each) => toFraction(each.pay))), max: one },
            share: undefined,
          },
        ]
      : [];
  return [company, ...coApplicants, ...unlisted];
}

function classesOf({ benefit, ahead, presumed }: FeeTask, scope: Scope, isCompany: boolean): Classes {
  const classes: Classes = { certain: [], possible: [], quotaReached: [] };
  for (const { id, when, quota } of benefit.classes) {
    const { outcome } = evaluate(when, scope);
    if (outcome === "unsatisfied") continue;
    const room = quota === undefined || !isCompany ? "free" : roomIn(quota, scope, ahead, presumed);
    if (room === "full") classes.quotaReached.push(id);
    else {
      classes.possible.push(id);
      if (outcome === "satisfied" && room === "free") classes.certain.push(id);
    }
  }
  return classes;
}

/** Whether the quota of the year still has room for one more, after those ahead of it. */
function roomIn(
  quota: { limit: string; used: string },
  scope: Scope,
  ahead: number,
  presumed: Presumed,
): "free" | "full" | "unknown" {
  const limits = figuresOf({ parameter: quota.limit }, scope).values.map(Number);
  if (limits.length === 0) return "free";
  const fact = factAt(scope, quota.used);
  if (fact.provenance === "presumed" && fact.known.kind === "exact") presumed.set(fact.path, fact.known.value);
  const used = toInterval(spanOf(fact));
  const limit = Math.min(...limits);
  if (used.min >= limit) return "full";
  return used.max !== null && used.max + ahead < limit ? "free" : "unknown";
}

/**
 * The least payable class wins. Where none is certain: an eligible sole applicant has one of the possible ones, a
 * co-applicant may have none and pay in full.
 */
function payOf(benefit: FeeReduction, { certain, possible }: Classes, sole: boolean): Span {
  const pay = (ids: string[]) =>
    benefit.classes.filter((each) => ids.includes(each.id)).map((each) => toFraction(each.pay));
  if (possible.length === 0) return exactly(one);
  return {
    min: least(pay(possible)),
    max: certain.length > 0 ? least(pay(certain)) : sole ? greatest(pay(possible)) : one,
  };
}

/** Σ share × pay. What shares nobody states fall to whoever pays least, or most. */
function jointShare(applicants: Applicant[]): Span {
  const known = applicants.filter((each) => each.share !== undefined);
  const open = applicants.filter((each) => each.share === undefined);
  const rest = known.reduce((left, each) => subtract(left, (each.share as Span).min), one);
  const part = (end: "min" | "max") =>
    known.reduce((sum, each) => add(sum, multiply((each.share as Span).min, each.pay[end])), zero);
  if (open.length === 0) return { min: part("min"), max: part("max") };
  return {
    min: add(part("min"), multiply(rest, least(open.map((each) => each.pay.min)))),
    max: add(part("max"), multiply(rest, greatest(open.map((each) => each.pay.max)))),
  };
}

const exactly = (value: Fraction): Span => ({ min: value, max: value });
const isWhole = ({ numerator, denominator }: Fraction): boolean => numerator === denominator;
const sameShare = ({ min, max }: Span): boolean => min.numerator * max.denominator === max.numerator * min.denominator;
const ratios = (span: Span | undefined) =>
  span === undefined ? null : { min: toRatio(span.min), max: toRatio(span.max) };
const shown = (amount: Amount) => toInterval(amount);
