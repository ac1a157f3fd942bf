import type { IssueArgs, IssueCode } from "../issues.ts";
import { compare, one, toFraction } from "../normalize/fraction.ts";
import type { SubsidyPatch } from "../schema/benefit.ts";
import type { Comparison, Condition } from "../schema/condition.ts";
import type { FactEntry } from "../schema/law.ts";
import { type Call, rights, type Terms } from "../schema/measure.ts";
import type { Catalog } from "./catalog.ts";

type Report = (at: string, code: IssueCode, args: IssueArgs) => void;

/** Values that have the right shape and cannot be meant: days in the wrong order, kinds that nobody can name. */
export function checkTerms(terms: Terms, each: string | undefined, catalog: Catalog, report: Report): void {
  const { from, lastSeen, benefit, routes = [], calls = [] } = terms;
  if (from !== null && lastSeen < from) report("lastSeen", "dates-not-ordered", { later: lastSeen, earlier: from });
  for (const [place, list] of [
    ["calls", calls] as const,
    ...routes.map((route) => [`routes.${route.id}.calls`, route.calls ?? []] as const),
  ])
    checkCalls(place, list, report);
  if (benefit.kind !== "subsidy") return;
  const list = benefit.expense !== undefined && "each" in benefit.expense ? benefit.expense.each : each;
  checkSubsidy("benefit", benefit, list, catalog, report);
  for (const route of routes) checkSubsidy(`routes.${route.id}.benefit`, route.benefit ?? {}, list, catalog, report);
}

function checkCalls(place: string, calls: readonly Call[], report: Report): void {
  for (const { id, opens, closes } of calls)
    if (opens !== undefined && closes !== undefined && closes < opens)
      report(`${place}.${id}`, "dates-not-ordered", { later: closes, earlier: opens });
}

function checkSubsidy(
  at: string,
  subsidy: SubsidyPatch,
  each: string | undefined,
  catalog: Catalog,
  report: Report,
): void {
  const known = (place: string, wanted: readonly string[] | undefined, options: readonly string[]) => {
    const strange = (wanted ?? []).filter((value) => !options.includes(value));
    if (strange.length > 0)
      report(`${at}.${place}`, "unknown-option", { value: strange.join(", "), options: options.join(", ") });
  };
  const kinds = Object.keys(catalog.facts[`${each}[].costs[].kind`]?.options ?? {});
  known("eligibleExpenses", subsidy.eligibleExpenses, kinds);
  known("ineligibleExpenses", subsidy.ineligibleExpenses, kinds);
  for (const [index, cap] of (subsidy.caps ?? []).entries()) known(`caps[${index}].rights`, cap.rights, rights);
  for (const [index, limit] of (subsidy.limits ?? []).entries()) known(`limits[${index}].rights`, limit.rights, rights);
  for (const rate of [subsidy.rate, ...(subsidy.rates ?? []).map((row) => row.rate)]) {
    if (rate !== undefined && compare(toFraction(`${rate.numerator}/${rate.denominator}`), one) > 0)
      report(`${at}.rate`, "out-of-range", { value: `${rate.numerator}/${rate.denominator}`, minimum: 0, maximum: 1 });
  }
}

const figures = ["atLeast", "above", "atMost", "below", "fewerThanYears", "fewerThanDays"] as const;
const days = ["onOrAfter", "after", "onOrBefore", "before"] as const;

/** A figure is compared with a figure and a day with a day; a text as `60日` is neither. */
export function checkOperand(
  condition: Condition,
  entry: FactEntry | undefined,
  report: (code: IssueCode, args: IssueArgs) => void,
): void {
  if (typeof condition !== "object" || !("fact" in condition)) return;
  const test: Comparison = condition;
  for (const operator of figures) {
    const value: unknown = test[operator];
    const isShare = entry?.type === "share" && !operator.startsWith("fewerThan");
    if (typeof value === "string" && !isShare) report("wrong-type", { value, expected: "number" });
    if (operator.startsWith("fewerThan") && value !== undefined && entry !== undefined && entry.type !== "date")
      report("wrong-type", { value: condition.fact, expected: "date" });
  }
  if (entry !== undefined && entry.type !== "date" && days.some((operator) => operator in test))
    report("wrong-type", { value: condition.fact, expected: "date" });
}
