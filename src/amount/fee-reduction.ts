import { evaluate } from "../engine/evaluate.ts";
import { tariffsOn } from "../engine/operand.ts";
import type { Outcome } from "../engine/outcome.ts";
import { daysOf, factAt, type Scope } from "../facts/scope.ts";
import { add, type Fraction, multiply, one, subtract, toFraction, toRatio, zero } from "../normalize/fraction.ts";
import type { Interval, Part, Step } from "../schema/assessment.ts";
import type { FeeReduction } from "../schema/benefit.ts";
import type { Tariff } from "../schema/law.ts";
import type { Source } from "../schema/source.ts";
import { applicantsOf, type ClassContext, exactly, jointShare, type Span } from "./applicants.ts";
import { spanOf } from "./reads.ts";
import { type Amount, floorTo, hullOf, toInterval } from "./yen.ts";

/** The fee of one filing: what is left to pay, what is saved, and by which class. */
export interface FeeResult {
  payable: Interval;
  saved: Interval;
  share: Span;
  part: Part;
  steps: Step[];
  stale: boolean;
}

export interface FeeTask extends ClassContext {
  path: string;
  scope: Scope;
  source: Source;
  sourceOf: (id: string) => Source;
  /** A filing that is not eligible pays in full. */
  eligible: boolean;
}

/** Whether the fee is due on the entry at all. */
export const isCharged = (benefit: FeeReduction, scope: Scope): Outcome => evaluate(benefit.fee.charged, scope).outcome;

/** Fee table, classes applicant by applicant, shares, rounding once. */
export function reduceFee(task: FeeTask): FeeResult {
  const { benefit, scope, path, source } = task;
  const tariffDays = daysOf(factAt(scope, benefit.fee.on));
  const { tariffs, source: tableId, stale, partial } = tariffsOn(scope, benefit.fee.table, tariffDays);
  const units = spanOf(factAt(scope, benefit.fee.units), 1);
  const fee = partial ? unknownFee : hullOf(tariffs.map((tariff) => feeOf(tariff, units)));
  const applicants = applicantsOf(task, scope);
  const share = task.eligible ? jointShare(applicants) : exactly(one);
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
      source: tableId === undefined ? source : task.sourceOf(tableId),
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

/** On some of the days no table is known. */
const unknownFee: Amount = { min: zero, max: null };

const feeOf = ({ base, perUnit }: Tariff, units: Amount): Amount => {
  const fee = (count: Fraction) => add(toFraction(base), multiply(toFraction(perUnit), count));
  return { min: fee(units.min), max: units.max === null ? null : fee(units.max) };
};

const isWhole = ({ numerator, denominator }: Fraction): boolean => numerator === denominator;
const sameShare = ({ min, max }: Span): boolean => min.numerator * max.denominator === max.numerator * min.denominator;
const ratios = (span: Span | undefined) =>
  span === undefined ? null : { min: toRatio(span.min), max: toRatio(span.max) };
const shown = (amount: Amount) => toInterval(amount);
