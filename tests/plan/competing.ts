import fc from "fast-check";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { parseCatalog } from "../../src/catalog/parse.ts";
import { CatalogError } from "../../src/errors.ts";
import { compact, type Json } from "../../src/testing/arbitraries/draw.ts";
import { parameters } from "../../src/testing/arbitraries/law.ts";
import { groundOf, subsidy } from "../../src/testing/arbitraries/subsidies.ts";
import { companyFacts, itemWords } from "../../src/testing/arbitraries/words.ts";

const list = "overseas.filings";
const ground = groundOf(
  list,
  { facts: [...(itemWords[list]?.facts ?? []), ...companyFacts], lists: [], definitions: [] },
  undefined,
);

const competitor = (id: string): fc.Arbitrary<Json> =>
  fc.record({ benefit: subsidy(ground), grouped: fc.boolean() }).map(({ benefit, grouped }) => ({
    id,
    name: { ja: "施策", en: "A measure" },
    kind: "subsidy",
    authority: "office",
    rights: ["patent"],
    applicant: "company",
    status: [{ from: null, is: "available", source: "one" }],
    each: list,
    ...(grouped ? { case: { by: "item.basis" } } : {}),
    terms: [{ from: null, lastSeen: "2028-03-31", renewal: "standing", criteria: [], benefit, sources: ["one"] }],
  }));

/** Catalogs of subsidies for filings abroad that are open to all, so that they compete for the same costs. */
export const competingCatalogs: fc.Arbitrary<Catalog> = fc
  .record({
    measures: fc
      .integer({ min: 2, max: 4 })
      .chain((count) => fc.tuple(...["alpha", "beta", "gamma", "delta"].slice(0, count).map(competitor))),
    excludes: fc.boolean(),
    figures: parameters,
  })
  .map(({ measures: [first, ...others], excludes, figures }) =>
    read({
      version: "1.0.0",
      facts: bundled.facts,
      authorities: { office: { name: { ja: "機関", en: "An office" } } },
      sources: { one: { title: "A source", statedOn: "2026-01-01", confidence: "high" } },
      parameters: figures,
      definitions: [],
      measures: [{ ...first, ...(excludes ? { exclusiveWith: [{ measure: "beta", source: "one" }] } : {}) }, ...others],
      notCovered: {},
      bureaus: {},
      prefectures: {},
      synonyms: {},
      redirects: {},
    }),
  )
  .filter((each) => each !== undefined);

/** Conditions that would lose what is unknown are refused; so are those of figures that only small catalogs have. */
function read(data: Json): Catalog | undefined {
  try {
    return parseCatalog(compact(data));
  } catch (error) {
    if (error instanceof CatalogError) return undefined;
    throw error;
  }
}
