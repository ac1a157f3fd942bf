import { evaluate } from "../engine/evaluate.ts";
import { either, type Outcome } from "../engine/outcome.ts";
import { daysOf, factAt, type Scope } from "../facts/scope.ts";
import { type Fraction, multiply, one, subtract, toRatio, zero } from "../normalize/fraction.ts";
import type { Part, Step } from "../schema/assessment.ts";
import type { Fee, FeeReduction } from "../schema/benefit.ts";
import type { Source } from "../schema/source.ts";
import {
  type Applicant,
  applicantsOf,
  type ClassContext,
  exactly,
  jointShare,
  payOf,
  payOfClass,
} from "./applicants.ts";
import { priceOf } from "./fee-table.ts";
import type { Span } from "./rates.ts";
import { type Amount, floorTo, nothing, sumOf, toInterval } from "./yen.ts";

/** The fees of one filing: what is left to pay, what is saved, and by which class. */
export interface FeeResult {
  /** Null where a fee has no sourced table. */
  payable: Amount | null;
  saved: Amount | null;
  refunded: Amount | null;
  /** Undefined where nothing that is due can be reduced. */
  share: Span | undefined;
  parts: Part[];
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

const chargedOf = ({ charged }: Fee, scope: Scope): Outcome =>
  charged === undefined ? "satisfied" : evaluate(charged, scope).outcome;

/** Whether any of the fees is due on the entry. */
export const isCharged = ({ fees }: FeeReduction, scope: Scope): Outcome =>
  either(fees.map((fee) => chargedOf(fee, scope)));

/** Every fee that is due, or may be: table, classes applicant by applicant, shares, rounding once. */
export function reduceFees(task: FeeTask): FeeResult {
  const due = task.benefit.fees.flatMap((fee) => {
    const outcome = chargedOf(fee, task.scope);
    return outcome === "unsatisfied" ? [] : [reduceFee(task, fee, outcome === "satisfied")];
  });
  const shares = due.flatMap(({ share }) => share ?? []);
  return {
    payable: sumOrNull(due.map((each) => each.payable)),
    saved: sumOrNull(due.map((each) => each.saved)),
    refunded: sumOrNull(due.map((each) => each.refunded)),
    share: shares.length === 0 ? undefined : shares.reduce(widest),
    parts: due.flatMap((each) => each.parts),
    steps: due.flatMap((each) => each.steps),
    stale: due.some((each) => each.stale),
  };
}

function reduceFee(task: FeeTask, fee: Fee, certain: boolean): FeeResult {
  const { benefit, path, source, presumed } = task;
  const price = priceOf(fee, task.scope, presumed);
  const day = fee.classesOn === undefined ? undefined : factAt(task.scope, fee.classesOn);
  const scope = day === undefined ? task.scope : { ...task.scope, on: daysOf(day), onPath: day.path };
  const applicants = applicantsOf(task, scope, fee.classesOn === undefined);
  const isReducible = benefit.classes.some((each) => payOfClass(each, fee.id) !== "1/1");
  const share = task.eligible ? jointShare(benefit, fee.id, applicants) : exactly(one);
  const [classId] = applicants.length === 1 && task.eligible ? (applicants[0]?.classes.certain ?? []) : [];
  const named = {
    ...(benefit.fees.length > 1 ? { fee: fee.id } : {}),
    ...(classId !== undefined && isExact(share) ? { class: classId } : {}),
  };
  const { unit, at } = benefit.rounding;
  const lines = (at === "year" ? price?.lines : merged(price?.lines)) ?? [];
  const whole = sumOf(lines.map((line) => line.amount));
  const sums = lines.map(({ year, amount }) => ({ year, ...reduced(amount, share, unit) }));
  const parts = sums.map(({ year, payable, saved }): Part => {
    const money = { amount: toInterval(orNothing(payable, certain)), saved: toInterval(orNothing(saved, certain)) };
    return { items: [path], scope: "procedure", ...(year === undefined ? {} : { year }), ...named, ...money };
  });
  const payable = fee.refunded ? whole : sumOf(sums.map((sum) => sum.payable));
  const saved = sumOf(sums.map((sum) => sum.saved));
  const known = price !== undefined;
  const result = known ? orNothing(payable, certain) : null;
  return {
    payable: result,
    saved: known ? (fee.refunded ? nothing : orNothing(saved, certain)) : null,
    refunded: known && fee.refunded ? orNothing(saved, certain) : nothing,
    share: isReducible && (lines.length > 0 || !known) ? share : undefined,
    parts,
    steps: [
      ...(price === undefined ? [] : [feeStep(task, fee, price, whole)]),
      ...(task.eligible && isReducible ? applicants.map((each) => classStep(task, fee, each, whole)) : []),
      {
        code: fee.refunded ? "refunded" : "payable",
        args: { share: ratios(share), unit, item: path, fee: fee.id },
        amount: result === null ? { min: 0, max: null } : toInterval(result),
        source,
      },
    ],
    stale: price?.stale ?? false,
  };
}

/** A share of the whole fee is the fee itself: only what a reduction leaves is rounded. */
function reduced(fee: Amount, share: Span, unit: number): { payable: Amount; saved: Amount } {
  const left = (whole: Fraction, part: Fraction) => floorTo(multiply(whole, part), isWhole(part) ? 1 : unit);
  return {
    payable: { min: left(fee.min, share.min), max: fee.max === null ? null : left(fee.max, share.max) },
    // From fee and share, never fee less the payable interval: both move together.
    saved: {
      min: subtract(fee.min, left(fee.min, share.max)),
      max: fee.max === null ? (isWhole(share.min) ? zero : null) : subtract(fee.max, left(fee.max, share.min)),
    },
  };
}

/** Where the sum is rounded, the years are one amount. */
const merged = (lines: { year?: number; amount: Amount }[] | undefined): { year?: number; amount: Amount }[] =>
  lines === undefined || lines.length < 2 ? (lines ?? []) : [{ amount: sumOf(lines.map((line) => line.amount)) }];

/** A fee that may not be due counts from nothing. */
const orNothing = (amount: Amount, certain: boolean): Amount => (certain ? amount : { ...amount, min: zero });

export const sumOrNull = (amounts: readonly (Amount | null)[]): Amount | null => {
  const known = amounts.filter((amount): amount is Amount => amount !== null);
  return known.length < amounts.length ? null : sumOf(known);
};

export const widest = (left: Span, right: Span): Span => ({
  min: left.min.numerator * right.min.denominator > right.min.numerator * left.min.denominator ? right.min : left.min,
  max: left.max.numerator * right.max.denominator < right.max.numerator * left.max.denominator ? right.max : left.max,
});

function feeStep(task: FeeTask, fee: Fee, price: NonNullable<ReturnType<typeof priceOf>>, whole: Amount): Step {
  const years = price.lines.flatMap(({ year }) => year ?? []);
  return {
    code: "fee",
    args: {
      table: fee.table,
      tariffs: price.tariffs,
      units: toInterval(price.units),
      item: task.path,
      ...(years.length === 0 ? {} : { years: [years[0], years.at(-1)] }),
    },
    amount: toInterval(whole),
    source: price.source === undefined ? task.source : task.sourceOf(price.source),
  };
}

const classStep = ({ benefit, source }: FeeTask, fee: Fee, applicant: Applicant, whole: Amount): Step => ({
  code: "class",
  args: {
    applicant: applicant.path,
    certain: applicant.classes.certain,
    possible: applicant.classes.possible,
    pay: ratios(payOf(benefit, fee.id, applicant)),
    share: ratios(applicant.share),
    quotaReached: applicant.classes.quotaReached,
  },
  amount: toInterval(whole),
  source,
});

const isWhole = ({ numerator, denominator }: Fraction): boolean => numerator === denominator;
const isExact = ({ min, max }: Span): boolean => min.numerator * max.denominator === max.numerator * min.denominator;
const ratios = (span: Span | undefined) =>
  span === undefined ? null : { min: toRatio(span.min), max: toRatio(span.max) };
