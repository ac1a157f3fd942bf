import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalog } from "../../src/catalog/bundled.ts";
import { columnsOf } from "../../src/columns/columns.ts";
import { profileFromRow } from "../../src/columns/row.ts";
import { rows } from "../sql/rows.ts";

const profile = (row: Record<string, unknown>) => profileFromRow(row, catalog);

describe("columns", () => {
  const columns = columnsOf(catalog);
  const named = (name: string) => columns.find((column) => column.name === name);

  test("every fact said once of the company has one, with its type and options", () => {
    expect(named("company.statedCapital")).toEqual({
      name: "company.statedCapital",
      fact: "company.statedCapital",
      type: "yen",
    });
    expect(named("company.size")).toMatchObject({ type: "option", options: ["sme", "micro", "large"] });
    expect(named("needs")?.type).toBe("options");
    expect(named("overseas.countries")).toEqual({
      name: "overseas.countries",
      fact: "overseas.countries",
      type: "options",
    });
  });

  test("what is said of entries has none, nor has the date", () => {
    expect(columns.filter(({ name }) => name.includes("[]") || name.startsWith("party.") || name === "asOf")).toEqual(
      [],
    );
    expect(named("ip.filings")).toBeUndefined();
    expect(named("grants")).toBeUndefined();
  });

  test("ranges where the profile takes them: amounts, counts and days, but no stage and no share", () => {
    expect(named("company.regularEmployees.max")).toMatchObject({ fact: "company.regularEmployees", end: "max" });
    expect(named("company.foundedOn.min")?.type).toBe("date");
    for (const name of ["ip.stage.min", "company.rdExpenseRatio.max", "company.name.min"])
      expect(named(name)).toBeUndefined();
  });

  test("every sample of every column can be read", () => {
    fc.assert(
      fc.property(rows(columns, "2024-03-01"), (row) => {
        expect(profile(row).issues).toEqual([]);
      }),
    );
  });
});

describe("a row", () => {
  test("becomes a canonical profile, typed or as text", () => {
    const canonical = {
      company: {
        statedCapital: 10_000_000,
        regularEmployees: 148,
        startup: false,
        prefecture: "福岡県",
        rdExpenseRatio: "1/3",
      },
      ip: { stage: 3 },
      needs: ["fees", "design"],
    };
    expect(
      profile({
        id: "x",
        "company.statedCapital": "1,000万円",
        "company.regularEmployees": "１４８人",
        "company.startup": "0",
        "company.prefecture": "福岡",
        "company.rdExpenseRatio": "3分の1",
        "ip.stage": "3",
        needs: " fees; design;fees ",
      }),
    ).toEqual({ profile: canonical, issues: [] });
    expect(
      profile({
        "company.statedCapital": 10_000_000n,
        "company.regularEmployees": 148,
        "company.startup": false,
        "company.prefecture": "福岡県",
        "company.rdExpenseRatio": "1/3",
        "ip.stage": 3,
        needs: ["fees", "design"],
      }).profile,
    ).toEqual(canonical);
  });

  test("empty cells are unknown, none is the empty set, a word of an option stays one", () => {
    expect(
      profile({ "company.size": "", "company.name": null, "company.startup": undefined, needs: "  " }).profile,
    ).toEqual({});
    expect(profile({ needs: "none", "overseas.plan": "none" }).profile).toEqual({
      needs: [],
      overseas: { plan: "none" },
    });
  });

  test("a value counts before its range, in whatever order the columns stand", () => {
    const range = { "company.statedCapital.min": 1, "company.statedCapital.max": "5万円" };
    expect(profile(range).profile).toEqual({ company: { statedCapital: { min: 1, max: 50_000 } } });
    const exact = { company: { statedCapital: 7 } };
    expect(profile({ ...range, "company.statedCapital": 7 }).profile).toEqual(exact);
    expect(profile({ "company.statedCapital": "7", ...range }).profile).toEqual(exact);
  });

  test("an unknown column names the nearest one and leaves the profile readable", () => {
    const { profile: read, issues } = profile({
      "company.regularEmployes": 5,
      "Company.Size": "sme",
      "company.city": "横浜市",
    });
    expect(read).toEqual({ company: { city: "横浜市" } });
    expect(issues.map(({ path, code, args }) => [path, code, args["nearest"]])).toEqual([
      ["company.regularEmployes", "unknown-column", "company.regularEmployees"],
      ["Company.Size", "unknown-column", "company.size"],
    ]);
    for (const name of ["__proto__", "constructor", "company.__proto__.x"])
      expect(profile(JSON.parse(`{"${name}": 1}`) as Record<string, unknown>)).toMatchObject({
        profile: {},
        issues: [{ code: "unknown-column" }],
      });
  });

  test("a cell that cannot be read is an issue at its column", () => {
    const { profile: read, issues } = profile({
      "company.startup": "perhaps",
      "company.foundedOn.min": "2015-02-30",
      needs: "fees;gold",
    });
    expect(read).toBeNull();
    expect(issues.map(({ path }) => path).sort()).toEqual(["company.foundedOn.min", "company.startup", "needs[1]"]);
  });
});
