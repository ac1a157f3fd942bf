import type { Subsidy } from "../schema/benefit.ts";
import type { Claim } from "./cases.ts";
import { type Amount, nothing, toInterval } from "./yen.ts";

/** Of the cases (of a right) only so many are funded: the best ones. One whose right is not known may be one of them. */
export function limited(groups: readonly Claim[][], cases: readonly Amount[], benefit: Subsidy): Amount[] {
  const funded = [...cases];
  for (const { rights, cases: most } of benefit.limits ?? []) {
    const limits = ({ right }: Claim) => rights === undefined || (right !== undefined && rights.includes(right));
    const certainly = beyondBest(
      funded,
      most,
      (index) => groups[index]?.every(limits) === true,
      (amount) => toInterval(amount).max ?? Number.MAX_SAFE_INTEGER,
    );
    const possibly = beyondBest(
      funded,
      most,
      (index) => groups[index]?.some((claim) => claim.right === undefined || limits(claim)) === true,
      (amount) => toInterval(amount).min,
    );
    for (const [index, { min, max }] of funded.entries()) {
      funded[index] = { min: possibly.has(index) ? nothing.min : min, max: certainly.has(index) ? nothing.max : max };
    }
  }
  return funded;
}

/** The places of the amounts that fall outside the best so many of their kind. */
function beyondBest(
  amounts: readonly Amount[],
  most: number,
  belongs: (index: number) => boolean,
  size: (amount: Amount) => number,
): Set<number> {
  const ranked = amounts
    .map((amount, index) => ({ index, size: size(amount) }))
    .filter(({ index }) => belongs(index))
    .sort((left, right) => right.size - left.size);
  return new Set(ranked.slice(most).map(({ index }) => index));
}

/** However the entries fall into cases, no more are funded than there are entries, or than a limit on all of them says. */
export const mostCases = (claims: readonly Claim[], { limits = [] }: Subsidy): number =>
  Math.min(
    claims.length,
    ...limits
      .filter(({ rights }) =>
        claims.every(({ right }) => rights === undefined || (right !== undefined && rights.includes(right))),
      )
      .map(({ cases }) => cases),
  );
