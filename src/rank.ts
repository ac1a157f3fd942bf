import type { Result } from "./schema/assessment.ts";

const place =
  <T>(order: readonly T[]) =>
  (value: T): number =>
    order.indexOf(value);
const byEligibility = place<Result["eligibility"]>(["eligible", "undetermined", "ineligible"]);
const byAvailability = place<Result["availability"]>(["open", "upcoming", "unknown", "closed"]);
const byFreshness = place<Result["freshness"]>(["current", "last-known", "none"]);

/** What a result is worth at the most; help without money counts as nothing here. */
function worth({ estimate }: Result): { least: number; most: number } {
  if (estimate?.kind === "subsidy") return { least: estimate.min, most: estimate.max ?? estimate.min };
  if (estimate?.kind === "fee-reduction") return { least: estimate.saved?.min ?? 0, most: estimate.saved?.max ?? 0 };
  return { least: 0, most: 0 };
}

/** The keys in order; the first that differs decides. The id makes the order total. */
const keys: ((result: Result) => number | string)[] = [
  (result) => byEligibility(result.eligibility),
  // A measure of another place is most likely none for this company, even while its offices are not known.
  (result) => (result.place === "elsewhere" ? 1 : 0),
  // What asks nothing of anybody ranks below what was decided for this company.
  (result) => (result.eligibility === "eligible" && result.determining.length === 0 ? 1 : 0),
  (result) => byAvailability(result.availability),
  (result) => byFreshness(result.freshness),
  (result) => (result.viewOf === null ? 0 : 1),
  (result) => -result.fits.length,
  (result) => -worth(result).least,
  (result) => -worth(result).most,
  (result) => result.measure.id,
];

/** Recommended order: eligible first, then open, then confirmed for the day, then what fits the company best, then by amount. */
export function rank(results: readonly Result[]): Result[] {
  const keyed = results.map((result) => ({ result, values: keys.map((key) => key(result)) }));
  return keyed
    .sort((left, right) => {
      for (const [index, value] of left.values.entries()) {
        const other = right.values[index] as typeof value;
        if (value !== other) return value < other ? -1 : 1;
      }
      return 0;
    })
    .map(({ result }) => result);
}
