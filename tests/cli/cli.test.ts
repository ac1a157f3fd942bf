import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalog } from "../../src/catalog/bundled.ts";
import type { Assessment } from "../../src/schema/assessment.ts";
import { cli } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "chizai-navi-cli-"));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe("plan", () => {
  const profile = "examples/profiles/funding-plan.json";

  test("says which cost goes to which measure, and what is lost without one", () => {
    const { status, stdout } = cli(["plan", profile, "--as-of", "2026-06-01"]);
    expect(status).toBe(0);
    expect(stdout).toContain("令和8年6月1日（2026-06-01）時点の制度による計画です。");
    expect(stdout).toContain("すべて採択された場合");
    expect(stdout).toMatch(/海外知財訴訟保険事業 +海外知財訴訟費用保険の掛金 +40万円/);
    expect(stdout).toContain("これを上回る組み合わせはありません。");
    expect(stdout.replace(/\n */g, "")).toContain("「海外知財訴訟保険事業」を使わない場合は");
  });

  test("prints Markdown to send on, and data", () => {
    const markdown = cli(["plan", profile, "--as-of", "2026-06-01", "--lang", "en", "--format", "markdown"]).stdout;
    expect(markdown).toMatch(/^# Funding plan\n/);
    expect(markdown).toContain("| Measure | Costs | Amount | Window |\n| --- | --- | --- | --- |");
    const answer = JSON.parse(cli(["plan", profile, "--as-of", "2026-06-01", "--format", "json"]).stdout);
    expect(answer.best).toMatchObject({ optimal: true, gap: 0 });
    expect(answer.best.total.min).toBe(
      answer.best.uses.reduce((sum: number, { amount }: { amount: { min: number } }) => sum + amount.min, 0),
    );
  });

  test("asks for costs where there are none, and refuses Markdown elsewhere", () => {
    const { status, stdout } = cli(["plan", "-", "--as-of", "2026-06-01", "--lang", "en"], "{}");
    expect(status).toBe(0);
    expect(stdout).toContain("The profile states no costs");
    expect(stdout).toContain("(overseas.filings)");
    expect(cli(["list", "--format", "markdown"]).status).toBe(2);
  });
});

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
    expect(Object.keys(assessment)).toEqual(["asOf", "catalog", "results", "questions", "region", "issues"]);
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
    const { stdout } = cli(["assess", "-", "--only", "eligible", "--as-of", "1990-01-01", "--lang", "en"], "{}");
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
    const { measures } = JSON.parse(cli(["list", "--as-of", "2026-11-21", "--format", "json"]).stdout);
    expect(measures).toHaveLength(catalog.measures.length);
    for (const measure of measures)
      expect(Object.keys(measure)).toEqual(
        expect.arrayContaining(["id", "name", "kind", "authority", "applicant", "status"]),
      );
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

describe("what ages, what changed, what is no measure", () => {
  const profile = "examples/profiles/f3-duel.json";

  test("check tells what has lapsed and what closes only for a day that is named", () => {
    expect(cli(["check"]).stdout).not.toContain("期限切れ");
    const { status, stdout } = cli(["check", "--as-of", "2026-11-21"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/期限切れ +2016-03-31/);
    expect(stdout).toMatch(/締切間近 +2026-12-18 +外国出願補助金 +foreign-filing-subsidy \(tokushima-fy2026\)/);
  });

  test("diff of two dates tells what changes for a company", () => {
    const { status, stdout } = cli(["diff", "2015-07-01", "2021-07-01", profile, "--lang", "en"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Patent fee reduction.*: status available → ended/);
    expect(stdout).toMatch(/Foreign filing subsidy: verdict eligible → undetermined/);
  });

  test("diff of two catalogs tells what changed and for whom, severest first", () => {
    const lower = structuredClone(catalog) as unknown as {
      measures: { id: string; terms: { benefit: { caps: { yen: number }[] } }[] }[];
    };
    const subsidy = lower.measures.find(({ id }) => id === "foreign-filing-subsidy");
    const cap = subsidy?.terms[0]?.benefit.caps[3];
    if (cap) cap.yen = 2_000_000;
    const [before, after] = [file("before.json", JSON.stringify(catalog)), file("after.json", JSON.stringify(lower))];
    const { stdout } = cli(["diff", before, after, profile, "--as-of", "2015-07-01"]);
    expect(stdout).toContain("訂正 (patch)");
    expect(stdout).toMatch(/上限額\[applicant-fiscal-year foreign-filing\] › yen を 3000000 から 2000000 に変更/);
    expect(stdout).toMatch(/外国出願補助金: 金額 300万円 → 200万円/);
    const { severity, profiles } = JSON.parse(
      cli(["diff", before, after, profile, "--as-of", "2015-07-01", "--format", "json"]).stdout,
    );
    expect(severity).toBe("patch");
    expect(profiles[0].changes[0]).toMatchObject({ measure: { id: "foreign-filing-subsidy" }, change: "estimate" });
  });

  test.each([
    ["one date and one catalog", ["diff", "2015-07-01", "rules"]],
    ["two dates without a profile", ["diff", "2015-07-01", "2021-07-01"]],
  ])("%s is a wrong call", (_, args) => {
    expect(cli(args).status).toBe(2);
  });

  test("list tells what is known and no support measure", () => {
    expect(cli(["list"]).stdout).toMatch(/計画 +知的財産推進計画 +ip-promotion-plan/);
    const { notCovered } = JSON.parse(cli(["list", "--format", "json"]).stdout);
    expect(notCovered.map((each: { id: string }) => each.id)).toContain("deep-tech-startup-support");
  });

  test("whoever says its prefecture is told whom to ask", () => {
    const { stdout } = cli(["assess", "-", "--as-of", "2026-11-21"], '{"company":{"prefecture":"福岡"}}');
    expect(stdout).toContain("福岡県の相談先: 九州経済産業局 知的財産室");
    expect(cli(["assess", "-", "--as-of", "2026-11-21"], "{}").stdout).not.toContain("相談先");
  });
});

describe("search", () => {
  test("finds by everyday words and prints the best first", () => {
    const { status, stdout } = cli(["search", "千代田区", "特許", "補助"]);
    expect(status).toBe(0);
    expect(stdout.split("\n")[1]).toContain("chiyoda-ip-acquisition-grant");
  });

  test("with a profile it prints this company's verdict", () => {
    const { stdout } = cli([
      "search",
      "外国出願補助金",
      "--profile",
      "examples/profiles/f3-duel.json",
      "--as-of",
      "2015-07-01",
    ]);
    expect(stdout).toMatch(/対象 +外国出願補助金 +300万円/);
  });

  test("prints the contract as JSON, and keeps a kind and a prefecture", () => {
    const args = [
      "search",
      "特許 補助",
      "--kind",
      "subsidy",
      "--prefecture",
      "大分",
      "--as-of",
      "2026-11-21",
      "--format",
      "json",
    ];
    const answer = JSON.parse(cli(args).stdout);
    expect(answer).toMatchObject({ query: "特許 補助", truncated: false });
    expect(answer.hits.map((hit: { kind: string }) => hit.kind)).not.toContain("procedure");
    expect(answer.hits.map((hit: { id: string }) => hit.id)).not.toContain("chiyoda-ip-acquisition-grant");
  });

  test("says when nothing was found, and tells a name that is no support measure", () => {
    expect(cli(["search", "kntrft", "--lang", "en"]).stdout).toMatch(
      /Nothing was found\.\nNearest words: .*counterfeit/,
    );
    expect(cli(["search", "知的財産推進計画"]).stdout).toContain("支援策ではありません");
  });

  test.each([
    ["a prefecture that is none", ["search", "特許", "--prefecture", "大阪市"], 1],
    ["a kind that is none", ["search", "特許", "--kind", "gift"], 2],
    ["nothing to search for", ["search"], 2],
  ])("%s", (_, args, code) => {
    expect(cli(args as string[]).status).toBe(code);
  });
});
