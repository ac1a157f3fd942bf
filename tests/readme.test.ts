import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cli } from "./support/cli.ts";

const readme = readFileSync("README.md", "utf8");
const japanese = readFileSync("README.ja.md", "utf8");
const blocks = (language: string, text = readme) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, block]) => block ?? "");
const node = (...args: string[]) =>
  execFileSync("node", args, { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });

test("the first program is the example, to the letter", () => {
  expect(blocks("js")[0]).toBe(readFileSync("examples/quick-start.js", "utf8"));
});

test("the first program prints what the README says", () => {
  expect(blocks("text")[0]).toBe(node("examples/quick-start.js"));
});

test("the Japanese edition shows its own program and what that prints", () => {
  expect(blocks("js", japanese)[0]).toBe(readFileSync("examples/quick-start.ja.js", "utf8"));
  expect(blocks("text", japanese)[0]).toBe(node("examples/quick-start.ja.js"));
});

test("the transcript of the questions is what the command prints, in both editions", () => {
  const command = ["ask", "examples/ask/manufacturer.json", "--as-of", "2026-11-21", "--need", "overseas-filing"];
  const answers = readFileSync("examples/ask/answers.txt", "utf8");
  const asked = (lang: string) => cli([...command, "--lang", lang], answers).stderr.trim();
  expect(blocks("console")[0]?.trim()).toBe(asked("en"));
  expect(blocks("console", japanese)[0]?.trim()).toBe(asked("ja"));
});

test("both editions have the same sections, commands, fields and laws", () => {
  const shape = (text: string) => ({
    sections: text.match(/^## /gm)?.length,
    commands: [...text.matchAll(/^ {4}(?:npm|chizai-navi) [^#\n]*/gm)].map(([line]) =>
      line.replace(/--lang \w\w/, "").trim(),
    ),
    rows: [...text.matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell]) => cell?.replaceAll("、", ", ")),
    laws: text.replace(/```console[\s\S]*?```/g, "").match(/^\d+\. /gm)?.length,
  });
  expect(shape(japanese)).toEqual(shape(readme));
});

test("the two commands stand in the README", () => {
  expect(readme).toContain("npm ci && npm run demo");
  expect(readme).toContain("npm ci && npm test");
});

test("the demo assesses every example profile and says why", () => {
  const printed = node("examples/demo.js");
  for (const name of [
    "ＧＬＡＢ",
    "アサヒ電子",
    "デュエル",
    "達磨製造協同組合",
    "マニー",
    "日本ケミカル工業",
    "startup",
    "sole-proprietor",
    "bands",
  ]) {
    expect(printed).toContain(name);
  }
  expect(printed).toContain("外国出願補助金  300万円");
  expect(printed).not.toMatch(/undefined|null|NaN|\[object/);
});

test("what is always true is tested under the same words", () => {
  const section = readme.slice(readme.indexOf("## What is always true"), readme.indexOf("## How it is built"));
  const laws = section
    .split(/^\d+\. /m)
    .slice(1)
    .map((law) => law.replace(/\s+/g, " ").trim());
  const titles = readdirSync("tests/laws")
    .map((file) => readFileSync(`tests/laws/${file}`, "utf8"))
    .join("\n");
  expect(laws).toHaveLength(13);
  expect(laws.filter((law) => !titles.includes(law))).toEqual([]);
});
