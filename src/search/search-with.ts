import { assess } from "../assess.ts";
import { type Catalog, measuresOf } from "../catalog/catalog.ts";
import type { ProfileInput } from "../facts/parse-profile.ts";
import type { Estimate, Result } from "../schema/assessment.ts";
import type { Kind, Measure, Right } from "../schema/measure.ts";
import type { Bilingual } from "../schema/primitives.ts";
import { buildIndex, type SearchIndex } from "./build-index.ts";
import type { Speller } from "./correct.ts";
import { type Found, find, type Lookup, lookupOf, weighTyped } from "./find.ts";
import { type Folded, fold } from "./fold.ts";
import { type NameCache, type Range, rangesIn } from "./highlight.ts";
import { type Meaning, meaningsIn, meaningsOf } from "./synonyms.ts";
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

/** More than this nobody types; the rest of a pasted text is not read. */
const longest = 200;
/** Below this share of what was asked for, a short query is taken for a typing error. */
const little = 0.5;
const short = 14;
/** So many documents are looked at beyond the index, unless filters may drop them. */
const looked = 80;
/** Hits this near to each other are told apart by what the company can use. */
const equals = 0.03;

interface Prepared {
  catalog: Catalog;
  lookup: Lookup;
  measures: ReadonlyMap<string, Measure>;
  names: NameCache;
  meanings: readonly Meaning[];
  speller?: Speller;
}
const prepared = new WeakMap<object, Prepared>();

function prepare({ catalog, index }: SearchOptions): Prepared {
  const key = index ?? catalog;
  const known = prepared.get(key);
  if (known?.catalog === catalog) return known;
  const made: Prepared = {
    catalog,
    lookup: lookupOf(index ?? buildIndex(catalog)),
    measures: new Map(measuresOf(catalog).map((measure) => [measure.id, measure])),
    names: new Map(),
    meanings: meaningsIn(catalog),
  };
  prepared.set(key, made);
  return made;
}

/** What `correct.ts` does about typing errors. */
export type Spelling = Pick<
  typeof import("./correct.ts"),
  "corrections" | "nearestWords" | "nearPairs" | "resemblance" | "spellerOf"
>;

/** The search with spelling or, where a page has no room for it, without. */
export function searchWith(text: string, options: SearchOptions, spelling: Spelling | undefined): SearchAnswer {
  const { catalog, filters = {}, limit = 20 } = options;
  const state = prepare(options);
  const { documents } = state.lookup.index;
  const typed = text.slice(0, longest);
  const folded = fold(typed);
  const most = Object.keys(filters).length > 0 ? Infinity : Math.max(looked, 2 * limit);
  const found = candidates(folded, typed, state, most, spelling);
  const { results, near } = verdictsOf(options);
  const kept = found.flatMap(({ document, score }): Ranked[] => {
    const measure = state.measures.get(documents[document]?.id ?? "");
    const result = results?.get(measure?.id ?? "");
    if (measure === undefined || !passes(measure, result, filters)) return [];
    return near?.get(measure.id)?.eligibility === "ineligible" ? [] : [{ document, score, measure, result }];
  });
  const terms = new Set(termsOf(folded.text).map(({ term }) => term));
  return {
    query: typed,
    truncated: text.length > typed.length,
    hits: amongEquals(kept)
      .slice(0, limit)
      .map((each) => {
        const matched = rangesIn(documents[each.document]?.names ?? [], terms, state.names);
        return toHit(each, matched, options.profile !== undefined);
      }),
    notCovered: found.flatMap(({ document, score }) => {
      const id = documents[document]?.id ?? "";
      const entry = documents[document]?.covered === false && score > little ? catalog.notCovered[id] : undefined;
      return entry === undefined ? [] : [{ id, name: entry.name, is: entry.is }];
    }),
    nearest: kept.length > 0 || spelling === undefined ? [] : nearestTerms(folded.text, state, spelling),
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
function candidates(
  folded: Folded,
  typed: string,
  state: Prepared,
  most: number,
  spelling: Spelling | undefined,
): Found[] {
  const { lookup } = state;
  const asked = [...weighTyped(folded, typed), ...meaningsOf(folded.text, state.meanings)];
  const direct = find(folded.text, asked, lookup, most);
  if ((direct[0]?.score ?? 0) >= little || spelling === undefined) return direct;
  state.speller ??= spelling.spellerOf(lookup);
  const isShort = folded.text.length <= short;
  const corrected = [
    ...spelling.corrections(folded.text, state.speller, lookup),
    // In a sentence most unknown pairs are no errors.
    ...(isShort ? spelling.nearPairs(asked, state.speller, lookup) : []),
  ];
  const better = corrected.length === 0 ? direct : find(folded.text, [...asked, ...corrected], lookup, most);
  return isShort ? spelling.resemblance(folded.text, better, lookup) : better;
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

function nearestTerms(folded: string, state: Prepared, spelling: Spelling): string[] {
  state.speller ??= spelling.spellerOf(state.lookup);
  const means = Object.values(state.catalog.synonyms).flatMap((each) => each.means);
  return spelling.nearestWords(folded, [...new Set([...state.speller.words, ...means])]);
}
