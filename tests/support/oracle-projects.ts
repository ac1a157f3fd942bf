/* Projects over years and rates by condition, worked out once more in the plainest way. */

export type Pair = [numerator: number, denominator: number];

export interface PlainProject {
  rate: Pair;
  /** On each year. */
  yearly: number | undefined;
  /** On the first so many years together. */
  prefixes: { years: number; yen: number }[];
  whole: number | undefined;
}

/**
 * The most that can be paid out year by year without breaking a cap, found by trying every way: no year gets more than
 * its share of the costs. Counted in parts of a yen as the rate's denominator makes them.
 */
export function mostFor(
  { rate: [numerator, denominator], yearly, prefixes, whole }: PlainProject,
  costs: readonly { year: number; yen: number }[],
): number {
  const last = Math.max(0, ...costs.map(({ year }) => year));
  const earned = Array.from({ length: last + 1 }, (_, year) =>
    costs.filter((cost) => cost.year === year).reduce((sum, { yen }) => sum + yen * numerator, 0),
  );
  const limit = (yen: number | undefined) => (yen === undefined ? Number.POSITIVE_INFINITY : yen * denominator);
  const pay = (year: number, before: number): number => {
    if (year > last) return before;
    let most = -1;
    for (let paid = 0; paid <= Math.min(earned[year] as number, limit(yearly)); paid++) {
      const sum = before + paid;
      const breaks = prefixes.some(({ years, yen }) => years >= year && sum > limit(yen)) || sum > limit(whole);
      if (!breaks) most = Math.max(most, pay(year + 1, sum));
    }
    return most;
  };
  const most = pay(0, 0);
  return (most - (most % denominator)) / denominator;
}

export interface PlainRate {
  /** The options for which it is the rate; undefined: for all others. */
  of: readonly string[] | undefined;
  /** Undefined: a sum that is set, up to the whole expense. */
  rate: Pair | undefined;
}

/** From the least to the most, in twelfths of a yen, of an expense whose option is known. */
export function shareOf(rates: readonly PlainRate[], option: string, yen: number): Pair {
  const { rate } = rates.find(({ of }) => of === undefined || of.includes(option)) ?? { rate: undefined };
  return rate === undefined ? [0, 12 * yen] : [(12 * yen * rate[0]) / rate[1], (12 * yen * rate[0]) / rate[1]];
}
