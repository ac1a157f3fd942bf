import type { Interval, Part, Result } from "../schema/assessment.ts";
import type { FeeSaving, SharedFiling, Use } from "../schema/plan.ts";
import { sum } from "./allocate.ts";

/** What the fee reductions save that the company can ask for. */
export function feeSavings(results: readonly Result[]): FeeSaving[] {
  return results.flatMap(({ measure, eligibility, availability, viewOf, estimate }): FeeSaving[] => {
    if (
      eligibility !== "eligible" ||
      availability === "closed" ||
      viewOf !== null ||
      estimate?.kind !== "fee-reduction"
    )
      return [];
    const { saved, payable, refunded } = estimate;
    return [
      {
        measure: { id: measure.id, name: measure.name },
        saved: saved === null || refunded === undefined ? saved : sum(saved, refunded),
        payable,
        fees: byFee(estimate.parts),
      },
    ];
  });
}

/** Years of one fee of one filing, added up. */
function byFee(parts: readonly Part[]): FeeSaving["fees"] {
  const fees = new Map<string, FeeSaving["fees"][number]>();
  for (const { items, fee = null, amount, saved = { min: 0, max: 0 } } of parts) {
    const item = items.join(", ");
    const known = fees.get(`${item} ${fee}`) ?? { item, fee, saved: zero, payable: zero };
    fees.set(`${item} ${fee}`, { item, fee, saved: sum(known.saved, saved), payable: sum(known.payable, amount) });
  }
  return [...fees.values()];
}

const zero: Interval = { min: 0, max: 0 };

/** Filings whose cost a subsidy pays for and whose fees are reduced besides. */
export const sharedFilings = (uses: readonly Use[], savings: readonly FeeSaving[]): SharedFiling[] =>
  uses.flatMap(({ measure, costs }) =>
    costs.flatMap((cost): SharedFiling[] => {
      const reductions = savings
        .filter(({ fees }) => fees.some(({ item }) => item === cost))
        .map((each) => each.measure.id);
      return reductions.length === 0 ? [] : [{ cost, measure: measure.id, reductions }];
    }),
  );
