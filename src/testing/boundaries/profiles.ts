import { type Catalog, findMeasure, measuresOf } from "../../catalog/catalog.ts";
import { entryFor } from "../../catalog/vocabulary.ts";
import { operatorOf } from "../../engine/comparisons.ts";
import { CatalogError, issue, ProfileError } from "../../errors.ts";
import { parseAsOf } from "../../facts/parse-as-of.ts";
import { type ProfileInput, parseProfile } from "../../facts/parse-profile.ts";
import type { Measure } from "../../schema/measure.ts";
import type { Profile } from "../../schema/profile.ts";
import { comparisonsOf, type FoundComparison } from "./comparisons.ts";
import { entriesOf, firstEntry, lay, valueAt } from "./lay.ts";
import { type Side, sidesOf, type Threshold, thresholdsOf } from "./values.ts";

/** A profile that lies on a threshold of the rules or right beside it. */
export interface BoundaryProfile {
  /** `company.regularEmployees 301 (above 300; company.industry manufacturing)`. */
  name: string;
  asOf: string;
  /** The base with the value laid over it, canonical. */
  profile: Profile;
  /** The profile path that was set: `company.regularEmployees`, `ip.filings[0].claims`, or `asOf`. */
  fact: string;
  /** Yen, persons, a share as a fraction (`"1/2"`), a day; of a counted list, how many entries it has. */
  value: number | string;
  /**
   * Of a figure: where the value lies from the threshold. Of a date: where it lies from the day of the rule; of an age:
   * where the day of reading lies from the anniversary (`on` it the period is over).
   */
  side: Side["side"];
  /** What the rule compares with: a figure, a day, or a number of years or days. */
  threshold: number | string;
  operator: string;
  /** The row of a table that the threshold stands in; the profile has this option. */
  row?: { fact: string; option: string };
  /** Measure, place and the definitions called, outermost first: `id criteria.size > smeSizeSevenRows`. */
  standsIn: string[];
}

export interface BoundaryOptions {
  /** The day that the rules are read on, `YYYY-MM-DD`. */
  asOf: string;
  /** What the cases are laid over: make it pass or fail by the tested threshold alone. */
  base: ProfileInput;
  /** The thresholds of this measure only, and of the definitions that it calls. */
  measure?: string;
}

/**
 * The boundary cases of a catalog: for each comparison with a figure or a date that the terms of `asOf` make, and the
 * definitions that they call, the value below, at and above (yen, persons), a thousandth beside (shares), the day
 * before, on and after (dates, anniversaries). Nothing is run.
 *
 * Values are set in the first entry of each list. A sum is set in a list of one entry, a count by repeating one. A
 * count that is a share of its list has no case, and a value that no profile can hold (-1 persons) none either.
 *
 * @throws CatalogError for an unknown measure, ProfileError for a base or a date that cannot be read.
 */
export function boundaryProfiles(catalog: Catalog, options: BoundaryOptions): BoundaryProfile[] {
  const asOf = parseAsOf(options.asOf);
  const base = parseProfile(options.base);
  const cases = new Map<string, BoundaryProfile>();
  for (const measure of measuresFor(catalog, options.measure))
    for (const found of comparisonsOf(measure, { catalog, asOf, base }))
      for (const each of casesOf(found)) {
        const key = `${each.operator} ${each.name}`;
        const known = cases.get(key);
        if (known === undefined) cases.set(key, each);
        else known.standsIn = [...new Set([...known.standsIn, ...each.standsIn])];
      }
  return [...cases.values()];
}

/** One measure, or all. @throws CatalogError where there is none of that id. */
export function measuresFor(catalog: Catalog, id: string | undefined): readonly Measure[] {
  if (id === undefined) return measuresOf(catalog);
  const measure = findMeasure(catalog, id);
  if (measure === undefined)
    throw new CatalogError([issue(id, "unknown-reference", { kind: "measures", id, suggestion: "" })]);
  return [measure];
}

function casesOf(found: FoundComparison): BoundaryProfile[] {
  const { path, scope } = found;
  const { catalog } = scope;
  const entry = found.kind === "count" ? undefined : entryFor(path, catalog.facts);
  return thresholdsOf(found).flatMap((threshold) =>
    sidesOf(found, threshold, entry).flatMap((side) => {
      const profile = laidOver(found, threshold, side.value);
      return profile === undefined ? [] : [toCase(found, threshold, side, profile)];
    }),
  );
}

/** The profile of the case; none where no profile can hold the value. */
function laidOver(
  { kind, path, scope }: FoundComparison,
  { row }: Threshold,
  value: Side["value"],
): Profile | undefined {
  const rowed = row === undefined ? scope.base : lay(scope.base, row.path, row.option);
  try {
    return parseProfile(path === "asOf" ? rowed : set(rowed, kind, path, value));
  } catch (error) {
    if (error instanceof ProfileError) return undefined;
    throw error;
  }
}

function set(base: unknown, kind: FoundComparison["kind"], path: string, value: Side["value"]): unknown {
  if (kind === "fact") return lay(base, path, value);
  const list = kind === "count" ? path : path.slice(0, path.lastIndexOf("[]"));
  const first = entriesOf(valueAt(base, list))[0] ?? {};
  if (kind === "sum") return lay(lay(base, list, [first]), path, value);
  return lay(
    base,
    list,
    Array.from({ length: Math.max(0, Number(value)) }, () => first),
  );
}

function toCase(
  { path, test, scope }: FoundComparison,
  { value: threshold, row }: Threshold,
  { value, side }: Side,
  profile: Profile,
): BoundaryProfile {
  const fact = firstEntry(path);
  const where = row === undefined ? "" : `; ${firstEntry(row.path)} ${row.option}`;
  const [measure, ...places] = scope.within;
  return {
    name: `${fact} ${value} (${side} ${threshold}${where})`,
    asOf: path === "asOf" ? String(value) : scope.asOf,
    profile,
    fact,
    value,
    side,
    threshold,
    operator: operatorOf(test),
    ...(row === undefined ? {} : { row: { fact: firstEntry(row.path), option: row.option } }),
    standsIn: [`${measure} ${places.join(" > ")}`],
  };
}
