import { assess, getTerms } from "chizai-navi";
import { boundaryDays, boundaryProfiles, profiles } from "chizai-navi/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalog } from "../measures.js";

const asOf = "2026-06-01";
const filingAid = "reiji-foreign-filing-aid";
const youngGrant = "reiji-young-company-grant";

const company = {
  legalForm: "stock-company",
  industry: "manufacturing",
  statedCapital: "1,000万円",
  regularEmployees: 12,
  foundedOn: "2021-10-01",
  city: "例示市",
};
const profile = {
  company,
  overseas: { filings: [{ right: "patent", country: "US", basis: "JP-1", status: "planned", cost: 600_000 }] },
  project: { cost: 500_000 },
};
const judge = (given, day = asOf) => assess(given, { asOf: day, catalog });
const resultOf = (given, id, day = asOf) => judge(given, day).results.find(({ measure }) => measure.id === id);
const verdicts = (cases, id) =>
  cases.map((each) => `${each.side}: ${resultOf(each.profile, id, each.asOf).eligibility}`);

describe("foreign filing aid", () => {
  test("a third, up to 250,000 yen for a patent, 100,000 for a design or a trademark, 400,000 a year", () => {
    const terms = getTerms(filingAid, { asOf, catalog });
    expect(terms).toHaveRate("1/3");
    expect(terms).toHaveCap({ scope: "case", right: "patent", yen: 250_000 });
    expect(terms).toHaveCap({ scope: "case", right: "design", yen: 100_000 });
    expect(terms).toHaveCap({ scope: "case", right: "trademark", yen: 100_000 });
    expect(terms).toHaveCap({ scope: "applicant-fiscal-year", yen: 400_000 });
    expect(terms).not.toHaveCap({ scope: "case", right: "patent", yen: 100_000 });
  });

  test("a company of the city may use it, one of the next city not", () => {
    expect(judge(profile)).toBeEligibleFor(filingAid);
    expect(judge({ ...profile, company: { ...company, city: "隣市" } })).toBeIneligibleFor(filingAid);
    expect(judge({ ...profile, company: { ...company, city: undefined } })).toBeUndeterminedFor(filingAid);
  });

  test("amounts are dropped below 1,000 yen, then capped by the year", () => {
    const filed = (...costs) => ({
      ...profile,
      overseas: {
        filings: costs.map((cost, index) => ({ ...profile.overseas.filings[0], basis: `JP-${index}`, cost })),
      },
    });
    expect(judge(filed(500_000))).toBeWorth(filingAid, 166_000);
    expect(judge(filed(750_000))).toBeWorth(filingAid, 250_000);
    expect(judge(filed(900_000))).toBeWorth(filingAid, 250_000);
    expect(judge(filed(900_000, 900_000))).toBeWorth(filingAid, 400_000);
  });

  test("open from the first day of the call to its last", () => {
    const call = boundaryDays(catalog, { measure: filingAid }).filter((day) => day.of === "call");
    const open = call.map(({ side, day }) => `${side}: ${resultOf(profile, filingAid, day).availability}`);
    expect(open).toEqual(["day before: upcoming", "first day: open", "last day: open", "day after: closed"]);
  });
});

describe("grant for young companies", () => {
  test("two thirds up to 5 employees, else half; 300,000 yen a year", () => {
    const terms = getTerms(youngGrant, { asOf, catalog });
    expect(terms).toHaveRate({ rate: "2/3", when: { fact: "company.regularEmployees", atMost: 5 } });
    expect(terms).toHaveRate("1/2");
    expect(terms).toHaveCap({ scope: "applicant-fiscal-year", yen: "30万円" });
  });

  const cases = boundaryProfiles(catalog, { measure: youngGrant, asOf, base: profile });

  test("20 employees are the last that pass", () => {
    const staff = cases.filter(({ threshold }) => threshold === 20);
    expect(verdicts(staff, youngGrant)).toEqual(["below: eligible", "at: eligible", "above: ineligible"]);
  });

  test("the seventh anniversary is the first day that fails", () => {
    const ages = cases.filter(({ operator, threshold }) => operator === "fewerThanYears" && threshold === 7);
    expect(verdicts(ages, youngGrant)).toEqual(["before: eligible", "on: ineligible", "after: ineligible"]);
  });

  test("with 5 employees the higher rate still holds, with 6 no longer", () => {
    const worth = cases.filter(({ threshold }) => threshold === 5).map((each) => judge(each.profile, each.asOf));
    expect(worth).toHaveLength(3);
    expect(worth[1]).toBeWorth(youngGrant, 300_000);
    expect(worth[2]).toBeWorth(youngGrant, 250_000);
  });
});

describe("for any company", () => {
  // The caps are per fiscal year, so every filing is one of this year.
  const thisYear = (filings) => filings.map((filing) => ({ ...filing, plannedOn: asOf }));
  const inTheCity = profiles(asOf).map((given) => ({
    ...given,
    company: { ...given.company, city: "例示市" },
    overseas: { ...given.overseas, filings: thisYear(given.overseas.filings) },
  }));

  test("no grant exceeds its cap of the year", () => {
    const most = { [filingAid]: 400_000, [youngGrant]: 300_000 };
    fc.assert(
      fc.property(inTheCity, (given) => {
        for (const { measure, estimate } of judge(given).results) {
          if (measure.id in most && estimate !== null) expect(estimate.max).toBeLessThanOrEqual(most[measure.id]);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("our measures change nothing in the answers of the others", () => {
    fc.assert(
      fc.property(inTheCity, (given) => {
        const others = judge(given).results.filter(({ measure }) => measure.authority !== "reiji-city");
        const alone = assess(given, { asOf }).results;
        const byId = (results) => Object.fromEntries(results.map((result) => [result.measure.id, result]));
        expect(byId(others)).toEqual(byId(alone));
      }),
      { numRuns: 20 },
    );
  });
});
