import { describe, expect, test } from "vitest";
import { assess, catalog, extendCatalog } from "../../src/index.ts";
import { entriesOf } from "../../src/testing/boundaries/lay.ts";
import { type BoundaryProfile, boundaryDays, boundaryProfiles } from "../../src/testing/index.ts";

const filing = "foreign-filing-subsidy";

const verdictOf = ({ profile, asOf }: BoundaryProfile, id: string) =>
  assess(profile, { asOf }).results.find(({ measure }) => measure.id === id)?.eligibility;
const found = (cases: BoundaryProfile[], wanted: Partial<BoundaryProfile>) =>
  cases.filter((each) => Object.entries(wanted).every(([key, value]) => each[key as keyof BoundaryProfile] === value));
const row = (cases: BoundaryProfile[], option: string) => cases.filter((each) => each.row?.option === option);
const shown = (cases: BoundaryProfile[], id: string) =>
  cases.map((each) => [each.value, each.side, verdictOf(each, id)]);

/** Large by the one figure, so that the other decides. */
const base = {
  company: { legalForm: "stock-company", statedCapital: 10_000_000_000, regularEmployees: 10_000 },
  overseas: { filings: [{ right: "patent", country: "US", cost: 2_000_000 }] },
};

describe("figures", () => {
  const cases = boundaryProfiles(catalog, { measure: filing, asOf: "2015-07-01", base });

  test("manufacturing: 300 persons are the last that pass", () => {
    expect(shown(row(found(cases, { fact: "company.regularEmployees" }), "manufacturing"), filing)).toEqual([
      [299, "below", "eligible"],
      [300, "at", "eligible"],
      [301, "above", "ineligible"],
    ]);
  });

  test("manufacturing: 300,000,000 yen are the last that pass", () => {
    expect(shown(row(found(cases, { fact: "company.statedCapital" }), "manufacturing"), filing)).toEqual([
      [299_999_999, "below", "eligible"],
      [300_000_000, "at", "eligible"],
      [300_000_001, "above", "ineligible"],
    ]);
  });

  test("each row of a table, with its industry in the profile", () => {
    const wholesale = row(found(cases, { fact: "company.regularEmployees" }), "wholesale");
    expect(wholesale.map(({ value }) => value)).toEqual([99, 100, 101]);
    expect(wholesale.every(({ profile }) => profile.company?.industry === "wholesale")).toBe(true);
    expect(wholesale.map(({ row: each }) => each?.fact)).toEqual(Array(3).fill("company.industry"));
    expect(new Set(cases.map((each) => each.row?.option)).size).toBe(10);
  });

  test("names are clear and unique, places are told", () => {
    const [first] = row(found(cases, { fact: "company.regularEmployees", value: 301 }), "manufacturing");
    expect(first?.name).toBe("company.regularEmployees 301 (above 300; company.industry manufacturing)");
    expect(first?.standsIn[0]).toBe(`${filing} criteria.applicant-kind > smeSizeSevenRows > companySizeSevenRows`);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  test("a rule that is off by one is noticed", () => {
    const values = { ...catalog.parameters["sme.staff"] } as unknown as { values: { value: object }[] };
    const mistaken = {
      ...catalog,
      parameters: {
        ...catalog.parameters,
        "sme.staff": {
          ...values,
          values: values.values.map((each) => ({ ...each, value: { ...each.value, manufacturing: 299 } })),
        },
      },
    } as unknown as typeof catalog;
    const differing = cases.filter(({ profile, asOf }) => {
      const verdict = (law: typeof catalog) =>
        assess(profile, { asOf, catalog: law }).results.find(({ measure }) => measure.id === filing)?.eligibility;
      return verdict(catalog) !== verdict(mistaken);
    });
    expect(differing.map(({ fact, value }) => [fact, value])).toEqual([["company.regularEmployees", 300]]);
  });

  test("the base is untouched and the value lies in the first entry", () => {
    const before = structuredClone(base);
    boundaryProfiles(catalog, { asOf: "2026-07-01", base });
    expect(base).toEqual(before);
  });

  test("a value that no profile can hold is left out", () => {
    const all = boundaryProfiles(catalog, { asOf: "2026-07-01", base });
    expect(all.filter(({ value }) => typeof value === "number" && value < 0)).toEqual([]);
    expect(all.length).toBeGreaterThan(cases.length);
  });
});

describe("shares", () => {
  test("one holder's half and the joint two thirds, just below, at and just above", () => {
    const company = {
      ...base.company,
      industry: "manufacturing",
      statedCapital: 100_000_000,
      regularEmployees: 50,
      foundedOn: "1990-04-01",
      certifications: [],
      taxStatus: [],
      rdExpenseRatio: "1%",
      ownership: {
        holders: [
          {
            kind: "company",
            largeEnterprise: true,
            statedCapital: 5_000_000_000,
            regularEmployees: 5_000,
            industry: "manufacturing",
            legalForm: "stock-company",
          },
        ],
      },
    };
    const ip = {
      filings: [
        {
          right: "patent",
          office: "JP",
          status: "planned",
          claims: 5,
          working: true,
          foreignRelated: false,
          onlineProcedures: true,
        },
      ],
    };
    const id = "examination-fee-reduction";
    const cases = boundaryProfiles(catalog, { measure: id, asOf: "2026-11-21", base: { company, ip } });
    const half = found(cases, { fact: "company.ownership.holders[0].share", threshold: "1/2" });
    expect(half.map(({ value }) => value)).toEqual(["999/2000", "1/2", "1001/2000"]);
    expect(half.map((each) => verdictOf(each, id))).toEqual(["eligible", "ineligible", "ineligible"]);
    const joint = found(cases, { fact: "company.ownership.holders[0].share", threshold: "2/3" });
    expect(joint.map(({ value }) => value)).toEqual(["1999/3000", "2/3", "667/1000"]);
  });
});

describe("dates and ages", () => {
  const startup = {
    company: {
      legalForm: "stock-company",
      industry: "software-information-processing",
      statedCapital: 200_000_000,
      regularEmployees: 500,
      ownership: { holders: [] },
    },
    ip: { filings: [{ right: "patent", office: "JP", status: "planned", claims: 5 }] },
  };
  const id = "examination-fee-reduction";
  const anniversaries = (asOf: string, ip: object = startup.ip) =>
    found(boundaryProfiles(catalog, { measure: id, asOf, base: { ...startup, ip } }), {
      fact: "company.foundedOn",
      operator: "fewerThanYears",
      threshold: 10,
    });
  const share = ({ profile, asOf }: BoundaryProfile) => {
    const estimate = assess(profile, { asOf }).results.find(({ measure }) => measure.id === id)?.estimate;
    return estimate?.kind === "fee-reduction" ? estimate.share.max : undefined;
  };

  test("the anniversary of ten years is the first day that fails", () => {
    const cases = anniversaries("2026-11-21");
    expect(cases.map(({ value, side }) => [value, side])).toEqual([
      ["2016-11-22", "before"],
      ["2016-11-21", "on"],
      ["2016-11-20", "after"],
    ]);
    const [before, on, after] = cases.map(share);
    expect(before).toEqual({ numerator: 1, denominator: 3 });
    expect(on).not.toEqual(before);
    expect(after).toEqual(on);
  });

  test("it is counted from the day that the rule is read on", () => {
    const requested = {
      filings: [{ ...startup.ip.filings[0], status: "examination-requested", examinationRequestedOn: "2025-05-10" }],
    };
    expect(anniversaries("2026-11-21", requested).map(({ value }) => value)).toEqual([
      "2015-05-11",
      "2015-05-10",
      "2015-05-09",
    ]);
  });

  test("a founding on 29 February has its anniversary on 1 March", () => {
    expect(anniversaries("2026-03-01").map(({ value, side }) => [value, side])).toEqual([
      ["2016-03-02", "before"],
      ["2016-03-01", "on"],
      ["2016-02-29", "on"],
    ]);
  });

  test("the last day of a date and the day after", () => {
    const fukushima = found(boundaryProfiles(catalog, { measure: id, asOf: "2026-01-01", base: startup }), {
      fact: "ip.filings[0].filedOn",
    });
    expect(fukushima.map(({ value, side }) => [value, side])).toEqual(
      expect.arrayContaining([
        ["2028-03-30", "before"],
        ["2028-03-31", "on"],
        ["2028-04-01", "after"],
      ]),
    );
  });

  test("the quota of reduced requests", () => {
    const quota = found(boundaryProfiles(catalog, { measure: id, asOf: "2026-11-21", base: startup }), {
      fact: "company.reducedExaminationRequests",
    });
    expect(quota.map(({ value, side }) => [value, side])).toEqual([
      [179, "below"],
      [180, "at"],
      [181, "above"],
    ]);
  });
});

describe("lists, parts of facts, and dates of the rule itself", () => {
  const source = Object.keys(catalog.sources)[0] as string;
  const own = (condition: unknown) =>
    extendCatalog(catalog, {
      measures: [
        {
          id: "own",
          name: { ja: "独自", en: "Own" },
          kind: "subsidy",
          authority: "jpo",
          rights: [],
          applicant: "company",
          status: [{ from: null, is: "available", source }],
          terms: [
            {
              from: "2020-04-01",
              to: "2030-03-31",
              lastSeen: "2030-03-31",
              renewal: "standing",
              criteria: [{ id: "test", text: { ja: "条件", en: "Test" }, condition, source }],
              benefit: { kind: "unstated", source },
              sources: [source],
            },
          ],
        },
      ],
    });
  const casesOf = (condition: unknown, profile: object = {}) =>
    boundaryProfiles(own(condition), { measure: "own", asOf: "2026-07-01", base: profile });

  test("a counted list has one entry less, as many, one more", () => {
    const counted = casesOf({ count: "overseas.filings", where: { fact: "it.right", is: "patent" }, atLeast: 2 }, base);
    expect(counted.map(({ profile }) => entriesOf(profile.overseas?.filings).length)).toEqual([1, 2, 3]);
    expect(counted[2]?.profile.overseas?.filings).toEqual(Array(3).fill(base.overseas.filings[0]));
  });

  test("a sum is set in a list of one entry", () => {
    const twice = { overseas: { filings: [...base.overseas.filings, ...base.overseas.filings] } };
    const summed = casesOf({ sum: "overseas.filings", of: "cost", atLeast: 1_000_000 }, twice);
    expect(summed.map(({ profile }) => profile.overseas?.filings)).toEqual(
      [999_999, 1_000_000, 1_000_001].map((cost) => [{ right: "patent", country: "US", cost }]),
    );
  });

  test("a part of a fact is taken of the base; the numbers beside it where it is no whole one", () => {
    const condition = { fact: "project.localGovernmentShare", atLeast: { fact: "project.cost", times: "1/4" } };
    const values = (cost: number) => casesOf(condition, { project: { cost } }).map(({ value, side }) => [value, side]);
    expect(values(1000)).toEqual([
      [249, "below"],
      [250, "at"],
      [251, "above"],
    ]);
    expect(values(1001)).toEqual([
      [250, "below"],
      [251, "above"],
    ]);
    expect(casesOf(condition)).toEqual([]);
  });

  test("a condition on the day moves the day, not the profile", () => {
    const cases = casesOf({ fact: "asOf", onOrAfter: "2026-01-15" }, base);
    expect(cases.map(({ asOf }) => asOf)).toEqual(["2026-01-14", "2026-01-15", "2026-01-16"]);
    expect(cases.every(({ profile }) => JSON.stringify(profile) === JSON.stringify(base))).toBe(true);
  });

  test("terms that are over, and criteria of another time, give no case", () => {
    const law = own({ fact: "company.regularEmployees", atMost: 10 });
    expect(boundaryProfiles(law, { measure: "own", asOf: "2030-03-31", base }).length).toBe(3);
    expect(boundaryProfiles(law, { measure: "own", asOf: "2030-04-01", base })).toEqual([]);
  });
});

describe("days", () => {
  const of = (measure: string, at: string) =>
    boundaryDays(catalog, { measure })
      .filter((each) => each.id === measure && each.at === at)
      .map(({ side, day }) => [side, day]);

  test("the terms of FY2015: first and last day, the days beside, and how far the sources speak", () => {
    expect(of(filing, "terms[0]")).toEqual([
      ["day before", "2015-03-31"],
      ["first day", "2015-04-01"],
      ["last day", "2017-03-31"],
      ["day after", "2017-04-01"],
      ["last seen", "2016-03-31"],
      ["no longer seen", "2016-04-01"],
    ]);
  });

  test("the answer turns between the two days of each pair", () => {
    const on = (day: string) => assess({}, { asOf: day }).results.find(({ measure }) => measure.id === filing);
    expect(on("2017-03-31")?.terms?.from).toBe("2015-04-01");
    expect(on("2017-04-01")?.terms?.from).toBe("2017-04-01");
    expect(on("2016-03-31")?.freshness).toBe("current");
    expect(on("2016-04-01")?.freshness).toBe("last-known");
  });

  test("routes, calls and dated criteria", () => {
    expect(of(filing, "terms[1].routes.jiii")).toEqual([
      ["day before", "2024-03-31"],
      ["first day", "2024-04-01"],
      ["last day", "2025-03-31"],
      ["day after", "2025-04-01"],
    ]);
    expect(of(filing, "terms[1].routes.inpit.calls.fy2026-2")).toEqual([
      ["day before", "2026-03-01"],
      ["first day", "2026-03-02"],
      ["last day", "2026-03-23"],
      ["day after", "2026-03-24"],
    ]);
    expect(of(filing, "terms[1].exclusions.secrecy-field")).toEqual([
      ["day before", "2026-03-31"],
      ["first day", "2026-04-01"],
    ]);
  });

  test("parameters and definitions that the measure reads, and no others", () => {
    const days = boundaryDays(catalog, { measure: "examination-fee-reduction" });
    const fee = days.filter(({ id }) => id === "patent.examination-request");
    expect(fee.map(({ side, day }) => [side, day])).toEqual([
      ["last day", "2019-03-31"],
      ["day after", "2019-04-01"],
      ["day before", "2019-03-31"],
      ["first day", "2019-04-01"],
    ]);
    expect(boundaryDays(catalog, { measure: filing }).some(({ id }) => id === "patent.examination-request")).toBe(
      false,
    );
  });

  test("of the whole catalog, with names that are unique", () => {
    const days = boundaryDays(catalog);
    expect(days.length).toBeGreaterThan(40);
    expect(new Set(days.map(({ name }) => name)).size).toBe(days.length);
  });

  test("an unknown measure is an error", () => {
    expect(() => boundaryDays(catalog, { measure: "nope" })).toThrow("nope");
    expect(() => boundaryProfiles(catalog, { measure: "nope", asOf: "2026-07-01", base: {} })).toThrow("nope");
  });
});
