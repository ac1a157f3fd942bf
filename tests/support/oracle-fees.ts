/* Fees and their reduction, worked out once more with nothing but integers. */

import type { Pair } from "./oracle-projects.ts";

export interface PlainStep {
  from: number;
  to: number;
  base: number;
  perUnit: number;
}

export interface PlainFee {
  /** One step for all years where it is no yearly fee. */
  table: PlainStep[];
  years: { from: number; to: number } | undefined;
  /** What those of the class pay; undefined: the class does not name the fee. */
  pay: Pair | undefined;
  refunded: boolean;
}

export interface PlainReduction {
  fees: PlainFee[];
  rounding: { unit: number; at: "year" | "total" };
}

export interface PlainPatent {
  claims: number;
  years: [first: number, last: number];
  /** Shares of co-applicants who are of no class. */
  others: Pair[];
}

/** What is paid, saved and paid back. */
export function owed({ fees, rounding }: PlainReduction, { claims, years, others }: PlainPatent) {
  const sum = { payable: 0n, saved: 0n, refunded: 0n };
  for (const fee of fees) {
    const lines: bigint[] = [];
    const last = fee.years === undefined ? years[0] : Math.min(years[1], fee.years.to);
    for (let year = fee.years === undefined ? years[0] : Math.max(years[0], fee.years.from); year <= last; year++) {
      const step = fee.table.find(
        ({ from, to }) => fee.years === undefined || (from <= year && year <= to),
      ) as PlainStep;
      lines.push(BigInt(step.base) + BigInt(step.perUnit) * BigInt(claims));
    }
    const amounts = rounding.at === "year" ? lines : [lines.reduce((total, line) => total + line, 0n)];
    const [numerator, denominator] = shareFor(fee.pay ?? [1, 1], others);
    for (const amount of amounts) {
      const unit = numerator === denominator ? 1n : BigInt(rounding.unit);
      const left = ((amount * numerator) / denominator / unit) * unit;
      if (fee.refunded) sum.refunded += amount - left;
      else sum.saved += amount - left;
      sum.payable += fee.refunded ? amount : left;
    }
  }
  return { payable: Number(sum.payable), saved: Number(sum.saved), refunded: Number(sum.refunded) };
}

/** Those of the class pay their part of the rest, the others the whole of theirs. */
function shareFor([numerator, denominator]: Pair, others: readonly Pair[]): [bigint, bigint] {
  const scale = 12n;
  const full = others.reduce((sum, [part, whole]) => sum + (scale * BigInt(part)) / BigInt(whole), 0n);
  return [(scale - full) * BigInt(numerator) + full * BigInt(denominator), scale * BigInt(denominator)];
}
