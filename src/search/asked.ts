import { type Catalog, measuresOf } from "../catalog/catalog.ts";
import type { Measure } from "../schema/measure.ts";
import { buildIndex, type SearchIndex } from "./build-index.ts";
import { type Lookup, lookupOf, weighTyped } from "./find.ts";
import { fold } from "./fold.ts";
import { type Meaning, meaningsIn, meaningsOf } from "./synonyms.ts";

/** More than this nobody types; the rest of a pasted text is not read. */
const longest = 200;
/** So many documents are looked at beyond the index, unless filters may drop them. */
const looked = 80;

export const mostLooked = (limit: number): number => Math.max(looked, 2 * limit);

/** What every search of a catalog starts from. */
export interface Prepared {
  catalog: Catalog;
  lookup: Lookup;
  measures: ReadonlyMap<string, Measure>;
  meanings: readonly Meaning[];
}
const prepared = new WeakMap<object, Prepared>();

export function prepare(catalog: Catalog, index?: SearchIndex): Prepared {
  const key = index ?? catalog;
  const known = prepared.get(key);
  if (known?.catalog === catalog) return known;
  const made: Prepared = {
    catalog,
    lookup: lookupOf(index ?? buildIndex(catalog)),
    measures: new Map(measuresOf(catalog).map((measure) => [measure.id, measure])),
    meanings: meaningsIn(catalog),
  };
  prepared.set(key, made);
  return made;
}

/** A query as it is looked up: the words typed, and what everyday words stand for. */
export interface Asked {
  typed: string;
  folded: string;
  terms: ReturnType<typeof weighTyped>;
}

export function askedFor(text: string, { meanings }: Prepared): Asked {
  const typed = text.slice(0, longest);
  const folded = fold(typed);
  return { typed, folded: folded.text, terms: [...weighTyped(folded, typed), ...meaningsOf(folded.text, meanings)] };
}
