import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measuresOf } from "../../src/catalog/catalog.ts";
import { compile } from "../../src/compiled/compile.ts";
import { derive } from "../../src/facts/derive.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";
import { scopeOf } from "../../src/facts/scope.ts";
import { judge } from "../../src/verdict/judge.ts";
import { losses, thin } from "../support/thin.ts";
import { worlds } from "../support/worlds.ts";

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
