/**
 * `npm run bench`: everything that is said about speed, measured in one go and written to `bench/RESULTS.md`.
 * `--quick` tries it all out in a minute and prints the page instead. `--date YYYY-MM-DD` is the day that the page
 * bears; else that of the last commit.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import type { BatchRow } from "./batch/main.ts";
import { runBundled } from "./bundle.ts";
import type { MatchReport } from "./match/main.ts";
import { peers } from "./match/peers/all.ts";
import type { RealReport } from "./real/main.ts";
import { results } from "./results.ts";
import { timeStart } from "./start/start.ts";
import { median } from "./timer.ts";

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false }, date: { type: "string" } } });
const { quick } = values;
const flags = quick ? ["--quick"] : [];

/** Contenders take turns, each time in a process of its own. One thread, and once, shows what the second adds. */
function runBatch(): BatchRow[] {
  const job = quick ? ["50000", "60"] : ["1000000", "500"];
  const names = runBundled<string[]>("batch/prepare.ts", job);
  const row = (name: string, threads: string) => runBundled<BatchRow>("batch/main.ts", [name, threads, "2", ...job]);
  const single = names.map((name) => row(name, "1"));
  const rounds = Array.from({ length: quick ? 1 : 3 }, () => names.map((name) => row(name, "2")));
  return names.flatMap((_, at) => {
    const rows = rounds.map((round) => round[at] as BatchRow);
    const both = { ...(rows[0] as BatchRow), seconds: median(rows.map(({ seconds }) => seconds)) };
    return [single[at] as BatchRow, { ...both, megabytes: Math.max(...rows.map(({ megabytes }) => megabytes)) }];
  });
}

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(`bench/node_modules/${name}/package.json`, "utf8")) as { version: string }).version;
const dayOfCommit = (): string => execFileSync("git", ["log", "-1", "--format=%cs"], { encoding: "utf8" }).trim();

const reports = {
  start: timeStart(quick ? 3 : 9),
  real: runBundled<RealReport>("real/main.ts", flags),
  match: runBundled<MatchReport>("match/main.ts", flags),
  batch: runBatch(),
};
const page = results(reports, {
  date: values.date ?? dayOfCommit(),
  node: process.versions.node,
  processor: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`,
  versions: Object.fromEntries(peers.map((peer) => [peer.package, versionOf(peer.package)])),
});
if (quick) console.log(page);
else writeFileSync("bench/RESULTS.md", page);
