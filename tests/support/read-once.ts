import fc from "fast-check";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { parseCatalog } from "../../src/catalog/parse.ts";
import type { Condition } from "../../src/schema/condition.ts";

/** Facts with the values that tell their tests apart, small enough to try every company there could be. */
export const domains: Record<string, { test: Condition; values: unknown[] }> = {
  "company.headquartersInJapan": { test: { fact: "company.headquartersInJapan", is: true }, values: [true, false] },
  "company.blueReturn": { test: { fact: "company.blueReturn", is: true }, values: [true, false] },
  "company.openMembership": { test: { fact: "company.openMembership", is: false }, values: [true, false] },
  "company.regularEmployees": { test: { fact: "company.regularEmployees", atMost: 20 }, values: [20, 21] },
  "company.statedCapital": { test: { fact: "company.statedCapital", above: 1000 }, values: [1000, 1001] },
  "overseas.plan": { test: { fact: "overseas.plan", in: ["planned", "operating"] }, values: ["planned", "none"] },
  "company.memberships": {
    test: { fact: "company.memberships", includesAny: ["chamber-of-commerce"] },
    values: [["chamber-of-commerce"], []],
  },
};
const names = Object.keys(domains);

/** A condition that reads each of the facts once: there three values are exact. */
const treeOf = (facts: readonly string[]): fc.Arbitrary<Condition> => {
  const [only] = facts;
  if (facts.length === 1 && only !== undefined) {
    const { test } = domains[only] as { test: Condition };
    return fc.boolean().map((isPlain) => (isPlain ? test : { not: test }));
  }
  return fc
    .tuple(fc.integer({ min: 1, max: facts.length - 1 }), fc.boolean())
    .chain(([cut, isAll]) =>
      fc
        .tuple(treeOf(facts.slice(0, cut)), treeOf(facts.slice(cut)))
        .map((parts): Condition => (isAll ? { all: parts } : { any: parts })),
    );
};

const conditions = fc.subarray(names, { minLength: 1, maxLength: 5 }).chain(treeOf);

const text = { ja: "要件", en: "A requirement" };

const catalogOf = (trees: readonly Condition[]): Catalog =>
  parseCatalog({
    facts: bundled.facts,
    authorities: { office: { name: { ja: "庁", en: "An office" } } },
    sources: { one: { title: "A source", statedOn: "2026-01-01", confidence: "high" } },
    measures: trees.map((condition, index) => ({
      id: `measure-${index}`,
      name: { ja: "支援", en: "Help" },
      kind: "information",
      authority: "office",
      rights: [],
      applicant: "company",
      status: [{ from: null, is: "available", source: "one" }],
      terms: [
        {
          from: null,
          lastSeen: "2030-01-01",
          renewal: "standing",
          criteria: [{ id: "only-one", text, condition, source: "one" }],
          benefit: { kind: "in-kind", userPays: 0, source: "one" },
          sources: ["one"],
        },
      ],
    })),
  });

/** Some measures, and what is known of a company. */
export const smallCases = fc.record({
  catalog: fc.array(conditions, { minLength: 1, maxLength: 3 }).map(catalogOf),
  known: fc
    .subarray(names)
    .chain((facts) =>
      fc.record(Object.fromEntries(facts.map((fact) => [fact, fc.constantFrom(...(domains[fact]?.values ?? []))]))),
    ) as fc.Arbitrary<Record<string, unknown>>,
});

/** Facts by path as a profile. */
export function profileOf(facts: Record<string, unknown>): Record<string, Record<string, unknown>> {
  const profile: Record<string, Record<string, unknown>> = {};
  for (const [path, value] of Object.entries(facts)) {
    const [area = "", key = ""] = path.split(".");
    profile[area] = { ...profile[area], [key]: value };
  }
  return profile;
}

/** Every company that the known facts leave possible. */
export function completions(known: Record<string, unknown>): Record<string, unknown>[] {
  return names
    .filter((name) => !(name in known))
    .reduce<Record<string, unknown>[]>(
      (companies, name) =>
        companies.flatMap((each) => (domains[name]?.values ?? []).map((value) => ({ ...each, [name]: value }))),
      [known],
    );
}
