import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { diffAssessments } from "../../src/diff/assessments.ts";
import { diffCatalogs, severityOfAll } from "../../src/diff/catalogs.ts";
import { changeText, resultChangeTexts } from "../../src/diff/words.ts";

type Loose = { measures: { id: string; terms: never[] }[]; facts: Record<string, unknown> } & Record<string, unknown>;
const changed = (edit: (copy: Loose) => void): Catalog => {
  const copy = structuredClone(catalog) as unknown as Loose;
  edit(copy);
  return copy as unknown as Catalog;
};
const subsidy = (copy: Loose) =>
  copy.measures.find((each) => each.id === "foreign-filing-subsidy") as unknown as {
    terms: { from: string; lastSeen: string; criteria: { id: string }[]; benefit: { caps: { yen: number }[] } }[];
  };

describe("what changed between two catalogs", () => {
  test("nothing, if only the order differs", () => {
    const reversed = changed((copy) => {
      copy.measures.reverse();
      subsidy(copy).terms.reverse();
      for (const terms of subsidy(copy).terms) terms.criteria.reverse();
    });
    expect(diffCatalogs(catalog, reversed)).toEqual([]);
  });

  test("a corrected cap is a patch and is told with both figures, once", () => {
    const corrected = changed((copy) => {
      const [cap] = subsidy(copy).terms[0]?.benefit.caps ?? [];
      if (cap) cap.yen = 1_600_000;
    });
    const changes = diffCatalogs(catalog, corrected);
    expect(changes).toEqual([
      {
        severity: "patch",
        kind: "measure",
        id: "foreign-filing-subsidy",
        change: "changed",
        at: "terms[2015-04-01].benefit.caps[case patent].yen",
        before: 1_500_000,
        after: 1_600_000,
      },
    ]);
    expect(changes.map((each) => changeText(each, "ja"))).toEqual([
      "foreign-filing-subsidy: 内容[2015-04-01] › 支援の内容 › 上限額[case patent] › yen を 1500000 から 1600000 に変更",
    ]);
  });

  test.each<[string, (copy: Loose) => void, string]>([
    ["a measure that vanishes is major", (copy) => copy.measures.pop(), "major"],
    [
      "a fact that vanishes is major",
      (copy) => {
        delete copy.facts["party.regularEmployees"];
      },
      "major",
    ],
    [
      "a new measure is minor",
      (copy) => copy.measures.push({ ...structuredClone(copy.measures[0]), id: "z-new" } as never),
      "minor",
    ],
    [
      "new terms are minor",
      (copy) => subsidy(copy).terms.push({ ...structuredClone(subsidy(copy).terms[0]), from: "2030-04-01" } as never),
      "minor",
    ],
    [
      "terms seen for another year are minor",
      (copy) => {
        (subsidy(copy).terms[1] as { lastSeen: string }).lastSeen = "2028-03-31";
      },
      "minor",
    ],
    [
      "a criterion that was forgotten is a patch",
      (copy) => subsidy(copy).terms[0]?.criteria.push({ id: "forgotten" }),
      "patch",
    ],
  ])("%s", (_, edit, severity) => {
    expect(severityOfAll(diffCatalogs(catalog, changed(edit)))).toBe(severity);
  });
});

describe("what a change means for a company", () => {
  const profile = {
    company: { legalForm: "stock-company", industry: "manufacturing", regularEmployees: 100 },
    overseas: { filings: [{ right: "patent", country: "US", cost: 4_000_000 }] },
  };
  const on = (asOf: string, using: Catalog = catalog) => assess(profile, { asOf, catalog: using });

  test("a lower cap is told in yen", () => {
    const lower = changed((copy) => {
      const [cap] = subsidy(copy).terms[0]?.benefit.caps ?? [];
      if (cap) cap.yen = 1_000_000;
    });
    const changes = diffAssessments(on("2015-07-01"), on("2015-07-01", lower));
    expect(resultChangeTexts(changes, "ja")).toEqual(["外国出願補助金: 金額 150万円 → 100万円"]);
    expect(resultChangeTexts(changes, "en")).toEqual(["Foreign filing subsidy: worth ¥1,500,000 → ¥1,000,000"]);
  });

  test("the same answer twice has no change, another day has some", () => {
    expect(diffAssessments(on("2015-07-01"), on("2015-07-01"))).toEqual([]);
    expect(diffAssessments(on("2015-07-01"), on("2026-11-21"))).not.toEqual([]);
  });

  test("a measure that is added or gone is told as such", () => {
    const fewer = changed((copy) => {
      copy.measures = copy.measures.filter((each) => each.id !== "go-tech");
    });
    const told = (before: Catalog, after: Catalog) =>
      diffAssessments(on("2015-07-01", before), on("2015-07-01", after)).map(({ measure, change }) => [
        measure.id,
        change,
      ]);
    expect(told(fewer, catalog)).toEqual([["go-tech", "added"]]);
    expect(told(catalog, fewer)).toEqual([["go-tech", "removed"]]);
  });
});

describe("one company, the years compared", () => {
  const profile = {
    company: {
      legalForm: "stock-company",
      industry: "manufacturing",
      statedCapital: 50_000_000,
      regularEmployees: 40,
      foundedOn: "2012-04-01",
      headquartersInJapan: true,
      prefecture: "福岡県",
      ownership: { holders: [] },
    },
    ip: {
      filings: [
        { right: "patent", office: "JP", status: "planned", claims: 5 },
        { right: "design", office: "JP", status: "planned" },
      ],
      pctFilings: [{ language: "ja" }],
    },
    overseas: { filings: [{ right: "patent", country: "US", cost: 2_000_000, basedOnJapaneseFiling: true }] },
  };
  const changes = (before: string, after: string) =>
    diffAssessments(assess(profile, { asOf: before, catalog }), assess(profile, { asOf: after, catalog }));
  const of = (id: string, list: ReturnType<typeof changes>) =>
    list.filter((each) => each.measure.id === id).map((each) => each.change);

  test("2015-07-01 against 2021-07-01: the fee regimes change", () => {
    const list = changes("2015-07-01", "2021-07-01");
    expect(of("patent-fee-reduction-h26", list)).toContain("status");
    expect(of("examination-fee-reduction", list)).toEqual(expect.arrayContaining(["status", "estimate", "terms"]));
  });

  test("2021-07-01 against 2024-07-01: PCT changes, and the quota of reduced requests comes", () => {
    const list = changes("2021-07-01", "2024-07-01");
    expect(of("pct-fee-reduction", list)).toContain("terms");
    const quota = (asOf: string) => {
      const result = assess(
        { ...profile, company: { ...profile.company, reducedExaminationRequests: 180 } },
        { asOf, catalog },
      ).results.find((each) => each.measure.id === "examination-fee-reduction");
      return result?.estimate?.kind === "fee-reduction" ? result.estimate.saved?.min : undefined;
    };
    expect(quota("2021-07-01")).toBeGreaterThan(0);
    expect(quota("2024-07-01")).toBe(0);
  });

  test("2024-07-01 against 2026-11-21: the INPIT route and the startup limb for designs come", () => {
    const routes = (asOf: string) =>
      assess(profile, { asOf, catalog })
        .results.find((each) => each.measure.id === "foreign-filing-subsidy")
        ?.routes.map((each) => each.id);
    expect(routes("2024-07-01")).not.toContain("inpit");
    expect(routes("2026-11-21")).toContain("inpit");
    expect(of("accelerated-examination-design", changes("2024-07-01", "2026-11-21"))).toContain("terms");
  });
});

test("whatever is added to a measure or taken from it can be told", () => {
  const grown = changed((copy) => {
    const measure = subsidy(copy) as unknown as Record<string, unknown> & { terms: object[]; status: object[] };
    measure["page"] = "https://example.jp/";
    measure.status.push({ from: "2030-04-01", is: "ended", source: "one" });
    measure.terms.push({ ...measure.terms[0], from: "2030-04-01" });
    Object.assign(measure.terms[0] as object, { to: "2016-03-31" });
    delete measure["aliases"];
  });
  for (const [before, after] of [
    [catalog, grown],
    [grown, catalog],
  ] as const) {
    const lines = diffCatalogs(before, after).flatMap((each) => [changeText(each, "ja"), changeText(each, "en")]);
    expect(lines).toHaveLength(10);
    expect(lines.join("\n")).not.toMatch(/undefined|\[object/);
  }
});
