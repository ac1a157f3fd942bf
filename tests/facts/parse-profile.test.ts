import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ProfileError } from "../../src/errors.ts";
import { derive } from "../../src/facts/derive.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";

const issuesOf = (input: unknown) => {
  try {
    parseProfile(input);
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.issues.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
};

test("text as people write it becomes canonical, and names stay as written", () => {
  expect(
    parseProfile({
      company: {
        name: "株式会社ＧＬＡＢ",
        corporateNumber: "T7-0000-1205-0002",
        statedCapital: "１，０００万円",
        regularEmployees: "１０１人",
        foundedOn: "令和元年5月1日",
        prefecture: "福岡",
        city: "福岡市博多区",
        ownership: { holders: [{ share: "３分の１" }], officersFromLargeEnterprises: 0.5 },
      },
      ip: { filings: [{ office: "日本", claims: "5" }] },
    }),
  ).toEqual({
    company: {
      name: "株式会社ＧＬＡＢ",
      corporateNumber: "7000012050002",
      statedCapital: 10_000_000,
      regularEmployees: 101,
      foundedOn: "2019-05-01",
      prefecture: "福岡県",
      city: "福岡市",
      ownership: { holders: [{ share: "1/3" }], officersFromLargeEnterprises: "1/2" },
    },
    ip: { filings: [{ office: "JP", claims: 5 }] },
  });
});

test("a year alone is a range of days, and a range of months reaches to its ends", () => {
  const { company } = parseProfile({
    company: { foundedOn: "昭和46年", headquarters: { since: { min: "2016年5月", max: "2016-06" } } },
  });
  expect(company?.foundedOn).toEqual({ min: "1971-01-01", max: "1971-12-31" });
  expect(company?.headquarters?.since).toEqual({ min: "2016-05-01", max: "2016-06-30" });
});

test("every issue is named at once, with its path", () => {
  expect(
    issuesOf({
      company: { statedCapital: "たくさん", regularEmployees: null, size: "tiny", corporateNumber: "1234567890123" },
      overseas: { filings: [{ cost: 1.5 }, { right: "copyright", colour: "red" }], disputes: { items: [] } },
      needs: "fees",
    }).sort(),
  ).toEqual([
    "company.corporateNumber corporate-number-check",
    "company.regularEmployees null-value",
    "company.size unknown-option",
    "company.statedCapital not-yen",
    "needs wrong-type",
    "overseas.disputes.complete missing-key",
    "overseas.filings[0].cost not-yen",
    "overseas.filings[1] unknown-key",
    "overseas.filings[1].right unknown-option",
  ]);
});

test("an unknown key is told with those that are known, a wrong shape with the right one", () => {
  const messageOf = (input: object) => {
    try {
      parseProfile(input);
    } catch (error) {
      return error instanceof ProfileError ? error.issues[0]?.message : undefined;
    }
    return undefined;
  };
  expect(messageOf({ finance: { loan: true } })).toBe("`loan` is not known here; known: seeksIpBasedFinancing");
  expect(messageOf({ overseas: { filings: [{ rights: "patent" }] } })).toMatch(/known: right, country, status/);
  expect(messageOf({ company: "GLAB" })).toBe("`GLAB` is not a group of fields: `{ key: value }`");
});

describe("what cannot be meant is refused", () => {
  test.each([
    ["an empty range", { company: { regularEmployees: { min: 50, max: 20 } } }, "company.regularEmployees empty-range"],
    ["a range without ends", { company: { regularEmployees: {} } }, "company.regularEmployees range-without-ends"],
    [
      "a share above the whole",
      { company: { ownership: { officersFromLargeEnterprises: "50" } } },
      "company.ownership.officersFromLargeEnterprises out-of-range",
    ],
    ["a day that is not in the calendar", { company: { foundedOn: "2026-02-30" } }, "company.foundedOn not-a-date"],
    ["a band in words", { company: { regularEmployees: "20人以下" } }, "company.regularEmployees not-a-number"],
    ["a country by name", { overseas: { countries: ["中国"] } }, "overseas.countries[0] not-a-country"],
    ["a filing without a claim", { ip: { filings: [{ claims: 0 }] } }, "ip.filings[0].claims out-of-range"],
  ])("%s", (_, profile, expected) => {
    expect(issuesOf(profile)).toEqual([expected]);
  });
});

describe("hostile input ends in ProfileError, and nothing else", () => {
  const deep = (levels: number): object => {
    let inner: object = {};
    for (let level = 0; level < levels; level += 1) inner = { company: inner };
    return inner;
  };
  const cycle: Record<string, unknown> = {};
  cycle["company"] = cycle;

  test.each([
    ["20,000 levels", deep(20_000)],
    ["a cycle", cycle],
    ["a megabyte", { company: { name: "あ".repeat(1_000_000) } }],
    ["a prototype as a key", JSON.parse('{"__proto__":{"polluted":1},"company":{"constructor":1}}')],
    ["a number beyond all", JSON.parse('{"company":{"statedCapital":1e400}}')],
    ["a list", []],
    ["text", "company"],
  ])("%s", (_, input) => {
    expect(issuesOf(input)).not.toEqual([]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test("anything at all is read or refused with issues", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (input) => {
        for (const text of issuesOf({ company: input, overseas: input })) expect(text).toMatch(/ [a-z-]+$/);
      }),
    );
  });
});

test("reading a canonical profile again changes nothing", () => {
  const profile = parseProfile({
    company: { statedCapital: "1億円", foundedOn: "2016年" },
    overseas: { filings: { items: [{ cost: "30万円" }], complete: false } },
  });
  expect(parseProfile(profile)).toEqual(profile);
});

describe("what follows with certainty is worked out", () => {
  test("prefecture and head office are one; a designated city lies in one prefecture", () => {
    expect(derive(parseProfile({ company: { city: "神戸市中央区" } })).company).toMatchObject({
      prefecture: "兵庫県",
      headquarters: { prefecture: "兵庫県", city: "神戸市" },
    });
  });

  test("a basis among the filings at the JPO is a Japanese base filing, any other label is none", () => {
    const profile = derive(
      parseProfile({
        ip: { filings: [{ id: "JP-1", office: "JP" }] },
        overseas: { filings: [{ basis: "JP-1" }, { basis: "lure" }, { basis: "JP-1", basedOnJapaneseFiling: false }] },
      }),
    );
    expect(profile.overseas?.filings).toEqual([
      { basis: "JP-1", basedOnJapaneseFiling: true },
      { basis: "lure" },
      { basis: "JP-1", basedOnJapaneseFiling: false },
    ]);
  });

  test("a granted filing has been examined; an open list stays open", () => {
    const profile = derive(parseProfile({ ip: { filings: { items: [{ status: "granted" }, {}], complete: false } } }));
    expect(profile.ip?.filings).toEqual({
      items: [{ status: "granted", examinationStarted: true }, {}],
      complete: false,
    });
  });
});
