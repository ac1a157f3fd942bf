/** Every shape that a benefit can have, on one small measure each, to the yen by hand. */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { assess } from "../../src/assess.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import { extendCatalog } from "../../src/catalog/parse.ts";
import type { Estimate } from "../../src/schema/assessment.ts";

const source = "jpo-2015-foreign-filing-subsidy";

/** The estimate of a measure that is open to all and pays as `benefit` says. */
function paid(benefit: string, profile: object, head = "", extension = ""): Estimate | null {
  const measure = parse(`
id: new-measure
name: { ja: 新しい支援, en: New measure }
kind: subsidy
authority: jpo
rights: []
applicant: company
status: [{ from: null, is: available, source: ${source} }]
${head}
terms:
  - { from: "2020-04-01", lastSeen: "2021-03-31", renewal: yearly, criteria: [], sources: [${source}], benefit: { ${benefit}, source: ${source} } }
`);
  const ours = extendCatalog(catalog, { measures: [measure], ...parse(extension) });
  const { results } = assess(profile, { asOf: "2020-06-01", catalog: ours });
  return results.find((each) => each.measure.id === "new-measure")?.estimate ?? null;
}

const span = (estimate: Estimate | null) =>
  estimate?.kind === "subsidy" ? [estimate.min, estimate.max] : estimate?.kind;

const premium = (yen: number, subsidizedYears?: number) => ({
  overseas: { insurance: { premium: yen, ...(subsidizedYears === undefined ? {} : { subsidizedYears }) } },
});
const insurance = `kind: subsidy, caps: [], expense: { fact: overseas.insurance.premium },
    rates: [{ when: { fact: overseas.insurance.subsidizedYears, below: 1 }, rate: { numerator: 1, denominator: 2 } }, { rate: { numerator: 1, denominator: 3 } }]`;

describe("a rate that depends on a fact", () => {
  test.each([
    [0, [300_000, 300_000]],
    [1, [200_000, 200_000]],
    [undefined, [200_000, 300_000]],
  ])("after %s subsidized years", (years, amount) => {
    expect(span(paid(insurance, premium(600_000, years)))).toEqual(amount);
  });

  test("a third is exact and whole yen", () => {
    expect(span(paid(insurance, premium(100_000, 1)))).toEqual([33_333, 33_333]);
  });

  test("an open premium leaves the amount open", () => {
    expect(span(paid(insurance, { overseas: { insurance: { premium: { min: 90_000 } } } }))).toEqual([30_000, null]);
  });
});

describe("no rate, or a fixed sum", () => {
  const project = (cost: number) => ({ project: { cost } });
  test("pays from nothing to its cap", () => {
    const fixed =
      "kind: subsidy, fixed: true, caps: [{ scope: project, yen: 10000000 }], expense: { fact: project.cost }";
    expect(span(paid(fixed, project(30_000_000)))).toEqual([0, 10_000_000]);
    expect(span(paid(fixed, {}))).toEqual([0, 10_000_000]);
  });

  test("never pays more than the expense", () => {
    expect(span(paid("kind: subsidy, caps: [], expense: { fact: project.cost }", project(700_000)))).toEqual([
      0, 700_000,
    ]);
  });
});

describe("a cap that is a share of a fact", () => {
  const half = `kind: subsidy, rate: { numerator: 1, denominator: 2 }, expense: { fact: project.cost },
    caps: [{ scope: project, share: { fact: project.localGovernmentShare, times: "1/3" } }]`;
  test.each([
    [{ cost: 3_000_000, localGovernmentShare: 1_000_000 }, [333_333, 333_333]],
    [{ cost: 3_000_000, localGovernmentShare: 9_000_000 }, [1_500_000, 1_500_000]],
    [{ cost: 3_000_000 }, [0, 1_500_000]],
    [{ cost: 3_000_000, localGovernmentShare: { min: 300_000, max: 600_000 } }, [100_000, 200_000]],
  ])("project %o", (project, amount) => {
    expect(span(paid(half, { project }))).toEqual(amount);
  });

  test("says which fact, and that it bites", () => {
    const estimate = paid(half, { project: { cost: 3_000_000, localGovernmentShare: 1_000_000 } });
    expect(estimate).toMatchObject({
      steps: expect.arrayContaining([
        expect.objectContaining({
          code: "cap",
          args: expect.objectContaining({ share: { fact: "project.localGovernmentShare", times: "1/3" }, bites: true }),
        }),
      ]),
    });
  });
});

describe("a project that runs for years", () => {
  const consortium = `kind: subsidy, expense: { each: project.members },
    rates: [{ when: { fact: item.role, is: university } }, { when: { fact: item.averageTaxableIncome, above: 1500000000 }, rate: { numerator: 1, denominator: 2 } }, { rate: { numerator: 2, denominator: 3 } }],
    caps: [{ scope: project-year, yen: 45000000 }, { scope: project, years: 2, yen: 75000000 }, { scope: project, yen: 97500000 }]`;
  const member = (costs: number[], more: object = {}) => ({
    role: "lead",
    averageTaxableIncome: 0,
    costs: costs.map((yen, index) => ({ year: index + 1, yen })),
    ...more,
  });
  const project = (...members: object[]) => ({ project: { members } });

  test("stays under every cap when it is small", () => {
    expect(span(paid(consortium, project(member([30_000_000, 30_000_000, 30_000_000]))))).toEqual([
      60_000_000, 60_000_000,
    ]);
  });

  test("the first two years together are capped, then all three", () => {
    // 40, 40, 40 million: two years 75 instead of 80, three years 97.5 instead of 115.
    expect(span(paid(consortium, project(member([60_000_000, 60_000_000, 60_000_000]))))).toEqual([
      97_500_000, 97_500_000,
    ]);
    expect(span(paid(consortium, project(member([60_000_000, 60_000_000]))))).toEqual([75_000_000, 75_000_000]);
  });

  test("a year is capped over all members", () => {
    expect(span(paid(consortium, project(member([45_000_000]), member([45_000_000]))))).toEqual([
      45_000_000, 45_000_000,
    ]);
  });

  test("members have their own rates; an unknown income spans both", () => {
    expect(span(paid(consortium, project(member([30_000_000], { averageTaxableIncome: 1_500_000_001 }))))).toEqual([
      15_000_000, 15_000_000,
    ]);
    expect(span(paid(consortium, project(member([30_000_000], { averageTaxableIncome: 1_500_000_000 }))))).toEqual([
      20_000_000, 20_000_000,
    ]);
    const unknown = { role: "lead", costs: [{ year: 1, yen: 30_000_000 }] };
    expect(span(paid(consortium, project(unknown)))).toEqual([15_000_000, 20_000_000]);
    expect(span(paid(consortium, project(member([9_000_000], { role: "university" }))))).toEqual([0, 9_000_000]);
  });

  test("costs of an unknown year share a year with all others, or with none", () => {
    const undated = { role: "lead", averageTaxableIncome: 0, costs: [{ yen: 60_000_000 }] };
    expect(span(paid(consortium, project(member([60_000_000]), undated)))).toEqual([45_000_000, 80_000_000]);
  });

  test("members that are not listed may cost anything", () => {
    const open = { project: { members: { items: [member([30_000_000])], complete: false } } };
    expect(span(paid(consortium, open))).toEqual([20_000_000, 97_500_000]);
    expect(span(paid(consortium, {}))).toEqual([0, 97_500_000]);
  });
});

describe("entries abroad", () => {
  const abroad = "each: overseas.filings\ncase: { by: item.basis }";
  const filings = (...filings: object[]) => ({
    overseas: { filings: filings.map((each) => ({ status: "planned", ...each })) },
  });
  const rate = "kind: subsidy, rate: { numerator: 1, denominator: 2 }";

  test("a cap per procedure holds before the case is summed", () => {
    const benefit = `${rate}, caps: [{ scope: procedure, yen: 500000 }, { scope: case, yen: 900000 }]`;
    expect(
      span(paid(benefit, filings({ cost: 1_400_000, basis: "A" }, { cost: 600_000, basis: "A" }), abroad)),
    ).toEqual([800_000, 800_000]);
    expect(
      span(paid(benefit, filings({ cost: 1_400_000, basis: "A" }, { cost: 1_400_000, basis: "A" }), abroad)),
    ).toEqual([900_000, 900_000]);
  });

  test("of one application a year the best is funded", () => {
    const benefit = `${rate}, caps: [], limits: [{ scope: applicant-fiscal-year, cases: 1, source: ${source} }]`;
    expect(
      span(paid(benefit, filings({ cost: 400_000, basis: "A" }, { cost: 1_000_000, basis: "B" }), abroad)),
    ).toEqual([500_000, 500_000]);
  });

  test("the applicant bears a sum of its own", () => {
    const benefit = `kind: subsidy, rate: { numerator: 2, denominator: 3 }, selfPayment: 100000, caps: []`;
    expect(span(paid(benefit, filings({ cost: 240_000, basis: "A" }), abroad))).toEqual([140_000, 140_000]);
    expect(span(paid(benefit, filings({ cost: 90_000, basis: "A" }), abroad))).toEqual([0, 0]);
    expect(span(paid(benefit, filings({ cost: 600_000, basis: "A" }), abroad))).toEqual([400_000, 400_000]);
  });

  test("only the listed kinds of cost count; what the source leaves open may", () => {
    const benefit = `${rate}, caps: [], eligibleExpenses: [translation], ineligibleExpenses: [consumption-tax]`;
    const costs = [
      { kind: "translation", yen: 100_000 },
      { kind: "consumption-tax", yen: 50_000 },
      { kind: "search", yen: 30_000 },
    ];
    expect(span(paid(benefit, filings({ costs, basis: "A" }), abroad))).toEqual([50_000, 65_000]);
  });
});

describe("fees", () => {
  const head = "each: ip.filings";
  const table = `
parameters:
  - id: test.yearly-fee
    unit: yen
    label: { ja: 年金, en: Yearly fee }
    values:
      - { from: null, to: "2021-12-31", value: [{ from: 1, to: 3, base: 2100, perUnit: 200 }, { from: 4, to: 20, base: 6400, perUnit: 500 }], renewal: standing, source: ${source} }
      - { from: "2022-01-01", value: [{ from: 1, to: 3, base: 4300, perUnit: 300 }, { from: 4, to: 20, base: 10300, perUnit: 800 }], renewal: standing, source: ${source} }
`;
  const fee =
    "{ id: annuity, table: test.yearly-fee, on: item.annuities.paidOn, units: item.claims, years: { of: item.annuities.years, from: 1, to: 10 } }";
  const later =
    "{ id: later, table: test.yearly-fee, on: item.annuities.paidOn, units: item.claims, years: { of: item.annuities.years, from: 11, to: 20 } }";
  const benefit = (fees: string, pay: string, more = "at: year") =>
    `kind: fee-reduction, fees: [${fees}], rounding: { unit: 10, direction: down, ${more} }, classes: [{ id: any, when: true, pay: ${pay}, source: ${source} }]`;
  const filing = (years: number[], paidOn: string, claims = 7) => ({
    ip: { filings: [{ right: "patent", office: "JP", status: "granted", claims, annuities: { years, paidOn } }] },
  });
  const fees = (estimate: Estimate | null) =>
    estimate?.kind === "fee-reduction" ? [estimate.payable, estimate.saved, estimate.refunded] : [];
  const exactly = (yen: number) => ({ min: yen, max: yen });

  test("a year is rounded, then the years are added", () => {
    // (2,100 + 200 × 7) / 3 = 1,166.67 → 1,160 a year; rounding the sum of three would give 3,500.
    expect(fees(paid(benefit(fee, '"1/3"'), filing([1, 3], "2021-12-31"), head, table))).toEqual([
      exactly(3480),
      exactly(7020),
      undefined,
    ]);
    expect(fees(paid(benefit(fee, '"1/3"', "at: total"), filing([1, 3], "2021-12-31"), head, table))).toEqual([
      exactly(3500),
      exactly(7000),
      undefined,
    ]);
  });

  test("the table is that of the day of payment", () => {
    // (4,300 + 300 × 7) / 3 = 2,133.33 → 2,130 a year.
    expect(fees(paid(benefit(fee, '"1/3"'), filing([1, 3], "2022-01-01"), head, table))).toEqual([
      exactly(6390),
      exactly(12_810),
      undefined,
    ]);
  });

  test("years after the tenth, which no class names, are paid in full", () => {
    const estimate = paid(
      benefit(`${fee}, ${later}`, '{ annuity: "1/2" }'),
      filing([10, 11], "2022-01-01"),
      head,
      table,
    );
    expect(fees(estimate)).toEqual([exactly(7950 + 15_900), exactly(7950), undefined]);
    expect(estimate).toMatchObject({
      share: { min: { numerator: 1, denominator: 2 }, max: { numerator: 1, denominator: 2 } },
    });
    expect(estimate).toMatchObject({
      parts: [
        { fee: "annuity", year: 10, amount: exactly(7950) },
        { fee: "later", year: 11, amount: exactly(15_900) },
      ],
    });
  });

  test("years and day of a payment are presumed, and that is said", () => {
    const ours = extendCatalog(catalog, {
      measures: [
        parse(`
id: new-measure
name: { ja: 新しい支援, en: New measure }
kind: fee-reduction
authority: jpo
rights: []
applicant: company
status: [{ from: null, is: available, source: ${source} }]
each: ip.filings
terms: [{ from: null, lastSeen: "2021-03-31", renewal: standing, criteria: [], sources: [${source}], on: item.annuities.paidOn, benefit: { ${benefit(fee, '"1/2"')}, source: ${source} } }]`),
      ],
      ...parse(table),
    });
    const { results } = assess({ ip: { filings: [{ claims: 7 }] } }, { asOf: "2020-06-01", catalog: ours });
    const result = results.find((each) => each.measure.id === "new-measure");
    expect(result?.assumes).toEqual([
      { fact: "ip.filings[0].annuities.paidOn", value: "2020-06-01" },
      { fact: "ip.filings[0].annuities.years", value: [1, 10] },
    ]);
    // 3 years of 3,500 and 7 of 9,900, a half of each.
    expect(fees(result?.estimate ?? null)[0]).toEqual(exactly(3 * 1750 + 7 * 4950));
  });

  test("a refunded fee is paid in full first", () => {
    expect(
      fees(
        paid(
          benefit(fee.replace("id: annuity,", "id: annuity, refunded: true,"), '"1/2"'),
          filing([1, 1], "2022-01-01"),
          head,
          table,
        ),
      ),
    ).toEqual([exactly(6400), exactly(0), exactly(3200)]);
  });

  test("without a fee table only the share is known", () => {
    const estimate = paid(benefit("{ id: transmittal }", '"1/4"'), filing([1, 1], "2022-01-01"), head);
    expect(estimate).toMatchObject({ payable: null, saved: null, share: { min: { numerator: 1, denominator: 4 } } });
  });
});

test.each([
  ["userPays: 0", { min: 0, max: 0 }],
  ["userPays: 5000", { min: 5000, max: 5000 }],
  ["userPays: { min: 10800, max: null }", { min: 10_800, max: null }],
])("help in kind: %s", (pays, userPays) => {
  expect(paid(`kind: in-kind, ${pays}`, {})).toEqual({ kind: "in-kind", userPays });
});

test("help in kind whose price no source states, and money without a figure", () => {
  expect(paid("kind: in-kind", {})).toEqual({ kind: "in-kind", userPays: null });
  expect(paid("kind: unstated", {})).toEqual({ kind: "unstated" });
});
