import type { Catalog } from "../catalog/catalog.ts";
import { type Weighted, weigh } from "./find.ts";
import { fold } from "./fold.ts";
import { type Term, termsOf } from "./terms.ts";

/** What everyday words stand for counts somewhat less than what was typed. */
const weight = 0.9;
const few = 4;

/** A Latin word must stand by itself, so it is sought with its spaces: `fee` is no part of `feedback`. */
export interface Meaning {
  say: string[];
  latin: string[];
  means: Weighted[];
}

export function meaningsIn({ synonyms }: Catalog): Meaning[] {
  const isLatin = (text: string) => /^[a-z0-9 ]+$/.test(text);
  return Object.values(synonyms).map(({ say, means }) => {
    const texts = say.map((each) => fold(each).text.trim());
    return {
      say: texts.filter((text) => !isLatin(text)),
      latin: texts.filter(isLatin).map((text) => ` ${text} `),
      means: spread(means.flatMap((each) => termsOf(fold(each).text))),
    };
  });
}

/** The field's terms for the everyday words that a query holds. */
export function meaningsOf(folded: string, meanings: readonly Meaning[]): Weighted[] {
  const words = /[a-z0-9]/.test(folded) ? ` ${folded} ` : "";
  return meanings
    .filter(
      ({ say, latin }) =>
        say.some((each) => folded.includes(each)) || (words !== "" && latin.some((each) => words.includes(each))),
    )
    .flatMap(({ means }) => means);
}

/** Many terms for one word share its weight, or a wordy entry would drown what was typed. */
function spread(terms: readonly Term[]): Weighted[] {
  const distinct = weigh(terms, weight);
  return distinct.map(({ term }) => ({ term, weight: weight * Math.min(1, few / distinct.length) }));
}
