import { phrases, say } from "../explain/words.ts";
import type { MeasureTerms } from "../get-terms.ts";
import { readShare } from "../normalize/share.ts";
import type { Condition } from "../schema/condition.ts";
import type { Ratio } from "../schema/primitives.ts";
import {
  answer,
  expectRead,
  known,
  type MatcherOptions,
  type MatcherResult,
  measureName,
  same,
  termsOf,
} from "./matcher.ts";
import { conditionText, listed, routeText, variantsOf } from "./subsidy.ts";
import { frames } from "./words.ts";

/** A share as people write it: `"1/2"`, `"50%"`, `0.5`, `{ numerator: 1, denominator: 2 }`. A third is `"1/3"`. */
export type ShareInput = string | number | Ratio;

/** A rate that depends on a fact, or that one route grants. */
export interface ExpectedRate {
  /** `"fixed"` for 定額: a sum, not a share of the expense. */
  rate: ShareInput;
  /** The condition as the rule writes it. Not tested where absent. */
  when?: Condition;
  /** Any where absent. */
  route?: string;
}

/** Which class of a fee reduction, and which of its fees. Any where absent. */
export interface PayableOf {
  class?: string;
  fee?: string;
}

/** One row of a subsidy's rates. */
interface Row {
  share: string;
  when?: Condition | undefined;
  route?: string;
}

const shareOf = (input: ShareInput): string =>
  input === "fixed" ? input : expectRead(readShare(input), "the expected share");

function ratesOf(received: MeasureTerms, route: string | undefined): Row[] {
  return variantsOf(received, route).flatMap(({ subsidy: { rate, rates, fixed }, ...variant }) => {
    const rows = rates ?? (rate === undefined && fixed === undefined ? [] : [{ rate }]);
    return rows.map(
      (row): Row => ({ ...variant, ...row, share: row.rate === undefined ? "fixed" : shareOf(row.rate) }),
    );
  });
}

/** `expect(getTerms(id, { asOf })).toHaveRate("1/2")`: the subsidy's rate, or one of its rates, is this share. */
export function toHaveRate(
  options: MatcherOptions,
  input: unknown,
  expected: ShareInput | ExpectedRate,
): MatcherResult {
  const received = termsOf(input, "toHaveRate");
  const wanted = typeof expected !== "object" || "numerator" in expected ? { rate: expected } : expected;
  for (const key of Object.keys(wanted)) known(key, ["rate", "when", "route"], "the key");
  const share = shareOf(wanted.rate);
  const rows = ratesOf(received, wanted.route);
  const text = (row: Row) => {
    const rate = row.share === "fixed" ? say(phrases.fixed, options.lang) : row.share;
    return say(frames.rate, options.lang, { rate }) + conditionText(row.when, options) + routeText(row, options);
  };
  return answer(
    rows.some((row) => row.share === share && (wanted.when === undefined || same(row.when, wanted.when))),
    [frames.terms, frames.notTerms],
    { measure: measureName(received, options), expected: text({ ...wanted, share }) },
    () => listed(rows.map(text), received, options),
    options,
  );
}

/** One share of one fee that a class pays. */
interface Payable {
  id: string;
  fee: string | undefined;
  share: string;
}

/** What each class pays: of every fee, or fee by fee. A fee that a class does not name is paid in full. */
function payablesOf({ terms }: MeasureTerms, fee: string | undefined): Payable[] {
  if (terms === null || terms.benefit.kind !== "fee-reduction") return [];
  const { fees, classes } = terms.benefit;
  if (fee !== undefined)
    known(
      fee,
      fees.map(({ id }) => id),
      "the fee",
    );
  return classes.flatMap(({ id, pay }): Payable[] =>
    typeof pay === "string"
      ? [{ id, fee, share: shareOf(pay) }]
      : fees
          .filter((each) => fee === undefined || each.id === fee)
          .map((each) => ({ id, fee: each.id, share: shareOf(pay[each.id] ?? "1/1") })),
  );
}

/**
 * `expect(getTerms(id, { asOf })).toHavePayable("1/3", { class: "micro" })`: the class pays this share of the fee. The
 * share is what is left to pay, never the discount.
 */
export function toHavePayable(
  options: MatcherOptions,
  input: unknown,
  expected: ShareInput,
  of: PayableOf = {},
): MatcherResult {
  const received = termsOf(input, "toHavePayable");
  for (const key of Object.keys(of)) known(key, ["class", "fee"], "the key");
  const share = shareOf(expected);
  const payables = payablesOf(received, of.fee);
  if (of.class !== undefined) known(of.class, [...new Set(payables.map(({ id }) => id))], "the class");
  const asked = [of.class, of.fee].flatMap((each) => each ?? []).join(", ");
  return answer(
    payables.some((each) => each.share === share && (of.class === undefined || each.id === of.class)),
    [frames.terms, frames.notTerms],
    {
      measure: measureName(received, options),
      expected: `${say(frames.payable, options.lang, { share })}${asked === "" ? "" : ` (${asked})`}`,
    },
    () =>
      listed(
        payables.map(({ id, fee = frames.anyFee[options.lang], share: each }) =>
          say(frames.feeShare, options.lang, { id, fee, share: each }),
        ),
        received,
        options,
      ),
    options,
  );
}
