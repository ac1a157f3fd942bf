import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changed, whatWouldHelp } from "../../src/advice/what-would-help.ts";
import { assess } from "../../src/assess.ts";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { entryFor } from "../../src/catalog/vocabulary.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";
import type { Change } from "../../src/schema/advice.ts";
import { domains, profileOf, smallCases } from "../support/read-once.ts";
import { runs } from "../support/runs.ts";
import { losses, thin } from "../support/thin.ts";
import { judged, resultOf, worlds } from "../support/worlds.ts";

/** The measure alone, with what it is a view of. */
const alone = (catalog: Catalog, id: string): Catalog => {
  const file = catalog.measures.find((each) => each.id === id);
  const parent = file !== undefined && "viewOf" in file ? file.viewOf : id;
  return { ...catalog, measures: catalog.measures.filter((each) => each.id === id || each.id === parent) };
};

const subsets = <T>([first, ...rest]: readonly T[]): T[][] =>
  first === undefined ? [[]] : subsets(rest).flatMap((set) => [set, [first, ...set]]);

describe.each(worlds)("under $rules", ({ some, numRuns }) => {
  test("What would help turns the verdict, no part of it does, and no fact is named that a company cannot change.", () => {
    let tried = 0;
    fc.assert(
      fc.property(some, losses, fc.nat(), (world, lost, index) => {
        const profile = parseProfile(thin(world.profile, lost));
        const out = judged({ ...world, profile: profile as never }).results.filter(
          ({ eligibility }) => eligibility === "ineligible",
        );
        const result = out[index % Math.max(1, out.length)];
        if (result === undefined) return;
        const catalog = alone(world.catalog, result.measure.id);
        const verdictOf = (changes: readonly Change[]) =>
          resultOf(assess(changed(profile, changes, catalog), { asOf: world.asOf, catalog }), result.measure.id)
            .eligibility;
        for (const { changes, becomes } of whatWouldHelp(result, profile, { catalog: world.catalog }).sets) {
          tried++;
          expect(verdictOf(changes)).toBe(becomes);
          for (const part of subsets(changes).filter(({ length }) => length < changes.length))
            expect(verdictOf(part)).toBe("ineligible");
          for (const { fact } of changes) expect(entryFor(fact, catalog.facts)?.changeable).toBe(true);
        }
      }),
      { numRuns: numRuns * 2 },
    );
    expect(tried).toBeGreaterThan(20);
  });
});

test("Whatever single change would help is found: every change tried.", () => {
  const asOf = "2026-11-21";
  fc.assert(
    fc.property(smallCases, ({ catalog, known }) => {
      for (const result of assess(profileOf(known), { asOf, catalog }).results) {
        if (result.eligibility !== "ineligible") continue;
        const { sets, complete } = whatWouldHelp(result, profileOf(known), { catalog });
        expect(complete).toBe(true);
        const single = sets.filter(({ changes }) => changes.length === 1).map(({ changes }) => changes[0]?.fact);
        const helpful = Object.keys(known).filter(
          (fact) =>
            entryFor(fact, catalog.facts)?.changeable &&
            (domains[fact]?.values ?? []).some(
              (value) =>
                resultOf(assess(profileOf({ ...known, [fact]: value }), { asOf, catalog }), result.measure.id)
                  .eligibility !== "ineligible",
            ),
        );
        expect([...new Set(single)].sort()).toEqual(helpful.sort());
      }
    }),
    { numRuns: runs.catalogs },
  );
});

test("The day from which time alone does it or undoes it is the first on which the verdict is another.", () => {
  const startup = {
    company: {
      legalForm: "stock-company",
      industry: "manufacturing",
      statedCapital: 10_000_000,
      regularEmployees: 200,
      foundedOn: "2017-12-01",
      ownership: { holders: [] },
    },
    ip: {
      filings: [
        {
          right: "patent",
          office: "JP",
          status: "filed",
          claims: 5,
          filedOn: "2026-01-10",
          working: true,
          foreignRelated: false,
          onlineProcedures: true,
        },
      ],
    },
  };
  const on = (asOf: string) => resultOf(assess(startup, { asOf, catalog: bundled }), "interview-examination-startup");
  const { byTime, sets } = whatWouldHelp(on("2026-11-21"), startup, { catalog: bundled });
  expect(sets).toEqual([]);
  expect(byTime).toMatchObject({
    on: "2027-12-01",
    becomes: "ineligible",
    causes: [{ code: "age", path: "company.foundedOn", count: 10 }],
  });
  expect(on("2027-11-30").eligibility).toBe("eligible");
  expect(on("2027-12-01").eligibility).toBe("ineligible");
});
