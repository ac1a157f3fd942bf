import { describe, expect, test } from "vitest";
import { reduceFees } from "../../src/amount/fee-reduction.ts";
import { rateOf } from "../../src/amount/rates.ts";
import { sumSubsidy } from "../../src/amount/subsidy.ts";
import { amountOf, capped, floored, times, toInterval } from "../../src/amount/yen.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";
import { listAt, scopeOf, withName } from "../../src/facts/scope.ts";
import type { Interval } from "../../src/schema/assessment.ts";
import type { CapScope, FeeReduction, Subsidy } from "../../src/schema/benefit.ts";
import type { YearlyTariff } from "../../src/schema/law.ts";
import type { Ratio } from "../../src/schema/primitives.ts";
import type { Source } from "../../src/schema/source.ts";
import { ownMeasures } from "../support/worlds.ts";

/* Money, not by chance but all of it: every yen, every claim, every rate and cap of the bundled rules. */

const benefits = ownMeasures(catalog).flatMap(({ terms }) =>
  terms.flatMap(({ benefit, routes = [] }) => [benefit, ...routes.flatMap((route) => route.benefit ?? [])]),
) as Partial<Subsidy>[];

const named = ({ numerator, denominator }: Ratio) => `${numerator}/${denominator}`;
const rates = new Map(
  [
    { numerator: 1, denominator: 2 },
    { numerator: 2, denominator: 3 },
    { numerator: 1, denominator: 3 },
    { numerator: 1, denominator: 4 },
    ...benefits.flatMap(({ rate, rates = [] }) =>
      [rate, ...rates.map((each) => each.rate)].flatMap((one) => one ?? []),
    ),
  ].map((rate) => [named(rate), rate]),
);
const caps = [...new Set(benefits.flatMap((benefit) => (benefit.caps ?? []).flatMap(({ yen }) => yen ?? [])))];

const source: Source = { id: "one", title: "A source", statedOn: "2026-01-01", confidence: "high" } as Source;
const asOf = "2026-06-01";
const nobody = scopeOf(parseProfile({}), catalog, asOf);

/** What is left of an expense at a rate, under a cap, in units: nothing but integers. */
function inIntegers(yen: number, { numerator, denominator }: Ratio, cap: number, unit: number): number {
  const rated = yen * numerator;
  const whole = Math.min(cap, (rated - (rated % denominator)) / denominator);
  return whole - (whole % unit);
}

const isExactly = ({ min, max }: Interval, yen: number): boolean => min === yen && max === yen;

/** How many cases are wrong, and the first few of them: an assertion for each would take minutes. */
class Faults {
  count = 0;
  first: string[] = [];
  add(what: string): void {
    this.count += 1;
    if (this.first.length < 5) this.first.push(what);
  }
}
const none = new Faults();

describe("The share of an expense is exact, whole yen, never above its cap, and grows with the expense", () => {
  const cap = 600_000;
  const unit = 1000;

  test.each([...rates.keys()])("at %s, of every yen up to three million", (name) => {
    const rate = rates.get(name) as Ratio;
    const span = rateOf({ kind: "subsidy", rate, caps: [], source: "one" }, nobody);
    const faults = new Faults();
    let last = { share: 0, paid: 0 };
    for (let yen = 0; yen <= 3_000_000; yen++) {
      const expense = { numerator: BigInt(yen), denominator: 1n };
      const exact = times({ min: expense, max: expense }, span);
      const share = toInterval(exact);
      const paid = toInterval(floored(capped(exact, { min: cap, max: cap }), { min: unit, max: unit }));
      if (!isExactly(share, inIntegers(yen, rate, yen, 1)) || share.min < last.share)
        faults.add(`${yen}: ${share.min}`);
      if (!isExactly(paid, inIntegers(yen, rate, cap, unit)) || paid.min < last.paid || paid.min > cap)
        faults.add(`${yen}, capped: ${paid.min}`);
      last = { share: share.min, paid: paid.min };
    }
    expect(faults).toEqual(none);
  });

  const scopes: CapScope[] = ["procedure", "case", "unstated", "project", "applicant-fiscal-year", "applicant"];

  test.each(scopes)("around every cap of the bundled rules, if it were one of scope %s", (scope) => {
    const faults = new Faults();
    for (const yen of caps) {
      for (const rate of rates.values()) {
        for (const expense of around(yen, rate)) {
          for (const unit of [1, 1000]) {
            const paid = paidFor(expense, {
              rate,
              caps: [{ scope, yen }],
              rounding: { unit, direction: "down", at: "total" },
            });
            if (!isExactly(paid, inIntegers(expense, rate, yen, unit)))
              faults.add(`${named(rate)} of ${expense}, at most ${yen}, in ${unit}: ${JSON.stringify(paid)}`);
          }
        }
      }
    }
    expect(faults).toEqual(none);
  });

  test("around what the applicant bears itself", () => {
    const faults = new Faults();
    for (const rate of rates.values()) {
      for (const expense of Array.from({ length: 4000 }, (_, yen) => yen)) {
        const paid = paidFor(expense, { rate, caps: [{ scope: "case", yen: 1500 }], selfPayment: 1000 });
        if (!isExactly(paid, inIntegers(expense, rate, Math.min(1500, Math.max(0, expense - 1000)), 1)))
          faults.add(`${named(rate)} of ${expense}: ${JSON.stringify(paid)}`);
      }
    }
    expect(faults).toEqual(none);
  });
});

/** Ten yen on both sides of the cap, and of the expense whose share it is. */
function around(cap: number, { numerator, denominator }: Ratio): number[] {
  const full = Math.floor((cap * denominator) / numerator);
  return [cap, full].flatMap((middle) => Array.from({ length: 21 }, (_, index) => Math.max(0, middle - 10 + index)));
}

/** One entry of the company's, through the whole calculation. */
function paidFor(expense: number, benefit: Partial<Subsidy>): Interval {
  const { amount } = sumSubsidy({
    measure: "plain",
    benefit: { kind: "subsidy", caps: [], source: "one", ...benefit },
    source,
    entries: [{ path: "company", scope: nobody, certain: true, expense: amountOf({ min: expense, max: expense }) }],
    open: false,
    caseBy: undefined,
    fiscalYear: 2026,
    scope: nobody,
    presumed: new Map(),
  });
  return toInterval(amount);
}

/** The reduction of a bundled measure, whoever it is for. */
const reductionOf = (id: string): FeeReduction =>
  ownMeasures(catalog)
    .find((each) => each.id === id)
    ?.terms.at(-1)?.benefit as FeeReduction;

/** What one filing pays, by the only class there is. */
function payableFor(benefit: FeeReduction, pay: string, filing: object, fee?: string): Interval | null {
  const profile = parseProfile({ ip: { filings: [{ right: "patent", office: "JP", coApplicants: [], ...filing }] } });
  const all = scopeOf(profile, catalog, asOf);
  const [node] = listAt(all, "ip.filings").entries;
  if (node === undefined) throw new Error("no filing");
  const { payable } = reduceFees({
    path: node.path,
    scope: withName(all, "item", node),
    benefit: {
      ...benefit,
      classes: [{ id: "any", when: true, pay: fee === undefined ? pay : { [fee]: pay }, source: "one" }],
    },
    source,
    sourceOf: () => source,
    eligible: true,
    others: 0,
    presumed: new Map(),
  });
  return payable && toInterval(payable);
}

const reduce = (fee: number, pay: string, unit: number): number => {
  const [numerator = 1, denominator = 1] = pay.split("/").map(Number);
  return inIntegers(fee, { numerator, denominator }, fee, numerator === denominator ? 1 : unit);
};

const pays = ["1/2", "1/3", "1/4", "1/1"];
const claims = Array.from({ length: 200 }, (_, index) => index + 1);

describe("A reduced fee is exact to the yen for up to 200 claims", () => {
  test.each([
    ["2019-03-31", 118_000],
    ["2019-04-01", 138_000],
  ])("of the examination of a filing of %s", (filedOn, base) => {
    const benefit = reductionOf("examination-fee-reduction");
    const faults = new Faults();
    for (const pay of pays) {
      for (const count of claims) {
        const payable = payableFor(benefit, pay, { filedOn, claims: count });
        const yen = reduce(base + 4000 * count, pay, 10);
        if (payable === null || !isExactly(payable, yen)) faults.add(`${pay} for ${count}: ${JSON.stringify(payable)}`);
      }
    }
    expect(faults).toEqual(none);
  });

  const annuity = catalog.parameters["patent.annuity"]?.values ?? [];

  test.each(annuity.map(({ from, to }) => [from ?? "2014-04-01", to ?? asOf]))(
    "of a patent paid from %s to %s",
    (first, last) => {
      const benefit = reductionOf("patent-annuity-reduction");
      const faults = new Faults();
      for (const paidOn of [first, last]) {
        const table = annuity.find(({ from }) => from === first)?.value as YearlyTariff;
        for (const pay of pays) {
          for (const count of claims) {
            for (const years of [
              [1, 3],
              [1, 10],
              [4, 4],
              [7, 12],
              [10, 25],
            ] as [number, number][]) {
              const payable = payableFor(benefit, pay, { claims: count, annuities: { years, paidOn } }, "annuity");
              let yen = 0;
              for (let year = years[0]; year <= years[1]; year++) {
                const { base, perUnit } = table.find(
                  ({ from, to }) => from <= year && year <= to,
                ) as YearlyTariff[number];
                // Each year is reduced and rounded by itself; from the eleventh on it is paid in full.
                yen += reduce(base + perUnit * count, year <= 10 ? pay : "1/1", 10);
              }
              if (payable === null || !isExactly(payable, yen))
                faults.add(`${pay} of ${years} for ${count} on ${paidOn}: ${JSON.stringify(payable)}, not ${yen}`);
            }
          }
        }
      }
      expect(faults).toEqual(none);
    },
  );
});
