import { type Catalog, measuresOf } from "../catalog/catalog.ts";
import { localitiesOf } from "../catalog/localities.ts";
import { kindWords } from "../explain/words.ts";
import type { Measure } from "../schema/measure.ts";
import { fold } from "./fold.ts";
import { termsOf } from "./terms.ts";

/** Everything that a search looks up. Plain data: it may be stored beside the catalog it was made from. */
export interface SearchIndex {
  documents: SearchDocument[];
  /** Of each term the documents that hold it with their weights in thousandths, one after the other. */
  postings: Record<string, number[]>;
}

export interface SearchDocument {
  id: string;
  /** False for what is known but is no support measure. */
  covered: boolean;
  names: string[];
  /** Names, aliases and id, folded: what finds it exactly. */
  exact: string[];
  /** It is over: it stands lower among others, and is still found by its name. */
  ended: boolean;
  /** Places that it is tied to, folded; without one of them in the query it stands lower. */
  places: string[];
}

/** How much a word counts where it stands. */
const weights = { name: 3, alias: 2.4, id: 1.2, place: 2, authority: 1.2, kind: 0.6, text: 0.25 } as const;
type Field = keyof typeof weights;

/** A word that comes again counts little more, and a long field's words less. */
const saturation = 1.2;
const lengthShare = 0.35;

export function buildIndex(catalog: Catalog): SearchIndex {
  const entries = [...measuresOf(catalog).map((measure) => entryOf(measure, catalog)), ...notCovered(catalog)];
  const mean = entries.reduce((sum, { fields }) => sum + (fields.name ?? []).join("").length, 0) / entries.length;
  const postings = new Map<string, number[]>();
  for (const [document, { fields }] of entries.entries()) {
    for (const [term, weight] of weighted(fields, mean)) {
      const list = postings.get(term) ?? [];
      if (list.length === 0) postings.set(term, list);
      list.push(document, Math.round((1000 * weight) / (weight + saturation)));
    }
  }
  return { documents: entries.map(({ document }) => document), postings: Object.fromEntries(postings) };
}

interface Entry {
  document: SearchDocument;
  fields: Partial<Record<Field, string[]>>;
}

function entryOf(measure: Measure, catalog: Catalog): Entry {
  const { id, name, aliases = [], kind, terms } = measure;
  const authority = catalog.authorities[measure.authority]?.name;
  const places = localitiesOf(measure);
  const rights = measure.rights.map((right) => catalog.facts["ip.filings[].right"]?.options?.[right]);
  const criteria = terms.flatMap((each) => (each.criteria === "not-stated" ? [] : each.criteria));
  return {
    document: {
      ...nameOf(id, [name.ja, name.en, ...aliases]),
      covered: true,
      ended: measure.status.at(-1)?.is === "ended",
      places: places.map((place) => fold(place).text),
    },
    fields: {
      name: [name.ja, name.en],
      alias: [...aliases],
      id: [id],
      place: [...places],
      authority: authority === undefined ? [] : [authority.ja, authority.en],
      kind: [kindWords[kind].ja, kindWords[kind].en, ...rights.flatMap((each) => (each ? [each.ja, each.en] : []))],
      text: [...new Set(criteria.flatMap(({ text }) => [text.ja, text.en]))],
    },
  };
}

const nameOf = (id: string, names: string[]) => ({
  id,
  names,
  exact: [...new Set([...names, id].map((text) => fold(text).text.trim()))],
});

const notCovered = (catalog: Catalog): Entry[] =>
  Object.entries(catalog.notCovered).map(([id, { name, aliases = [] }]) => ({
    document: { ...nameOf(id, [name.ja, name.en, ...aliases]), covered: false, ended: false, places: [] },
    fields: { name: [name.ja, name.en], alias: [...aliases], id: [id] },
  }));

function weighted(fields: Entry["fields"], mean: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [field, texts = []] of Object.entries(fields) as [Field, string[]][]) {
    const best = new Map<string, number>();
    for (const text of texts) {
      const folded = fold(text).text;
      const length = 1 - lengthShare + (lengthShare * folded.length) / Math.max(1, mean / 2);
      for (const { term } of termsOf(folded)) best.set(term, Math.max(best.get(term) ?? 0, weights[field] / length));
    }
    for (const [term, weight] of best) sums.set(term, (sums.get(term) ?? 0) + weight);
  }
  return sums;
}
