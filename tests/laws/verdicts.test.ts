import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { derive } from "../../src/facts/derive.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";
import { listAt, type Scope, scopeOf, withName } from "../../src/facts/scope.ts";
import type { Result } from "../../src/schema/assessment.ts";
import type { Condition } from "../../src/schema/condition.ts";
import type { Criterion, Measure, Terms } from "../../src/schema/measure.ts";
import type { Json } from "../../src/testing/arbitraries/draw.ts";
import { answered, filledUp } from "../support/answers.ts";
import { contradicts, overturned, understood } from "../support/compare.ts";
import { losses, thin } from "../support/thin.ts";
import { isView, judged, ownMeasures, resultOf, withMeasure, worlds } from "../support/worlds.ts";

const always: Criterion = { id: "always", text: { ja: "常に", en: "Always" }, condition: true, source: "" };

const excluding = (catalog: Catalog, id: string, exclusion: Criterion): Catalog =>
  withMeasure(catalog, id, (measure) => ({
    ...measure,
    terms: measure.terms.map((terms) => ({
      ...terms,
      exclusions: [...(terms.exclusions ?? []), { ...exclusion, source: terms.sources[0] as string }],
    })),
  }));

/** A fact that no entry of the list has by chance. */
const marks: Record<string, [fact: string, operator: string, value: string]> = {
  "ip.filings": ["id", "is", "the one"],
  "ip.pctFilings": ["filedOn", "onOrAfter", "2100-12-31"],
  "ip.trials": ["kind", "is", "other"],
  "ip.plantVarieties": ["filedOn", "onOrAfter", "2100-12-31"],
  "ip.deals": ["acquiredOn", "onOrAfter", "2100-12-31"],
  "overseas.filings": ["country", "is", "ZW"],
  "overseas.disputes": ["country", "is", "ZW"],
};

const isFormal = (each: unknown): boolean => typeof each === "object" && each !== null && !("judgedBy" in each);

/** Where nothing is said on the day, there is nothing that an exclusion could be part of. */
const isUnsaid = ({ determining }: Pick<Result, "determining">): boolean =>
  determining.some((each) => each.criterion === "no-terms" || each.criterion === "which-terms");

describe.each(worlds)("under $rules", ({ some, numRuns }) => {
  test("An exclusion that applies makes a measure (or its entry) ineligible, whatever else holds.", () => {
    fc.assert(
      fc.property(some, losses, fc.nat(), (world, lost, index) => {
        const measures = ownMeasures(world.catalog);
        const measure = measures[index % measures.length] as Measure;
        const profile = thin(world.profile, lost);
        const result = resultOf(
          judged({ ...world, profile, catalog: excluding(world.catalog, measure.id, always) }),
          measure.id,
        );
        if (result.eligibility !== "ineligible") expect(isUnsaid(result)).toBe(true);
        for (const item of result.items ?? []) if (item.eligibility !== "ineligible") expect(isUnsaid(item)).toBe(true);
      }),
      { numRuns },
    );
    fc.assert(
      fc.property(some, fc.nat(), fc.nat(), (world, index, entry) => {
        const measures = ownMeasures(world.catalog).filter((each) => each.each !== undefined);
        fc.pre(measures.length > 0);
        const measure = measures[index % measures.length] as Measure;
        const [key, operator, mark] = marks[measure.each as string] as [string, string, string];
        const [area = "", list = ""] = (measure.each as string).split(".");
        const profile = structuredClone(world.profile) as Record<string, Record<string, Json[]>>;
        const entries = profile[area]?.[list] ?? [];
        fc.pre(entries.length > 0);
        const place = entry % entries.length;
        (entries[place] as Json)[key] = mark;
        const exclusion: Criterion = { ...always, condition: { fact: `item.${key}`, [operator]: mark } as Condition };
        const before = resultOf(judged({ ...world, profile }), measure.id);
        const after = resultOf(
          judged({ ...world, profile, catalog: excluding(world.catalog, measure.id, exclusion) }),
          measure.id,
        );
        for (const [position, item] of (after.items ?? []).entries()) {
          if (position === place && !isUnsaid(item)) expect(item.eligibility).toBe("ineligible");
          if (position !== place) expect(item.eligibility).toBe(before.items?.[position]?.eligibility);
        }
      }),
      { numRuns },
    );
  });

  test("An empty profile makes eligible only measures whose source says that they are open to all.", () => {
    fc.assert(
      fc.property(some, (world) => {
        const facts = understood(world.profile);
        const full = judged(world);
        for (const result of judged({ ...world, profile: {} }).results) {
          if (result.eligibility !== "eligible") continue;
          expect(result.items).toBeNull();
          // Open to all is open to this one.
          if (!contradicts(facts, result.assumes))
            expect(resultOf(full, result.measure.id).eligibility).toBe("eligible");
          if (world.catalog !== bundled) continue;
          const measure = ownMeasures(bundled).find(({ id }) => id === result.measure.id) as Measure;
          const terms = measure.terms.find(({ from }) => from === result.terms?.from) as Terms;
          expect([terms.criteria, terms.exclusions ?? [], terms.routes ?? []].flat().filter(isFormal)).toEqual([]);
        }
      }),
      { numRuns },
    );
  });

  const title =
    "Once decided, always decided: adding a fact that contradicts none, and no presumption in `assumes`, never changes an eligible or ineligible verdict.";
  test(title, () => {
    fc.assert(
      fc.property(some, losses, losses, (world, few, more) => {
        const full = thin(world.profile, few);
        const after = judged({ ...world, profile: full });
        fc.pre(after.issues.every((each) => each.code === "case-of-mixed-kinds"));
        const before = judged({ ...world, profile: thin(world.profile, [...few, ...more]) });
        const facts = understood(full);
        const changes = before.results.flatMap((was) =>
          contradicts(facts, was.assumes) ? [] : overturned(resultOf(after, was.measure.id), was),
        );
        expect(changes).toEqual([]);
      }),
      { numRuns },
    );
  });

  test("Every question asked can change something; when none is left, nothing is undetermined but by rules that no source states.", () => {
    fc.assert(
      fc.property(some, losses, fc.boolean(), fc.infiniteStream(fc.nat()), (world, lost, isBlank, answers) => {
        let profile = isBlank ? {} : thin(world.profile, lost);
        const asked = new Set<string>();
        for (;;) {
          const assessment = judged({ ...world, profile });
          const [question] = assessment.questions;
          if (question === undefined) {
            const open = assessment.results.filter((each) => each.eligibility === "undetermined");
            const causes = open.flatMap((each) => each.determining.map(({ cause }) => cause));
            expect(open.flatMap(({ missing }) => missing)).toEqual([]);
            expect(causes.filter((cause) => cause !== "rule-not-stated" && cause !== "no-terms")).toEqual([]);
            // Nor does anything decide it that was not asked.
            const filled = filledUp(profile, world.profile) as Json;
            const full = judged({ ...world, profile: filled });
            if (full.issues.some((each) => each.code !== "case-of-mixed-kinds")) return;
            const facts = understood(filled);
            for (const was of open) {
              if (contradicts(facts, was.assumes)) continue;
              expect(resultOf(full, was.measure.id).eligibility).toBe("undetermined");
            }
            return;
          }
          expect(question.fact, "asked twice").not.toSatisfy((fact: string) => asked.has(fact));
          asked.add(question.fact);
          profile = answered(profile, question, () => answers.next().value);
        }
      }),
      { numRuns },
    );
  });

  test("Reasons name every failing criterion, not the first; each has its source.", () => {
    fc.assert(
      fc.property(some, losses, fc.boolean(), (world, lost, isFull) => {
        const profile = isFull ? world.profile : thin(world.profile, lost);
        const scope = scopeOf(derive(parseProfile(profile)), world.catalog, world.asOf);
        for (const result of judged({ ...world, profile }).results) {
          for (const { source } of [
            ...result.determining,
            ...(result.items ?? []).flatMap((item) => item.determining),
          ]) {
            expect(source.title).not.toBe("");
            expect(source.statedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          }
          if (!["applicant", "beneficiary"].includes(result.role)) continue;
          const file = world.catalog.measures.find((each) => each.id === result.measure.id) as Measure;
          const parent = (
            isView(file as never) ? world.catalog.measures.find((each) => each.id === result.viewOf) : file
          ) as Measure;
          if (parent.terms.some((terms) => terms.on !== undefined)) continue;
          const terms = parent.terms.find((each) => result.terms !== null && each.from === result.terms.from);
          if (terms === undefined) continue;
          const units =
            parent.each === undefined
              ? [{ scope, told: result }]
              : listAt(scope, parent.each).entries.map((node, index) => ({
                  scope: withName(scope, "item", node),
                  told: (result.items ?? [])[index],
                }));
          for (const { told, scope: inner } of units) {
            if (told === undefined) continue;
            const named = told.determining.map((each) => [each.route, each.criterion].join());
            if (told.eligibility === "ineligible")
              expect(named).toEqual(expect.arrayContaining(failing(terms, result.role, inner)));
            // And beside what decided stands everything else that was read.
            const read = [...told.determining, ...told.others].map((each) =>
              [each.route, each.criterion, each.outcome].join(),
            );
            expect(read).toEqual(expect.arrayContaining(outcomes(terms, result.role, inner)));
          }
        }
      }),
      { numRuns },
    );
  });
});

type Held = { from?: string | undefined; to?: string | undefined };
const holds =
  ({ asOf }: Scope) =>
  ({ from, to }: Held) =>
    (from === undefined || from <= asOf) && (to === undefined || asOf <= to);

/** Formal criteria of the day and the role, each asked alone, without regard to the others. */
const alone = (criteria: readonly Criterion[], role: string, scope: Scope) =>
  criteria
    .filter((each) => holds(scope)(each) && (each.role === undefined || each.role === role))
    .filter(({ condition }) => condition !== undefined)
    .map((each) => ({ id: each.id, outcome: evaluate(each.condition as Condition, scope).outcome }));

const listedIn = ({ criteria }: Terms): readonly Criterion[] => (criteria === "not-stated" ? [] : criteria);

function outcomes(terms: Terms, role: string, scope: Scope): string[] {
  const routes = (terms.routes ?? []).filter(holds(scope));
  return [
    ...alone([...listedIn(terms), ...(terms.exclusions ?? [])], role, scope).map((each) =>
      ["", each.id, each.outcome].join(),
    ),
    ...routes.flatMap((route) =>
      alone(route.criteria ?? [], role, scope).map((each) => [route.id, each.id, each.outcome].join()),
    ),
  ];
}

function failing(terms: Terms, role: string, scope: Scope): string[] {
  const fails = (criteria: readonly Criterion[], against: string, route?: string) =>
    alone(criteria, role, scope)
      .filter(({ outcome }) => outcome === against)
      .map((each) => [route, each.id].join());
  const ways = (terms.routes ?? [])
    .filter(holds(scope))
    .map((route) => fails(route.criteria ?? [], "unsatisfied", route.id));
  return [
    ...fails(listedIn(terms), "unsatisfied"),
    ...fails(terms.exclusions ?? [], "satisfied"),
    // Routes fail together: while one may be open, the others' criteria decide nothing.
    ...(ways.every((way) => way.length > 0) ? ways.flat() : []),
  ];
}
