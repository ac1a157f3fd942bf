import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { factName, inside, pathsOf, placesOf } from "../../src/catalog/walk.ts";
import { fiscalYearOf } from "../../src/normalize/calendar.ts";
import type { Assessment, Estimate, Interval, Result } from "../../src/schema/assessment.ts";
import { type Benefit, type CapScope, type Subsidy, withPatch } from "../../src/schema/benefit.ts";
import type { Measure, Route, Terms } from "../../src/schema/measure.ts";
import type { Json } from "../../src/testing/arbitraries/draw.ts";
import { contradicts, escaped, understood } from "../support/compare.ts";
import { losses, thin } from "../support/thin.ts";
import { isView, judged, moneyWorlds, ownMeasures, resultOf, withMeasure } from "../support/worlds.ts";

const capsTitle =
  "An estimate never exceeds any of its caps, is whole yen, never negative; thirds are exact before they are rounded, once, where the source rounds (a case, a year or the total).";

const isMoney = ({ min, max }: Interval): boolean =>
  Number.isSafeInteger(min) && min >= 0 && (max === null || (Number.isSafeInteger(max) && max >= min));

/** Every amount that an estimate prints. */
function amountsOf(estimate: Estimate | null): Interval[] {
  if (estimate === null) return [];
  if (estimate.kind === "in-kind") return estimate.userPays === null ? [] : [estimate.userPays];
  if (!("steps" in estimate)) return [];
  const lines = [
    ...estimate.parts.flatMap(({ amount, saved }) => [amount, saved]),
    ...estimate.steps.map(({ amount }) => amount),
  ];
  const own =
    estimate.kind === "subsidy" ? [{ min: estimate.min, max: estimate.max }] : [estimate.payable, estimate.saved];
  return [...own, ...lines].filter((each): each is Interval => each !== null && each !== undefined);
}

type SubsidyEstimate = Extract<Estimate, { kind: "subsidy" }>;

const estimatesOf = (result: Result): (Estimate | null)[] => [
  result.estimate,
  ...(result.items ?? []).map((item) => item.estimate),
];

/** The benefits that may be read, each route with its own; the terms' where no route may be in force. */
const benefitsOf = (measure: Measure): Benefit[] =>
  measure.terms.flatMap(({ benefit, routes = [] }: Terms) => [
    ...(routes.every(({ from, to }) => from !== undefined || to !== undefined) ? [benefit] : []),
    ...routes.map((route: Route) => withPatch(benefit as Subsidy, route.benefit ?? {})),
  ]);

/** The least cap of the scope that holds whatever else is true. */
const least = (benefit: Subsidy, scope: CapScope): number =>
  Math.min(
    ...benefit.caps
      .filter((cap) => cap.scope === scope && ["rights", "purpose", "when", "years"].every((key) => !(key in cap)))
      .map(({ yen }) => yen ?? Number.POSITIVE_INFINITY),
  );

/** What no reading of the measure lets through: of each reading the least cap, of these the greatest. */
const ceiling = (benefits: readonly Benefit[], scope: CapScope): number =>
  Math.max(
    ...benefits.map((benefit) => (benefit.kind === "subsidy" ? least(benefit, scope) : Number.POSITIVE_INFINITY)),
  );

/** How a subsidy exceeds its caps; empty if it does not. */
function overcharged(
  { max, parts }: SubsidyEstimate,
  benefits: readonly Benefit[],
  years: number,
  isFull: boolean,
): string[] {
  const over = (what: string, amount: number | null, most: number) =>
    amount === null || amount <= most ? [] : [`${what}: ${amount} > ${most}`];
  const projectYears = new Set(parts.map(({ year }) => year)).size;
  // Of years that are not listed nobody knows how many there are.
  const isOfYears = isFull && parts.length > 0 && parts.every(({ year }) => year !== undefined);
  return [
    ...parts.flatMap(({ items, amount }) => [
      ...(items.length === 1 ? over("case", amount.max, ceiling(benefits, "case")) : []),
      ...(items.length === 1 ? over("unstated", amount.max, ceiling(benefits, "unstated")) : []),
      ...over("procedure", amount.max, ceiling(benefits, "procedure") * items.length),
    ]),
    ...(isOfYears ? over("project-year", max, ceiling(benefits, "project-year") * projectYears) : []),
    ...over("project", max, ceiling(benefits, "project")),
    ...over("applicant-fiscal-year", max, ceiling(benefits, "applicant-fiscal-year") * years),
    ...over("applicant", max, ceiling(benefits, "applicant")),
  ];
}

describe.each(moneyWorlds)("under $rules", ({ some, costBlind, numRuns }) => {
  test(capsTitle, () => {
    fc.assert(
      fc.property(some, losses, fc.boolean(), (world, lost, isFull) => {
        const profile = isFull ? world.profile : thin(world.profile, lost);
        const { results } = judged({ ...world, profile });
        const years = new Set((JSON.stringify(profile).match(/\d{4}-\d{2}-\d{2}/g) ?? []).map(fiscalYearOf)).size + 1;
        for (const result of results) {
          for (const estimate of estimatesOf(result)) {
            for (const amount of amountsOf(estimate)) expect(amount).toSatisfy(isMoney);
            if (estimate?.kind !== "subsidy") continue;
            const id = result.viewOf ?? result.measure.id;
            const benefits = benefitsOf(world.catalog.measures.find((each) => each.id === id) as Measure);
            expect(overcharged(estimate, benefits, years, isFull)).toEqual([]);
          }
        }
      }),
      { numRuns },
    );
  });

  test("For every completion in which the measure is eligible the true amount lies in the interval, and the interval only narrows as facts arrive.", () => {
    fc.assert(
      fc.property(some, losses, losses, (world, few, more) => {
        const known = thin(world.profile, few);
        const after = judged({ ...world, profile: known });
        fc.pre(after.issues.every((each) => each.code === "case-of-mixed-kinds"));
        const before = judged({ ...world, profile: thin(world.profile, [...few, ...more]) });
        const facts = understood(known);
        const moved = before.results.flatMap((was) =>
          contradicts(facts, was.assumes) ? [] : escaped(resultOf(after, was.measure.id), was),
        );
        expect(moved).toEqual([]);
      }),
      { numRuns },
    );
  });

  test("More eligible expense never means less subsidy.", () => {
    fc.assert(
      fc.property(
        costBlind,
        losses,
        fc.nat(),
        fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 5_000_000 })),
        (world, lost, place, extra) => {
          const profile = thin(world.profile, lost);
          const raised = raise(profile, place, extra, askedIn(world.catalog));
          fc.pre(raised !== undefined);
          const before = judged({ ...world, profile });
          const after = judged({ ...world, profile: raised as Json });
          for (const was of before.results) {
            const now = resultOf(after, was.measure.id);
            expect(now.eligibility).toBe(was.eligibility);
            if (was.estimate?.kind !== "subsidy" || now.estimate?.kind !== "subsidy") continue;
            expect(now.estimate.min).toBeGreaterThanOrEqual(was.estimate.min);
            expect(now.estimate.max ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
              was.estimate.max ?? Number.POSITIVE_INFINITY,
            );
          }
        },
      ),
      { numRuns },
    );
  });

  test("Money counted under several ids, routes or bodies is counted once.", () => {
    fc.assert(
      fc.property(costBlind, losses, fc.nat(), (world, lost, index) => {
        const profile = thin(world.profile, lost);
        const all = judged({ ...world, profile });
        // A view adds no money: without it every other answer, and so every total, stays as it was.
        const parents = world.catalog.measures.filter((file) => !isView(file));
        const alone = judged({ ...world, profile, catalog: { ...world.catalog, measures: parents } });
        expect(all.results.filter(({ viewOf }) => viewOf === null)).toEqual(alone.results);
        for (const view of all.results.filter(({ viewOf }) => viewOf !== null)) {
          const parent = resultOf(all, view.viewOf as string);
          if (view.eligibility === "eligible") expect(parent.eligibility).toBe("eligible");
          if (
            view.eligibility !== "eligible" ||
            view.estimate?.kind !== "subsidy" ||
            parent.estimate?.kind !== "subsidy"
          )
            continue;
          expect(view.estimate.max ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
            parent.estimate.max ?? Number.POSITIVE_INFINITY,
          );
        }
        // The same way in under another name, through another body, pays nothing more.
        const measures = ownMeasures(world.catalog);
        const measure = measures[index % measures.length] as Measure;
        const twice = withMeasure(world.catalog, measure.id, (each) => ({
          ...each,
          terms: each.terms.map((terms) => {
            const [route] = terms.routes ?? [];
            return route === undefined
              ? terms
              : { ...terms, routes: [...(terms.routes ?? []), { ...route, id: "again" }] };
          }),
        }));
        const amount = (assessment: Assessment) => figuresOf(resultOf(assessment, measure.id).estimate);
        expect(amount(judged({ ...world, profile, catalog: twice }))).toEqual(amount(all));
      }),
      { numRuns },
    );
  });
});

function figuresOf(estimate: Estimate | null): unknown {
  if (estimate === null || !("steps" in estimate)) return estimate;
  const { parts: _parts, steps: _steps, ...figures } = estimate;
  return figures;
}

/** The profile with one of its costs raised that no condition of the catalog asks about. */
function raise(profile: Json, place: number, extra: number, asked: ReadonlySet<string>): Json | undefined {
  const copy = structuredClone(profile);
  const found: { holder: Json; key: string }[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      // `{ items, complete }` has no place in a path.
      const name = Array.isArray(value) ? `${path}[]` : key === "items" ? path : `${path}.${key}`;
      const isCost = key === "cost" || key === "premium" || (key === "yen" && path.endsWith(".costs[]"));
      if (isCost && !asked.has(name)) found.push({ holder: value as Json, key });
      walk(each, name);
    }
  };
  walk(copy["overseas"], "overseas");
  walk(copy["project"], "project");
  const chosen = found[place % Math.max(1, found.length)];
  if (chosen === undefined) return undefined;
  const { holder, key } = chosen;
  const cost = holder[key];
  if (typeof cost === "number") holder[key] = cost + extra;
  else
    holder[key] = Object.fromEntries(
      Object.entries(cost as Record<string, number>).map(([end, yen]) => [end, yen + extra]),
    );
  return copy;
}

/** The facts that conditions of the catalog read, by the vocabulary's names. */
function askedIn({ measures, definitions, facts }: Catalog): ReadonlySet<string> {
  const places = measures.flatMap((file) =>
    placesOf(file, facts, "viewOf" in file ? (measures.find(({ id }) => id === file.viewOf) as Measure) : undefined),
  );
  const terms = Object.values(definitions).flatMap((definition) => definition.terms);
  const all = [...places, ...terms.map(({ condition }) => ({ at: "", condition, names: { self: ["party"] } }))];
  return new Set(
    all
      .flatMap((place) => inside(place, facts))
      .flatMap(({ condition, names }) => {
        const sums = typeof condition === "object" && "sum" in condition ? [`${condition.sum}[].${condition.of}`] : [];
        return [...pathsOf(condition).flatMap((path) => factName(path, names, facts) ?? []), ...sums];
      }),
  );
}
