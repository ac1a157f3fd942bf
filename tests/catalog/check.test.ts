import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { assess } from "../../src/assess.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import { type Extension, extendCatalog, parseCatalog } from "../../src/catalog/parse.ts";
import { CatalogError } from "../../src/errors.ts";
import type { FactEntry } from "../../src/schema/law.ts";

const source = "jpo-2015-foreign-filing-subsidy";
const head = `
id: new-measure
name: { ja: 新しい補助金, en: New subsidy }
kind: subsidy
authority: jpo
rights: [patent]
applicant: company
status: [{ from: null, is: available, source: ${source} }]
each: overseas.filings
`;
const terms = (condition: string, more = "") => `${head}
terms:
  - from: "2020-04-01"
    lastSeen: "2021-03-31"
    renewal: yearly
    criteria:
      - id: requirement
        text: { ja: 要件, en: Requirement }
        condition: ${condition}
        source: ${source}
    benefit: { kind: subsidy, rate: { numerator: 2, denominator: 3 }, caps: [{ scope: case, yen: 1000001 }], source: ${source} }
    sources: [${source}]
${more}`;

const extended = (yaml: string, more: Extension = {}) => extendCatalog(catalog, { measures: [parse(yaml)], ...more });
const faults = (yaml: string, more: Extension = {}): string[] => {
  try {
    extended(yaml, more);
    return [];
  } catch (error) {
    if (error instanceof CatalogError) return error.issues.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
};

test("a second subsidy is one rule file and nothing else", () => {
  const ours = extended(terms("{ fact: company.regularEmployees, atMost: 20 }"));
  const profile = {
    company: { regularEmployees: 20 },
    overseas: { filings: [{ cost: 1_000_000 }, { cost: 9_000_000 }] },
  };
  const result = assess(profile, { asOf: "2020-04-01", catalog: ours }).results.find(
    (each) => each.measure.id === "new-measure",
  );
  // Two thirds of a million are 666,666 and two thirds of a yen; one case each, the second capped, floored once.
  expect(result).toMatchObject({
    eligibility: "eligible",
    estimate: { kind: "subsidy", min: 1_666_667, max: 1_666_667 },
  });
});

describe("every fault of a rule file is named by file, place and code", () => {
  const at = "measures/new-measure: terms[0].criteria.requirement";
  test.each([
    ["a fact that is not in the vocabulary", "{ fact: company.staff, atMost: 20 }", `${at} unknown-fact`],
    ["an option that does not exist", "{ fact: company.industry, in: [mining] }", `${at} unknown-option`],
    ["a definition that does not exist", "{ definition: sme }", `${at} unknown-reference`],
    [
      "a parameter that does not exist",
      "{ fact: company.statedCapital, atMost: { parameter: sme.capitol } }",
      `${at} unknown-reference`,
    ],
    ["a table without a key", "{ fact: company.statedCapital, atMost: { parameter: sme.capital } }", `${at} needs-key`],
    [
      "a table with a key that it lacks",
      "{ fact: company.statedCapital, atMost: { parameter: sme.capital, by: company.legalForm } }",
      `${at} parameter-keys`,
    ],
    [
      "a match that leaves options out",
      "{ match: company.industry, cases: [{ in: [retail], then: true }] }",
      `${at} match-not-exhaustive`,
    ],
    [
      "an enumerated fact in two branches of any",
      "{ any: [{ fact: company.industry, is: retail }, { all: [{ fact: company.industry, is: service }] }] }",
      `${at} one-fact-both-ways`,
    ],
    [
      "a number in both directions",
      "{ any: [{ fact: company.statedCapital, atMost: 1 }, { fact: company.statedCapital, above: 9 }] }",
      `${at} one-fact-both-ways`,
    ],
    [
      "every without some",
      "{ every: company.ownership.holders, where: { fact: it.share, below: 1 } }",
      `${at} every-without-some`,
    ],
  ])("%s", (_, condition, expected) => {
    expect(faults(terms(condition))).toEqual([expected]);
  });

  test("an effort for what cannot be changed", () => {
    const fact = { type: "boolean", label: { ja: "認証", en: "Certified" }, effort: "low" } as const;
    const faultsOf = (entry: FactEntry) => faults(terms("true"), { facts: { "company.certified": entry } });
    expect(faultsOf({ ...fact, changeable: false })).toEqual(["facts: company.certified.effort effort-without-change"]);
    expect(faultsOf(fact)).toEqual(["facts: company.certified.effort effort-without-change"]);
    expect(faultsOf({ ...fact, changeable: true })).toEqual([]);
  });

  test.each([
    ["two operators", "{ fact: company.statedCapital, atMost: 1, below: 2 }", "no-operator"],
    ["no operator", "{ fact: company.statedCapital }", "no-operator"],
    ["an unknown operator", "{ fact: company.statedCapital, atMots: 2 }", "unknown-key"],
    ["no condition at all", "{ either: [true] }", "unknown-condition"],
  ])("%s", (_, condition, code) => {
    const found = faults(terms(condition));
    expect(
      found.some(
        (fault) => fault.startsWith("measures/new-measure: terms[0].criteria[0].condition") && fault.endsWith(code),
      ),
    ).toBe(true);
  });

  test("several faults at once, none hidden by another", () => {
    const broken = terms("{ fact: company.staff, atMost: 20 }")
      .replace("authority: jpo", "authority: jpoo")
      .replace(`sources: [${source}]`, "sources: [nowhere]");
    expect(faults(broken).sort()).toEqual(
      [
        "measures/new-measure: authority unknown-reference",
        `${at} unknown-fact`,
        "measures/new-measure: terms[0].sources unknown-reference",
      ].sort(),
    );
  });

  test("terms that overlap, or end before they begin", () => {
    const second = `  - from: "2021-01-01"
    to: "2020-12-31"
    lastSeen: "2021-03-31"
    renewal: yearly
    criteria: []
    benefit: { kind: unstated, source: ${source} }
    sources: [${source}]
`;
    expect(
      faults(terms("true").replace('from: "2020-04-01"', 'from: "2020-04-01"\n    to: "2021-06-30"') + second),
    ).toEqual(["measures/new-measure: terms[0] overlapping-dates", "measures/new-measure: terms[1] dates-not-ordered"]);
  });

  test("an id that stands twice, and definitions in a circle", () => {
    expect(faults(terms("true").replace("id: new-measure", "id: anti-counterfeit-support"))).toEqual([
      "measures/anti-counterfeit-support: anti-counterfeit-support duplicate-id",
    ]);
    const circle = ["one", "two"].map((id, index, all) => ({
      id,
      name: { ja: id, en: id },
      terms: [{ from: null, condition: { definition: all[1 - index] }, source }],
    }));
    expect(faults(terms("true"), { definitions: circle })).toEqual([
      "definitions/one: terms definition-cycle",
      "definitions/two: terms definition-cycle",
    ]);
  });
});

test("a view of a measure that is not there", () => {
  const view = { id: "a-view", name: { ja: "特例", en: "View" }, rights: [], viewOf: "nowhere", only: true, source };
  expect(() => extendCatalog(catalog, { measures: [view] })).toThrow(/no measure has the id `nowhere`/);
});

test("reading what was written gives the same catalog, frozen", () => {
  const again = parseCatalog(JSON.parse(JSON.stringify(catalog)));
  expect(again).toEqual(catalog);
  expect(Object.isFrozen(again.measures[0])).toBe(true);
});

describe("values of the right shape that nobody can mean", () => {
  const sound = terms("{ fact: company.regularEmployees, atMost: 20 }");
  const caps = "caps: [{ scope: case, yen: 1000001 }]";
  test.each<[string, (yaml: string) => string, string]>([
    [
      "a kind of cost that no profile has",
      (yaml) => yaml.replace(caps, `${caps}, eligibleExpenses: [patent-attorney]`),
      "benefit.eligibleExpenses unknown-option",
    ],
    [
      "a right that there is not",
      (yaml) => yaml.replace("scope: case,", "scope: case, rights: [patents],"),
      "benefit.caps[0].rights unknown-option",
    ],
    ["a rate above one", (yaml) => yaml.replace("numerator: 2", "numerator: 4"), "benefit.rate out-of-range"],
    [
      "a last day seen before the first",
      (yaml) => yaml.replace("2021-03-31", "2019-03-31"),
      "lastSeen dates-not-ordered",
    ],
    [
      "a call that closes before it opens",
      (yaml) =>
        `${yaml}    calls: [{ id: round, fiscalYear: 2020, opens: "2020-06-30", closes: "2020-06-01", source: ${source} }]`,
      "calls.round dates-not-ordered",
    ],
    [
      "days as text",
      (yaml) => yaml.replace("company.regularEmployees, atMost: 20", 'item.filedOn, fewerThanDays: "60日"'),
      "criteria.requirement wrong-type",
    ],
    [
      "an age of a number",
      (yaml) => yaml.replace("atMost: 20", "fewerThanYears: 20"),
      "criteria.requirement wrong-type",
    ],
    [
      "a number on a day",
      (yaml) => yaml.replace("atMost: 20", 'onOrAfter: "2020-04-01"'),
      "criteria.requirement wrong-type",
    ],
  ])("%s", (_, edit, fault) => {
    expect(faults(sound)).toEqual([]);
    expect(faults(edit(sound))).toEqual([`measures/new-measure: terms[0].${fault}`]);
  });

  test("a day in another writing is refused with the one that rules take", () => {
    expect(faults(sound.replace("2020-04-01", "令和2年4月1日"))).toEqual([
      "measures/new-measure: terms[0].from not-an-iso-day",
    ]);
  });
});
