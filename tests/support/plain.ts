import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { parseCatalog } from "../../src/catalog/parse.ts";
import type { Assessment, Estimate, Interval } from "../../src/schema/assessment.ts";
import { compact, type Json } from "../../src/testing/arbitraries/draw.ts";
import { resultOf } from "./worlds.ts";

const text = { ja: "要件", en: "A requirement" };

export interface Plain {
  benefit: object;
  each?: string;
  caseBy?: string;
  parameters?: readonly Json[];
}

/** A catalog of one measure, `plain`, that is open to all: the amount is all that it says. */
export const plainCatalog = ({ benefit, each, caseBy, parameters = [] }: Plain): Catalog =>
  parseCatalog(
    compact({
      facts: bundled.facts,
      authorities: { office: { name: { ja: "庁", en: "An office" } } },
      sources: { one: { title: "A source", statedOn: "2026-01-01", confidence: "high" } },
      parameters: parameters.map((each) => ({ unit: "yen", label: text, ...each })),
      measures: [
        {
          id: "plain",
          name: { ja: "補助金", en: "A subsidy" },
          kind: "subsidy",
          authority: "office",
          rights: [],
          applicant: "company",
          status: [{ from: null, is: "available", source: "one" }],
          each,
          case: caseBy === undefined ? undefined : { by: caseBy },
          terms: [
            {
              from: null,
              lastSeen: "2030-01-01",
              renewal: "standing",
              criteria: [],
              benefit: { source: "one", ...benefit },
              sources: ["one"],
            },
          ],
        },
      ],
    }),
  );

type Kind<K extends Estimate["kind"]> = Extract<Estimate, { kind: K }>;

/** The estimate of a measure, which must be of the kind. */
export function estimateOf<K extends Estimate["kind"]>(assessment: Assessment, kind: K, id = "plain"): Kind<K> {
  const { estimate } = resultOf(assessment, id);
  if (estimate?.kind !== kind) throw new Error(`${id} is no ${kind}`);
  return estimate as Kind<K>;
}

export function subsidyOf(assessment: Assessment, id = "plain"): Interval {
  const { min, max } = estimateOf(assessment, "subsidy", id);
  return { min, max };
}
