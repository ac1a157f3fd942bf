import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { parseCatalog } from "../../src/catalog/parse.ts";
import type { Measure } from "../../src/schema/measure.ts";
import { canonical, permuted, reordered } from "../support/order.ts";
import { losses, thin } from "../support/thin.ts";
import { isView, judged, worlds } from "../support/worlds.ts";

/** The same rules in another order. */
function shuffled(catalog: Catalog, next: () => number): Catalog {
  const mix = <T>(list: readonly T[]): T[] => permuted(list.length, next).map((index) => list[index] as T);
  const measures = catalog.measures.map((file) => {
    if (isView(file)) return file;
    const measure = file as Measure;
    return {
      ...measure,
      terms: measure.terms.map((terms) => ({
        ...terms,
        criteria: terms.criteria === "not-stated" ? terms.criteria : mix(terms.criteria),
        ...(terms.exclusions === undefined ? {} : { exclusions: mix(terms.exclusions) }),
      })),
    };
  });
  return { ...catalog, measures: mix(measures) };
}

describe.each(worlds)("under $rules", ({ some, catalogs, numRuns }) => {
  test("The order of measures, criteria, entries and profile fields does not matter.", () => {
    fc.assert(
      fc.property(some, losses, fc.infiniteStream(fc.nat()), (world, lost, stream) => {
        const next = () => stream.next().value;
        const profile = thin(world.profile, lost);
        const before = judged({ ...world, profile });
        const rules = shuffled(world.catalog, next);
        const { value, back } = reordered(profile, next);
        const after = assess(value as object, { asOf: world.asOf, catalog: rules });
        expect(after.results.map(({ measure }) => measure.id)).toEqual(before.results.map(({ measure }) => measure.id));
        expect(canonical(after, back)).toEqual(canonical(before));
      }),
      { numRuns },
    );
  });

  test("Reading what was written gives the same catalog.", () => {
    fc.assert(
      fc.property(catalogs, (catalog) => {
        const again = parseCatalog(JSON.parse(JSON.stringify(catalog)));
        expect(again).toEqual(catalog);
        expect(JSON.stringify(again)).toBe(JSON.stringify(catalog));
      }),
      { numRuns: catalogs === worlds[0]?.catalogs ? 1 : numRuns },
    );
  });
});
