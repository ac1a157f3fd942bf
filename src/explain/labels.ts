import type { Catalog } from "../catalog/catalog.ts";
import { entryFor } from "../catalog/vocabulary.ts";
import type { Bilingual } from "../schema/primitives.ts";
import { type Lang, phrases, say } from "./words.ts";

export interface ExplainOptions {
  lang: Lang;
  catalog: Catalog;
}

/** A profile path in words: the fact's label, and which entry it belongs to. */
export function label(path: string, catalog: Catalog, lang: Lang): string {
  const text = entryFor(path, catalog.facts)?.label[lang] ?? path;
  return /\[\d+\]/.test(path) ? `${text} ${ordinal(path)}` : text;
}

/** Who a step speaks of: the company itself, or a co-applicant by its place. */
export const applicantLabel = (path: string, { catalog, lang }: ExplainOptions): string =>
  path === "company" ? say(phrases.company, lang) : label(path, catalog, lang);

/** Which entry of a list a path lies in: #1. */
export const ordinal = (path: string): string =>
  (path.match(/\[\d+\]/g) ?? []).map((each) => `#${Number(each.slice(1, -1)) + 1}`).join(" ");

/** So many of the names, and how many more there are: A、B、ほか3件. */
export function firstOf(
  names: readonly string[],
  most: number,
  lang: Lang,
  between: Bilingual = phrases.within,
): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  return [...shown, ...(rest > 0 ? [say(phrases.andMore, lang, { count: rest })] : [])].join(between[lang]);
}
