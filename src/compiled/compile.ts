import { type Catalog, measuresOf } from "../catalog/catalog.ts";
import { parseAsOf } from "../facts/parse-profile.ts";
import { scopeOf } from "../facts/scope.ts";
import type { Profile } from "../schema/profile.ts";
import { Cells } from "./cells.ts";
import { Code } from "./code.ts";
import { runner } from "./run.ts";
import { translator } from "./translate.ts";
import { translateMeasure } from "./translate-measure.ts";
import { Vocabularies } from "./vocabularies.ts";

/** Indexes into `measures`, ascending. All others are ineligible. */
export interface Verdicts {
  eligible: number[];
  undetermined: number[];
}

/** A catalog on one day, made ready to be asked about many companies. */
export interface CompiledCatalog {
  asOf: string;
  /** Ids, in the order of the catalog. */
  measures: readonly string[];
  /** The verdicts that `assess` gives, without amounts and reasons. The profile is one that `parseProfile` returned. */
  verdicts(profile: Profile): Verdicts;
}

/**
 * Works out of a catalog what one day leaves to be asked of a company.
 *
 * @throws ProfileError if `asOf` is no calendar day.
 */
export function compile(catalog: Catalog, asOf: string): CompiledCatalog {
  const blank = scopeOf({}, catalog, parseAsOf(asOf));
  const words = new Vocabularies(blank);
  const translate = translator(words, blank);
  const measures = measuresOf(catalog);
  const conditions = measures.map((measure) => translateMeasure(measure, blank, words, translate));
  const code = new Code();
  const places = conditions.map((each) => code.place(each));
  const cells = new Cells(words, catalog, asOf);
  const run = runner(code, cells, words.sharedCount, words.asked);
  return {
    asOf,
    measures: measures.map(({ id }) => id),
    verdicts: (profile) => {
      cells.read(profile);
      run.begin();
      const eligible: number[] = [];
      const undetermined: number[] = [];
      places.forEach((place, index) => {
        const level = run.level(place);
        if (level === 2) eligible.push(index);
        else if (level === 1) undetermined.push(index);
      });
      return { eligible, undetermined };
    },
  };
}
