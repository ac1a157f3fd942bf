import { type Catalog, measuresOf } from "../catalog/catalog.ts";
import { parseAsOf } from "../facts/parse-as-of.ts";
import { type Scope, scopeOf } from "../facts/scope.ts";
import type { Profile } from "../schema/profile.ts";
import { Cells } from "./cells.ts";
import { Code } from "./code.ts";
import { type Expression, known, unsatisfied } from "./expression.ts";
import { runner } from "./run.ts";
import { clustered, sieve } from "./sieve.ts";
import { translator } from "./translate.ts";
import { translateMeasure } from "./translate-measure.ts";
import { Vocabularies } from "./vocabularies.ts";

/** Indexes into `measures`. All others are ineligible. */
export interface Verdicts {
  eligible: number[];
  undetermined: number[];
}

/** A catalog on one day, made ready to be asked about many companies. */
export interface CompiledCatalog {
  asOf: string;
  /** Ids, those beside each other that ask for the same place. */
  measures: readonly string[];
  /** The verdicts that `assess` gives, without amounts and reasons. The profile is one that `parseProfile` returned. */
  verdicts(profile: Profile): Verdicts;
}

/** What is worked out of a catalog on a day, for whoever goes over companies. */
export interface Prepared {
  asOf: string;
  measures: readonly string[];
  /** What the first of the measures ask; those beyond are out for every company. */
  conditions: readonly Expression[];
  words: Vocabularies;
  /** A profile that says nothing. */
  blank: Scope;
}

/**
 * Works out of a catalog what one day leaves to be asked of a company.
 *
 * @throws ProfileError if `asOf` is no calendar day.
 */
export function prepare(catalog: Catalog, asOf: string): Prepared {
  const blank = scopeOf({}, catalog, parseAsOf(asOf));
  const words = new Vocabularies(blank);
  const translate = translator(words, blank);
  const translated = measuresOf(catalog).map((measure) => ({
    id: measure.id,
    condition: translateMeasure(measure, blank, words, translate),
  }));
  const possible = translated.filter(({ condition }) => condition.key !== never.key);
  const order = clustered(possible.map(({ condition }) => condition)).map((index) => possible[index] as Translated);
  return {
    asOf,
    measures: [...order, ...translated.filter((each) => !possible.includes(each))].map(({ id }) => id),
    conditions: order.map(({ condition }) => condition),
    words,
    blank,
  };
}

/**
 * A catalog on a day, ready for one company after another.
 *
 * @throws ProfileError if `asOf` is no calendar day.
 */
export function compile(catalog: Catalog, asOf: string): CompiledCatalog {
  return compiled(prepare(catalog, asOf));
}

/** The same of what is worked out already. */
export function compiled({ asOf, measures, conditions, words, blank }: Prepared): CompiledCatalog {
  const code = new Code();
  const sift = sieve(conditions, code);
  const cells = new Cells(words, blank.law, asOf);
  const run = runner(code, cells, words.sharedCount, words.asked);
  const find = sift(cells, run);
  return {
    asOf,
    measures,
    verdicts: (profile) => {
      cells.read(profile);
      run.begin();
      const verdicts: Verdicts = { eligible: [], undetermined: [] };
      find(verdicts.eligible, verdicts.undetermined);
      return verdicts;
    },
  };
}

interface Translated {
  id: string;
  condition: Expression;
}

const never = known(unsatisfied);
