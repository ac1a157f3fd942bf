import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalog } from "../../src/catalog/bundled.ts";
import type { Assessment } from "../../src/schema/assessment.ts";

const folder = mkdtempSync(join(tmpdir(), "chizai-navi-cli-"));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** The built command as a user calls it. */
function cli(args: string[], input = "") {
  const { status, stdout, stderr } = spawnSync("node", ["dist/cli.js", ...args], {
    input,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

describe("assess", () => {
  test("prints a table that names date, verdict, amount and reason", () => {
    const { status, stdout } = cli(["assess", "examples/profiles/f3-duel.json", "--as-of", "2015-07-01"]);
    expect(status).toBe(0);
    expect(stdout).toContain("平成27年7月1日（2015-07-01）");
    expect(stdout).toMatch(/対象 +外国出願補助金 +300万円/);
    expect(stdout).not.toContain("…");
  });

  test("reads the profile from standard input and answers in English", () => {
    const { status, stdout } = cli(["assess", "-", "--lang", "en", "--as-of", "2026-11-21"], "{}");
    expect(status).toBe(0);
    expect(stdout).toMatch(/eligible +IP comprehensive support desk +free of charge/);
  });

  test("prints the JSON contract", () => {
    const { stdout } = cli(["assess", "examples/profiles/f3-duel.json", "--as-of", "2015-07-01", "--format", "json"]);
    const assessment = JSON.parse(stdout) as Assessment;
    expect(Object.keys(assessment)).toEqual(["asOf", "catalog", "results", "questions", "issues"]);
    const subsidy = assessment.results.find((result) => result.measure.id === "foreign-filing-subsidy");
    expect(subsidy).toMatchObject({
      eligibility: "eligible",
      estimate: { kind: "subsidy", min: 3_000_000, max: 3_000_000 },
    });
    const bit =
      subsidy?.estimate?.kind === "subsidy" ? subsidy.estimate.steps.filter((step) => step.args["bites"] === true) : [];
    expect(new Set(bit.map((step) => `${step.args["scope"]} ${step.args["yen"]}`))).toEqual(
      new Set(["case 1500000", "applicant-fiscal-year 3000000"]),
    );
  });

  test("keeps only what was asked for, and says so when nothing is left", () => {
    const { stdout } = cli(["assess", "-", "--only", "ineligible", "--as-of", "2026-11-21", "--lang", "en"], "{}");
    expect(stdout).toContain("No measure to show.");
  });

  test("prints the day it took when none was given", () => {
    expect(cli(["assess", "-", "--lang", "en"], "{}").stdout).toContain("(today in Japan)");
  });
});

describe("bad input: every issue on standard error with path and remedy, exit 1, no stack trace", () => {
  test.each([
    [
      "a profile with four faults",
      ["assess", "-"],
      '{"company":{"statedCapital":"たくさん","regularEmployees":null,"employees":3},"overseas":{"filings":[{"right":"patents"}]}}',
      [
        /company\.statedCapital: 「たくさん」/,
        /company\.regularEmployees: null は使えません/,
        /「employees」という項目はここにはありません/,
        /overseas\.filings\[0\]\.right: 「patents」は選べません/,
      ],
    ],
    ["no JSON", ["assess", "-"], "{", [/JSON として読めません/]],
    ["a file that is not there", ["assess", "nowhere.json"], "", [/nowhere\.json: .*読めません/]],
    [
      "an unknown id",
      ["show", "foreign-filing-subsidi", "--lang", "en"],
      "",
      [/no measure has the id `foreign-filing-subsidi`; did you mean foreign-filing-subsidy/],
    ],
    [
      "a date that is not in the calendar",
      ["list", "--as-of", "2026-02-30"],
      "",
      [/--as-of: 「2026-02-30」は暦の上の日付ではありません/],
    ],
    ["a folder that is not there", ["check", "no-rules"], "", [/no-rules/]],
    ["a profile that is no object", ["assess", "-"], "[1]", [/\[1\]/]],
  ])("%s", (_, args, input, patterns) => {
    const { status, stdout, stderr } = cli(args as string[], input as string);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    for (const pattern of patterns as RegExp[]) expect(stderr).toMatch(pattern);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("rule files with faults in several places", () => {
    const measure = file("bad-measure.yaml", "");
    const { status, stderr } = cli(["check", badRules(), "--lang", "en"]);
    expect(measure).toBeTruthy();
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /measures\/bad\.yaml: terms\[0\]\.criteria\[0\]: a criterion has a `condition` or says `judgedBy`/,
    );
    expect(stderr).toMatch(/measures\/bad\.yaml: kind: `subsidies` is not one of/);
    expect(stderr).toMatch(/measures\/worse\.yaml: .*not YAML/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe("a wrong call: usage, exit 2", () => {
  test.each([
    ["an unknown command", ["assassinate"]],
    ["an unknown option", ["list", "--colour"]],
    ["a missing operand", ["show"]],
    ["an unknown format", ["list", "--format", "xml"]],
  ])("%s", (_, args) => {
    const { status, stderr } = cli(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/chizai-navi/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe("show, list, check, help", () => {
  test("an eligible result of the empty profile has no criterion to show", () => {
    const { results } = JSON.parse(
      cli(["assess", "-", "--as-of", "2026-11-21", "--format", "json"], "{}").stdout,
    ) as Assessment;
    const eligible = results.filter((result) => result.eligibility === "eligible");
    expect(eligible.map((result) => result.measure.id)).toContain("ip-comprehensive-support-desk");
    for (const { measure } of eligible) {
      const shown = JSON.parse(cli(["show", measure.id, "--as-of", "2026-11-21", "--format", "json"]).stdout);
      expect(shown.terms.criteria).toEqual([]);
      expect(shown.terms.exclusions).toEqual([]);
    }
  });

  test("show prints rate and caps of the day as data", () => {
    const shown = JSON.parse(
      cli(["show", "foreign-filing-subsidy", "--as-of", "2015-07-01", "--format", "json"]).stdout,
    );
    expect(shown.terms.benefit).toMatchObject({
      kind: "subsidy",
      rate: { numerator: 1, denominator: 2 },
      caps: [
        { scope: "case", rights: ["patent"], yen: 1_500_000 },
        { scope: "case", yen: 600_000 },
        { scope: "case", purpose: "anti-bad-faith", yen: 300_000 },
        { scope: "applicant-fiscal-year", yen: 3_000_000 },
      ],
    });
  });

  test("list gives every measure with kind, authority, applicant and status", () => {
    const { measures, notCovered } = JSON.parse(cli(["list", "--as-of", "2026-11-21", "--format", "json"]).stdout);
    expect(measures).toHaveLength(catalog.measures.length);
    for (const measure of measures)
      expect(Object.keys(measure)).toEqual(
        expect.arrayContaining(["id", "name", "kind", "authority", "applicant", "status"]),
      );
    expect(notCovered).toEqual([]);
  });

  test("check finds no fault in the rules of the package", () => {
    expect(cli(["check", "rules"])).toMatchObject({ status: 0, stderr: "" });
  });

  test("help has examples in both languages", () => {
    expect(cli(["--help"]).stdout).toContain("例\n");
    expect(cli(["--help", "--lang", "en"]).stdout).toContain("Examples\n");
  });
});

function badRules(): string {
  const rules = mkdtempSync(join(folder, "rules-"));
  spawnSync("mkdir", ["-p", join(rules, "measures")]);
  writeFileSync(
    join(rules, "measures", "bad.yaml"),
    `id: bad
name: { ja: 悪い例, en: Bad }
kind: subsidies
authority: jpo
rights: []
applicant: company
status: [{ from: null, is: available, source: nowhere }]
terms:
  - from: null
    lastSeen: "2026-01-01"
    renewal: yearly
    criteria: [{ id: nothing, text: { ja: 無, en: none }, source: nowhere }]
    benefit: { kind: unstated, source: nowhere }
    sources: [nowhere]
`,
  );
  writeFileSync(join(rules, "measures", "worse.yaml"), "id: [\n");
  return rules;
}
