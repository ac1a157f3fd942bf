import type { Estimate, Interval } from "../schema/assessment.ts";

/** What is paid out, or saved on fees; null where help has no amount, or none that a source tells. */
export function worthOf(estimate: Estimate | null): Interval | null {
  if (estimate?.kind === "subsidy") return { min: estimate.min, max: estimate.max };
  return estimate?.kind === "fee-reduction" ? estimate.saved : null;
}

/** The most that it is worth for certain: where no ceiling is known, the least. */
export const mostOf = (estimate: Estimate | null): number => {
  const worth = worthOf(estimate);
  return worth === null ? 0 : (worth.max ?? worth.min);
};
