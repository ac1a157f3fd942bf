import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import { parseCatalog } from "../../src/catalog/parse.ts";
import { fiscalYearOf } from "../../src/normalize/calendar.ts";
import type { Assessment, Estimate, Interval, Result } from "../../src/schema/assessment.ts";
import type { Benefit, Subsidy } from "../../src/schema/benefit.ts";
import type { Measure, Route, Terms } from "../../src/schema/measure.ts";
import { contradicts, escaped, understood } from "../support/compare.ts";
import { type PlainFiling, type PlainSubsidy, paid } from "../support/oracle.ts";
import { compact, type Json } from "../support/profiles.ts";
import { runs } from "../support/runs.ts";
import { losses, thin } from "../support/thin.ts";
import { isView, judged, ownMeasures, resultOf, withMeasure, worlds } from "../support/worlds.ts";

const capsTitle =
  "An estimate never exceeds any of its caps, is whole yen, never negative; thirds are exact before they are rounded, once, where the source rounds (a case, a year or the total).";

const isMoney = ({ min, max }: Interval): boolean =>
  Number.isSafeInteger(min) && min >= 0 && (max === null || (Number.isSafeInteger(max) && max >= min));

/** Every amount that an estimate prints. */
function amountsOf(estimate: Estimate | null): Interval[] {
  if (estimate === null || estimate.kind === "unstated") return [];
  if (estimate.kind === "in-kind") return estimate.userPays === null ? [] : [estimate.userPays];
  const lines = [
    ...estimate.parts.flatMap(({ amount, saved }) => [amount, saved]),
    ...estimate.steps.map(({ amount }) => amount),
  ];
  const own =
    estimate.kind === "subsidy" ? [{ min: estimate.min, max: estimate.max }] : [estimate.payable, estimate.saved];
  return [...own, ...lines].filter((each): each is Interval => each !== null && each !== undefined);
}

const estimatesOf = (result: Result): (Estimate | null)[] => [
  result.estimate,
  ...(result.items ?? []).map((item) => item.estimate),
];

/** The benefits that may be read, each route with its own. */
const benefitsOf = (measure: Measure): Benefit[] =>
  measure.terms.flatMap(({ benefit, routes = [] }: Terms) =>
    routes.length === 0 ? [benefit] : routes.map((route: Route) => ({ ...benefit, ...route.benefit }) as Benefit),
  );

const least = (benefit: Subsidy, scope: string): number =>
  Math.min(
    ...benefit.caps
      .filter(
        (cap) => cap.scope === scope && cap.rights === undefined && cap.purpose === undefined && cap.when === undefined,
      )
      .map(({ yen }) => yen ?? Number.POSITIVE_INFINITY),
  );

/** What no reading of the measure lets through: of each reading the least cap, of these the greatest. */
const ceiling = (benefits: readonly Benefit[], scope: string): number =>
  Math.max(
    ...benefits.map((benefit) => (benefit.kind === "subsidy" ? least(benefit, scope) : Number.POSITIVE_INFINITY)),
  );

describe.each(worlds)("under $rules", ({ some, costBlind, numRuns }) => {
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
            for (const part of estimate.parts) {
              if (part.items.length === 1)
                expect(part.amount.max ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(ceiling(benefits, "case"));
            }
            for (const [scope, times] of [
              ["applicant-fiscal-year", years],
              ["applicant", 1],
            ] as const) {
              expect(estimate.max ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(ceiling(benefits, scope) * times);
            }
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
          const raised = raise(profile, place, extra);
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

/** The profile with one of its costs raised. */
function raise(profile: Json, place: number, extra: number): Json | undefined {
  const copy = structuredClone(profile);
  const found: { holder: Json; key: string }[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (key === "cost" || (key === "yen" && path.includes("costs"))) found.push({ holder: value as Json, key });
      walk(each, `${path}.${key}`);
    }
  };
  walk(copy["overseas"], "overseas");
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

/* The exact amount, against a second calculation. */

const rights = ["patent", "utility-model", "design", "trademark"] as const;
const purposes = ["business", "anti-bad-faith"] as const;

const plainBenefit: fc.Arbitrary<PlainSubsidy> = fc.record(
  {
    rate: fc
      .constantFrom([1, 2], [1, 3], [2, 3], [3, 4], [1, 1])
      .map(([numerator = 1, denominator = 1]) => ({ numerator, denominator })),
    caps: fc.array(
      fc.oneof(
        fc.record(
          {
            scope: fc.constant("case" as const),
            yen: fc.oneof(fc.constantFrom(0, 1, 333_333, 600_000, 1_500_000), fc.nat({ max: 2000 })),
            rights: fc.subarray([...rights], { minLength: 1 }),
            purpose: fc.constantFrom(...purposes),
          },
          { requiredKeys: ["scope", "yen"] },
        ),
        fc.record(
          {
            scope: fc.constantFrom("applicant-fiscal-year" as const, "applicant" as const),
            yen: fc.oneof(fc.constantFrom(0, 1_000_000, 3_000_000), fc.nat({ max: 3000 })),
            pool: fc.constant("foreign-filing"),
          },
          { requiredKeys: ["scope", "yen"] },
        ),
      ),
      { maxLength: 4 },
    ),
    rounding: fc.record({
      unit: fc.constantFrom(1, 10, 100, 1000),
      at: fc.constantFrom("case" as const, "total" as const),
    }),
    limits: fc.array(
      fc.record({ rights: fc.subarray([...rights], { minLength: 1 }), cases: fc.integer({ min: 1, max: 3 }) }),
      { maxLength: 1 },
    ),
  },
  { requiredKeys: ["rate", "caps"] },
);

const plainFilings: fc.Arbitrary<PlainFiling[]> = fc
  .tuple(
    fc.array(fc.record({ right: fc.constantFrom(...rights), purpose: fc.constantFrom(...purposes) }), {
      minLength: 4,
      maxLength: 4,
    }),
    fc.array(
      fc.record({
        basis: fc.nat({ max: 3 }),
        cost: fc.oneof(
          fc.nat({ max: 4_000_000 }),
          fc.nat({ max: 4000 }),
          fc.constantFrom(899_999, 900_000, 1_199_999, 1_200_001, 2_999_999, 3_000_001),
        ),
        share: fc.constantFrom<[number, number]>([1, 1], [1, 2], [1, 3], [2, 3], [1, 4]),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([kinds, filings]) =>
    filings.map(({ basis, ...filing }) => ({
      ...filing,
      ...(kinds[basis] as { right: string; purpose: string }),
      basis: `case-${basis}`,
    })),
  );

const openToAll = (benefit: PlainSubsidy, list = "overseas.filings") =>
  parseCatalog({
    facts: bundled.facts,
    authorities: { office: { name: { ja: "庁", en: "An office" } } },
    sources: { one: { title: "A source", statedOn: "2026-01-01", confidence: "high" } },
    measures: [
      {
        id: "plain",
        name: { ja: "補助金", en: "A subsidy" },
        kind: "subsidy",
        authority: "office",
        rights: [],
        applicant: "company",
        status: [{ from: null, is: "available", source: "one" }],
        each: list,
        case: { by: "item.basis" },
        terms: [
          {
            from: null,
            lastSeen: "2030-01-01",
            renewal: "standing",
            criteria: [],
            benefit: compact({
              kind: "subsidy",
              ...benefit,
              rounding: benefit.rounding && { ...benefit.rounding, direction: "down" },
              limits: benefit.limits?.map((limit) => ({ scope: "applicant-fiscal-year", ...limit, source: "one" })),
              applicantShare: "item.applicantShare",
              source: "one",
            }),
            sources: ["one"],
          },
        ],
      },
    ],
  });

const subsidyOf = (assessment: Assessment, id: string): Interval => {
  const { estimate } = resultOf(assessment, id);
  if (estimate?.kind !== "subsidy") throw new Error(`${id} pays no subsidy`);
  return { min: estimate.min, max: estimate.max };
};

describe(capsTitle, () => {
  test("as a second calculation gives it", () => {
    fc.assert(
      fc.property(
        plainBenefit,
        plainFilings,
        fc.option(fc.nat({ max: 3_500_000 }), { nil: undefined }),
        (benefit, filings, granted) => {
          const profile = {
            overseas: {
              filings: filings.map(({ share, ...filing }) => ({ ...filing, applicantShare: share.join("/") })),
            },
            grants: granted === undefined ? [] : [{ pool: "foreign-filing", fiscalYear: 2026, yen: granted }],
          };
          const amount = subsidyOf(assess(profile, { asOf: "2026-06-01", catalog: openToAll(benefit) }), "plain");
          const yen = paid(benefit, filings, granted ?? 0);
          expect(amount).toEqual({ min: yen, max: yen });
        },
      ),
      { numRuns: runs.bundled * 4 },
    );
  });

  const lostFacts = fc.record({
    purpose: fc.boolean(),
    right: fc.boolean(),
    basis: fc.boolean(),
    cost: fc.option(fc.nat({ max: 100 }), { nil: undefined }),
  });
  const openList = fc.option(fc.nat({ max: 6 }), { nil: undefined, freq: 1 });

  test("around what a second calculation gives, while facts are missing", () => {
    fc.assert(
      fc.property(
        plainBenefit,
        plainFilings,
        fc.array(lostFacts, { minLength: 6, maxLength: 6 }),
        openList,
        (benefit, filings, lost, listed) => {
          const entries = filings.map(({ share, cost, ...filing }, index) => {
            const gone = lost[index] as { purpose: boolean; right: boolean; basis: boolean; cost: number | undefined };
            return compact({
              right: gone.right ? undefined : filing.right,
              purpose: gone.purpose ? undefined : filing.purpose,
              basis: gone.basis ? undefined : filing.basis,
              applicantShare: share.join("/"),
              cost:
                gone.cost === undefined
                  ? cost
                  : {
                      min: cost - Math.min(cost, gone.cost * 1000),
                      max: gone.cost > 90 ? undefined : cost + gone.cost,
                    },
            });
          });
          const given = listed === undefined ? entries : { items: entries.slice(0, listed), complete: false };
          const profile = { overseas: { filings: given }, grants: [] };
          const amount = subsidyOf(assess(profile, { asOf: "2026-06-01", catalog: openToAll(benefit) }), "plain");
          const yen = paid(benefit, filings, 0);
          expect(amount.min).toBeLessThanOrEqual(yen);
          expect(amount.max ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(yen);
        },
      ),
      { numRuns: runs.bundled * 4 },
    );
  });

  test("two thirds of three times a sum are twice the sum", () => {
    const catalog = openToAll({ rate: { numerator: 2, denominator: 3 }, caps: [] });
    fc.assert(
      fc.property(fc.nat({ max: 3_000_000_000 }), (third) => {
        const profile = { overseas: { filings: [{ cost: 3 * third }] } };
        expect(subsidyOf(assess(profile, { asOf: "2026-06-01", catalog }), "plain")).toEqual({
          min: 2 * third,
          max: 2 * third,
        });
      }),
    );
    // Three thirds of one yen are one yen: nothing is dropped before the case is added up.
    const thirds = { overseas: { filings: [1, 1, 1].map((cost) => ({ cost, applicantShare: "1/3", basis: "one" })) } };
    const whole = openToAll({ rate: { numerator: 1, denominator: 1 }, caps: [] });
    expect(subsidyOf(assess(thirds, { asOf: "2026-06-01", catalog: whole }), "plain")).toEqual({ min: 1, max: 1 });
  });

  // A company of which nothing is open, in a prefecture whose body is known to round down to 1,000 yen.
  const company = {
    legalForm: "stock-company",
    industry: "manufacturing",
    statedCapital: 20_000_000,
    regularEmployees: 60,
    prefecture: "静岡県",
    headquartersInJapan: true,
    ownership: { holders: [], officersFromLargeEnterprises: "0/1", averageTaxableIncome: 0 },
  };
  const costs = [
    ...Array.from({ length: 60 }, (_, index) => index * 50_021),
    ...[600_000, 1_200_000, 3_000_000, 6_000_000].flatMap((cap) =>
      Array.from({ length: 7 }, (_, index) => cap - 3 + index),
    ),
  ];

  test("to the yen around every cap of the foreign filing subsidy", () => {
    for (const [right, purpose, cap] of [
      ["patent", "business", 1_500_000],
      ["trademark", "business", 600_000],
      ["trademark", "anti-bad-faith", 300_000],
    ] as const) {
      for (const cost of costs) {
        const filing = { right, purpose, cost, basis: "JP-1", basedOnJapaneseFiling: true, regionalCollective: false };
        const assessment = assess(
          { company, overseas: { filings: [filing] } },
          { asOf: "2018-06-01", catalog: bundled },
        );
        const half = Math.min(cap, Number(BigInt(cost) / 2n));
        expect(subsidyOf(assessment, "foreign-filing-subsidy")).toEqual({
          min: Math.floor(half / 1000) * 1000,
          max: half,
        });
      }
    }
  });

  test("to the yen around the cap of the counterfeit support", () => {
    for (const cost of costs) {
      const dispute = { kind: "counterfeit", rightHeldThere: true, evidence: true, cost };
      const assessment = assess(
        { company, overseas: { disputes: [dispute] } },
        { asOf: "2018-06-01", catalog: bundled },
      );
      const yen = Math.min(4_000_000, Number((BigInt(cost) * 2n) / 3n));
      expect(subsidyOf(assessment, "anti-counterfeit-support")).toEqual({ min: yen, max: yen });
    }
  });
});
