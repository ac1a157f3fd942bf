import fc from "fast-check";
import { expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { completions, domains, profileOf, smallCases } from "../support/read-once.ts";
import { runs } from "../support/runs.ts";

const asOf = "2026-11-21";

const verdicts = (facts: Record<string, unknown>, catalog: Catalog): Map<string, string> =>
  new Map(assess(profileOf(facts), { asOf, catalog }).results.map((each) => [each.measure.id, each.eligibility]));

test("Every question asked can change something, and what can change something is asked: every company tried.", () => {
  fc.assert(
    fc.property(smallCases, ({ catalog, known }) => {
      const all = completions(known).map((facts) => ({ facts, found: verdicts(facts, catalog) }));
      const keyOf = (facts: Record<string, unknown>, but: string) =>
        JSON.stringify(Object.entries({ ...facts, [but]: null }).sort(([left], [right]) => (left < right ? -1 : 1)));
      /** The measures of which two companies that differ in nothing else get different verdicts. */
      const changedBy = (fact: string): string[] => {
        const groups = new Map<string, typeof all>();
        for (const each of all) {
          const key = keyOf(each.facts, fact);
          groups.set(key, [...(groups.get(key) ?? []), each]);
        }
        const changed = [...groups.values()].flatMap(([first, ...others]) =>
          [...(first?.found ?? [])]
            .filter(([id, verdict]) => others.some(({ found }) => found.get(id) !== verdict))
            .map(([id]) => id),
        );
        return [...new Set(changed)].sort();
      };
      const asked = assess(profileOf(known), { asOf, catalog }).questions;
      const expected = Object.keys(domains)
        .filter((fact) => !(fact in known))
        .map((fact) => ({ fact, measures: changedBy(fact) }))
        .filter(({ measures }) => measures.length > 0);
      expect(new Map(asked.map(({ fact, measures }) => [fact, measures]))).toEqual(
        new Map(expected.map(({ fact, measures }) => [fact, measures])),
      );
    }),
    { numRuns: runs.catalogs },
  );
});

test("Questions come in the order of what they settle: of a verdict that waits for n facts each settles 1/n.", () => {
  fc.assert(
    fc.property(smallCases, ({ catalog, known }) => {
      const { questions, results } = assess(profileOf(known), { asOf, catalog });
      const settled = questions.map(({ fact }) =>
        results
          .filter(({ missing }) => missing.includes(fact))
          .reduce((sum, { missing }) => sum + 1 / missing.length, 0),
      );
      expect(questions.map(({ settles }) => settles.verdicts)).toEqual(
        settled.map((each) => Math.round(each * 1000) / 1000),
      );
      for (const [index, each] of settled.slice(1).entries())
        expect(each).toBeLessThanOrEqual((settled[index] as number) + 1e-9);
    }),
    { numRuns: runs.catalogs },
  );
});
