import { evaluate } from "../engine/evaluate.ts";
import { figuresOf } from "../engine/operand.ts";
import { factAt, listAt, partyAt, type Scope, withName } from "../facts/scope.ts";
import {
  add,
  compare,
  type Fraction,
  greatest,
  least,
  multiply,
  one,
  subtract,
  toFraction,
  zero,
} from "../normalize/fraction.ts";
import type { FeeClass, FeeReduction } from "../schema/benefit.ts";
import type { Span } from "./rates.ts";
import { type Presumed, spanOf } from "./reads.ts";
import { toInterval } from "./yen.ts";

export interface ClassContext {
  benefit: FeeReduction;
  /** Other filings that may use up a quota of the same year first. */
  others: number;
  presumed: Presumed;
}

export interface Applicant {
  path: string;
  /** Nobody applies beside it, so an eligible filing has a class of its on the day that it is eligible. */
  sole: boolean;
  /** Of the filing; open where nobody says. */
  share: Span | undefined;
  classes: Classes;
}

interface Classes {
  certain: string[];
  possible: string[];
  quotaReached: string[];
  /** Whether a quota still has room is not known. */
  quotaOpen: boolean;
}

/** Who applies, of which classes each may be, and with which share. */
export function applicantsOf(context: ClassContext, scope: Scope, onDayOfTerms: boolean): Applicant[] {
  const { benefit, presumed } = context;
  const list = benefit.coApplicants === undefined ? undefined : listAt(scope, benefit.coApplicants);
  if (list?.provenance === "presumed") presumed.set(list.path, []);
  const sole = onDayOfTerms && (list === undefined || (list.complete && list.entries.length === 0));
  const coApplicants = (list?.entries ?? []).map((node): Applicant => {
    const party = withName(scope, "self", node);
    const classes = classesOf(context, party, false);
    const { known } = factAt(party, "self.share");
    const share = known.kind === "exact" ? exactly(toFraction(known.value as string)) : undefined;
    return { path: node.path, classes, sole: false, share };
  });
  const classes = classesOf(context, withName(scope, "self", partyAt(scope, "company")), true);
  const company: Applicant = { path: "company", classes, sole, share: undefined };
  const unlisted = list === undefined || list.complete ? [] : [anybody(benefit, `${list.path}[]`)];
  return withRest([company, ...coApplicants, ...unlisted]);
}

/** The company's own share is the rest. Shares above the whole contradict each other, so none of them is known. */
function withRest([company, ...others]: Applicant[]): Applicant[] {
  const stated = others.map(({ share }) => share?.min);
  const sum = stated.reduce<Fraction>((total, share) => add(total, share ?? zero), zero);
  if (compare(sum, one) > 0) return [company as Applicant, ...others.map((each) => ({ ...each, share: undefined }))];
  const rest = stated.includes(undefined) ? undefined : exactly(subtract(one, sum));
  return [{ ...(company as Applicant), share: rest }, ...others];
}

/** A co-applicant who is not listed: of any class, or of none. */
const anybody = ({ classes }: FeeReduction, path: string): Applicant => ({
  path,
  classes: { certain: [], possible: classes.map((each) => each.id), quotaReached: [], quotaOpen: false },
  sole: false,
  share: undefined,
});

function classesOf({ benefit, others, presumed }: ClassContext, scope: Scope, isCompany: boolean): Classes {
  const classes: Classes = { certain: [], possible: [], quotaReached: [], quotaOpen: false };
  for (const { id, when, quota } of benefit.classes) {
    const { outcome } = evaluate(when, scope);
    if (outcome === "unsatisfied") continue;
    const room = quota === undefined || !isCompany ? "free" : roomIn(quota, scope, others, presumed);
    if (room === "full") classes.quotaReached.push(id);
    else {
      classes.possible.push(id);
      if (room === "unknown") classes.quotaOpen = true;
      if (outcome === "satisfied" && room === "free") classes.certain.push(id);
    }
  }
  return classes;
}

/** Whether the quota of the year still has room for one more, whichever filing comes first. */
function roomIn(
  quota: { limit: string; used: string },
  scope: Scope,
  others: number,
  presumed: Presumed,
): "free" | "full" | "unknown" {
  const { values, partial } = figuresOf({ parameter: quota.limit }, scope);
  if (values.length === 0) return "free";
  const fact = factAt(scope, quota.used);
  if (fact.provenance === "presumed" && fact.known.kind === "exact") presumed.set(fact.path, fact.known.value);
  const used = toInterval(spanOf(fact));
  const limit = Math.min(...values.map(Number));
  if (used.min >= limit && !partial) return "full";
  return used.max !== null && used.max + others < limit ? "free" : "unknown";
}

/**
 * The least payable class wins. Where none is certain: an eligible sole applicant has one of the possible ones, unless
 * its quota may be used up; a co-applicant may have none and pay in full.
 */
export function payOf({ classes }: FeeReduction, fee: string, applicant: Applicant): Span {
  const { certain, possible, quotaOpen, quotaReached } = applicant.classes;
  const pay = (ids: string[]) =>
    classes.filter((each) => ids.includes(each.id)).map((each) => toFraction(payOfClass(each, fee)));
  if (possible.length === 0) return exactly(one);
  const given = applicant.sole && quotaReached.length === 0 && !quotaOpen;
  return {
    min: least(pay(possible)),
    max: certain.length > 0 ? least(pay(certain)) : given ? greatest(pay(possible)) : one,
  };
}

/** A fee that the class does not name is paid in full. */
export const payOfClass = ({ pay }: FeeClass, fee: string): string =>
  typeof pay === "string" ? pay : Object.hasOwn(pay, fee) ? (pay[fee] as string) : "1/1";

/** Σ share × pay. What shares nobody states fall to whoever pays least, or most. */
export function jointShare(benefit: FeeReduction, fee: string, applicants: readonly Applicant[]): Span {
  const paying = applicants.map(({ share, ...each }) => ({ share, pay: payOf(benefit, fee, { share, ...each }) }));
  const known = paying.filter((each) => each.share !== undefined);
  const open = paying.filter((each) => each.share === undefined);
  const rest = known.reduce((left, each) => subtract(left, (each.share as Span).min), one);
  const part = (end: "min" | "max") =>
    known.reduce((sum, each) => add(sum, multiply((each.share as Span).min, each.pay[end])), zero);
  if (open.length === 0) return { min: part("min"), max: part("max") };
  return {
    min: add(part("min"), multiply(rest, least(open.map((each) => each.pay.min)))),
    max: add(part("max"), multiply(rest, greatest(open.map((each) => each.pay.max)))),
  };
}

export const exactly = (value: Fraction): Span => ({ min: value, max: value });
