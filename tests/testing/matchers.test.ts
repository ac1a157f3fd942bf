import { describe, expect, test } from "vitest";
import { assess, catalog, getTerms } from "../../src/index.ts";
import { type Matchers, matchersFor } from "../../src/testing/index.ts";
import "../../src/testing/vitest.ts";

const filing = "foreign-filing-subsidy";
const fees = "examination-fee-reduction";
const in2015 = { asOf: "2015-07-01" };

const company = {
  legalForm: "stock-company",
  industry: "manufacturing",
  statedCapital: 400_000_000,
  regularEmployees: 148,
};
const overseas = { filings: [{ right: "patent", country: "US", cost: 4_000_000 }] };
const eligible = assess({ company, overseas }, in2015);
const tooLarge = assess({ company: { ...company, regularEmployees: 301 }, overseas }, in2015);
const unknown = assess({ company: { ...company, regularEmployees: undefined }, overseas }, in2015);

/** What a developer reads when the assertion fails. */
function failure(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("the assertion holds");
}

describe("toHaveRate", () => {
  const terms = getTerms(filing, in2015);

  test.each(["1/2", "2/4", "50%", 0.5, { numerator: 1, denominator: 2 }, { rate: "1/2" }])("reads %j", (rate) => {
    expect(terms).toHaveRate(rate);
  });

  test("another rate fails and shows the one that stands there", () => {
    expect(terms).not.toHaveRate("2/3");
    expect(failure(() => expect(terms).toHaveRate("2/3"))).toBe(
      "expected foreign-filing-subsidy (Foreign filing subsidy) to have the rate 2/3; it has\n  - the rate 1/2",
    );
    expect(failure(() => expect(terms).not.toHaveRate("1/2"))).toContain("not to have the rate 1/2");
  });

  test("0.33 is no third", () => {
    const third = getTerms(filing, { ...in2015, catalog: withBenefit({ rate: { numerator: 1, denominator: 3 } }) });
    expect(third).toHaveRate("1/3");
    expect(third).not.toHaveRate(0.33);
  });

  test("one of several rates, by its condition and its route", () => {
    const first = { fact: "overseas.insurance.subsidizedYears", is: 0 };
    const rates = [{ when: first, rate: { numerator: 1, denominator: 2 } }, { rate: { numerator: 1, denominator: 3 } }];
    const routes = [{ id: "city", authority: "jpo", benefit: { rates: [{}] } }];
    const several = getTerms(filing, { ...in2015, catalog: withBenefit({ rate: undefined, rates }, routes) });
    expect(several).toHaveRate("1/3");
    expect(several).toHaveRate({ rate: "1/2", when: { is: 0, fact: first.fact } });
    expect(several).not.toHaveRate({ rate: "1/2", when: { ...first, is: 1 } });
    expect(several).toHaveRate({ rate: "fixed", route: "city" });
    expect(several).not.toHaveRate({ rate: "1/3", route: "city" });
    expect(failure(() => expect(several).toHaveRate({ rate: "3/4" }))).toContain(
      '  - the rate 1/2 where {"fact":"overseas.insurance.subsidizedYears","is":0}\n  - the rate 1/3\n  - the rate fixed sum [route city]',
    );
  });

  test("a slip is never taken for an answer, negated or not", () => {
    expect(() => expect(terms).not.toHaveRate("a half")).toThrow('the expected share: cannot read "a half"');
    expect(() => expect(terms).not.toHaveRate({ rate: "1/2", route: "jerto" })).toThrow(
      'the route "jerto" is unknown; known are: jetro-or-prefecture',
    );
    expect(() => expect(terms).not.toHaveRate({ rates: "1/2" } as never)).toThrow('the key "rates" is unknown');
    expect(() => expect(eligible).not.toHaveRate("1/2")).toThrow(
      "toHaveRate takes what getTerms(id, { asOf }) returns",
    );
  });

  test("before the first terms there is no rate", () => {
    const before = getTerms(filing, { asOf: "2007-07-01" });
    expect(before).not.toHaveRate("1/2");
    expect(failure(() => expect(before).toHaveRate("1/2"))).toContain("no terms are known for this day");
  });
});

describe("toHavePayable", () => {
  const terms = getTerms(fees, { asOf: "2026-11-21" });

  test("the share that a class pays, not the discount", () => {
    expect(terms).toHavePayable("1/3", { class: "micro" });
    expect(terms).not.toHavePayable("2/3", { class: "micro" });
    expect(terms).toHavePayable("1/2", { class: "sme", fee: "examination" });
    expect(terms).toHavePayable("1/4");
  });

  test("a failure shows every class", () => {
    const message = failure(() => expect(terms).toHavePayable("1/2", { class: "micro" }));
    expect(message).toContain("to have the payable share 1/2 (micro); it has");
    expect(message).toContain("  - micro: pays 1/3 of ");
    expect(message).toContain("  - sme: pays 1/2 of ");
  });

  test("an unknown class or fee is an error", () => {
    expect(() => expect(terms).not.toHavePayable("1/3", { class: "mikro" })).toThrow('the class "mikro" is unknown');
    expect(() => expect(terms).not.toHavePayable("1/3", { fee: "annuity" })).toThrow('the fee "annuity" is unknown');
  });
});

describe("toHaveCap", () => {
  const terms = getTerms(filing, in2015);

  test("the row with these keys", () => {
    expect(terms).toHaveCap({ scope: "case", right: "patent", yen: 1_500_000 });
    expect(terms).toHaveCap({ scope: "case", right: "trademark", yen: "60万円" });
    expect(terms).toHaveCap({ scope: "case", right: "trademark", purpose: "anti-bad-faith", yen: 300_000 });
    expect(terms).toHaveCap({ scope: "applicant-fiscal-year", pool: "foreign-filing", yen: 3_000_000 });
  });

  test.each([
    { scope: "case", right: "patent", yen: 1_500_001 },
    { scope: "case", right: "patent", yen: 600_000 },
    { scope: "procedure", right: "patent", yen: 1_500_000 },
    { scope: "case", right: "design", purpose: "anti-bad-faith" },
    { scope: "case", right: "patent", share: "1/4" },
    { scope: "project", years: 2 },
  ] as const)("no row has %j", (cap) => {
    expect(terms).not.toHaveCap(cap);
  });

  test("a failure lists the caps that stand there", () => {
    expect(failure(() => expect(terms).toHaveCap({ scope: "case", right: "patent", yen: 2_000_000 }))).toBe(
      [
        "expected foreign-filing-subsidy (Foreign filing subsidy) to have a cap of ¥2,000,000, scope case, right patent; it has",
        "  - cap ¥1,500,000 / case (Patent)",
        "  - cap ¥600,000 / case (Utility model, Design, Trademark, Regional collective trademark)",
        "  - cap ¥300,000 / case (Trademark, Against bad-faith filings)",
        "  - cap ¥3,000,000 / applicant and fiscal year",
      ].join("\n"),
    );
  });

  test("as a route changes it", () => {
    const later = getTerms(filing, { asOf: "2026-07-01" });
    const universitiesAreFree = { scope: "applicant-fiscal-year", yen: 3_000_000, route: "inpit" } as const;
    expect(later).toHaveCap(universitiesAreFree);
    expect(later).not.toHaveCap({ ...universitiesAreFree, when: true });
    expect(failure(() => expect(later).toHaveCap({ yen: 1 }))).toMatch(
      /fiscal year \(not for universities\) where \{.*\} \[route inpit\]/,
    );
  });

  test("a share of a fact", () => {
    const cap = { scope: "project", years: 2, share: { fact: "project.plannedInvestment", times: "2/1" } };
    const shared = getTerms(filing, { ...in2015, catalog: withBenefit({ caps: [cap] }) });
    expect(shared).toHaveCap({ scope: "project", years: 2, share: 2 });
    expect(shared).toHaveCap({ share: { fact: "project.plannedInvestment", times: "2/1" } });
    expect(shared).not.toHaveCap({ share: { fact: "project.cost", times: "2/1" } });
    expect(shared).not.toHaveCap({ share: "1/2" });
  });

  test("no cap at all", () => {
    expect(getTerms(filing, { ...in2015, catalog: withBenefit({ caps: [] }) })).not.toHaveCap({});
    expect(failure(() => expect(terms).not.toHaveCap({}))).toContain("not to have a cap; it has");
  });

  test("a slip is an error", () => {
    expect(() => expect(terms).not.toHaveCap({ rights: ["patent"] } as never)).toThrow('the key "rights" is unknown');
    expect(() => expect(terms).not.toHaveCap({ right: "pattent" } as never)).toThrow('the right "pattent" is unknown');
    expect(() => expect(terms).not.toHaveCap({ scope: "year" } as never)).toThrow('the scope "year" is unknown');
    expect(() => expect(terms).not.toHaveCap({ yen: "many" })).toThrow("the expected yen");
  });
});

describe("verdicts", () => {
  test("each is told from the others", () => {
    expect(eligible).toBeEligibleFor(filing);
    expect(eligible).not.toBeIneligibleFor(filing);
    expect(eligible).not.toBeUndeterminedFor(filing);
    expect(tooLarge).toBeIneligibleFor(filing);
    expect(tooLarge).not.toBeEligibleFor(filing);
    expect(unknown).toBeUndeterminedFor(filing);
    expect(unknown).not.toBeEligibleFor(filing);
    expect(unknown).not.toBeIneligibleFor(filing);
  });

  test("a failure shows what decided, expected and actual", () => {
    const message = failure(() => expect(tooLarge).toBeEligibleFor(filing));
    expect(message).toContain(
      "expected foreign-filing-subsidy (Foreign filing subsidy) to be eligible on 2015-07-01, but it is ineligible",
    );
    expect(message).toMatch(/- applicant-kind.*: SME, group of SMEs .*: unsatisfied \[.+\]/);
    expect(message).toContain(
      "company.statedCapital (Stated capital or total contributions): ¥400,000,000, expected at most ¥300,000,000: unsatisfied",
    );
    expect(message).toContain(
      "company.regularEmployees (Number of regular employees): 301 persons, expected at most 300 persons: unsatisfied",
    );
  });

  test("a failure shows what is missing", () => {
    const message = failure(() => expect(unknown).toBeEligibleFor(filing));
    expect(message).toContain("but it is undetermined");
    expect(message).toContain("company.regularEmployees (Number of regular employees): not given");
    expect(message).toContain("missing: company.regularEmployees (Number of regular employees)");
  });

  test("a negated failure says so", () => {
    const message = failure(() => expect(eligible).not.toBeEligibleFor(filing));
    expect(message).toContain("not to be eligible on 2015-07-01, but it is\n  Meets the criteria");
  });

  test("in Japanese", () => {
    const { toBeEligibleFor } = matchersFor({ lang: "ja" });
    const message = toBeEligibleFor(tooLarge, filing).message();
    expect(message).toContain(
      "2015-07-01時点でforeign-filing-subsidy (外国出願補助金)は「対象」のはずですが、「対象外」です",
    );
    expect(message).toContain("常時使用する従業員の数）: 301人、条件は300人以下、満たさない");
  });

  test("an unknown id is an error with the nearest ones, negated or not", () => {
    expect(() => expect(eligible).not.toBeEligibleFor("foreign-filling-subsidy")).toThrow(
      'the assessment has no measure "foreign-filling-subsidy"; did you mean foreign-filing-subsidy',
    );
    expect(() => expect({}).toBeEligibleFor(filing)).toThrow("takes what assess(profile, { asOf }) returns");
  });

  test("a former id is followed to the one of today", () => {
    const renamed = matchersFor({ catalog: { ...catalog, redirects: { "old-name": filing } } });
    expect(renamed.toBeEligibleFor(eligible, "old-name").pass).toBe(true);
  });
});

describe("amounts", () => {
  test("a subsidy, exact or from the least to the most", () => {
    expect(eligible).toBeWorth(filing, 1_500_000);
    expect(eligible).toBeWorth(filing, "150万円");
    expect(eligible).toBeWorth(filing, [1_500_000, 1_500_000]);
    expect(eligible).not.toBeWorth(filing, 1_499_999);
    expect(eligible).not.toBeWorth(filing, [1_500_000, null]);
    const without = assess({ company, overseas: { filings: [{ right: "patent", country: "US" }] } }, in2015);
    expect(without).toBeWorth(filing, [0, 1_500_000]);
    expect(without).not.toBeWorth(filing, 1_500_000);
  });

  test("a failure shows the calculation", () => {
    const message = failure(() => expect(eligible).toBeWorth(filing, 2_000_000));
    expect(message).toContain("to be worth ¥2,000,000 on 2015-07-01, but it is worth ¥1,500,000");
    expect(message).toMatch(/cap ¥1,500,000 .*: ¥1,500,000 \[.+\]/);
    expect(failure(() => expect(tooLarge).toBeWorth(filing, 1_500_000))).toContain("301 persons");
  });

  test("what is left to pay of a fee, or for a service", () => {
    const patent = { right: "patent", office: "JP", status: "planned", claims: 5, filedOn: "2024-05-01" };
    const sme = { ...company, statedCapital: 20_000_000, regularEmployees: 60, foundedOn: "1990-04-01" };
    const independent = { ...sme, ownership: { holders: [] }, certifications: [], rdExpenseRatio: "1%", taxStatus: [] };
    const paying = assess({ company: independent, ip: { filings: [patent] } }, { asOf: "2026-11-21" });
    expect(paying).toPay(fees, 79_000);
    expect(paying).not.toPay(fees, 79_010);
    expect(failure(() => expect(paying).toPay(fees, 52_660))).toContain("expected the applicant to pay ¥52,660");
    expect(eligible).toPay("ip-business-evaluation-report", 0);
  });

  test("the wrong matcher for the kind of benefit is an error", () => {
    expect(() => expect(eligible).not.toPay(filing, 1)).toThrow("use toBeWorth");
    expect(() => expect(eligible).not.toBeWorth("ip-business-evaluation-report", 1)).toThrow("use toPay");
  });
});

test("every matcher is a plain function of what it receives", () => {
  const names: (keyof Matchers)[] = [
    "toHaveRate",
    "toHavePayable",
    "toHaveCap",
    "toBeEligibleFor",
    "toBeIneligibleFor",
    "toBeUndeterminedFor",
    "toBeWorth",
    "toPay",
  ];
  expect(Object.keys(matchersFor())).toEqual(names);
});

/** The bundled catalog with another benefit in every terms of the foreign filing subsidy. */
function withBenefit(benefit: object, routes?: object[]) {
  const measures = catalog.measures.map((file) =>
    file.id === filing && "terms" in file
      ? {
          ...file,
          terms: file.terms.map((terms) => {
            const { rate, ...rest } = { ...terms.benefit, ...benefit } as { rate?: unknown };
            return { ...terms, benefit: rate === undefined ? rest : { rate, ...rest }, ...(routes ? { routes } : {}) };
          }),
        }
      : file,
  );
  return { ...catalog, measures } as unknown as typeof catalog;
}
