import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Assessment, Result } from "../../src/schema/assessment.ts";
import { contradicts, escaped, overturned, understood } from "../support/compare.ts";
import { fullSituation, type Json } from "../support/profiles.ts";
import { runs } from "../support/runs.ts";
import { losses, thin } from "../support/thin.ts";

/** Runs a comparison over every measure whose presumptions hold in both. */
function compared(
  more: Json,
  fewer: Json,
  asOf: string,
  rules: Catalog,
  compare: (more: Result, fewer: Result) => string[],
) {
  const after = assess(more, { asOf, catalog: rules });
  const before = assess(fewer, { asOf, catalog: rules });
  fc.pre(after.issues.every((each) => each.code === "case-of-mixed-kinds"));
  const facts = understood(more);
  return before.results.flatMap((was) => {
    const now = resultOf(after, was.measure.id);
    return contradicts(facts, was.assumes) ? [] : compare(now, was);
  });
}

const resultOf = ({ results }: Assessment, id: string): Result =>
  results.find((each) => each.measure.id === id) as Result;

describe("the bundled rules", () => {
  test("Once decided, always decided: adding a fact that contradicts none, and no presumption in `assumes`, never changes an eligible or ineligible verdict", () => {
    fc.assert(
      fc.property(fullSituation, losses, ({ asOf, profile }, lost) => {
        expect(compared(profile, thin(profile, lost), asOf, catalog, overturned)).toEqual([]);
      }),
      { numRuns: runs.bundled },
    );
  });

  test("For every completion in which the measure is eligible the true amount lies in the interval, and the interval only narrows as facts arrive", () => {
    fc.assert(
      fc.property(fullSituation, losses, ({ asOf, profile }, lost) => {
        expect(compared(profile, thin(profile, lost), asOf, catalog, escaped)).toEqual([]);
      }),
      { numRuns: runs.bundled },
    );
  });
});
