import { mostOf, worthOf } from "./amount/worth.ts";
import type { Fit, Result } from "./schema/assessment.ts";

const place =
  <T>(order: readonly T[]) =>
  (value: T): number =>
    order.indexOf(value);
const byEligibility = place<Result["eligibility"]>(["eligible", "undetermined", "ineligible"]);
const byAvailability = place<Result["availability"]>(["open", "upcoming", "unknown", "closed"]);
const byFreshness = place<Result["freshness"]>(["current", "last-known", "none"]);

const fitsBy = ({ fits }: Result, by: Fit["by"]): number => fits.filter((fit) => fit.by === by).length;

/** The keys in order: the first that differs decides, the smaller value stands higher. The id makes the order total. */
const keys = {
  verdict: (result) => byEligibility(result.eligibility),
  // A measure of another place is most likely none for this company, even while its offices are not known.
  elsewhere: (result) => (result.place === "elsewhere" ? 1 : 0),
  // What asks nothing of anybody ranks below what was decided for this company.
  "open-to-all": (result) => (result.eligibility === "eligible" && result.determining.length === 0 ? 1 : 0),
  window: (result) => byAvailability(result.availability),
  freshness: (result) => byFreshness(result.freshness),
  // A special case stands below what it is a case of.
  view: (result) => (result.viewOf === null ? 0 : 1),
  needs: (result) => -fitsBy(result, "need"),
  stage: (result) => -fitsBy(result, "stage"),
  character: (result) => -fitsBy(result, "character"),
  region: (result) => (result.place === "here" ? 0 : 1),
  "least-amount": (result) => -(worthOf(result.estimate)?.min ?? 0),
  "most-amount": (result) => -mostOf(result.estimate),
  // What is to be done and to be judged.
  effort: (result) => result.subjectTo.length,
  id: (result) => result.measure.id,
} as const satisfies Record<string, (result: Result) => number | string>;

export type RankKey = keyof typeof keys;
const names = Object.keys(keys) as RankKey[];

/** Recommended order: what was decided and is open first, then what fits, then by amount, then what asks less. */
export function rank(results: readonly Result[]): Result[] {
  const keyed = results.map((result) => ({ result, values: names.map((name) => keys[name](result)) }));
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

/** By which key one result stands above another, or below it. */
export const rankedBy = (left: Result, right: Result): RankKey =>
  names.find((name) => keys[name](left) !== keys[name](right)) ?? "id";
