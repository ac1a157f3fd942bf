import { describe, expect, test } from "vitest";
import { handover } from "../../src/explain/handover.ts";
import { assess, catalog, explain, parseProfile } from "../../src/index.ts";

const asOf = "2026-11-21";

/** A service company that is no SME by staff and by capital, and that files a trademark in China. */
const service = {
  company: {
    name: "見本サービス株式会社",
    legalForm: "stock-company",
    industry: "service",
    statedCapital: "8,000万円",
    regularEmployees: 120,
    prefecture: "愛知県",
    headquartersInJapan: true,
  },
  overseas: {
    filings: [{ right: "trademark", country: "CN", cost: 700_000, purpose: "business", basedOnJapaneseFiling: true }],
  },
};
const maker = {
  ...service,
  company: {
    ...service.company,
    industry: "manufacturing",
    ownership: { holders: [], officersFromLargeEnterprises: "0/1", averageTaxableIncome: 0 },
  },
};
const resultOf = (profile: object, id = "foreign-filing-subsidy") => {
  const found = assess(profile, { asOf }).results.find(({ measure }) => measure.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe("a result told in full", () => {
  test("opens each definition down to the figures, with the row of the table that they stand in", () => {
    const text = explain(resultOf(service), { lang: "ja", detail: "full" });
    expect(text).toContain(
      [
        "  - 補助金の対象となる中小企業者（みなし大企業を除く）: 満たさない",
        "    - 中小企業者（7業種区分）: 満たさない",
        "      - 法人格・組織形態：株式会社",
        "      - 中小企業者の規模（会社、7業種区分）: 満たさない",
        "        - 資本金の額又は出資の総額：8,000万円（5,000万円以下［サービス業の区分］に該当しない）",
        "        - 常時使用する従業員の数：120人（100人以下［サービス業の区分］に該当しない）",
      ].join("\n"),
    );
    expect(explain(resultOf(service), { lang: "en", detail: "full" })).toContain(
      "- Number of regular employees: 120 persons (at most 100 persons [row: Services]: no)",
    );
  });

  test("names what else was read, met or open, beside what failed", () => {
    const { determining, others } = resultOf(service);
    expect(determining.map(({ outcome }) => outcome)).toEqual(["unsatisfied", "unsatisfied"]);
    expect(others.map(({ criterion, outcome }) => [criterion, outcome])).toContainEqual([
      "headquarters-in-japan",
      "satisfied",
    ]);
    expect(others.map(({ outcome }) => outcome)).toContain("unknown");
  });

  test("says of an exclusion whether it applies, and of a presumption that it is one", () => {
    const text = explain(resultOf(service), { lang: "ja", detail: "full" });
    expect(text).toContain("除外事由に該当しない: 交付決定前に発注または出願した案件");
    expect(text).toMatch(/外国出願の状況 #1：予定（発注・契約前）（前提）/);
  });

  test("tells a stated conclusion as declared", () => {
    const text = explain(resultOf({ company: { legalForm: "stock-company", size: "large" } }), {
      lang: "en",
      detail: "full",
    });
    expect(text).toContain("Enterprise size (as declared): Large enterprise (as declared)");
  });

  test("has the steps to take and the papers as boxes, in text and in Markdown", () => {
    const result = resultOf(maker);
    expect(result.eligibility).toBe("eligible");
    expect(explain(result, { lang: "ja", detail: "full" })).toMatch(/^□ .*［(実施機関が審査|申請者が行う手続)/m);
    expect(explain(result, { lang: "ja", detail: "full", format: "markdown" })).toMatch(/^- \[ \] /m);
  });
});

describe("the handover sheet", () => {
  const sheet = (profile: object, lang: "ja" | "en" = "ja") =>
    handover(assess(profile, { asOf }), { lang, catalog, profile: parseProfile(profile) });

  test("carries the day, the version, what was said, verdicts, open points and the authority's claim", () => {
    const text = sheet(maker);
    expect(text).toContain("- 判定の基準日：令和8年11月21日");
    expect(text).toContain(`- 収録データ：chizai-navi ${catalog.version}`);
    expect(text).toContain("| 資本金の額又は出資の総額 | 8,000万円 |");
    expect(text).toContain("### 外国出願補助金");
    expect(text).toContain("- 金額：35万円");
    expect(text).toContain("## 次にお聞きすること");
    expect(text).toContain("採否の決定は実施機関が行います");
  });

  test("lists no measure of another prefecture and none that has ended, and counts them", () => {
    const text = sheet(maker, "en");
    const names = assess(maker, { asOf }).results.filter(
      ({ place, status }) => place === "elsewhere" || status === "ended",
    );
    for (const { measure } of names) expect(text).not.toContain(`| ${measure.name.en} |`);
    expect(text).toContain(`${names.length} measures of other places`);
  });

  test("shows text of a profile as text", () => {
    const text = sheet({ company: { ...maker.company, name: "<script>alert(1)</script> | [x](javascript:y)\n# z" } });
    expect(text).toContain("\\<script\\>alert(1)\\</script\\> \\| \\[x\\](javascript:y) # z |");
  });
});
