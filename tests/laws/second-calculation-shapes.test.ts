import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { optionsOf } from "../../src/testing/arbitraries/draw.ts";
import { owed, type PlainFee, type PlainPatent } from "../support/oracle-fees.ts";
import { mostFor, type Pair, type PlainProject, type PlainRate, shareOf } from "../support/oracle-projects.ts";
import { estimateOf, plainCatalog, subsidyOf } from "../support/plain.ts";
import { runs } from "../support/runs.ts";

/* Yearly fees, projects over years and rates by condition, against second calculations. */

const asOf = "2026-06-01";
const numRuns = runs.bundled * 3;
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const pair = fc.constantFrom<Pair>([1, 2], [1, 3], [2, 3], [1, 4], [3, 4], [1, 1]);
const ratio = ([numerator, denominator]: Pair) => ({ numerator, denominator });

const few = fc.nat({ max: 12 });
const project: fc.Arbitrary<PlainProject> = fc.record({
  rate: fc.constantFrom<Pair>([1, 1], [1, 2], [2, 3]),
  yearly: maybe(few),
  prefixes: fc.array(fc.record({ years: fc.integer({ min: 1, max: 4 }), yen: few }), { maxLength: 2 }),
  whole: maybe(few),
});
const costs = fc.array(
  fc.record({ member: fc.nat({ max: 2 }), year: fc.integer({ min: 1, max: 4 }), yen: fc.nat({ max: 6 }) }),
  { maxLength: 6 },
);

const ofProject = ({ rate, yearly, prefixes, whole }: PlainProject) =>
  plainCatalog({
    benefit: {
      kind: "subsidy",
      rate: ratio(rate),
      caps: [
        ...(yearly === undefined ? [] : [{ scope: "project-year", yen: yearly }]),
        ...prefixes.map((prefix) => ({ scope: "project", ...prefix })),
        ...(whole === undefined ? [] : [{ scope: "project", yen: whole }]),
      ],
      expense: { each: "project.members" },
    },
  });

const members = (list: readonly { member: number; year: number | undefined; yen: number }[]) =>
  [0, 1, 2].map((place) => ({
    costs: list
      .filter(({ member }) => member === place)
      .map(({ year, yen }) => ({ yen, ...(year === undefined ? {} : { year }) })),
  }));

describe("A project over years is paid", () => {
  test("the most that its caps leave, found by trying every way", () => {
    fc.assert(
      fc.property(project, costs, (benefit, list) => {
        const yen = mostFor(benefit, list);
        const profile = { project: { members: members(list) } };
        expect(subsidyOf(assess(profile, { asOf, catalog: ofProject(benefit) }))).toEqual({ min: yen, max: yen });
      }),
      { numRuns },
    );
  });

  test("around that while years and members are missing", () => {
    fc.assert(
      fc.property(
        project,
        costs,
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        maybe(fc.nat({ max: 2 })),
        (benefit, list, lost, listed) => {
          const yen = mostFor(benefit, list);
          const all = members(list.map((cost, index) => ({ ...cost, year: lost[index] ? undefined : cost.year })));
          const given = listed === undefined ? all : { items: all.slice(0, listed), complete: false };
          const { min, max } = subsidyOf(
            assess({ project: { members: given } }, { asOf, catalog: ofProject(benefit) }),
          );
          expect(min).toBeLessThanOrEqual(yen);
          expect(max ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(yen);
        },
      ),
      { numRuns },
    );
  });
});

const roles = optionsOf("project.members[].role");
const plainRates: fc.Arbitrary<PlainRate[]> = fc
  .tuple(
    fc.array(
      fc.record({
        of: fc.subarray(roles, { minLength: 1 }),
        rate: fc.oneof({ arbitrary: pair, weight: 5 }, { arbitrary: fc.constant(undefined), weight: 1 }),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    maybe(fc.record({ of: fc.constant(undefined), rate: maybe(pair) })),
  )
  .map(([rows, last]) => (last === undefined ? rows : [...rows, last]));

describe("The rate of each entry is the first whose condition holds", () => {
  const partners = fc.array(
    fc.record({ role: fc.constantFrom(...roles), yen: fc.nat({ max: 3_000_000 }), lost: fc.boolean() }),
    { maxLength: 4 },
  );
  const ofRates = (rates: readonly PlainRate[]) =>
    plainCatalog({
      benefit: {
        kind: "subsidy",
        rates: rates.map(({ of, rate }) => ({
          when: of === undefined ? undefined : { fact: "item.role", in: of },
          rate: rate && ratio(rate),
        })),
        caps: [],
        expense: { each: "project.members" },
      },
    });

  test("as a second calculation finds it; around that while what it hangs on is missing", () => {
    fc.assert(
      fc.property(plainRates, partners, (rates, list) => {
        const catalog = ofRates(rates);
        const paid = (isLost: boolean) => {
          const given = list.map(({ role, yen, lost }) => ({
            ...(isLost && lost ? {} : { role }),
            costs: [{ year: 1, yen }],
          }));
          return subsidyOf(assess({ project: { members: given } }, { asOf, catalog }));
        };
        const shares = list.map(({ role, yen }) => shareOf(rates, role, yen));
        const [least, most] = [0, 1].map((end) =>
          Math.floor(shares.reduce((sum, share) => sum + (share[end] as number), 0) / 12),
        );
        expect(paid(false)).toEqual({ min: least, max: most });
        const open = list.map(({ role, yen, lost }) =>
          (lost ? roles : [role]).map((each) => shareOf(rates, each, yen)),
        );
        const { min, max } = paid(true);
        const end = (place: 0 | 1, pick: (...values: number[]) => number) =>
          Math.floor(open.reduce((sum, each) => sum + pick(...each.map((share) => share[place])), 0) / 12);
        expect(min).toBeLessThanOrEqual(end(0, Math.min));
        expect(max).toBeGreaterThanOrEqual(end(1, Math.max));
      }),
      { numRuns },
    );
  });
});

const tariff = { base: fc.nat({ max: 70_000 }), perUnit: fc.nat({ max: 5000 }) };
/** Steps that cover every year. */
const table = fc
  .array(fc.record({ length: fc.integer({ min: 1, max: 6 }), ...tariff }), { minLength: 1, maxLength: 4 })
  .map((steps) => {
    let last = 0;
    return steps.map(({ length, ...step }, index) => {
      const from = last + 1;
      last = index === steps.length - 1 ? 30 : last + length;
      return { from, to: last, ...step };
    });
  });
const span = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.nat({ max: 12 }))
  .map(([from, more]) => ({ from, to: from + more }));
const fee: fc.Arbitrary<PlainFee> = fc.record({ table, years: maybe(span), pay: maybe(pair), refunded: fc.boolean() });
const reduction = fc.record({
  fees: fc.array(fee, { minLength: 1, maxLength: 3 }),
  rounding: fc.record({ unit: fc.constantFrom(1, 10, 100), at: fc.constantFrom("year" as const, "total" as const) }),
});
const patent: fc.Arbitrary<PlainPatent> = fc.record({
  claims: fc.integer({ min: 1, max: 200 }),
  years: span.map(({ from, to }): [number, number] => [from, to]),
  others: fc.constantFrom<Pair[]>(
    [],
    [],
    [[1, 2]],
    [
      [1, 3],
      [1, 4],
    ],
    [[2, 3]],
  ),
});

describe("What is left of fees, saved and paid back is", () => {
  test("as a second calculation gives it, fee by fee and year by year", () => {
    fc.assert(
      fc.property(reduction, patent, ({ fees, rounding }, filing) => {
        const catalog = plainCatalog({
          each: "ip.filings",
          parameters: fees.map(({ table: steps, years }, index) => {
            const [{ base, perUnit } = { base: 0, perUnit: 0 }] = steps;
            const value = years === undefined ? { base, perUnit } : steps;
            return { id: `test.fee-${index}`, values: [{ from: null, renewal: "standing", value, source: "one" }] };
          }),
          benefit: {
            kind: "fee-reduction",
            fees: fees.map(({ years, refunded }, index) => ({
              id: `fee-${index}`,
              table: `test.fee-${index}`,
              units: "item.claims",
              years: years && { of: "item.annuities.years", ...years },
              refunded: refunded || undefined,
            })),
            coApplicants: "item.coApplicants",
            classes: [
              {
                id: "any",
                when: { fact: "self.legalForm", is: "stock-company" },
                pay: Object.fromEntries(
                  fees.flatMap(({ pay }, index) => (pay === undefined ? [] : [[`fee-${index}`, pay.join("/")]])),
                ),
                source: "one",
              },
            ],
            rounding: { direction: "down", ...rounding },
          },
        });
        const profile = {
          company: { legalForm: "stock-company" },
          ip: {
            filings: [
              {
                claims: filing.claims,
                annuities: { years: filing.years },
                coApplicants: filing.others.map((share) => ({ legalForm: "npo", share: share.join("/") })),
              },
            ],
          },
        };
        const { payable, saved, refunded } = estimateOf(assess(profile, { asOf, catalog }), "fee-reduction");
        const yen = owed({ fees, rounding }, filing);
        const exactly = (amount: number) => ({ min: amount, max: amount });
        expect({ payable, saved, refunded: refunded ?? exactly(0) }).toEqual({
          payable: exactly(yen.payable),
          saved: exactly(yen.saved),
          refunded: exactly(yen.refunded),
        });
      }),
      { numRuns },
    );
  });
});
