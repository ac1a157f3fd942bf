import type { Catalog } from "../catalog/catalog.ts";
import { type Weighted, weigh } from "./find.ts";
import { fold } from "./fold.ts";
import { type Term, termsOf } from "./terms.ts";

/** What everyday words stand for counts somewhat less than what was typed. */
const weight = 0.9;
const few = 4;

const prepared = new WeakMap<Catalog, { say: string[]; means: Weighted[] }[]>();

/** The field's terms for the everyday words that a query holds. */
export function meaningsOf(folded: string, catalog: Catalog): Weighted[] {
  let known = prepared.get(catalog);
  if (known === undefined) {
    known = Object.values(catalog.synonyms).map(({ say, means }) => ({
      say: say.map((each) => fold(each).text.trim()),
      means: spread(means.flatMap((each) => termsOf(fold(each).text))),
    }));
    prepared.set(catalog, known);
  }
  return known.filter(({ say }) => say.some((each) => holds(folded, each))).flatMap(({ means }) => means);
}

/** Many terms for one word share its weight, or a wordy entry would drown what was typed. */
function spread(terms: readonly Term[]): Weighted[] {
  const distinct = weigh(terms, weight);
  return distinct.map(({ term }) => ({ term, weight: weight * Math.min(1, few / distinct.length) }));
}

/** A Latin word must stand by itself: `fee` is no part of `feedback`. */
const holds = (folded: string, each: string): boolean =>
  /^[a-z0-9 ]+$/.test(each) ? ` ${folded} `.includes(` ${each} `) : folded.includes(each);
