import Fuse from "fuse.js";
import type { Measure } from "../schema/measure.ts";

/** The ids that a mistyped one may mean, nearest first. The text is cut: fuzzy matching of a long one takes minutes. */
export function nearest(id: string, measures: readonly Measure[]): string[] {
  const fuse = new Fuse(measures, {
    keys: ["id", "name.ja", "name.en", "aliases"],
    threshold: 0.5,
    ignoreLocation: true,
  });
  return fuse.search([...id].slice(0, 64).join(""), { limit: 3 }).map(({ item }) => item.id);
}
