/** What a subsidy pays, worked out once more in the plainest way. For filings of which everything is known. */
export interface PlainSubsidy {
  rate: { numerator: number; denominator: number };
  caps: {
    scope: "case" | "applicant-fiscal-year" | "applicant";
    yen: number;
    rights?: string[];
    purpose?: string;
    pool?: string;
  }[];
  rounding?: { unit: number; at: "case" | "total" };
  limits?: { rights: string[]; cases: number }[];
}

export interface PlainFiling {
  right: string;
  purpose: string;
  cost: number;
  basis: string;
  share: [number, number];
}

export function paid(benefit: PlainSubsidy, filings: readonly PlainFiling[], granted: number): number {
  const cases = new Map<string, PlainFiling[]>();
  for (const filing of filings) cases.set(filing.basis, [...(cases.get(filing.basis) ?? []), filing]);
  // In sixtieths of a yen over the rate's denominator: every share and every rate used comes out whole.
  const scale = 60n * BigInt(benefit.rate.denominator);
  const sums = [...cases.values()].map((list) => {
    const [first] = list as [PlainFiling];
    let sum = 0n;
    for (const { cost, share } of list)
      sum += (BigInt(cost) * BigInt(benefit.rate.numerator) * 60n * BigInt(share[0])) / BigInt(share[1]);
    for (const { scope, yen, rights, purpose } of benefit.caps) {
      if (scope !== "case" || (rights && !rights.includes(first.right)) || (purpose && purpose !== first.purpose))
        continue;
      const cap = BigInt(yen) * scale;
      if (sum > cap) sum = cap;
    }
    return {
      right: first.right,
      sum: benefit.rounding?.at === "case" ? down(sum, BigInt(benefit.rounding.unit) * scale) : sum,
    };
  });
  for (const { rights, cases: most } of benefit.limits ?? []) {
    const inside = sums
      .filter(({ right }) => rights.includes(right))
      .sort((left, right) => (left.sum > right.sum ? -1 : 1));
    for (const each of inside.slice(most)) each.sum = 0n;
  }
  let total = sums.reduce((sum, each) => sum + each.sum, 0n);
  for (const { scope, yen, pool } of benefit.caps) {
    if (scope === "case") continue;
    const left = BigInt(Math.max(0, yen - (pool === undefined ? 0 : granted))) * scale;
    if (total > left) total = left;
  }
  if (benefit.rounding?.at === "total") total = down(total, BigInt(benefit.rounding.unit) * scale);
  return Number(total / scale);
}

const down = (amount: bigint, unit: bigint): bigint => (amount / unit) * unit;
