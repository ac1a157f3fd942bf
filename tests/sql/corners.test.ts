import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { columnsOf } from "../../src/columns/columns.ts";
import type { Condition } from "../../src/schema/condition.ts";
import type { Definition, FactEntry } from "../../src/schema/law.ts";
import type { Criterion, Measure } from "../../src/schema/measure.ts";
import { toSql } from "../../src/sql/index.ts";
import { type Database, databases, insert } from "./databases.ts";
import { type Cells, sampled, verdictsOf } from "./rows.ts";
import { catalogOf, definition, measure, parameter } from "./small-catalog.ts";

const asOf = "2024-03-01";
const entry = (fact: string): FactEntry => bundled.facts[fact] as FactEntry;

const hostile = [
  "'; DROP TABLE companies; --",
  '"; DROP TABLE companies; --',
  "back\\slash\\",
  "\\'; DROP TABLE companies; --",
  "\\",
  "''",
  "`backtick`",
  "$1 ? :name {p:String} %s",
  "/* comment */ -- line",
  "new\nline\ttab",
  "株式会社👩‍🔧é\u202E",
  "none",
  "NULL",
];

/** Each asks one thing that the shipped rules do not, or seldom. */
const conditions: Record<string, Condition> = {
  "stage-is": { fact: "ip.stage", is: 2 },
  "staff-is": { fact: "company.regularEmployees", is: 300 },
  "staff-is-zero": { fact: "company.regularEmployees", is: 0 },
  "staff-from-zero": { fact: "company.regularEmployees", atLeast: 0 },
  "staff-below-zero": { fact: "company.regularEmployees", below: 0 },
  "staff-decimal": { fact: "company.regularEmployees", atMost: 20.5 },
  "founded-is": { fact: "company.foundedOn", is: "1899-12-31" },
  "founded-in": { fact: "company.foundedOn", in: ["1899-12-31", "1904-02-29"] },
  "founded-before-1900": { fact: "company.foundedOn", before: "1900-01-01" },
  "young-by-industry": {
    fact: "company.foundedOn",
    fewerThanYears: { parameter: "test.ages", by: "company.industry" },
  },
  "young-by-form": {
    fact: "company.foundedOn",
    fewerThanYears: { parameter: "test.periods", by: "company.legalForm" },
  },
  "young-on-leap-day": { fact: "company.foundedOn", fewerThanYears: 8 },
  "ratio-is": { fact: "company.rdExpenseRatio", is: "3/100" },
  "ratio-in-thirds": { fact: "company.ownership.officersFromLargeEnterprises", atLeast: "1/3" },
  "ratio-of-part": {
    fact: "company.rdExpenseRatio",
    atMost: { fact: "company.ownership.officersFromLargeEnterprises", times: "1/10" },
  },
  burden: { fact: "project.localGovernmentShare", atLeast: { fact: "project.cost", times: "1/3" } },
  "burden-absent": { fact: "grants.none", atMost: { fact: "project.cost", times: "1/3" } },
  "by-unlisted-key": { fact: "company.regularEmployees", atMost: { parameter: "test.few", by: "company.legalForm" } },
  "by-changing-figure": { fact: "company.regularEmployees", atMost: { parameter: "test.changed" } },
  "every-option": { fact: "company.size", in: ["sme", "micro", "large"] },
  "no-option": { fact: "company.size", is: "giant" },
  "either-truth": {
    any: [
      { fact: "company.startup", is: true },
      { fact: "company.startup", is: false },
    ],
  },
  places: { fact: "company.prefecture", in: ["東京都", "神奈川県"] },
  "head-office": { fact: "company.headquarters.prefecture", is: "神奈川県" },
  "head-office-city": { fact: "company.headquarters.city", is: "横浜市" },
  "place-branch": {
    match: "company.prefecture",
    cases: [
      { in: ["東京都"], then: { fact: "company.startup", is: true } },
      { in: ["神奈川県"], then: { fact: "company.startup", is: true } },
    ],
    otherwise: false,
  },
  "branch-without-otherwise": {
    match: "company.size",
    cases: [
      { in: ["sme"], then: true },
      { in: ["micro"], then: { fact: "company.startup", is: true } },
    ],
  },
  "presumed-option": { fact: "company.industry", in: ["retail", "service"] },
  "presumed-truth": { fact: "company.openMembership", is: true },
  "presumed-day": { fact: "company.businessYearStartedOn", fewerThanDays: 40 },
  "presumed-set": { fact: "company.taxStatus", includesAny: ["no-corporate-tax"] },
  "presumed-set-of-whoever-has-offices": {
    some: "company.offices",
    where: { fact: "company.taxStatus", includesAny: ["no-corporate-tax"] },
  },
  "presumed-number": { fact: "company.netAssets", atLeast: 3_000_000 },
  "presumed-count": { fact: "company.reducedExaminationRequests", below: 180 },
  declared: { definition: "declared" },
  "declared-against": { not: { definition: "declared" } },
  bounds: {
    sufficient: { fact: "company.size", is: "micro" },
    necessary: { fact: "company.size", in: ["micro", "sme"] },
  },
  offices: {
    some: "company.offices",
    where: {
      all: [
        { fact: "it.kind", is: "plant" },
        { fact: "company.startup", is: true },
      ],
    },
  },
  "offices-all": { every: "company.offices", where: { fact: "it.kind", is: "plant" } },
  "grants-all": { every: "grants", where: { fact: "it.yen", atMost: 5 } },
  "grants-sum": { sum: "grants", of: "yen", atMost: { fact: "project.cost", times: "1/2" } },
  "offices-counted": { count: "company.offices", where: true, atLeast: { parameter: "test.few", by: "company.size" } },
  "offices-share": { count: "company.offices", where: true, share: true, atMost: "1/1" },
};

function onFiling(id: string, rule: Pick<Criterion, "condition" | "from">): Measure {
  const plain = measure(id, true, { each: "ip.filings" });
  const change = (each: Criterion): Criterion => ({ ...each, ...rule });
  return {
    ...plain,
    terms: plain.terms.map((terms) => ({
      ...terms,
      on: "item.filedOn",
      criteria: (terms.criteria as Criterion[]).map(change),
    })),
  };
}

const late = definition("late", { fact: "self.startup", is: true })["late"] as Definition;

const catalog = catalogOf(
  [
    ...Object.entries(conditions).map(([id, condition]) => measure(id, condition)),
    ...hostile.map((value, index) => measure(`hostile-${index}`, { fact: "company.name", in: [value, "x"] })),
    measure("entry", { fact: "item.right", is: "patent" }, { each: "ip.filings" }),
    measure(
      "entry-never",
      {
        all: [
          { fact: "company.startup", is: true },
          { fact: "item.right", is: "patent" },
        ],
      },
      { each: "ip.filings" },
    ),
    measure("entry-of-none", true, { each: "grants" }),
    // The day of an unknown filing is any up to today: what began in 2020 holds on some of these days only.
    onFiling("entry-since-2020", { condition: { fact: "company.startup", is: true }, from: "2020-01-01" }),
    onFiling("entry-by-late-definition", { condition: { definition: "late" } }),
    measure(
      "applicants",
      { fact: "company.startup", is: true },
      { applicantForms: ["stock-company", "npo"], beneficiary: "company" },
    ),
    measure("not-ours", true, { applicant: "bank" }),
  ],
  {
    facts: {
      "party.industry": { ...entry("party.industry"), presumed: "retail" },
      "company.openMembership": { ...entry("company.openMembership"), presumed: true },
      "company.businessYearStartedOn": { ...entry("company.businessYearStartedOn"), presumed: "asOf" },
      "party.taxStatus": { ...entry("party.taxStatus"), presumed: [] },
      "party.netAssets": { ...entry("party.netAssets"), presumed: 5_000_000 },
    },
    parameters: {
      ...parameter("test.ages", [
        { from: null, source: "one", value: { manufacturing: 5, retail: 10, service: 15, other: 20 } },
      ]),
      ...parameter("test.periods", [
        { from: null, source: "one", value: { npo: 5, "stock-company": 10, university: 15 } },
      ]),
      ...parameter("test.few", [
        { from: null, source: "one", value: { npo: 20, "stock-company": 300, sme: 0, micro: 1 } },
      ]),
      ...parameter("test.changed", [
        { from: null, to: "2020-03-31", source: "one", value: 20 },
        { from: "2020-04-01", source: "one", value: 50 },
      ]),
    },
    definitions: {
      late: { ...late, terms: late.terms.map((each) => ({ ...each, from: "2020-01-01" })) },
      ...definition(
        "declared",
        { fact: "self.regularEmployees", atMost: 20 },
        {
          fact: "self.size",
          satisfiedBy: ["micro"],
          unsatisfiedBy: ["large"],
          when: { fact: "self.startup", is: false },
        },
      ),
    },
  },
);

const cells: Cells[] = [
  ...sampled(catalog, asOf, 150),
  ...hostile.map((name): Cells => ({ "company.name": name })),
  {},
  { "company.regularEmployees.max": 0 },
  // Five, ten or fifteen years: young by all, by some, by none.
  ...["2020-03-01", "2016-03-01", "2012-03-01", "2008-03-01"].map(
    (founded): Cells => ({ "company.foundedOn": founded }),
  ),
  { "company.city": "横浜市" },
  { "company.headquarters.city": "千代田区" },
  { "company.prefecture": "福岡県", "company.city": "横浜市" },
  { "company.headquarters.prefecture": "神奈川県", "company.city": "川越市" },
  {
    "company.rdExpenseRatio": "9007199254740991/9007199254740990",
    "company.ownership.officersFromLargeEnterprises": "1/9007199254740991",
  },
];

const expected = verdictsOf(catalog, asOf, cells);

/** What the database says of the rows, in their order. */
async function answers(database: Database, from: Catalog, columns?: readonly string[]) {
  const { sql, measures } = toSql(from, {
    asOf,
    dialect: database.dialect,
    table: "companies",
    ...(columns && { columns }),
  });
  const found = new Map((await database.run(sql)).map((row) => [row["id"], row]));
  return { measures, of: (index: number, id: string) => found.get(String(index))?.[id] };
}

describe.each(databases)("$name", ({ open, installed }) => {
  let database: Database;
  const here = installed ? test : test.skip;

  beforeAll(async () => {
    if (!installed) return;
    database = await open();
    await database.run(toSql(catalog, { asOf, dialect: database.dialect, table: "companies" }).createTable);
    await insert(database, "companies", columnsOf(catalog), cells);
  }, 120_000);
  afterAll(async () => {
    if (installed) await database.close();
  });

  here("says of every kind of condition, and of hostile texts, what the engine says", async () => {
    const { measures, of } = await answers(database, catalog);
    expect(measures).toHaveLength(catalog.measures.length);
    const wrong = expected.flatMap((verdicts, index) =>
      measures.flatMap(({ id }) =>
        of(index, id) === verdicts[id] ? [] : [{ id, engine: verdicts[id], row: cells[index], is: of(index, id) }],
      ),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  here("takes columns that a table lacks for unknown", async () => {
    const columns = [
      "company.legalForm",
      "company.city",
      "company.regularEmployees",
      "company.foundedOn.min",
      "company.size",
    ];
    const { measures, of } = await answers(database, catalog, columns);
    const less = verdictsOf(
      catalog,
      asOf,
      cells.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => columns.includes(name)))),
    );
    const wrong = less.flatMap((verdicts, index) =>
      measures.flatMap(({ id }) =>
        of(index, id) === verdicts[id] ? [] : [{ id, engine: verdicts[id], row: cells[index], is: of(index, id) }],
      ),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  here("quotes the names of tables, rows and measures", async () => {
    const table = `a"b\`c'; DROP TABLE companies; --\\`;
    const rowName = `row " \\ '`;
    const { sql, createTable } = toSql(catalog, {
      asOf,
      dialect: database.dialect,
      table,
      rowName,
      measures: ["places"],
    });
    await database.run(createTable);
    expect(await database.run(sql)).toEqual([]);
    expect(await database.run("SELECT count(*) AS n FROM companies")).toHaveLength(1);
  });
});
