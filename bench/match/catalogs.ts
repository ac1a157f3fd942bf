import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Condition } from "../../src/schema/condition.ts";
import type { Criterion, Measure } from "../../src/schema/measure.ts";
import { type Draw, drawFrom } from "../random.ts";
import { type BenchFact, facts, place } from "./facts.ts";

/** The day that everything here is read on. */
export const asOf = "2026-11-21";

/**
 * A made-up catalog of so many measures: 3 to 8 comparisons each, nested 2 to 3 deep; 80 % have a window, half (of
 * large catalogs 85 %) are tied to a prefecture. It is what `parseCatalog` gives, but not frozen.
 */
export function catalogOf(size: number, seed = size): Catalog {
  const draw = drawFrom(seed);
  const local = size <= 500 ? 0.5 : 0.85;
  return {
    version: "1.0.0",
    facts: bundled.facts,
    authorities: { office: { name: text } },
    sources: { one: { title: "A source", statedOn: "2026-04-01", confidence: "high" } },
    parameters: {},
    definitions: {},
    measures: Array.from({ length: size }, (_, index) =>
      measure(`measure-${String(index).padStart(5, "0")}`, local, draw),
    ),
    notCovered: {},
    bureaus: {},
    prefectures: {},
    synonyms: {},
    redirects: {},
  };
}

const text = { ja: "架空の施策", en: "A made-up measure" };

function measure(id: string, local: number, draw: Draw): Measure {
  const { criteria, exclusions } = requirements(local, draw);
  const windowed = draw.chance(0.8);
  return {
    id,
    name: text,
    rights: [],
    kind: "regional-program",
    authority: "office",
    applicant: "company",
    status: [{ from: null, is: "available", source: "one" }],
    terms: [
      {
        from: windowed ? `${draw.between(2015, 2025)}-04-01` : null,
        // One window in ten is over.
        ...(windowed ? { to: `${draw.chance(0.1) ? 2026 : draw.between(2027, 2032)}-03-31` } : {}),
        lastSeen: "2026-04-01",
        renewal: "standing",
        criteria,
        exclusions,
        benefit: { kind: "in-kind", source: "one" },
        sources: ["one"],
      },
    ],
  };
}

function requirements(local: number, draw: Draw): { criteria: Criterion[]; exclusions: Criterion[] } {
  const criteria: Condition[] = [];
  const exclusions: Condition[] = [];
  const tied = draw.chance(local);
  if (tied) criteria.push(tests(place, draw, draw.chance(0.9) ? 1 : draw.between(2, 8)));
  let left = draw.some(facts, draw.between(3, 8) - (tied ? 1 : 0)).map((fact) => tests(fact, draw));
  const take = (count: number): Condition[] => {
    const taken = left.slice(0, count);
    left = left.slice(count);
    return taken;
  };
  while (left.length > 0) {
    const shape = draw.between(1, 12);
    if (shape <= 8 || left.length === 1) criteria.push(...take(1));
    else if (shape === 9) criteria.push({ any: take(2) });
    else if (shape === 10) criteria.push({ any: [...take(1), { all: take(2) }] });
    else if (shape === 11) criteria.push({ not: { any: take(2) } });
    else exclusions.push({ any: [...take(1), { not: { any: take(2) } }] });
  }
  const named =
    (kind: string) =>
    (condition: Condition, index: number): Criterion => ({
      id: `${kind}-${index}`,
      text,
      condition,
      source: "one",
    });
  return { criteria: criteria.map(named("criterion")), exclusions: exclusions.map(named("exclusion")) };
}

/** One comparison. What may be listed is at most half of the options. */
function tests(fact: BenchFact, draw: Draw, count?: number): Condition {
  switch (fact.kind) {
    case "option":
    case "options": {
      const { length } = fact.values;
      const chosen = draw.some(fact.values, count ?? draw.between(Math.ceil(length / 6), Math.floor(length / 2)));
      return { fact: fact.path, [fact.kind === "option" ? "in" : "includesAny"]: chosen };
    }
    case "number":
      return {
        fact: fact.path,
        [draw.pick(["atMost", "atMost", "below", "atLeast", "above"])]: draw.pick(fact.values),
      };
    case "founded":
      return draw.chance(0.7)
        ? { fact: fact.path, fewerThanYears: draw.pick(fact.values) }
        : { fact: fact.path, onOrBefore: `${2026 - draw.pick(fact.values)}-03-31` };
    case "boolean":
      return { fact: fact.path, is: draw.chance(0.8) };
  }
}
