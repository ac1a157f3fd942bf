import { type Catalog, deepFreeze } from "../catalog/catalog.ts";

/** A catalog as the one-file script carries it. */
export interface LeanCatalog {
  /** The first day that it can judge. */
  from: string;
  catalog: object;
}

/** What stands before a text that is carried in one language. */
export const localMark = "~";

/** The catalog again; a text stands for both languages. */
export const unpack = ({ catalog }: LeanCatalog): Catalog => deepFreeze(unpacked(catalog)) as Catalog;

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) {
    const [mark, text] = value;
    return mark === localMark && value.length === 2 ? { ja: text, en: text } : value.map(unpacked);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpacked(each)]));
}
