import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Assessment, Result } from "../../src/schema/assessment.ts";
import { cli } from "../support/cli.ts";

const answers = readFileSync("examples/ask/answers.txt", "utf8");
const manufacturer = ["ask", "examples/ask/manufacturer.json", "--as-of", "2026-11-21"];

const isOpen = ({ eligibility, missing }: Result): boolean => eligibility === "undetermined" && missing.length > 0;

test("a manufacturer in Aichi that wants to sell in China: eight questions decide all for that need", () => {
  const { status, stdout, stderr } = cli([...manufacturer, "--need", "overseas-filing", "--format", "json"], answers);
  expect(status).toBe(0);
  const { results } = JSON.parse(stdout) as Assessment;
  expect(results.length).toBeGreaterThan(15);
  expect(results.filter(isOpen).filter(({ status: now }) => now !== "ended")).toEqual([]);
  const subsidy = results.find(({ measure }) => measure.id === "foreign-filing-subsidy");
  expect(subsidy).toMatchObject({ eligibility: "eligible", estimate: { min: 350_000, max: 350_000 } });
  expect(stderr).toContain("お聞きした項目: 8（");
  expect(stderr).toContain("「外国への出願」に関する補助金・減免・手続についてお聞きすることは以上です。");
  expect(stderr).toMatch(/次の支援策は、今回お聞きしていないため判定していません：.+ほか\d+件/);
});

test("without a need it goes on until nothing can change, whatever is answered", () => {
  const { status, stdout, stderr } = cli([...manufacturer, "--format", "json"], "0\n".repeat(60));
  expect(status).toBe(1);
  expect(stderr).toContain("回答として読めません");
  const unknown = cli([...manufacturer, "--format", "json"], "\n".repeat(200));
  expect(unknown.status).toBe(0);
  expect((JSON.parse(unknown.stdout) as Assessment).results.length).toBeGreaterThan(200);
  expect(stdout).toBe("");
});

test("answers that end early leave the rest open, and say so", () => {
  const { status, stderr } = cli([...manufacturer, "--need", "overseas-filing"], "1\n4\n");
  expect(status).toBe(0);
  expect(stderr).toMatch(/\d+件は判定できていません/);
});

test("? explains what counts and why it is asked, and asks again", () => {
  const { stderr } = cli([...manufacturer, "--need", "overseas-filing", "--lang", "en"], "?\n");
  expect(stderr).toMatch(/It matters to whether \d+ measures can be used: /);
  expect(stderr.match(/How many filings abroad are there/g)).toHaveLength(2);
});

test("--save keeps the answers as a profile", () => {
  const file = join(mkdtempSync(join(tmpdir(), "chizai-navi-ask-")), "profile.json");
  cli([...manufacturer, "--need", "overseas-filing", "--save", file], answers);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
    company: { prefecture: "愛知県", ownership: { holders: [], averageTaxableIncome: 20_000_000 } },
    overseas: { filings: [{ right: "trademark", purpose: "business", cost: 700_000 }] },
    needs: ["overseas-filing"],
  });
});
