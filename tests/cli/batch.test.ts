import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { progressLine } from "../../src/cli/progress.ts";
import { cli } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "chizai-"));
const inFolder = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const companies = inFolder(
  "companies.csv",
  "id,company.prefecture,company.legalForm,company.regularEmployees\nA,福岡,stock-company,40\nB,どこか,,\nC,東京都,,7\n",
);
const asOf = ["--as-of", "2026-11-21"];
const linesOf = (text: string) => text.split("\n").filter((line) => line !== "");

describe("chizai-navi batch", () => {
  test("It counts, in a table, as CSV and as NDJSON; what is skipped is told on standard error.", () => {
    const call = ["batch", companies, ...asOf, "--faults", "skip", "--lang", "en"];
    const { status, stdout, stderr } = cli(call);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^id +eligible +undetermined +ineligible +measure\n/);
    expect(stderr).toBe(
      'line 3: company.prefecture: `どこか` is not a prefecture; write "福岡県", "福岡", "Fukuoka" or "40"\n' +
        "2 companies judged as of 2026-11-21.\n1 lines could not be read and were skipped.\n",
    );
    const counts = linesOf(cli([...call, "--format", "ndjson"]).stdout).map((line) => JSON.parse(line));
    expect(new Set(counts.map((each) => each.eligible + each.undetermined + each.ineligible))).toEqual(new Set([2]));
    expect(linesOf(cli([...call, "--format", "csv"]).stdout)).toHaveLength(counts.length + 1);
    const some = cli([...call, "--format", "ndjson", "--measures", "foreign-filing-subsidy"]).stdout;
    expect(linesOf(some).map((line) => JSON.parse(line).measure)).toEqual(["foreign-filing-subsidy"]);
  });

  test("Each company's verdicts and amounts, on threads as on one, from a file as from standard input.", () => {
    const call = (...more: string[]) => cli(["batch", ...more, ...asOf, "--faults", "skip"]);
    const alone = call(companies, "--give", "verdicts", "--threads", "1");
    const rows = linesOf(alone.stdout).map((line) => JSON.parse(line));
    expect(rows.map(({ line, id }) => [line, id])).toEqual([
      [2, "A"],
      [4, "C"],
    ]);
    expect(call(companies, "--give", "verdicts", "--threads", "2").stdout).toBe(alone.stdout);
    const text = readFileSync(companies, "utf8");
    expect(cli(["batch", "-", ...asOf, "--faults", "skip", "--give", "verdicts"], text).stdout).toBe(alone.stdout);
    const amounts = linesOf(call(companies, "--give", "amounts").stdout).map((line) => JSON.parse(line));
    expect(amounts.map(({ measures }) => measures.length)).toEqual(
      rows.map(({ eligible, undetermined }) => eligible.length + undetermined.length),
    );
    const csv = linesOf(call(companies, "--give", "amounts", "--format", "csv").stdout);
    expect(csv).toHaveLength(1 + amounts.reduce((sum, { measures }) => sum + measures.length, 0));
  });

  test("Bad input is told with its line and ends with 1, a wrong call with 2.", () => {
    const stopped = cli(["batch", companies, ...asOf, "--lang", "ja"]);
    expect(stopped.status).toBe(1);
    expect(stopped.stderr).toContain("line 3: company.prefecture: 「どこか」は都道府県ではありません");
    expect(stopped.stdout).toBe("");
    expect(cli(["batch", join(folder, "none.csv")]).status).toBe(1);
    expect(cli(["batch", inFolder("companies.txt", "")]).status).toBe(2);
    expect(cli(["batch", companies, "--threads", "0"]).status).toBe(2);
    expect(cli(["batch", companies, "--resume"]).status).toBe(2);
    const foreign = inFolder("other.ndjson", '{"name":"something else"}\n');
    expect(cli(["batch", companies, "--give", "verdicts", "--out", foreign, "--resume"]).status).toBe(1);
    expect(readFileSync(foreign, "utf8")).toBe('{"name":"something else"}\n');
  });

  test("Killed again and again and resumed, it writes every company once.", async () => {
    const profiles = Array.from({ length: 160 }, (_, index) => ({
      id: `${index}`,
      company: { regularEmployees: index, prefecture: index % 2 === 0 ? "福岡県" : "東京都" },
    }));
    const input = inFolder("many.ndjson", profiles.map((profile) => `${JSON.stringify(profile)}\n`).join(""));
    const out = join(folder, "amounts.ndjson");
    const call = ["batch", input, ...asOf, "--give", "amounts", "--out", out, "--resume"];
    const sizeOf = () => statSync(out, { throwIfNoEntry: false })?.size ?? 0;
    let cut = 0;
    for (let run = 0; run < 3; run += 1) {
      const before = sizeOf();
      const child = spawn("node", ["dist/cli.js", ...call], { stdio: "ignore" });
      while (sizeOf() <= before + 200_000 && child.exitCode === null) await wait(5);
      if (child.exitCode === null) cut += 1;
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("close", resolve));
      // As if it had been cut off in the middle of a line.
      appendFileSync(out, '{"line":99999,"id":"');
    }
    expect(cut).toBeGreaterThan(0);
    expect(cli(call).status).toBe(0);
    const whole = join(folder, "whole.ndjson");
    expect(cli([...call.slice(0, -2), whole]).status).toBe(0);
    expect(readFileSync(out, "utf8")).toBe(readFileSync(whole, "utf8"));
    expect(linesOf(readFileSync(whole, "utf8")).map((line) => JSON.parse(line).id)).toEqual(
      profiles.map(({ id }) => id),
    );
  });

  test("The bar tells how far it has come, how fast, and how long it takes.", () => {
    const progress = { companies: 250_000, faults: 0, read: 25 };
    expect(progressLine(progress, 100, 2, "en")).toBe(
      "[######..................] 25%  250,000 companies  125,000/s  0:06 left",
    );
    expect(progressLine(progress, undefined, 2, "ja")).toBe("250,000 社  毎秒 125,000 社");
  });
});
