/** Makes the profiles, lets every contender store them, and counts by straight-line code what all have to find. */
import { mkdirSync, writeFileSync } from "node:fs";
import { asOf, catalogOf } from "../match/catalogs.ts";
import { rulesOf } from "../match/rules.ts";
import { straightLine } from "../match/straight-line.ts";
import { contenders } from "./contenders.ts";
import { noCounts, tally } from "./counts.ts";
import { chunksOf, expectedFile, folder, jobOf } from "./job.ts";

const job = jobOf(process.argv.slice(2));
mkdirSync(folder, { recursive: true });
for (const contender of Object.values(contenders)) {
  console.error(`batch: storing profiles for ${contender.name}`);
  await contender.prepare(folder, chunksOf(job));
}
console.error("batch: counting what is expected");
const match = straightLine(rulesOf(catalogOf(job.measures), asOf), 3);
const expected = noCounts(job.measures);
for (const chunk of chunksOf(job)) tally(expected, chunk, match);
writeFileSync(expectedFile, JSON.stringify(expected));
console.log(JSON.stringify(Object.keys(contenders)));
