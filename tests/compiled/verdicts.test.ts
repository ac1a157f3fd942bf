import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import { type Catalog, measuresOf } from "../../src/catalog/catalog.ts";
import { compile } from "../../src/compiled/compile.ts";
import { derive } from "../../src/facts/derive.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";
import { scopeOf } from "../../src/facts/scope.ts";
import type { Condition } from "../../src/schema/condition.ts";
import type { Criterion, Measure, Terms } from "../../src/schema/measure.ts";
import { judge } from "../../src/verdict/judge.ts";
import { losses, thin } from "../support/thin.ts";
import { ownMeasures, withMeasure, worlds } from "../support/worlds.ts";

describe.each(worlds)("under $rules", ({ some, numRuns }) => {
  test("The compiled catalog gives the verdicts of the evaluator, whatever is known of a company.", () => {
    fc.assert(
      fc.property(some, fc.array(losses, { minLength: 1, maxLength: 4 }), ({ catalog, asOf, profile }, lost) => {
        const compiled = compile(catalog, asOf);
        // Several companies one after the other: what is remembered of one must hold for the next.
        for (const given of [profile, ...lost.map((each) => thin(profile, each)), profile].map(parseProfile)) {
          const scope = scopeOf(derive(given), catalog, asOf);
          const expected = measuresOf(catalog)
            .map((measure) => `${measure.id} ${judge(measure, scope).eligibility}`)
            .sort();
          const { eligible, undetermined } = compiled.verdicts(given);
          const verdict = (index: number) =>
            eligible.includes(index) ? "eligible" : undetermined.includes(index) ? "undetermined" : "ineligible";
          expect(compiled.measures.map((id, index) => `${id} ${verdict(index)}`).sort()).toEqual(expected);
        }
      }),
      { numRuns },
    );
  });
});

test("A measure that asks twice about one fact is ruled out by either.", () => {
  const criterion = (id: string, condition: Condition): Criterion => ({
    id,
    text: { ja: id, en: id },
    condition,
    source,
  });
  const [measure] = ownMeasures(bundled) as [Measure];
  const [terms] = measure.terms as [Terms];
  const [source] = terms.sources as [string];
  const asking = (...conditions: Condition[]): Catalog =>
    withMeasure({ ...bundled, measures: [measure] }, measure.id, (each) => ({
      ...each,
      status: [{ from: null, is: "available", source }],
      terms: [{ ...terms, from: null, to: null, criteria: conditions.map((one, at) => criterion(`c${at}`, one)) }],
    }));
  const few: Condition = { fact: "company.regularEmployees", atMost: 20 };
  const some: Condition = { fact: "company.regularEmployees", above: 5 };
  for (const catalog of [asking(few, some), asking(some, few)]) {
    const { verdicts } = compile(catalog, "2026-11-21");
    const staff = [5, 6, 20, 21].map((regularEmployees) => verdicts({ company: { regularEmployees } }));
    expect(staff.map(({ eligible, undetermined }) => eligible.length + undetermined.length)).toEqual([0, 1, 1, 0]);
  }
});
