import Fuse from "fuse.js";
import { type Found, type Lookup, type Weighted, weigh } from "./find.ts";
import { fold } from "./fold.ts";
import { termsOf } from "./terms.ts";

/** The words and pairs that the names of an index hold, for what is mistyped. Made when it is first needed. */
export interface Speller {
  words: Set<string>;
  fuse: Fuse<string>;
  /** By first letter, which is seldom mistyped: a fraction of the words to compare with. */
  byLetter: Map<string, Fuse<string>>;
  byFirst: Map<string, string[]>;
  bySecond: Map<string, string[]>;
}

export function spellerOf({ index, postings }: Lookup): Speller {
  const words = new Set(
    index.documents.flatMap(({ names, id }) =>
      [...names, id].flatMap((name) => fold(name).text.match(/[a-z]{3,}/g) ?? []),
    ),
  );
  const [byFirst, bySecond] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const pair of postings.keys()) {
    if (!isPair(pair)) continue;
    for (const [map, char] of [
      [byFirst, pair[0]],
      [bySecond, pair[1]],
    ] as const) {
      const list = map.get(char as string) ?? [];
      if (list.length === 0) map.set(char as string, list);
      if (list.length < alike) list.push(pair);
    }
  }
  const options = { includeScore: true, threshold: 0.34, distance: 20 };
  const byLetter = new Map<string, Fuse<string>>();
  for (const word of words) {
    const letter = word[0] as string;
    const fuse = byLetter.get(letter) ?? new Fuse<string>([], options);
    fuse.add(word);
    byLetter.set(letter, fuse);
  }
  return { words, fuse: new Fuse([...words], options), byLetter, byFirst, bySecond };
}

const isPair = (term: string): boolean => /^[^a-z0-9]{2}$/.test(term);
/** Of a pair of characters that no name holds, at most so many that share one with it. */
const alike = 6;

/** The known words nearest to those of the query that nobody knows: `acelerated` stands for `accelerated` too. */
export function corrections(folded: string, { words, fuse, byLetter }: Speller, { postings }: Lookup): Weighted[] {
  const strange = [...new Set(folded.match(/[a-z]{4,24}/g) ?? [])]
    .filter((word) => !words.has(word) && !postings.has(word.slice(0, 6)))
    .slice(0, 8);
  return strange.flatMap((word) => {
    const near = byLetter.get(word[0] as string)?.search(word, { limit: 2 }) ?? [];
    const found = near.length > 0 ? near : fuse.search(word, { limit: 2 });
    return weigh(
      found.flatMap(({ item }) => termsOf(item)),
      0.8,
    );
  });
}

/** A wrong conversion leaves one character of a pair: `減面` stands for `減免` too. */
export function nearPairs(
  terms: readonly Weighted[],
  { byFirst, bySecond }: Speller,
  { postings }: Lookup,
): Weighted[] {
  return terms
    .filter(({ term }) => isPair(term) && !/^[\u3041-\u3096]+$/.test(term) && !postings.has(term))
    .slice(0, 12)
    .flatMap(({ term: [first = "", second = ""], weight }) => [
      ...(byFirst.get(first) ?? []).map((term) => ({ term, weight: 0.4 * weight })),
      ...(bySecond.get(second) ?? []).map((term) => ({ term, weight: 0.25 * weight })),
    ]);
}

const nearest = 15;

/** The nearest candidates in the order in which their names resemble the whole query. */
export function resemblance(folded: string, found: readonly Found[], { index }: Lookup): Found[] {
  const near = found.slice(0, nearest);
  const names = near.flatMap((each) =>
    (index.documents[each.document]?.exact ?? []).map((name) => ({ each, name: name.slice(0, 60) })),
  );
  const fuse = new Fuse(names, { keys: ["name"], includeScore: true, ignoreLocation: true, threshold: 0.7 });
  const best = new Map<Found, number>();
  for (const { item, score = 1 } of fuse.search(folded.slice(0, 32)))
    best.set(item.each, Math.max(best.get(item.each) ?? 0, 1 - score));
  const lifted = near.map((each) => ({
    ...each,
    score: each.exact ? 1 : each.score * (1 + 0.8 * (best.get(each) ?? 0)),
  }));
  const most = Math.max(1, ...lifted.map(({ score }) => score));
  return [...lifted.map((each) => ({ ...each, score: each.score / most })), ...found.slice(nearest)].sort(
    (left, right) => right.score - left.score || left.document - right.document,
  );
}

/** Of some words those that a text nobody understood resembles at all. */
export function nearestWords(folded: string, words: readonly string[]): string[] {
  const fuse = new Fuse(words, { threshold: 0.65, ignoreLocation: true, minMatchCharLength: 2 });
  return fuse.search(folded.slice(0, 24), { limit: 5 }).map(({ item }) => item);
}
