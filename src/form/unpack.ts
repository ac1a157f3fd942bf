import type { Catalog } from "../catalog/catalog.ts";

/** A catalog as the one-file script carries it. */
export interface LeanCatalog {
  /** The first day that it can judge. */
  from: string;
  catalog: object;
}

/** What stands before a text that is carried in one language. */
export const localMark = "~";

/** The catalog again, frozen, made of the parts of the one handed in; a text stands for both languages. */
export const unpack = ({ catalog }: LeanCatalog): Catalog => unpacked(catalog) as Catalog;

function unpacked(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value) && value.length === 2 && value[0] === localMark)
    return Object.freeze({ ja: value[1], en: value[1] });
  const parts = value as Record<string, unknown>;
  for (const key of Object.keys(parts)) parts[key] = unpacked(parts[key]);
  return Object.freeze(value);
}
