import { type Folded, fold } from "./fold.ts";
import { type Term, termsOf } from "./terms.ts";

/** From and to (exclusive) in UTF-16 units of the text. */
export type Range = [from: number, to: number];

/** What names look like folded, kept from query to query. */
export type NameCache = Map<string, { folded: Folded; terms: Term[] }>;

function read(name: string, cache: NameCache): { folded: Folded; terms: Term[] } {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const folded = fold(name);
  const made = { folded, terms: termsOf(folded.text) };
  cache.set(name, made);
  return made;
}

/** Of several names the one that holds most of the terms, and where it holds them. */
export function rangesIn(
  names: readonly string[],
  wanted: ReadonlySet<string>,
  cache: NameCache,
): { text: string; ranges: Range[] } {
  let best = { text: names[0] ?? "", hits: [] as Term[] };
  let most = 0;
  for (const text of names) {
    const hits = read(text, cache).terms.filter(({ term }) => wanted.has(term));
    const length = hits.reduce((sum, { from, to }) => sum + to - from, 0) / Math.sqrt(1 + text.length);
    if (length <= most) continue;
    most = length;
    best = { text, hits };
  }
  const { at, ends } = read(best.text, cache).folded;
  return {
    text: best.text,
    ranges: merged(best.hits.map(({ from, to }): Range => [at[from] as number, ends[to - 1] as number])),
  };
}

function merged(ranges: Range[]): Range[] {
  const out: Range[] = [];
  for (const [from, to] of ranges.sort((left, right) => left[0] - right[0])) {
    const last = out.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}
