import { describe, expect, test } from "vitest";
import { catalog } from "../../src/catalog/bundled.ts";
import { CatalogError, ProfileError } from "../../src/errors.ts";
import { explainRefusal } from "../../src/explain/refusal.ts";
import type { Condition } from "../../src/schema/condition.ts";
import { type Dialect, toSql } from "../../src/sql/index.ts";
import { catalogOf, measure, parameter } from "./small-catalog.ts";

const options = { asOf: "2024-03-01", dialect: "duckdb", table: "companies" } as const;

describe("the text of a query", () => {
  test("can be read by whoever knows the rule", () => {
    const { sql, createTable } = toSql(catalog, {
      ...options,
      measures: ["overseas-ip-litigation-insurance"],
      columns: ["company.legalForm", "company.memberships", "company.size"],
    });
    expect(createTable).toBe(`CREATE TABLE "companies" (
  "id" VARCHAR NOT NULL,
  "company.legalForm" VARCHAR,
  "company.size" VARCHAR,
  "company.memberships" VARCHAR[]
)`);
    expect(sql).toMatchInlineSnapshot(`
      "WITH "facts" AS (
        SELECT
          "id",
          "company.legalForm",
          "company.memberships"
        FROM "companies"
      ),
      "definitions 1" AS (
        SELECT
          *,
          CASE
            WHEN ("company.legalForm" = 'stock-company' OR "company.legalForm" = 'limited-liability-company' OR "company.legalForm" = 'limited-company' OR "company.legalForm" = 'partnership' OR "company.legalForm" = 'sole-proprietor') THEN NULL
            WHEN "company.legalForm" IS NOT NULL THEN FALSE
          END AS "smeSizeFourRows"
        FROM "facts"
      )
      SELECT
        "id",
        "smeSizeFourRows"
        AND list_has_any("company.memberships", ['chamber-of-commerce', 'society-of-commerce', 'sme-federation-body']) AS "overseas-ip-litigation-insurance"
      FROM "definitions 1""
    `);
  });

  test("says an age as a day, and a change of figures by the day that is asked for", () => {
    const young = catalogOf([measure("young", { fact: "company.foundedOn", fewerThanYears: 10 })]);
    const last = (asOf: string, dialect: Dialect = "duckdb") =>
      toSql(young, { ...options, asOf, dialect, columns: ["company.foundedOn"] })
        .sql.split("\n")
        .at(-2);
    expect(last("2024-02-29")).toBe(`  "company.foundedOn" >= DATE '2014-03-01' AS "young"`);
    expect(last("2024-03-01")).toBe(`  "company.foundedOn" >= DATE '2014-03-02' AS "young"`);
    expect(last("2022-02-28")).toBe(`  "company.foundedOn" >= DATE '2012-02-29' AS "young"`);
    expect(last("2022-03-01")).toBe(`  "company.foundedOn" >= DATE '2012-03-02' AS "young"`);
    expect(last("2022-03-01", "clickhouse")).toBe(
      `  CAST("company.foundedOn" >= '2012-03-02' AS Nullable(Bool)) AS "young"`,
    );
  });

  test("names what a verdict hangs on, what no column holds, and what is presumed", () => {
    const { measures } = toSql(catalog, {
      ...options,
      measures: ["overseas-ip-litigation-insurance", "patent-annuity-reduction"],
    });
    expect(measures.map(({ id }) => id).sort()).toEqual([
      "overseas-ip-litigation-insurance",
      "patent-annuity-reduction",
    ]);
    const [insurance, annuities] = [...measures].sort((left, right) => (left.id < right.id ? -1 : 1));
    expect(insurance?.columns).toContain("company.memberships");
    expect(insurance?.columns).toContain("company.regularEmployees.max");
    expect(annuities?.absent).toContain("ip.filings");
    expect(annuities?.assumes).toContainEqual({ fact: "ip.filings[].coApplicants", value: [] });
  });
});

describe("what cannot be said", () => {
  const refusal = (condition: Condition, dialect: Dialect = "duckdb", id = "refused") => {
    const law = { parameters: parameter("test.wide", [{ from: null, source: "one", value: 3 }]) };
    const { refused, measures, sql } = toSql(catalogOf([measure(id, condition), measure("said", true)], law), {
      ...options,
      dialect,
    });
    expect(measures.map((each) => each.id)).toEqual(refused.length === 0 ? [id, "said"] : ["said"]);
    expect(sql).toContain("TRUE");
    return refused;
  };
  const at = (because: string, at: string, measure = "refused") => [{ measure, because, at }];

  test("is refused by name, with the reason in both languages", () => {
    expect(refusal({ some: "needs", where: true })).toEqual(at("members-of-a-set", "needs"));
    expect(refusal({ fact: "company.statedCapital", atMost: 2e18 })).toEqual(
      at("figure-too-wide", "2000000000000000000"),
    );
    expect(refusal({ fact: "company.name", is: "a\0b" })).toEqual(at("text-not-sayable", "company.name"));
    expect(refusal({ fact: "company.name", in: ["\ud800"] })).toEqual(at("text-not-sayable", "company.name"));
    expect(refusal({ match: "company.statedCapital", cases: [{ in: ["5"], then: true }] })).toEqual(
      at("not-comparable", "company.statedCapital"),
    );
    expect(refusal({ definition: "smePatentAct", on: "company.foundedOn" })).toEqual(
      at("date-of-the-row", "company.foundedOn"),
    );
    const [first] = refusal({ some: "needs", where: true });
    for (const lang of ["ja", "en"] as const)
      expect(explainRefusal(first as NonNullable<typeof first>, { lang })).toMatch(/^refused: .*needs/);
  });

  test("is no matter where it decides nothing", () => {
    expect(refusal({ all: [false, { some: "needs", where: true }] })).toEqual([]);
  });

  test("names that a database would cut or take for another are refused", () => {
    const long = "a".repeat(64);
    expect(refusal(true, "postgresql", long)).toEqual(at("name-too-long", long, long));
    expect(refusal(true, "duckdb", long)).toEqual([]);
    expect(refusal({ fact: "needs", includesAny: ["fees"] }, "duckdb", "needs")).toEqual(
      at("name-taken", "needs", "needs"),
    );
    expect(refusal(true, "duckdb", "id")).toEqual(at("name-taken", "id", "id"));
  });

  test("nothing of the shipped rules is refused, in any dialect, today or long ago", () => {
    for (const dialect of ["duckdb", "clickhouse", "postgresql"] as const)
      for (const asOf of ["2010-01-01", "2015-07-01", "2026-11-21"])
        expect(toSql(catalog, { ...options, asOf, dialect }).refused).toEqual([]);
  });
});

describe("a call that is wrong", () => {
  test("tells every fault at once", () => {
    const call = () =>
      toSql(catalog, { ...options, table: "a\0b", rowName: "", measures: ["nothing"], columns: ["company.sizes"] });
    expect(call).toThrow(CatalogError);
    try {
      call();
    } catch (error) {
      expect((error as CatalogError).issues.map(({ path, code }) => `${path}: ${code}`)).toEqual([
        "nothing: unknown-reference",
        "company.sizes: unknown-column",
        "table: not-a-name",
        "rowName: not-a-name",
      ]);
    }
    expect(() => toSql(catalog, { ...options, asOf: "2024-02-30" })).toThrow(ProfileError);
  });

  test("a former id is the measure that took its place", () => {
    const renamed = { ...catalog, redirects: { "old-name": "foreign-filing-subsidy" } };
    expect(toSql(renamed, { ...options, measures: ["old-name"] }).measures.map(({ id }) => id)).toEqual([
      "foreign-filing-subsidy",
    ]);
  });
});
