import { describe, expect, test } from "vitest";
import { catalog } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { amount } from "../../src/explain/figures.ts";
import { addDays } from "../../src/normalize/calendar.ts";
import { timeline } from "../../src/timeline/timeline.ts";

const filing = (facts: object) => ({ ip: { filings: [{ right: "patent", office: "JP", claims: 5, ...facts }] } });
const example = { id: "example", text: { ja: "例", en: "Example" }, source: "page" };

/** A catalog of one measure that is open to all. */
const ownMeasure = (terms: object, rest: object = {}): Catalog => ({
  ...catalog,
  sources: { page: { title: "A page", statedOn: "2026-01-01", confidence: "high" } },
  measures: [
    {
      id: "one",
      name: { ja: "例", en: "Example" },
      kind: "training",
      authority: "jpo",
      rights: [],
      applicant: "company",
      status: [{ from: null, is: "available", source: "page" }],
      terms: [
        {
          from: null,
          lastSeen: "2026-01-01",
          renewal: "standing",
          criteria: [],
          benefit: { kind: "unstated", source: "page" },
          sources: ["page"],
          ...terms,
        },
      ],
      ...rest,
    } as never,
  ],
});

describe("days that only some rules know", () => {
  test("a day that nobody tells lies after the act before it, so it is young until that one is old", () => {
    const one = ownMeasure(
      { criteria: [{ ...example, condition: { fact: "item.registeredOn", fewerThanYears: 1 } }] },
      { each: "ip.filings" },
    );
    const granted = filing({ status: "granted", filedOn: "2026-05-12" });
    const { measures } = timeline(granted, { from: "2026-06-01", to: "2027-12-31", catalog: one });
    expect(measures[0]?.segments.map(({ from, eligibility, causes: why }) => [from, eligibility, why])).toEqual([
      ["2026-06-01", "eligible", []],
      [
        "2027-05-12",
        "undetermined",
        [{ code: "age", path: "ip.filings[0].filedOn", day: "2026-05-12", count: 1, unit: "years" }],
      ],
    ]);
  });

  test.each([
    // The day before is the last that is a year or more ahead; of the first of March it is the leap day.
    ["2027-06-10", "2026-06-11"],
    ["2025-03-01", "2024-03-02"],
    ["2025-02-28", "2024-02-29"],
    ["2024-02-29", "2023-03-01"],
  ])("an act that is still to come is young on a day of the profile less than a year away: %s", (day, reached) => {
    const one = ownMeasure(
      { on: "item.filedOn", criteria: [{ ...example, condition: { fact: "item.registeredOn", fewerThanYears: 1 } }] },
      { each: "ip.filings" },
    );
    const filed = filing({ status: "filed", filedOn: day });
    const from = addDays(reached, -30);
    const { measures } = timeline(filed, { from, to: addDays(reached, 30), catalog: one });
    expect(measures[0]?.segments.map(({ from: first, eligibility, causes: why }) => [first, eligibility, why])).toEqual(
      [
        [from, "ineligible", []],
        [reached, "eligible", [{ code: "age", path: "ip.filings[0].filedOn", day, count: -1, unit: "years" }]],
      ],
    );
  });

  test.each([
    ["onOrAfter", "2026-06-30", "ineligible", "eligible"],
    ["before", "2026-06-30", "eligible", "ineligible"],
    ["onOrBefore", "2026-07-01", "eligible", "ineligible"],
    ["after", "2026-07-01", "ineligible", "eligible"],
  ])("a filing that is still planned comes to the day that a rule compares it with: %s", (operator, on, was, is) => {
    const one = ownMeasure(
      {
        criteria: [{ ...example, condition: { fact: "item.filedOn", [operator]: "2026-06-30" } }],
      },
      { each: "ip.filings" },
    );
    const span = { from: "2026-06-01", to: "2026-07-31", catalog: one };
    const { measures } = timeline(filing({ status: "planned" }), span);
    expect(measures[0]?.segments.map(({ from, eligibility, causes: why }) => [from, eligibility, why])).toEqual([
      ["2026-06-01", was, []],
      [on, is, [{ code: "compared-day", path: "ip.filings[].filedOn", day: "2026-06-30" }]],
    ]);
    expect(timeline(filing({ status: "filed", filedOn: "2026-06-15" }), span).measures[0]?.segments).toHaveLength(1);
  });

  test("a cost that is planned for the next fiscal year shares its cap with the others once that year has begun", () => {
    const caps = [{ scope: "applicant-fiscal-year", yen: 1_000_000 }];
    const benefit = { kind: "subsidy", rate: { numerator: 1, denominator: 2 }, caps, source: "page" };
    const filings = [{ cost: 4_000_000, plannedOn: "2027-06-01" }, { cost: 4_000_000 }];
    const { measures } = timeline(
      { overseas: { filings } },
      { from: "2027-03-01", to: "2027-04-30", catalog: ownMeasure({ benefit }, { each: "overseas.filings" }) },
    );
    expect(measures[0]?.segments.map(({ from, estimate, causes: why }) => [from, amount(estimate, "en"), why])).toEqual(
      [
        ["2027-03-01", "¥2,000,000", []],
        ["2027-04-01", "¥1,000,000", [{ code: "fiscal-year", fiscalYear: 2027 }]],
      ],
    );
  });

  test.each([
    [
      "is confirmed up to",
      { lastSeen: "2026-06-30", renewal: "yearly" as const },
      "eligible, last-known",
      "unconfirmed",
    ],
    ["holds until", { to: "2026-06-30" }, "undetermined, current", "ends"],
  ])("a figure that %s a day changes the answer on the day after", (_, dated, answer, change) => {
    const value = { from: null, ...dated, value: 300, source: "page" };
    const limit = { id: "size.limit", unit: "persons" as const, label: { ja: "上限", en: "Limit" }, values: [value] };
    const condition = { fact: "company.regularEmployees", atMost: { parameter: "size.limit" } };
    const own = ownMeasure({ criteria: [{ ...example, condition }] });
    const { measures } = timeline(
      { company: { regularEmployees: 40 } },
      { from: "2026-06-01", to: "2026-07-31", catalog: { ...own, parameters: { "size.limit": limit } } },
    );
    expect(
      measures[0]?.segments.map(({ from, eligibility, freshness, causes }) => [
        from,
        `${eligibility}, ${freshness}`,
        causes,
      ]),
    ).toEqual([
      ["2026-06-01", "eligible, current", []],
      ["2026-07-01", answer, [{ code: "figure", parameter: "size.limit", change }]],
    ]);
  });

  test("a call whose last day nobody tells is over with its year, at the latest", () => {
    const call = { id: "round", fiscalYear: 2026, opens: "2026-06-01", source: "page" };
    const one = ownMeasure({ calls: [call], callsComplete: true });
    const { measures } = timeline({}, { from: "2026-05-01", to: "2027-04-30", catalog: one });
    expect(measures[0]?.segments.map(({ from, availability, causes: why }) => [from, availability, why])).toEqual([
      ["2026-05-01", "upcoming", []],
      ["2026-06-01", "unknown", [{ code: "call-opens", call: "round", fiscalYear: 2026 }]],
      [
        "2027-04-01",
        "closed",
        [{ code: "call-closes", call: "round", fiscalYear: 2026, lastDay: "2027-03-31", atLatest: true }],
      ],
    ]);
  });

  test("a call that may be the company's explains a day only where no call that certainly is does", () => {
    const call = { fiscalYear: 2026, opens: "2026-06-01", closes: "2026-06-30", source: "page" };
    const local = { ...call, id: "local", prefectures: ["愛知県"] };
    const general = { ...call, id: "general" };
    const of = (...calls: object[]) => {
      const one = ownMeasure({ calls, callsComplete: true });
      const { measures } = timeline({}, { from: "2026-06-15", to: "2026-07-31", catalog: one });
      return measures[0]?.segments.map(({ from, availability, causes }) => [
        from,
        availability,
        ...causes.map((cause) => ("call" in cause ? cause.call : cause.code)),
      ]);
    };
    expect(of(local)).toEqual([
      ["2026-06-15", "unknown"],
      ["2026-07-01", "closed", "local"],
    ]);
    expect(of(local, general)).toEqual([
      ["2026-06-15", "open"],
      ["2026-07-01", "closed", "general"],
    ]);
  });

  test("renewed terms leave those behind that are read on a day of the profile", () => {
    const yearly = {
      renewal: "yearly",
      benefit: { kind: "unstated", source: "page" },
      criteria: [],
      sources: ["page"],
    };
    const renewed = (rest: object) => [
      { ...yearly, ...rest, from: null, to: "2026-03-31", lastSeen: "2026-03-31" },
      { ...yearly, ...rest, from: "2026-04-01", lastSeen: "2027-03-31" },
    ];
    const of = (rest: object) => {
      const one = ownMeasure({}, { each: "ip.filings", terms: renewed(rest) });
      const profile = filing({ status: "filed", filedOn: "2025-12-01" });
      const { measures } = timeline(profile, { from: "2026-03-01", to: "2026-04-30", catalog: one });
      return measures[0]?.segments.map(({ from, freshness, causes }) => [from, freshness, causes]);
    };
    expect(of({})).toEqual([["2026-03-01", "current", []]]);
    expect(of({ on: "item.filedOn" })).toEqual([
      ["2026-03-01", "current", []],
      ["2026-04-01", "last-known", [{ code: "terms-begin" }, { code: "last-confirmed", lastDay: "2026-03-31" }]],
    ]);
  });

  describe("an age is found wherever a rule may ask for it", () => {
    const young = { fact: "company.foundedOn", fewerThanDays: 100 };
    const span = { from: "2026-05-01", to: "2026-07-31" };
    const age = { code: "age", path: "company.foundedOn", day: "2026-03-01", count: 100, unit: "days" };
    const founded = { company: { foundedOn: "2026-03-01" } };
    const days = (profile: object, own: Catalog, id = "one") =>
      timeline(profile, { ...span, catalog: own, measures: [id] }).measures[0]?.segments.map(({ from, causes }) => [
        from,
        causes,
      ]);
    const turns = [
      ["2026-05-01", []],
      ["2026-06-09", [age]],
    ];

    test("in a call's own condition", () => {
      const calls = [
        { id: "round", fiscalYear: 2026, opens: "2026-04-01", rolling: true, when: young, source: "page" },
      ];
      expect(days(founded, ownMeasure({ calls, callsComplete: true }))).toEqual(turns);
    });

    test("in what makes a view of a measure", () => {
      const own = ownMeasure({});
      const view = { id: "view", name: example.text, rights: [], viewOf: "one", only: young, source: "page" };
      expect(days(founded, { ...own, measures: [...own.measures, view] as never }, "view")).toEqual(turns);
    });

    test("in a cap, which is read on the day itself even where the entries are not", () => {
      const cap = { scope: "applicant", yen: 1_000_000, when: young };
      const benefit = { kind: "subsidy", rate: { numerator: 1, denominator: 2 }, caps: [cap], source: "page" };
      const own = ownMeasure({ benefit, on: "item.filedOn" }, { each: "ip.plantVarieties" });
      const profile = { ...founded, ip: { plantVarieties: [{ status: "filed", filedOn: "2026-04-01" }] } };
      expect(days(profile, own)).toEqual(turns);
    });

    test("of an entry that is not listed", () => {
      const condition = { fact: "item.filedOn", onOrAfter: "2026-06-15" };
      const own = ownMeasure({ criteria: [{ ...example, condition }] }, { each: "ip.filings" });
      expect(days({ ip: { filings: { items: [], complete: false } } }, own)).toEqual([
        ["2026-05-01", []],
        ["2026-06-15", [{ code: "compared-day", path: "ip.filings[].filedOn", day: "2026-06-15" }]],
      ]);
    });
  });
});
