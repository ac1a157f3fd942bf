import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import { extendCatalog } from "../../src/catalog/parse.ts";
import { CatalogError } from "../../src/errors.ts";
import { explainPlan } from "../../src/explain/plan.ts";
import { getTerms } from "../../src/get-terms.ts";
import { plan } from "../../src/plan/plan.ts";

const source = "jpo-2015-foreign-filing-subsidy";
const asOf = "1999-06-01";

interface Made {
  id: string;
  benefit: string;
  head?: string;
  criteria?: string;
}

/** On this day the bundled catalog pays for nothing, so that only made-up measures compete. */
const catalogOf = (...measures: Made[]) =>
  extendCatalog(bundled, {
    measures: measures.map(({ id, benefit, head = "", criteria = "[]" }) =>
      parse(`
id: ${id}
name: { ja: ${id}の補助金, en: The ${id} grant }
kind: subsidy
authority: jpo
rights: []
applicant: company
status: [{ from: null, is: available, source: ${source} }]
each: overseas.filings
${head}
terms:
  - { from: null, lastSeen: "2001-03-31", renewal: standing, criteria: ${criteria}, sources: [${source}], benefit: { kind: subsidy, source: ${source}, ${benefit} } }
`),
    ),
  });

const half = "rate: { numerator: 1, denominator: 2 }";
const twoThirds = "rate: { numerator: 2, denominator: 3 }";
const filings = (...costs: number[]) => ({ overseas: { filings: costs.map((cost) => ({ cost, right: "patent" })) } });
const usesOf = ({ best }: ReturnType<typeof plan>) =>
  best.uses.map(({ measure, costs, amount }) => [measure.id, costs, amount.min]);
const ours = (answer: ReturnType<typeof plan>, ...ids: string[]) =>
  answer.notPlanned
    .filter(({ measure }) => ids.includes(measure.id))
    .map(({ measure, reason, args }) => [measure.id, reason, args]);

describe("which cost goes where", () => {
  test("what one measure cannot take for its cap goes to the other, although that pays a lower rate", () => {
    const catalog = catalogOf(
      { id: "high", benefit: `${twoThirds}, caps: [{ scope: applicant-fiscal-year, yen: 1000000 }]` },
      { id: "low", benefit: `${half}, caps: []` },
    );
    const answer = plan(filings(1_500_000, 900_000), { asOf, catalog });
    expect(usesOf(answer)).toEqual([
      ["high", ["overseas.filings[0]"], 1_000_000],
      ["low", ["overseas.filings[1]"], 450_000],
    ]);
    expect(answer.best).toMatchObject({
      total: { min: 1_450_000, max: 1_450_000 },
      optimal: true,
      gap: 0,
      unfunded: [],
    });
    expect(answer.runnersUp).toMatchObject([
      { without: "high", loss: 250_000, moves: [{ cost: "overseas.filings[0]", from: "high", to: "low" }] },
      { without: "low", loss: 450_000, moves: [{ cost: "overseas.filings[1]", from: "low", to: null }] },
    ]);
  });

  test("a measure whose costs bring more elsewhere is named with who takes them", () => {
    const catalog = catalogOf(
      { id: "high", benefit: `${twoThirds}, caps: []` },
      { id: "low", benefit: `${half}, caps: []` },
    );
    const answer = plan(filings(900_000), { asOf, catalog });
    expect(ours(answer, "low")).toEqual([
      ["low", "better-elsewhere", { taken: [{ cost: "overseas.filings[0]", measure: "high" }] }],
    ]);
  });

  test("measures share a pool, and grants received count", () => {
    const pooled = (yen: number) => `caps: [{ scope: applicant-fiscal-year, pool: shared, yen: ${yen} }]`;
    const catalog = catalogOf(
      { id: "high", benefit: `${twoThirds}, ${pooled(1_000_000)}` },
      { id: "low", benefit: `${half}, ${pooled(1_000_000)}` },
    );
    const profile = filings(1_200_000, 3_000_000);
    expect(plan(profile, { asOf, catalog }).best.total.min).toBe(1_000_000);
    const granted = { ...profile, grants: [{ pool: "shared", fiscalYear: 1999, yen: 700_000 }] };
    const answer = plan(granted, { asOf, catalog });
    expect(answer.best.total.min).toBe(300_000);
    expect(answer.best.uses).toHaveLength(1);
    const all = plan({ ...profile, grants: [{ pool: "shared", fiscalYear: 1999, yen: 1_000_000 }] }, { asOf, catalog });
    expect(ours(all, "high", "low").map(([, reason, args]) => [reason, args])).toEqual([
      ["pool-used-up", { pool: "shared", measures: [] }],
      ["pool-used-up", { pool: "shared", measures: [] }],
    ]);
  });

  test("a pool is one, whatever its caps are called; a cap of it that does not hold for the company takes nothing", () => {
    const cap = (scope: string, yen: number, when = "") =>
      `caps: [{ scope: ${scope}, pool: shared, yen: ${yen}${when} }]`;
    const never = ", when: { fact: company.regularEmployees, above: 300 }";
    const profile = { company: { regularEmployees: 10 }, ...filings(1_000_000, 1_000_000) };
    const both = (second: string) =>
      plan(profile, {
        asOf,
        catalog: catalogOf(
          { id: "first", benefit: `${half}, ${cap("project-year", 500_000)}` },
          { id: "second", benefit: `rate: { numerator: 1, denominator: 4 }, ${second}` },
        ),
      }).best.total.min;
    expect(both(cap("applicant-fiscal-year", 500_000))).toBe(500_000);
    expect(both(cap("applicant-fiscal-year", 0, never))).toBe(750_000);
  });

  test("one case a year: the best case", () => {
    const catalog = catalogOf({
      id: "one",
      benefit: `${half}, caps: [], limits: [{ scope: applicant-fiscal-year, cases: 1, source: ${source} }]`,
    });
    expect(usesOf(plan(filings(600_000, 1_000_000, 800_000), { asOf, catalog }))).toEqual([
      ["one", ["overseas.filings[1]"], 500_000],
    ]);
  });

  test("years are told apart, unless parts of a yen of two years come to a yen", () => {
    const years = (cost: number) => ({
      overseas: { filings: ["1999-06-01", "2000-06-01"].map((plannedOn) => ({ cost, right: "patent", plannedOn })) },
    });
    const capped = "caps: [{ scope: applicant-fiscal-year, yen: 700000 }]";
    const apart = plan(years(2_000_000), { asOf, catalog: catalogOf({ id: "one", benefit: `${half}, ${capped}` }) });
    expect(apart.best.uses.map(({ fiscalYear, amount }) => [fiscalYear, amount.min])).toEqual([
      [1999, 700_000],
      [2000, 700_000],
    ]);
    const together = plan(years(1_000_000), {
      asOf,
      catalog: catalogOf({ id: "one", benefit: `${twoThirds}, ${capped}` }),
    });
    expect(together.best.uses.map(({ fiscalYear, amount }) => [fiscalYear, amount.min])).toEqual([[null, 1_333_333]]);
  });

  test("without what somebody judges", () => {
    const judged = `[{ id: selection, text: { ja: 採択されること, en: Selection }, judgedBy: authority, source: ${source} }, { id: any, text: { ja: 誰でも, en: Anybody }, condition: true, source: ${source} }]`;
    const catalog = catalogOf(
      { id: "high", benefit: `${twoThirds}, caps: []`, criteria: judged },
      { id: "low", benefit: `${half}, caps: []` },
    );
    const answer = plan(filings(900_000), { asOf, catalog });
    expect([answer.best.total.min, answer.withoutCompetitive.total.min]).toEqual([600_000, 450_000]);
    expect(answer.best.uses.map(({ competitive }) => competitive)).toEqual([true]);
  });

  test("a total and its parts are one expense", () => {
    const catalog = catalogOf({ id: "alpha", benefit: `${half}, caps: [], expense: { fact: project.cost }`, head: "" });
    const own = {
      ...catalog,
      measures: catalog.measures.map((file) =>
        file.id === "alpha" && "each" in file ? (({ each: _, ...rest }) => rest)(file) : file,
      ),
    } as typeof catalog;
    const answer = plan({ project: { cost: 1_000_000 } }, { asOf, catalog: own });
    expect(usesOf(answer)).toEqual([["alpha", ["project.cost"], 500_000]]);
  });
});

describe("measures that exclude each other", () => {
  const rivals = (measure = "low") =>
    catalogOf(
      {
        id: "high",
        benefit: `${twoThirds}, caps: [{ scope: case, yen: 500000 }]`,
        head: `exclusiveWith: [{ measure: ${measure}, source: ${source} }]`,
      },
      { id: "low", benefit: `${half}, caps: []` },
    );

  test("are not planned together; the better one is, and the other says why", () => {
    const answer = plan(filings(600_000, 2_000_000), { asOf, catalog: rivals() });
    expect(usesOf(answer)).toEqual([["low", ["overseas.filings[0]", "overseas.filings[1]"], 1_300_000]]);
    expect(ours(answer, "high")).toEqual([["high", "exclusive-with", { measure: "low", granted: false }]]);
  });

  test("a grant of the year rules the other out, in both directions", () => {
    for (const [granted, other] of [
      ["high", "low"],
      ["low", "high"],
    ] as const) {
      const profile = { ...filings(600_000), grants: [{ measure: granted, fiscalYear: 1999, yen: 1 }] };
      const answer = plan(profile, { asOf, catalog: rivals() });
      expect(ours(answer, other)).toEqual([[other, "exclusive-with", { measure: granted, granted: true }]]);
      const before = { ...filings(600_000), grants: [{ measure: granted, fiscalYear: 1998, yen: 1 }] };
      const later = plan(before, { asOf, catalog: rivals() });
      expect(usesOf(later)).toEqual([["high", ["overseas.filings[0]"], 400_000]]);
    }
  });

  test("are shown, and must exist", () => {
    expect(getTerms("high", { asOf, catalog: rivals() }).exclusiveWith).toMatchObject([
      { measure: "low", source: { id: source } },
    ]);
    expect(() => rivals("nobody")).toThrow(CatalogError);
    expect(() => rivals("high")).toThrow(CatalogError);
  });
});

test("without costs a plan says which would make one", () => {
  const catalog = catalogOf({ id: "one", benefit: `${half}, caps: []` });
  const answer = plan({ overseas: { filings: [{ right: "patent" }] } }, { asOf, catalog });
  expect(ours(answer, "one")).toEqual([["one", "no-cost", { facts: ["overseas.filings[0].cost"] }]]);
  expect(answer.wanted[0]).toEqual({ fact: "overseas.filings[0].cost", measures: ["one"] });
  expect(explainPlan(answer, { lang: "ja", catalog })[0]?.lines).toEqual([
    "費用が入力されていないため、計画できません。次の項目を入力してください。",
    "- 外国出願の補助対象経費 #1 (overseas.filings[0].cost)",
  ]);
});

test.each(["ja", "en"] as const)("every sentence is filled in (%s)", (lang) => {
  const catalog = catalogOf(
    { id: "high", benefit: `${twoThirds}, caps: [{ scope: applicant-fiscal-year, yen: 1000000 }]` },
    { id: "low", benefit: `${half}, caps: []` },
    { id: "none", benefit: "caps: []" },
  );
  const lines = explainPlan(plan(filings(1_500_000, 900_000), { asOf, catalog }), { lang, catalog }).flatMap((each) => [
    each.title,
    ...each.lines,
    ...(each.table?.rows.flat() ?? []),
  ]);
  expect(lines.filter((line) => /\{|undefined|null|overseas\./.test(line))).toEqual([]);
  expect(lines.join("\n")).toContain(lang === "ja" ? "「highの補助金」を使わない場合は" : "Without “The high grant”");
});

test("the order of measures and of entries does not matter", () => {
  const high = { id: "high", benefit: `${twoThirds}, caps: [{ scope: applicant-fiscal-year, yen: 1000000 }]` };
  const low = { id: "low", benefit: `${half}, caps: []` };
  const one = plan(filings(1_500_000, 900_000), { asOf, catalog: catalogOf(high, low) });
  const other = plan(filings(1_500_000, 900_000), { asOf, catalog: catalogOf(low, high) });
  expect(other.best).toEqual(one.best);
  expect(plan(filings(900_000, 1_500_000), { asOf, catalog: catalogOf(high, low) }).best.total).toEqual(one.best.total);
});
