/**
 * `npm run bench:plan`: 200 instances of 30 costs and 12 measures, each proved optimal or its gap told; beside it the
 * same depth-first search with the simple bound, which has ten times as long, and at least `least` milliseconds, to
 * prove as much. Times are ratios within one run.
 */
import { search } from "../../src/plan/search/search.ts";
import { instance, problemOf } from "./instances.ts";
import { plainSearch } from "./plain.ts";

const count = Number(process.argv[2] ?? 200);
const nodes = 10;
const [times, least] = [10.5, 500];

const median = (figures: readonly number[]): number =>
  [...figures].sort((left, right) => left - right)[Math.floor(figures.length / 2)] as number;

const rows = Array.from({ length: count }, (_, index) => {
  const problem = problemOf(instance(index + 1));
  const start = performance.now();
  const found = search(problem, { nodes });
  const own = performance.now() - start;
  const again = problemOf(instance(index + 1));
  const begun = performance.now();
  const limit = Math.max(least, times * own);
  const plain = plainSearch(again, found.gap, () => performance.now() - begun > limit);
  const other = performance.now() - begun;
  return {
    own,
    other,
    optimal: found.optimal,
    gap: (100 * found.gap) / found.total,
    plainGap: (100 * plain.gap) / plain.total,
    asGood: plain.gap <= found.gap,
    behind: (100 * (found.total - plain.total)) / found.total,
    nodes: found.nodes,
    plainNodes: plain.nodes,
  };
});

const of = (key: "own" | "other" | "gap" | "plainGap" | "behind" | "nodes" | "plainNodes") =>
  rows.map((row) => row[key]);
const percent = (figure: number) => `${figure.toFixed(3)} %`;
console.log(`${count} instances of 30 costs and 12 measures; at most ${nodes} nodes`);
console.log(
  `  prices: proved optimal ${rows.filter(({ optimal }) => optimal).length}, gap median ${percent(median(of("gap")))}, at most ${percent(Math.max(...of("gap")))}; median ${median(of("own")).toFixed(0)} ms, ${median(of("nodes"))} nodes`,
);
console.log(
  `  plain bound (until it has proved as much, at most ${times} times as long and at least ${least} ms): proved as much ${rows.filter(({ asGood }) => asGood).length}, gap median ${percent(median(of("plainGap")))}; plans worth ${percent(median(of("behind")))} less (median); ${median(of("plainNodes"))} nodes`,
);
console.log(
  `  time, prices to plain: median 1/${median(rows.map(({ own, other }) => other / own)).toFixed(1)} or less; nodes 1/${median(rows.map((row) => row.plainNodes / row.nodes)).toFixed(0)}`,
);
