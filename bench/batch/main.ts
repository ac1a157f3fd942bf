/** One contender on so many threads: `NAME THREADS RUNS PROFILES MEASURES`. Prints the last run and memory as JSON. */
import { readFileSync } from "node:fs";
import { asOf, catalogOf } from "../match/catalogs.ts";
import type { BatchContender } from "./contender.ts";
import { contenders } from "./contenders.ts";
import { type Counts, differences } from "./counts.ts";
import { expectedFile, folder, jobOf } from "./job.ts";

export interface BatchRow {
  name: string;
  threads: number;
  profiles: number;
  measures: number;
  /** The last of the runs: those before it warm up. */
  seconds: number;
  /** The most that the process ever held, in megabytes of 1,000,000 bytes. */
  megabytes: number;
}

const [key = "", threads = "1", runs = "1", ...rest] = process.argv.slice(2);
const job = jobOf(rest);
const contender = contenders[key] as BatchContender;
const expected = JSON.parse(readFileSync(expectedFile, "utf8")) as Counts;
const count = await contender.open(folder, catalogOf(job.measures), asOf, Number(threads));
const seconds: number[] = [];
for (let run = 0; run < Number(runs); run++) {
  console.error(`batch: ${contender.name}, ${threads} threads, run ${run + 1} of ${runs}`);
  const start = performance.now();
  const counts = await count();
  seconds.push((performance.now() - start) / 1000);
  const wrong = differences(counts, expected);
  if (wrong.length > 0)
    throw new Error(`${contender.name} counts otherwise at measures ${wrong.slice(0, 10).join(", ")}`);
}
const row: BatchRow = {
  name: contender.name,
  threads: Number(threads),
  ...job,
  seconds: seconds.at(-1) as number,
  megabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
};
console.log(JSON.stringify(row));
