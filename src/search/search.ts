import { assess } from "../assess.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { ProfileInput } from "../facts/parse-profile.ts";
import type { Estimate, Result } from "../schema/assessment.ts";
import type { Kind, Measure, Right } from "../schema/measure.ts";
import type { Bilingual } from "../schema/primitives.ts";
import { type Asked, askedFor, mostLooked, type Prepared, prepare } from "./asked.ts";
import type { SearchIndex } from "./build-index.ts";
import { corrections, nearestWords, nearPairs, resemblance, type Speller, spellerOf } from "./correct.ts";
import { type Found, find } from "./find.ts";
import { type NameCache, type Range, rangesIn } from "./highlight.ts";
import { termsOf } from "./terms.ts";

export interface SearchFilters {
  kind?: Kind;
  right?: Right;
  authority?: string;
  applicant?: string;
  /** Only what a company of the prefecture may use: `福岡県`. */
  prefecture?: string;
  availability?: Result["availability"];
}

export interface SearchOptions {
  catalog: Catalog;
  /** What a company can use stands first among equals; needs `asOf`. */
  profile?: ProfileInput;
  /** The Japanese calendar day that verdicts are read on, `YYYY-MM-DD`. */
  asOf?: string;
  filters?: SearchFilters;
  /** How many hits at most; 20 where absent. */
  limit?: number;
  /** One that was stored; built from the catalog and kept where absent. */
  index?: SearchIndex;
}

export interface Hit {
  id: string;
  name: Bilingual;
  kind: Kind;
  authority: string;
  /** 0 to 1; an exact name, alias or id is 1. */
  score: number;
  /** The name or alias that matched best, and where. */
  matched: { text: string; ranges: Range[] };
  /** With a profile and a day. */
  eligibility?: Result["eligibility"];
  availability?: Result["availability"];
  estimate?: Estimate | null;
}

export interface SearchAnswer {
  query: string;
  /** More was typed than is read. */
  truncated: boolean;
  hits: Hit[];
  /** Names that are known and no support measure. */
  notCovered: { id: string; name: Bilingual; is: string }[];
  /** Where nothing was found: the terms nearest to what was typed. */
  nearest: string[];
}

/** Below this share of what was asked for, a short query is taken for a typing error. */
const little = 0.5;
const short = 14;
/** Hits this near to each other are told apart by what the company can use. */
const equals = 0.03;

/** What is worked out of a catalog for those who want more than names. */
interface Refined {
  names: NameCache;
  speller?: Speller;
}
const refined = new WeakMap<Prepared, Refined>();

function refine(state: Prepared): Refined {
  const made = refined.get(state) ?? { names: new Map() };
  refined.set(state, made);
  return made;
}

/**
 * The measures that a text in Japanese or English is about, best first; with a profile each with this company's verdict.
 * Any string is safe, and every word helps without being required.
 *
 * @throws ProfileError for a bad profile or day.
 */
export function search(text: string, options: SearchOptions): SearchAnswer {
  const { catalog, filters = {}, limit = 20 } = options;
  const state = prepare(catalog, options.index);
  const { documents } = state.lookup.index;
  const most = Object.keys(filters).length > 0 ? Infinity : mostLooked(limit);
  const asked = askedFor(text, state);
  const { typed, folded } = asked;
  const found = candidates(asked, state, most);
  const { results, near } = verdictsOf(options);
  const kept = found.flatMap(({ document, score }): Ranked[] => {
    const measure = state.measures.get(documents[document]?.id ?? "");
    const result = results?.get(measure?.id ?? "");
    if (measure === undefined || !passes(measure, result, filters)) return [];
    return near?.get(measure.id)?.eligibility === "ineligible" ? [] : [{ document, score, measure, result }];
  });
  const terms = new Set(termsOf(folded).map(({ term }) => term));
  return {
    query: typed,
    truncated: text.length > typed.length,
    hits: amongEquals(kept)
      .slice(0, limit)
      .map((each) => {
        const matched = rangesIn(documents[each.document]?.names ?? [], terms, refine(state).names);
        return toHit(each, matched, options.profile !== undefined);
      }),
    notCovered: found.flatMap(({ document, score }) => {
      const id = documents[document]?.id ?? "";
      const entry = documents[document]?.covered === false && score > little ? catalog.notCovered[id] : undefined;
      return entry === undefined ? [] : [{ id, name: entry.name, is: entry.is }];
    }),
    nearest: kept.length > 0 ? [] : nearestTerms(folded, state),
  };
}

interface Ranked {
  document: number;
  score: number;
  measure: Measure;
  result: Result | undefined;
}

function passes(measure: Measure, result: Result | undefined, filters: SearchFilters): boolean {
  const { kind, right, authority, applicant, availability } = filters;
  return (
    (kind === undefined || measure.kind === kind) &&
    (right === undefined || measure.rights.includes(right)) &&
    (authority === undefined || measure.authority === authority) &&
    (applicant === undefined || measure.applicant === applicant) &&
    (availability === undefined || result?.availability === availability)
  );
}

function toHit({ score, measure, result }: Ranked, matched: Hit["matched"], asked: boolean): Hit {
  const { id, name, kind, authority } = measure;
  if (result === undefined || !asked) return { id, name, kind, authority, score, matched };
  const { eligibility, availability, estimate } = result;
  return { id, name, kind, authority, score, matched, eligibility, availability, estimate };
}

/** The index first; spelling only where it finds too little. */
function candidates({ folded, terms }: Asked, state: Prepared, most: number): Found[] {
  const { lookup } = state;
  const direct = find(folded, terms, lookup, most);
  if ((direct[0]?.score ?? 0) >= little) return direct;
  const speller = spellerFor(state);
  const isShort = folded.length <= short;
  const corrected = [
    ...corrections(folded, speller, lookup),
    // In a sentence most unknown pairs are no errors.
    ...(isShort ? nearPairs(terms, speller, lookup) : []),
  ];
  const better = corrected.length === 0 ? direct : find(folded, [...terms, ...corrected], lookup, most);
  return isShort ? resemblance(folded, better, lookup) : better;
}

function spellerFor(state: Prepared): Speller {
  const known = refine(state);
  known.speller ??= spellerOf(state.lookup);
  return known.speller;
}

type Verdicts = ReadonlyMap<string, Result>;

/** The verdicts that the options ask for: of the company, and of one that lies in the prefecture and nowhere else. */
function verdictsOf({ profile, asOf, catalog, filters = {} }: SearchOptions): { results?: Verdicts; near?: Verdicts } {
  const { prefecture, availability } = filters;
  // Without a day this throws: a verdict is never read on a day that nobody named.
  const of = (input: ProfileInput): Verdicts =>
    new Map(assess(input, { asOf: asOf as string, catalog }).results.map((result) => [result.measure.id, result]));
  const near = prefecture && of({ company: { prefecture, headquarters: { prefecture }, offices: [] } } as ProfileInput);
  return {
    ...(profile === undefined && availability === undefined ? {} : { results: of(profile ?? {}) }),
    ...(near ? { near } : {}),
  };
}

const usable = ["eligible", "undetermined", "ineligible"];
const place = ({ result }: Ranked): number => (result === undefined ? 0 : usable.indexOf(result.eligibility));

/** Hits of nearly the same score go by what the company can use; the order of the rest stays. */
function amongEquals(hits: readonly Ranked[]): Ranked[] {
  const ordered: Ranked[] = [];
  for (let start = 0; start < hits.length; ) {
    const top = hits[start] as Ranked;
    let end = start + 1;
    while (end < hits.length && top.score - (hits[end] as Ranked).score <= equals * top.score) end += 1;
    ordered.push(...hits.slice(start, end).sort((left, right) => place(left) - place(right)));
    start = end;
  }
  return ordered;
}

function nearestTerms(folded: string, state: Prepared): string[] {
  const speller = spellerFor(state);
  const means = Object.values(state.catalog.synonyms).flatMap((each) => each.means);
  return nearestWords(folded, [...new Set([...speller.words, ...means])]);
}
