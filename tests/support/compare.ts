import { derive } from "../../src/facts/derive.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";
import type { Estimate, Interval, ItemResult, Result } from "../../src/schema/assessment.ts";
import type { Ratio } from "../../src/schema/primitives.ts";

/** What a profile says once it is read and what follows from it is added. */
export const understood = (profile: object): unknown => derive(parseProfile(profile));

/** Whether the profile says otherwise than what a result took for granted. */
export function contradicts(profile: unknown, assumes: Result["assumes"]): boolean {
  return assumes.some(({ fact, value }) => valuesAt(profile, fact).some((stated) => !agrees(stated, value)));
}

/** A presumption is a value, or two days (`2026-04-01/2027-03-31`) that the fact is taken to lie between. */
function agrees(stated: unknown, presumed: unknown): boolean {
  const [first, last] =
    typeof presumed === "string" && /^[-\d]{10}\/[-\d]{10}$/.test(presumed) ? presumed.split("/") : [];
  if (first === undefined || last === undefined) return JSON.stringify(stated) === JSON.stringify(presumed);
  const { min, max } =
    typeof stated === "string" ? { min: stated, max: stated } : (stated as { min?: string; max?: string });
  return min !== undefined && max !== undefined && first <= min && max <= last;
}

/** What stands at a path as results write it: `ip.filings[1].status`, or `ip.filings[].status` for any entry. */
export function valuesAt(profile: unknown, path: string): unknown[] {
  const keys = path.match(/[^.[\]]+|\[\d*\]/g) ?? [];
  let values: unknown[] = [profile];
  for (const key of keys) {
    values = values.flatMap((value) => {
      if (typeof value !== "object" || value === null) return [];
      if (key.startsWith("[")) {
        const items = Array.isArray(value) ? value : ((value as { items?: unknown[] }).items ?? []);
        return key === "[]" ? items : items.slice(Number(key.slice(1, -1)), Number(key.slice(1, -1)) + 1);
      }
      const each = (value as Record<string, unknown>)[key];
      return each === undefined ? [] : [each];
    });
  }
  return values;
}

const none: Interval = { min: 0, max: 0 };
const within = (inner: Interval, outer: Interval): boolean =>
  outer.min <= inner.min && (outer.max === null || (inner.max !== null && inner.max <= outer.max));

const isLess = (left: Ratio, right: Ratio): boolean =>
  left.numerator * right.denominator < right.numerator * left.denominator;

/** How the amount with more facts leaves the amount with fewer; empty if it lies within. */
export function escapes(more: Estimate | null, fewer: Estimate | null): string[] {
  if (more === null || fewer === null) return [];
  if (more.kind !== fewer.kind) return [];
  if (more.kind === "subsidy" && fewer.kind === "subsidy") {
    return within(more, fewer) ? [] : [`amount ${show(more)} leaves ${show(fewer)}`];
  }
  if (more.kind === "fee-reduction" && fewer.kind === "fee-reduction") {
    const each = (name: "payable" | "saved") => {
      const [inner, outer] = [more[name], fewer[name]];
      return inner === null || outer === null || within(inner, outer)
        ? []
        : [`${name} ${show(inner)} leaves ${show(outer)}`];
    };
    const share =
      isLess(more.share.min, fewer.share.min) || isLess(fewer.share.max, more.share.max)
        ? [`share ${JSON.stringify(more.share)} leaves ${JSON.stringify(fewer.share)}`]
        : [];
    // What is not told is not paid back, or not known where no table is sourced.
    const refunds =
      more.payable === null || fewer.payable === null || within(more.refunded ?? none, fewer.refunded ?? none)
        ? []
        : [`refunded ${show(more.refunded ?? none)} leaves ${show(fewer.refunded ?? none)}`];
    return [...each("payable"), ...each("saved"), ...refunds, ...share];
  }
  if (more.kind === "in-kind" && fewer.kind === "in-kind" && more.userPays !== null && fewer.userPays !== null) {
    return within(more.userPays, fewer.userPays) ? [] : ["what the user pays leaves its interval"];
  }
  return [];
}

const show = ({ min, max }: Interval): string => `[${min}, ${max ?? "∞"}]`;

/** Verdicts that more facts overturned: the measure's, and each entry's. */
export function overturned(more: Result, fewer: Result): string[] {
  const change = (what: string, now: string, was: string) =>
    was !== "undetermined" && now !== was ? [`${what}: ${was}, then ${now}`] : [];
  return [
    ...change(more.measure.id, more.eligibility, fewer.eligibility),
    ...pairs(more, fewer).flatMap(([now, was]) =>
      change(`${more.measure.id} ${was.path}`, now.eligibility, was.eligibility),
    ),
  ];
}

/** Entries that stand in both results. */
export function pairs(more: Result, fewer: Result): [ItemResult, ItemResult][] {
  return (fewer.items ?? []).flatMap((was): [ItemResult, ItemResult][] => {
    const now = more.items?.find((each) => each.path === was.path);
    return now === undefined ? [] : [[now, was]];
  });
}

/** Every amount that more facts moved out of its interval, where the measure or the entry is eligible. */
export function escaped(more: Result, fewer: Result): string[] {
  const whole =
    more.eligibility === "eligible"
      ? escapes(more.estimate, fewer.estimate).map((each) => `${more.measure.id}: ${each}`)
      : [];
  const entries = pairs(more, fewer).flatMap(([now, was]) =>
    now.eligibility === "eligible"
      ? escapes(now.estimate, was.estimate).map((each) => `${more.measure.id} ${now.path}: ${each}`)
      : [],
  );
  return [...whole, ...entries];
}
