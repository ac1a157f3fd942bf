import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { compact } from "../../src/testing/arbitraries/draw.ts";
import { type PlainFiling, type PlainSubsidy, paid } from "../support/oracle.ts";
import { plainCatalog, subsidyOf } from "../support/plain.ts";
import { runs } from "../support/runs.ts";

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

/** A bundled measure without the others, so that many profiles are judged quickly. */
const alone = (id: string): Catalog => ({ ...bundled, measures: bundled.measures.filter((each) => each.id === id) });

const openToAll = (benefit: PlainSubsidy) =>
  plainCatalog({
    each: "overseas.filings",
    caseBy: "item.basis",
    benefit: {
      kind: "subsidy",
      ...benefit,
      rounding: benefit.rounding && { ...benefit.rounding, direction: "down" },
      limits: benefit.limits?.map((limit) => ({ scope: "applicant-fiscal-year", ...limit, source: "one" })),
      applicantShare: "item.applicantShare",
    },
  });

describe("An exact amount is", () => {
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
          const amount = subsidyOf(assess(profile, { asOf: "2026-06-01", catalog: openToAll(benefit) }));
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
  const openList = fc.option(fc.nat({ max: 6 }), { nil: undefined, freq: 2 });

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
          const amount = subsidyOf(assess(profile, { asOf: "2026-06-01", catalog: openToAll(benefit) }));
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
        expect(subsidyOf(assess(profile, { asOf: "2026-06-01", catalog }))).toEqual({
          min: 2 * third,
          max: 2 * third,
        });
      }),
    );
    // Three thirds of one yen are one yen: nothing is dropped before the case is added up.
    const thirds = { overseas: { filings: [1, 1, 1].map((cost) => ({ cost, applicantShare: "1/3", basis: "one" })) } };
    const whole = openToAll({ rate: { numerator: 1, denominator: 1 }, caps: [] });
    expect(subsidyOf(assess(thirds, { asOf: "2026-06-01", catalog: whole }))).toEqual({ min: 1, max: 1 });
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
    const catalog = alone("foreign-filing-subsidy");
    for (const [right, purpose, cap] of [
      ["patent", "business", 1_500_000],
      ["trademark", "business", 600_000],
      ["trademark", "anti-bad-faith", 300_000],
    ] as const) {
      for (const cost of costs) {
        const filing = { right, purpose, cost, basis: "JP-1", basedOnJapaneseFiling: true, regionalCollective: false };
        const assessment = assess({ company, overseas: { filings: [filing] } }, { asOf: "2018-06-01", catalog });
        const half = Math.min(cap, Number(BigInt(cost) / 2n));
        expect(subsidyOf(assessment, "foreign-filing-subsidy")).toEqual({
          min: Math.floor(half / 1000) * 1000,
          max: half,
        });
      }
    }
  });

  test("to the yen around the cap of the counterfeit support", () => {
    const catalog = alone("anti-counterfeit-support");
    for (const cost of costs) {
      const dispute = { kind: "counterfeit", rightHeldThere: true, evidence: true, cost };
      const assessment = assess({ company, overseas: { disputes: [dispute] } }, { asOf: "2018-06-01", catalog });
      const yen = Math.min(4_000_000, Number((BigInt(cost) * 2n) / 3n));
      expect(subsidyOf(assessment, "anti-counterfeit-support")).toEqual({ min: yen, max: yen });
    }
  });
});
