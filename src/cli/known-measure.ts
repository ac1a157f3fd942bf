import { type Catalog, currentId, measuresOf } from "../catalog/catalog.ts";
import { CatalogError, issue } from "../errors.ts";
import type { Lang } from "../explain/words.ts";
import { nearest } from "../search/nearest.ts";

/** @throws CatalogError for an id that the catalog does not hold, with the nearest ones. */
export function requireMeasure(id: string, catalog: Catalog, lang: Lang): void {
  const known = measuresOf(catalog);
  if (known.some((measure) => measure.id === currentId(catalog, id))) return;
  const near = nearest(id, known);
  const suggestion =
    near.length === 0
      ? ""
      : lang === "ja"
        ? `（近いもの: ${near.join("、")}）`
        : `; did you mean ${near.join(" or ")}?`;
  throw new CatalogError([issue(id, "unknown-reference", { kind: "measures", id, suggestion })]);
}
