import type * as z from "zod/mini";
import type { Definition, Law, Parameter, Vocabulary } from "../schema/law.ts";
import type { Criterion, Measure, MeasureFile, View } from "../schema/measure.ts";
import type { Bilingual } from "../schema/primitives.ts";
import type { Bureau, NotCovered, Prefecture, Synonym } from "../schema/registry.ts";
import type { Source, SourceEntry } from "../schema/source.ts";

/** Everything that is known: the vocabulary, the figures, the definitions and the measures. Plain data, frozen. */
export interface Catalog extends Law {
  /** The package's version, or the one that a caller gives its own catalog. */
  version: string;
  facts: Vocabulary;
  authorities: Readonly<Record<string, { name: Bilingual }>>;
  sources: Readonly<Record<string, z.infer<typeof SourceEntry>>>;
  parameters: Readonly<Record<string, Parameter>>;
  definitions: Readonly<Record<string, Definition>>;
  measures: readonly MeasureFile[];
  /** What is known but is no support measure. */
  notCovered: Readonly<Record<string, NotCovered>>;
  bureaus: Readonly<Record<string, Bureau>>;
  /** By Japanese name, in the official order. */
  prefectures: Readonly<Record<string, Prefecture>>;
  /** By topic: what search reads into everyday words. */
  synonyms: Readonly<Record<string, Synonym>>;
  /** Former id to the one that took its place. */
  redirects: Readonly<Record<string, string>>;
  /** Former name of a fact, entries as `[]`, to the one that took its place. */
  factRedirects?: Readonly<Record<string, string>>;
}

/** What is worked out of a catalog once: it never changes. */
const known = new WeakMap<Catalog, Known>();

interface Known {
  sources: Map<string, Source>;
  measures?: readonly Measure[];
}

function knownOf(catalog: Catalog): Known {
  const entry: Known = known.get(catalog) ?? { sources: new Map() };
  known.set(catalog, entry);
  return entry;
}

/** A source in full; everybody who cites it shares it. */
export function sourceOf(catalog: Catalog, id: string): Source {
  const { sources } = knownOf(catalog);
  const source = sources.get(id) ?? deepFreeze({ id, ...(catalog.sources[id] as z.infer<typeof SourceEntry>) });
  sources.set(id, source);
  return source;
}

/** The id that stands today, followed through redirects. */
export const currentId = (catalog: Catalog, id: string): string => catalog.redirects[id] ?? id;

/** Every measure as stages see it: a view carries its parent's terms and the criterion that narrows them. */
export function measuresOf(catalog: Catalog): readonly Measure[] {
  const entry = knownOf(catalog);
  entry.measures ??= catalog.measures.map((file) => ("viewOf" in file ? throughView(catalog, file) : file));
  return entry.measures;
}

export const findMeasure = (catalog: Catalog, id: string): Measure | undefined =>
  measuresOf(catalog).find((measure) => measure.id === currentId(catalog, id));

function throughView(catalog: Catalog, view: View): Measure {
  const parent = catalog.measures.find((file) => file.id === view.viewOf) as Measure;
  const only: Criterion = { id: "only", text: view.name, condition: view.only, source: view.source };
  const { id, name, aliases, rights } = view;
  return {
    ...parent,
    id,
    name,
    ...(aliases === undefined ? {} : { aliases }),
    rights,
    view: { of: view.viewOf, only },
  };
}

export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  if (Array.isArray(value)) for (const each of value) deepFreeze(each);
  else for (const key in value) deepFreeze(value[key]);
  return value;
}
