import type { SearchIndex } from "./build-index.ts";
import type { Folded } from "./fold.ts";
import { type Term, termsOf } from "./terms.ts";

/** An index as queries read it: made once for each, since its posting lists are looked up by every query. */
export interface Lookup {
  index: SearchIndex;
  postings: ReadonlyMap<string, Int32Array>;
  exact: ReadonlyMap<string, readonly number[]>;
  /** Room for the scores of one query; zero again after each. */
  scores: Float64Array;
}

export interface Found {
  document: number;
  /** 0 to 1: how much of what the query asks for the document holds. An exact name is 1. */
  score: number;
  exact: boolean;
}

/** A term of a query, and how much it counts: what was typed, or what everyday words stand for. */
export interface Weighted {
  term: string;
  weight: number;
}

export function lookupOf(index: SearchIndex): Lookup {
  const exact = new Map<string, number[]>();
  for (const [document, { exact: names }] of index.documents.entries())
    for (const name of names) exact.set(name, [...(exact.get(name) ?? []), document]);
  return {
    index,
    postings: new Map(Object.entries(index.postings).map(([term, list]) => [term, Int32Array.from(list)])),
    exact,
    scores: new Float64Array(index.documents.length),
  };
}

/** A local measure counts so much where the query does not name its place. */
const elsewhere = 0.72;
/** What is over counts a little less than what goes on. */
const over = 0.9;
/** One whose place is named counts so much more. */
const there = 1.5;

/**
 * The documents that hold terms of the query, best first, so many at most. Every term helps, none is required.
 */
export function find(
  folded: string,
  terms: readonly Weighted[],
  { index, postings, exact, scores }: Lookup,
  most = Infinity,
): Found[] {
  const { documents } = index;
  const touched: number[] = [];
  let whole = 0;
  for (const { term, weight } of terms) {
    const list = postings.get(term);
    const rarity = Math.log(1 + documents.length / (1 + (list?.length ?? 0) / 2)) * weight;
    whole += rarity;
    if (list === undefined) continue;
    const share = rarity / 1000;
    for (let at = 0; at < list.length; at += 2) {
      const document = list[at] as number;
      const before = scores[document] as number;
      if (before === 0) touched.push(document);
      scores[document] = before + share * (list[at + 1] as number);
    }
  }
  const named = new Set(exact.get(folded.trim()));
  for (const document of named) if (scores[document] === 0) touched.push(document);
  const least = kthLargest(scores, touched, most);
  const best = touched
    .filter((document) => named.has(document) || (scores[document] as number) >= least)
    .map((document): Found => {
      const { places, ended } = documents[document] as (typeof documents)[number];
      const isThere = places.some((place) => folded.includes(place) || folded.includes(shortOf(place)));
      const isExact = named.has(document);
      return {
        document,
        score: isExact
          ? 1
          : Math.min(
              1,
              ((scores[document] as number) / whole) *
                (isThere ? there : places.length === 0 ? 1 : elsewhere) *
                (ended ? over : 1),
            ) * 0.99,
        exact: isExact,
      };
    })
    .sort((left, right) => right.score - left.score || left.document - right.document);
  for (const document of touched) scores[document] = 0;
  return best;
}

/** The score that the best so many reach, told by a thousand steps up to the highest: no sort of what nobody sees. */
function kthLargest(scores: Float64Array, touched: readonly number[], most: number): number {
  if (touched.length <= most) return 0;
  const steps = 1000;
  const top = touched.reduce((highest, document) => Math.max(highest, scores[document] as number), 0);
  const counts = new Uint32Array(steps + 1);
  for (const document of touched) {
    const step = Math.floor(((scores[document] as number) / top) * steps);
    counts[step] = (counts[step] as number) + 1;
  }
  let step = steps;
  for (let seen = counts[steps] as number; seen < most && step > 0; ) seen += counts[--step] as number;
  return (step / steps) * top;
}

/** 福岡 for 福岡県, 千代田 for 千代田区. */
const shortOf = (place: string): string => (place.length > 2 ? place.slice(0, -1) : place);

/** Endings and particles of a sentence tell little; typed hiragana may still be a word of the field. */
const inflection = 0.3;

/** The terms of what was typed, each once. */
export function weighTyped({ text, at }: Folded, typed: string): Weighted[] {
  const weights = new Map<string, number>();
  for (const { term, from } of termsOf(text)) {
    const plain = [...term].every((_, index) => /[\u3041-\u3096]/.test(typed[at[from + index] ?? 0] ?? ""));
    weights.set(term, Math.max(weights.get(term) ?? 0, plain ? inflection : 1));
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

export const weigh = (terms: readonly Term[], weight: number): Weighted[] =>
  [...new Set(terms.map(({ term }) => term))].map((term) => ({ term, weight }));
