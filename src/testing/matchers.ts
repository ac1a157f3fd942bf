import { catalog as bundled } from "../catalog/bundled.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Lang } from "../explain/words.ts";
import type { MeasureId } from "../generated/names.ts";
import { type ExpectedYen, toBeWorth, toPay, verdictMatcher } from "./assessments.ts";
import { type ExpectedCap, toHaveCap } from "./caps.ts";
import type { MatcherOptions, MatcherResult } from "./matcher.ts";
import { type ExpectedRate, type PayableOf, type ShareInput, toHavePayable, toHaveRate } from "./rates.ts";

type Id = MeasureId | (string & {});

/** What `expect(…)` offers once the matchers are registered. */
export interface CatalogMatchers<R = void> {
  /**
   * On what `getTerms` returns: the subsidy's rate, or one of its rates, is this share (`"1/2"`, `"50%"`), or `"fixed"`
   * for 定額. `{ rate, when, route }` says which.
   */
  toHaveRate(expected: ShareInput | ExpectedRate): R;
  /** On what `getTerms` returns: the class (or any) pays this share of the fee. The share payable, never the discount. */
  toHavePayable(expected: ShareInput, of?: PayableOf): R;
  /** On what `getTerms` returns: a row of caps has all of these keys. Amounts in yen. */
  toHaveCap(expected: ExpectedCap): R;
  /** On an assessment. A failure shows the criteria that decided, with expected and actual values. */
  toBeEligibleFor(id: Id): R;
  /** On an assessment. */
  toBeIneligibleFor(id: Id): R;
  /** On an assessment. */
  toBeUndeterminedFor(id: Id): R;
  /** On an assessment: the estimate of a subsidy in yen, exact or `[min, max]`. */
  toBeWorth(id: Id, expected: ExpectedYen): R;
  /** On an assessment: what is left to pay of a fee, or what a service costs its user; yen, exact or `[min, max]`. */
  toPay(id: Id, expected: ExpectedYen): R;
}

/** Plain functions for `expect.extend` of vitest or jest. */
export type Matchers = {
  [K in keyof CatalogMatchers]: (received: unknown, ...expected: Parameters<CatalogMatchers[K]>) => MatcherResult;
};

/** The matchers, wording failures in a language and with the labels of a catalog that has facts of its own. */
export function matchersFor({ lang = "en", catalog = bundled }: { lang?: Lang; catalog?: Catalog } = {}): Matchers {
  const options: MatcherOptions = { lang, catalog };
  const using =
    <T extends unknown[]>(matcher: (options: MatcherOptions, received: unknown, ...expected: T) => MatcherResult) =>
    (received: unknown, ...expected: T) =>
      matcher(options, received, ...expected);
  return {
    toHaveRate: using(toHaveRate),
    toHavePayable: using(toHavePayable),
    toHaveCap: using(toHaveCap),
    toBeEligibleFor: using(verdictMatcher("toBeEligibleFor", "eligible")),
    toBeIneligibleFor: using(verdictMatcher("toBeIneligibleFor", "ineligible")),
    toBeUndeterminedFor: using(verdictMatcher("toBeUndeterminedFor", "undetermined")),
    toBeWorth: using(toBeWorth),
    toPay: using(toPay),
  };
}

/** The matchers with English failures: `expect.extend(matchers)`. */
export const matchers: Matchers = matchersFor();
