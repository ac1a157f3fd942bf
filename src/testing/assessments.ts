import { amount, interval } from "../explain/figures.ts";
import { explainSteps } from "../explain/steps.ts";
import { eligibilityWords } from "../explain/words.ts";
import { readYen } from "../normalize/yen.ts";
import type { Estimate, Interval, Result } from "../schema/assessment.ts";
import {
  answer,
  expectRead,
  MatcherError,
  type MatcherOptions,
  type MatcherResult,
  measureName,
  resultOf,
} from "./matcher.ts";
import { reasons } from "./reasons.ts";
import { frames } from "./words.ts";

/** Whole yen, exact; or from the least to the most, where `null` says that no ceiling is stated. */
export type ExpectedYen = number | string | readonly [min: number | string, max: number | string | null];

/** The matcher of one verdict; its failure shows the reasons. */
export const verdictMatcher =
  (matcher: string, expected: Result["eligibility"]) =>
  (options: MatcherOptions, received: unknown, id: string): MatcherResult => {
    const { result, asOf } = resultOf(received, id, matcher, options);
    const word = (eligibility: Result["eligibility"]) => eligibilityWords[eligibility][options.lang];
    return answer(
      result.eligibility === expected,
      [frames.verdict, frames.notVerdict],
      {
        measure: measureName(result.measure, options),
        asOf,
        expected: word(expected),
        found: word(result.eligibility),
      },
      () => reasons(result, options),
      options,
    );
  };

/** `expect(assess(profile, { asOf })).toBeWorth(id, 1000000)`: the estimate of a subsidy. */
export function toBeWorth(
  options: MatcherOptions,
  received: unknown,
  id: string,
  expected: ExpectedYen,
): MatcherResult {
  const { result, asOf } = resultOf(received, id, "toBeWorth", options);
  const { estimate } = result;
  if (estimate !== null && estimate.kind !== "subsidy")
    throw new MatcherError(`toBeWorth is for subsidies; ${id} is ${estimate.kind}: use toPay, or look at its estimate`);
  return compared(options, { result, asOf }, estimate, expected, [frames.worth, frames.notWorth]);
}

/** `expect(assess(profile, { asOf })).toPay(id, 79000)`: what is left to pay of a fee, or what a service costs its user. */
export function toPay(options: MatcherOptions, received: unknown, id: string, expected: ExpectedYen): MatcherResult {
  const { result, asOf } = resultOf(received, id, "toPay", options);
  return compared(options, { result, asOf }, payableOf(result.estimate, id), expected, [frames.pay, frames.notPay]);
}

function payableOf(estimate: Estimate | null, id: string): Interval | null {
  if (estimate?.kind === "fee-reduction") return estimate.payable;
  if (estimate?.kind === "in-kind") return estimate.userPays;
  if (estimate === null) return null;
  throw new MatcherError(`toPay is for fees and services; ${id} is ${estimate.kind}: use toBeWorth`);
}

function compared(
  options: MatcherOptions,
  { result, asOf }: { result: Result; asOf: string },
  found: Interval | null,
  expected: ExpectedYen,
  words: Parameters<typeof answer>[1],
): MatcherResult {
  const wanted = readExpected(expected);
  return answer(
    found !== null && found.min === wanted.min && found.max === wanted.max,
    words,
    {
      measure: measureName(result.measure, options),
      asOf,
      expected: interval(wanted, options.lang),
      found: amount(result.estimate, options.lang),
    },
    () => [...explainSteps(result.estimate, options), ...reasons(result, options)],
    options,
  );
}

function readExpected(expected: ExpectedYen): Interval {
  const read = (value: number | string) => expectRead(readYen(value), "the expected yen");
  if (typeof expected !== "object") return { min: read(expected), max: read(expected) };
  const [min, max] = expected;
  return { min: read(min), max: max === null ? null : read(max) };
}
