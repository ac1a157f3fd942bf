import type { Catalog } from "../catalog/catalog.ts";
import { inOrder } from "../engine/dated.ts";
import type { Terms } from "../schema/measure.ts";
import { statusOn } from "../verdict/terms.ts";
import { type LeanCatalog, localMark } from "./unpack.ts";

/** Sources cited in these no form shows. */
const notShown: ReadonlySet<string> = new Set(["calls", "definitions", "exclusiveWith", "fits", "status"]);

/**
 * What of a catalog a form needs to judge a day from `from` on, in one language: without measures that have ended,
 * without terms that others have taken the place of, and of sources what a person reads. Verdicts, amounts, windows
 * and open facts stay the same.
 */
export function leanCatalog(catalog: Catalog, from: string, lang: "ja" | "en"): LeanCatalog {
  const kept = catalog.measures.filter((file) => "viewOf" in file || statusOn(file, from) !== "ended");
  const ids = new Set(kept.map(({ id }) => id));
  const measures = kept
    .filter((file) => !("viewOf" in file) || ids.has(file.viewOf))
    .map((file) => ("viewOf" in file ? file : { ...file, terms: stillRead(file.terms, from) }));
  const facts = Object.entries(catalog.facts).map(([name, entry]) => {
    const { changeable: _, changeableTo: __, changeableWhile: ___, effort: ____, ...read } = entry;
    return [name, read] as const;
  });
  const read = {
    ...catalog,
    facts: Object.fromEntries(facts),
    measures,
    // Search tells what is no measure, and who offers what; the form shows neither.
    notCovered: {},
    authorities: {},
    sources: {},
  };
  const numbers = new Map<string, string>();
  const packed = pack(read, lang, (id) => {
    if (!Object.hasOwn(catalog.sources, id)) return id;
    const number = numbers.get(id) ?? numbers.size.toString(36);
    numbers.set(id, number);
    return number;
  }) as object;
  const sources = [...numbers].map(([id, number]) => {
    const { title, section, statedOn } = catalog.sources[id] as Catalog["sources"][string];
    return [number, { title, section, statedOn }];
  });
  return { from, catalog: { ...packed, sources: Object.fromEntries(sources) } };
}

/** Terms that are read on the day asked about, once the next have begun, are never read again. */
const stillRead = (terms: readonly Terms[], day: string): Terms[] => {
  const ordered = inOrder(terms).map(({ entry }) => entry);
  return ordered.filter(({ on }, index) => {
    const next = ordered[index + 1]?.from;
    return on !== undefined || typeof next !== "string" || next > day;
  });
};

/** Texts in one language, sources by short names and only where they are shown; of several that of the terms. */
function pack(value: unknown, lang: "ja" | "en", short: (id: string) => string, isShown = true): unknown {
  if (Array.isArray(value)) return value.map((each) => pack(each, lang, short, isShown));
  if (typeof value !== "object" || value === null) return value;
  const { ja, en, ...rest } = value as Record<string, unknown>;
  if (typeof ja === "string" && typeof en === "string" && Object.keys(rest).length === 0)
    return [localMark, lang === "ja" ? ja : en];
  // What has no terms is told by the source of its status.
  const isBare = "terms" in value && Array.isArray(value.terms) && value.terms.length === 0;
  const entries = Object.entries(value).flatMap(([key, each]): [string, unknown][] => {
    if (key === "source" && typeof each === "string") return isShown ? [[key, short(each)]] : [];
    if (key === "sources" && Array.isArray(each)) return [[key, each.slice(0, 1).map((id) => short(String(id)))]];
    return [[key, pack(each, lang, short, isShown && (isBare || !notShown.has(key)))]];
  });
  return Object.fromEntries(entries);
}
