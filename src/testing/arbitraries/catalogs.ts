import fc from "fast-check";
import { catalog as bundled } from "../../catalog/bundled.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import { parseCatalog } from "../../catalog/parse.ts";
import { CatalogError } from "../../errors.ts";
import { compact, type Json } from "./draw.ts";
import { definition, parameters, text } from "./law.ts";
import { type Asks, measure, view } from "./measures.ts";

export type SmallCatalogOptions = Partial<Asks>;

/**
 * Random catalogs of two measures or three, as `parseCatalog` gives them: dated terms, routes, calls, views, and
 * benefits of every shape. They speak in the words of the bundled vocabulary, so that the same profiles speak to them.
 */
export const smallCatalogs = ({
  readsCosts = true,
  openToAll = false,
}: SmallCatalogOptions = {}): fc.Arbitrary<Catalog> => {
  const asks = { readsCosts, openToAll };
  return fc
    .record({
      parameters,
      small: definition("small"),
      young: definition("young"),
      measures: fc.tuple(measure("first", asks), measure("second", asks)),
    })
    .chain(({ parameters, small, young, measures }) =>
      view("third", measures[0], asks).map((views) => ({
        version: "1.0.0",
        facts: bundled.facts,
        authorities: { office: { name: text } },
        sources: { one: { title: "A source", statedOn: "2026-01-01", confidence: "high" } },
        parameters,
        definitions: [small, young],
        measures: [...measures, ...views],
        notCovered: {},
        bureaus: {},
        prefectures: {},
        synonyms: {},
        redirects: {},
      })),
    )
    .map(read)
    .filter((each) => each !== undefined);
};

/** Of what is drawn, `check` refuses only conditions that would lose what is unknown. Any other fault is ours. */
function read(data: Json): Catalog | undefined {
  try {
    return parseCatalog(compact(data));
  } catch (error) {
    if (error instanceof CatalogError && error.issues.every(({ code }) => code === "one-fact-both-ways"))
      return undefined;
    throw error;
  }
}
