import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import { compare } from "../../src/compare.ts";
import { CatalogError, ProfileError } from "../../src/errors.ts";
import { amount } from "../../src/explain/figures.ts";
import { causeText } from "../../src/explain/timeline-words.ts";
import { timeline } from "../../src/timeline/timeline.ts";

const company = {
  legalForm: "stock-company",
  industry: "manufacturing",
  statedCapital: 50_000_000,
  regularEmployees: 40,
  prefecture: "愛知県",
  headquartersInJapan: true,
  ownership: { holders: [], officersFromLargeEnterprises: 0, averageTaxableIncome: 0 },
};
const abroad = {
  overseas: {
    filings: [
      {
        right: "patent",
        country: "US",
        cost: 4_000_000,
        basis: "JP-1",
        basedOnJapaneseFiling: true,
        purpose: "business",
      },
    ],
  },
};
const filing = (facts: object) => ({ ip: { filings: [{ right: "patent", office: "JP", claims: 5, ...facts }] } });

/** First and last day, verdict, window, amount and causes, as an adviser would note them. */
function told(profile: object, measure: string, from: string, to: string) {
  const { measures } = timeline(profile, { from, to, catalog, measures: [measure] });
  return (measures[0]?.segments ?? []).map((segment) => [
    `${segment.from} to ${segment.to}`,
    `${segment.eligibility}, ${segment.availability}, ${segment.freshness}`,
    amount(segment.estimate, "en"),
    ...segment.causes.map((cause) => causeText(cause, { lang: "en", catalog })),
  ]);
}

/** The causes alone, with their arguments. */
const causes = (profile: object, measure: string, from: string, to: string) =>
  timeline(profile, { from, to, catalog, measures: [measure] }).measures[0]?.segments.map((each) => [
    each.from,
    each.causes,
  ]);

describe("why an answer changes, and when", () => {
  test("the calls of the foreign filing subsidy: those of INPIT and of the company's own prefecture, no others", () => {
    expect(told({ company, ...abroad }, "foreign-filing-subsidy", "2026-01-01", "2027-06-30")).toEqual([
      ["2026-01-01 to 2026-03-01", "eligible, upcoming, current", "¥1,500,000"],
      ["2026-03-02 to 2026-03-23", "eligible, open, current", "¥1,500,000", "the call of fiscal year 2026 opens"],
      [
        "2026-03-24 to 2026-06-07",
        "eligible, upcoming, current",
        "¥1,500,000",
        "the call of fiscal year 2026 closes on 2026-03-23",
      ],
      ["2026-06-08 to 2026-06-29", "eligible, open, current", "¥1,500,000", "the call of fiscal year 2026 opens"],
      [
        "2026-06-30 to 2026-06-30",
        "eligible, upcoming, current",
        "¥1,500,000",
        "the call of fiscal year 2026 closes on 2026-06-29",
      ],
      ["2026-07-01 to 2026-08-07", "eligible, open, current", "¥1,500,000", "the call of fiscal year 2026 opens"],
      [
        "2026-08-08 to 2027-03-31",
        "eligible, unknown, current",
        "¥1,500,000",
        "the call of fiscal year 2026 closes on 2026-08-07",
      ],
      [
        "2027-04-01 to 2027-06-30",
        "eligible, unknown, last-known",
        "¥1,500,000",
        "sources speak of its terms up to 2027-03-31 only",
      ],
    ]);
  });

  test("a call is named with the way in that it belongs to, and its last day is the day before", () => {
    expect(causes({ company, ...abroad }, "foreign-filing-subsidy", "2026-08-01", "2026-08-31")).toEqual([
      ["2026-08-01", []],
      [
        "2026-08-08",
        [
          {
            code: "call-closes",
            call: "aichi-fy2026-2",
            fiscalYear: 2026,
            route: "prefecture",
            lastDay: "2026-08-07",
          },
        ],
      ],
    ]);
  });

  test("a grant of the year leaves room again when the next fiscal year begins", () => {
    const grants = [{ measure: "foreign-filing-subsidy", fiscalYear: 2026, yen: 2_800_000 }];
    expect(told({ company, ...abroad, grants }, "foreign-filing-subsidy", "2027-03-01", "2027-06-30")).toEqual([
      ["2027-03-01 to 2027-03-31", "eligible, unknown, current", "¥200,000"],
      [
        "2027-04-01 to 2027-06-30",
        "eligible, unknown, last-known",
        "¥1,500,000",
        "sources speak of its terms up to 2027-03-31 only",
        "fiscal year 2027 begins",
      ],
    ]);
  });

  test("a startup pays more from its tenth anniversary on; of a leap day that is the first of March", () => {
    const startup = {
      ...company,
      industry: "software-information-processing",
      statedCapital: 90_000_000,
      regularEmployees: 18,
      foundedOn: "2016-02-29",
      certifications: [],
    };
    const profile = { company: startup, ...filing({ status: "planned" }) };
    expect(told(profile, "examination-fee-reduction", "2026-01-01", "2026-12-31")).toEqual([
      ["2026-01-01 to 2026-02-28", "eligible, open, current", "pay ¥52,660 (save ¥105,340)"],
      [
        "2026-03-01 to 2026-12-31",
        "eligible, open, current",
        "pay ¥79,000 (save ¥79,000)",
        "10 years have passed since: Date of incorporation or start of business (2016-02-29)",
      ],
    ]);
    expect(causes(profile, "examination-fee-reduction", "2026-01-01", "2026-12-31")?.[1]).toEqual([
      "2026-03-01",
      [{ code: "age", path: "company.foundedOn", day: "2016-02-29", count: 10, unit: "years" }],
    ]);
    // A request that has been made is read on its own day: no anniversary changes it.
    const made = filing({
      status: "examination-requested",
      filedOn: "2025-06-01",
      examinationRequestedOn: "2025-12-01",
    });
    expect(causes({ company: startup, ...made }, "examination-fee-reduction", "2026-01-01", "2026-12-31")).toEqual([
      ["2026-01-01", []],
    ]);
  });

  test("a fee that is still to be paid follows its table; the same fee once paid does not", () => {
    const granted = { status: "granted", filedOn: "2019-06-01", examinationRequestedOn: "2019-08-01" };
    const unpaid = { company, ...filing(granted) };
    expect(causes(unpaid, "patent-annuity-reduction", "2021-06-01", "2022-12-31")).toEqual([
      ["2021-06-01", []],
      ["2022-04-01", [{ code: "figure", parameter: "patent.annuity", change: "begins" }]],
    ]);
    const paid = { company, ...filing({ ...granted, annuities: { years: [1, 3], paidOn: "2021-07-01" } }) };
    expect(causes(paid, "patent-annuity-reduction", "2021-06-01", "2022-12-31")).toEqual([["2021-06-01", []]]);
  });

  test("terms end before others begin; status and terms may change on one day", () => {
    const noFilings = { company, ip: { pctFilings: [] } };
    expect(causes(noFilings, "pct-fee-reduction", "2018-01-01", "2018-12-31")).toEqual([
      ["2018-01-01", []],
      ["2018-04-01", [{ code: "terms-end", lastDay: "2018-03-31" }]],
      ["2018-07-09", [{ code: "terms-begin" }]],
    ]);
    expect(causes({ company }, "fee-level-cut-2015-bill", "2022-03-31", "2022-04-01")).toEqual([
      ["2022-03-31", []],
      [
        "2022-04-01",
        [
          { code: "status", is: "ended" },
          { code: "terms-end", lastDay: "2022-03-31" },
        ],
      ],
    ]);
  });

  test("one body takes the place of another as a way in", () => {
    expect(
      told({ company, ...abroad }, "foreign-filing-subsidy", "2024-03-31", "2024-04-01")
        .at(-1)
        ?.slice(3),
    ).toEqual([
      "applying through Japan External Trade Organization (JETRO) is no longer possible",
      "applying through Japan Institute for Promoting Invention and Innovation (JIII) becomes possible",
    ]);
  });

  test("a day of the profile: so long after a filing, and the filing before a request whose day nobody knows", () => {
    const filed = { company, ...filing({ status: "filed", filedOn: "2026-05-12" }) };
    expect(causes(filed, "fukushima-domestic-filing-grant", "2027-04-01", "2027-06-30")).toEqual([
      ["2027-04-01", []],
      ["2027-05-13", [{ code: "age", path: "ip.filings[0].filedOn", day: "2026-05-12", count: 366, unit: "days" }]],
    ]);
    const requested = { company, ...filing({ status: "examination-requested", filedOn: "2018-06-01" }) };
    expect(causes(requested, "patent-fee-reduction-h26", "2018-05-01", "2018-06-30")).toEqual([
      ["2018-05-01", []],
      ["2018-06-01", [{ code: "fact-day", path: "ip.filings[0].filedOn", day: "2018-06-01" }]],
    ]);
  });
});

describe("a timeline as data", () => {
  const span = { from: "2026-04-01", to: "2027-03-31", catalog };

  test("holds every measure in the recommended order of the first day, plain and frozen", () => {
    const whole = timeline({ company }, span);
    const first = assess({ company }, { asOf: "2026-04-01", catalog }).results;
    expect(whole.measures.map(({ measure }) => measure.id)).toEqual(first.map(({ measure }) => measure.id));
    expect(whole).toMatchObject({ from: "2026-04-01", to: "2027-03-31", catalog: { version: catalog.version } });
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
    expect(Object.isFrozen(whole.measures[0]?.segments[0])).toBe(true);
  });

  test("of one day is one segment without a cause", () => {
    const { measures } = timeline({ company }, { ...span, to: "2026-04-01", measures: ["foreign-filing-subsidy"] });
    expect(measures[0]?.segments).toMatchObject([{ from: "2026-04-01", to: "2026-04-01", causes: [] }]);
  });

  test("tells every fault of what it is given", () => {
    const issues = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        if (error instanceof ProfileError || error instanceof CatalogError)
          return error.issues.map(({ path, code, args }) => [path, code, args]);
        throw error;
      }
      return [];
    };
    expect(issues(() => timeline({}, { ...span, to: "2026-03-31" }))).toEqual([
      ["to", "ends-before-start", { from: "2026-04-01", to: "2026-03-31" }],
    ]);
    expect(issues(() => timeline({}, { ...span, from: "2026-02-29" }))).toEqual([
      ["from", "not-a-date", { value: "2026-02-29" }],
    ]);
    expect(issues(() => timeline({}, { ...span, to: "soon" }))).toEqual([["to", "not-a-date", { value: "soon" }]]);
    expect(issues(() => timeline({ company: { regularEmployees: "many" } }, span)).map(([path]) => path)).toEqual([
      "company.regularEmployees",
    ]);
    expect(issues(() => timeline({}, { ...span, measures: ["no-such", "nor-this"] })).map(([path]) => path)).toEqual([
      "no-such",
      "nor-this",
    ]);
  });
});

describe("two days compared", () => {
  test("name what differs for the company, in either direction", () => {
    const changes = (before: string, after: string) =>
      compare({ company, ...abroad }, before, after, { catalog })
        .filter(({ measure }) => measure.id === "foreign-filing-subsidy")
        .map(({ change, before: old, after: now }) => [change, old?.availability, now?.availability]);
    expect(changes("2026-06-29", "2026-06-30")).toEqual([["availability", "open", "upcoming"]]);
    expect(changes("2026-06-30", "2026-06-29")).toEqual([["availability", "upcoming", "open"]]);
    expect(changes("2026-06-09", "2026-06-29")).toEqual([]);
  });
});
