import fc from "fast-check";
import { assess } from "../../src/assess.ts";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Assessment, Result } from "../../src/schema/assessment.ts";
import type { Measure, MeasureFile } from "../../src/schema/measure.ts";
import { type Situation, situations, smallCatalogs } from "../../src/testing/arbitraries/index.ts";
import { runs } from "./runs.ts";

/** A company on a day under some rules. */
export interface World extends Situation {
  catalog: Catalog;
  [fc.toStringMethod]: () => string;
}

/** Printed without the vocabulary, which never differs. */
const world = (situation: Situation, catalog: Catalog): World => ({
  ...situation,
  catalog,
  [fc.toStringMethod]: () => {
    const { measures, definitions, parameters } = catalog;
    const figures = Object.fromEntries(Object.values(parameters).map(({ id, values }) => [id, values]));
    return JSON.stringify({
      ...situation,
      catalog: catalog === bundled ? "bundled" : { measures, definitions, figures },
    });
  },
});

const bundledWorld = situations().map((situation) => world(situation, bundled));
export const under = (catalogs: fc.Arbitrary<Catalog>): fc.Arbitrary<World> =>
  fc.tuple(situations(), catalogs).map(([situation, catalog]) => world(situation, catalog));

interface Worlds {
  rules: string;
  numRuns: number;
  catalogs: fc.Arbitrary<Catalog>;
  some: fc.Arbitrary<World>;
  /** Under rules that ask nothing about costs. */
  costBlind: fc.Arbitrary<World>;
}

/** Each law holds for the rules that are shipped, and for any others. */
export const worlds: Worlds[] = [
  {
    rules: "the bundled rules",
    numRuns: runs.bundled,
    catalogs: fc.constant(bundled),
    some: bundledWorld,
    costBlind: bundledWorld,
  },
  {
    rules: "any rules",
    numRuns: runs.catalogs,
    catalogs: smallCatalogs(),
    some: under(smallCatalogs()),
    costBlind: under(smallCatalogs({ readsCosts: false })),
  },
];

const open = under(smallCatalogs({ openToAll: true }));

/** For the laws of money: also rules under which the amount is all that facts change. */
export const moneyWorlds: Omit<Worlds, "catalogs">[] = [
  ...worlds,
  { rules: "rules that are open to all", numRuns: runs.catalogs * 2, some: open, costBlind: open },
];

export const judged = ({ catalog, asOf, profile }: World): Assessment => assess(profile, { asOf, catalog });

export const resultOf = ({ results }: Assessment, id: string): Result =>
  results.find((each) => each.measure.id === id) as Result;

export const isView = (file: MeasureFile): file is Extract<MeasureFile, { viewOf: string }> => "viewOf" in file;
export const ownMeasures = (catalog: Catalog): Measure[] =>
  catalog.measures.filter((file) => !isView(file)) as Measure[];

/** The catalog with one of its measures changed; what a view shows changes with its parent. */
export const withMeasure = (catalog: Catalog, id: string, change: (measure: Measure) => Measure): Catalog => ({
  ...catalog,
  measures: catalog.measures.map((file) => (file.id === id ? change(file as Measure) : file)),
});
