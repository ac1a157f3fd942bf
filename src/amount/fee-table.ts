import { tariffsOn } from "../engine/operand.ts";
import { daysOf, factAt, type Scope, yearsAt } from "../facts/scope.ts";
import { add, multiply, toFraction, zero } from "../normalize/fraction.ts";
import type { Fee } from "../schema/benefit.ts";
import type { Tariff } from "../schema/law.ts";
import { type Presumed, spanOf } from "./reads.ts";
import { type Amount, hullOf } from "./yen.ts";

/** What is due before any reduction: one amount, or one for each year. */
export interface Price {
  lines: { year?: number; amount: Amount }[];
  units: Amount;
  tariffs: unknown[];
  source: string | undefined;
  stale: boolean;
}

/** On some of the days no tariff is known. */
const unknownFee: Amount = { min: zero, max: null };

/** The fee of an entry by the table of its day; undefined where no table is sourced. */
export function priceOf(
  { table, on, units: unitsPath, years }: Fee,
  scope: Scope,
  presumed: Presumed,
): Price | undefined {
  if (table === undefined) return undefined;
  const day = on === undefined ? undefined : factAt(scope, on);
  if (day?.provenance === "presumed" && day.known.kind === "exact") presumed.set(day.path, day.known.value);
  const { tariffs, source, stale, partial } = tariffsOn(scope, table, day === undefined ? scope.on : daysOf(day));
  const units = unitsPath === undefined ? { min: zero, max: zero } : spanOf(factAt(scope, unitsPath), 1);
  const amountIn = (year: number | undefined): Amount => {
    const found = tariffs.map((tariff) =>
      Array.isArray(tariff)
        ? tariff.find((each) => year !== undefined && each.from <= year && year <= each.to)
        : (tariff as Tariff),
    );
    return partial || found.includes(undefined)
      ? unknownFee
      : hullOf(found.map((tariff) => priceBy(tariff as Tariff, units)));
  };
  const lines =
    years === undefined
      ? [{ amount: amountIn(undefined) }]
      : yearsOf(years, scope, presumed).map((year) => ({ year, amount: amountIn(year) }));
  return { lines, units, tariffs, source, stale };
}

/** Of the years paid for, those that the fee covers. */
function yearsOf({ of, from, to }: NonNullable<Fee["years"]>, scope: Scope, presumed: Presumed): number[] {
  const { path, years, presumed: isPresumed } = yearsAt(scope, of);
  if (years === undefined) return [];
  if (isPresumed) presumed.set(path, years);
  const first = Math.max(from, years[0]);
  return Array.from({ length: Math.max(0, Math.min(to, years[1]) - first + 1) }, (_, index) => first + index);
}

const priceBy = ({ base, perUnit }: Tariff, units: Amount): Amount => {
  const price = (count: Amount["min"]) => add(toFraction(base), multiply(toFraction(perUnit), count));
  return { min: price(units.min), max: units.max === null ? null : price(units.max) };
};
