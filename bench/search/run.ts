/**
 * `npm run bench:search`: how well and how fast search finds, beside fuse.js alone, in one run. Figures of speed are
 * ratios: both sides are timed here, on the same queries.
 */
import { readFileSync } from "node:fs";
import Fuse from "fuse.js";
import { parse } from "yaml";
import { catalog, search } from "../../src/index.ts";
import { grown } from "./grown.ts";

interface Query {
  query: string;
  expect: string[];
  kind: string;
}

const sets = ["first", "second"].map((name) => ({
  name,
  queries: parse(readFileSync(new URL(`./queries-${name}.yaml`, import.meta.url), "utf8")) as Query[],
}));
type Find = (query: string) => string[];
type Measures = readonly { id: string; name: { ja: string; en: string }; aliases?: readonly string[] | undefined }[];

const ours =
  (using: typeof catalog): Find =>
  (query) =>
    search(query, { catalog: using }).hits.map(({ id }) => id);
const fuseAlone = (measures: Measures): Find => {
  const fuse = new Fuse([...measures], { keys: ["name.ja", "name.en", "aliases", "id"], ignoreLocation: true });
  return (query) => fuse.search(query, { limit: 20 }).map(({ item }) => item.id);
};

function quality(find: Find, queries: readonly Query[]) {
  const ranks = queries.map(({ query, expect }) => find(query).findIndex((id) => expect.includes(id)) + 1);
  const share = (count: number) => (100 * count) / queries.length;
  return {
    mrr: ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / queries.length,
    first: share(ranks.filter((rank) => rank === 1).length),
    topThree: share(ranks.filter((rank) => rank > 0 && rank <= 3).length),
    found: share(ranks.filter((rank) => rank > 0).length),
    missed: queries.filter((_, index) => ranks[index] === 0 || (ranks[index] as number) > 3),
  };
}

/** Median of several rounds over all queries, in microseconds for one. */
function time(find: Find, queries: readonly Query[], rounds: number): number {
  for (const { query } of rounds === 1 ? queries.slice(0, 10) : queries) find(query);
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (const { query } of queries) find(query);
    return (1000 * (performance.now() - start)) / queries.length;
  });
  return times.sort((left, right) => left - right)[Math.floor(rounds / 2)] as number;
}

const line = (name: string, { mrr, first, topThree, found }: ReturnType<typeof quality>) =>
  console.log(
    `  ${name.padEnd(16)} MRR ${mrr.toFixed(3)}   first ${first.toFixed(1)} %   top three ${topThree.toFixed(1)} %   found ${found.toFixed(1)} %`,
  );

for (const { name, queries } of sets) {
  console.log(`${name} set, ${queries.length} queries, ${catalog.measures.length} measures`);
  const own = quality(ours(catalog), queries);
  line("chizai-navi", own);
  line("fuse.js alone", quality(fuseAlone(catalog.measures as Measures), queries));
  if (process.argv.includes("--missed"))
    for (const { query, expect } of own.missed)
      console.log(
        `    ${query} → ${expect.join(", ")}; got ${search(query)
          .hits.slice(0, 3)
          .map(({ id }) => id)}`,
      );
}

const queries = sets.flatMap((set) => set.queries);
const many = grown(catalog, 10_000);
for (const [using, rounds] of [
  [catalog, 5],
  [many, 1],
] as const) {
  const own = ours(using);
  const sample = rounds === 1 ? queries.slice(0, 40) : queries;
  const found = (find: Find) => quality(find, sample).found.toFixed(1);
  const fast = time(own, sample, 20);
  const alone = fuseAlone(using.measures as Measures);
  const slow = time(alone, sample, rounds);
  console.log(
    `${using.measures.length} measures: ${fast.toFixed(0)} µs a query, fuse.js alone ${slow.toFixed(0)} µs: ${(slow / fast).toFixed(0)} times as fast; found ${found(own)} %, fuse.js alone ${found(alone)} %`,
  );
}
