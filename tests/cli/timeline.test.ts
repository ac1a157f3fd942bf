import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { Deadline, Timeline } from "../../src/schema/timeline.ts";

const startup = "examples/profiles/startup-nine-years.json";

/** The built command as a user calls it. */
function cli(args: string[], input = "") {
  const { status, stdout, stderr } = spawnSync("node", ["dist/cli.js", "timeline", ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

describe("timeline", () => {
  const span = ["--from", "2027-01-01", "--to", "2028-03-31"];

  test("prints each stretch with verdict, window, amount and reason, then the dates to keep in mind", () => {
    const { status, stdout, stderr } = cli([startup, ...span]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("令和9年1月1日から令和10年3月31日までの見通しです。");
    expect(stdout).toMatch(/スーパー早期審査 +2027-01-01 +対象 +受付中 +無料\n +〜2027-11-30/);
    expect(stdout).toMatch(/ +2027-12-01 +対象外 +受付中 +— +設立日・事業開始日（平成29年12月1/);
    expect(stdout).toContain("  2027-11-30 対象期間の末日 スーパー早期審査（対象、無料）");
    expect(stdout).toContain("日程及び要件は実施機関が定めます。");
    expect(stdout).not.toMatch(/undefined|null|NaN|\[object|\{\w+\}/);
    for (const line of stdout.split("\n")) expect(line).toBe(line.trimEnd());
  });

  test("counts what is ruled out throughout and shows what is so only in part", () => {
    const { stdout } = cli([startup, ...span, "--lang", "en"]);
    const { measures } = JSON.parse(cli([startup, ...span, "--format", "json"]).stdout) as Timeline;
    const out = measures.filter(({ segments }) => segments.length === 1 && segments[0]?.eligibility === "ineligible");
    expect(out.length).toBeGreaterThan(0);
    expect(stdout).toContain(`Left out: ${out.length} measures that are ineligible throughout.`);
    expect(stdout).toMatch(/^Super-accelerated +2027-01-01/m);
  });

  test("keeps what is so on some day", () => {
    const ids = (only: string) =>
      (JSON.parse(cli([startup, ...span, "--only", only, "--format", "json"]).stdout) as Timeline).measures.map(
        ({ measure }) => measure.id,
      );
    const [eligible, ineligible] = [ids("eligible"), ids("ineligible")];
    expect(eligible).toContain("super-accelerated-examination");
    expect(ineligible).toContain("super-accelerated-examination");
    expect(eligible).toContain("ip-comprehensive-support-desk");
    expect(ineligible).not.toContain("ip-comprehensive-support-desk");
  });

  test("is data, with its deadlines; begins on --as-of and lasts a year unless told otherwise", () => {
    const { stdout } = cli(["-", "--as-of", "2024-02-29", "--format", "json"], "{}");
    const { from, to, deadlines } = JSON.parse(stdout) as Timeline & { deadlines: Deadline[] };
    expect({ from, to }).toEqual({ from: "2024-02-29", to: "2025-03-01" });
    expect(deadlines.length).toBeGreaterThan(0);
  });

  test("is a calendar file", () => {
    const { stdout } = cli([startup, ...span, "--format", "ics", "--lang", "en"]);
    expect(stdout).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(stdout).toContain("UID:super-accelerated-examination-eligible-until-2027-11-30@chizai-navi\r\n");
    expect(stdout).toMatch(/END:VCALENDAR\r\n$/);
  });

  test.each([
    [["-", "--from", "2026-02-30", "--to", "soon"], /^--from: .*2026-02-30.*\n--to: .*soon/],
    [
      ["-", "--from", "2026-04-01", "--to", "2026-03-31"],
      /^to: 最後の日「2026-03-31」が最初の日 2026-04-01 より前です/,
    ],
    [["no-such-file.json"], /no-such-file\.json: /],
  ])("bad input is told with path and remedy: %s", (args, fault) => {
    const { status, stdout, stderr } = cli(args, "{}");
    expect(stderr).toMatch(fault);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  });

  test("no other command writes a calendar", () => {
    const { status, stderr } = spawnSync("node", ["dist/cli.js", "list", "--format", "ics"], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain("--format of list: `ics` is not one of: table, json");
  });
});
