/** One process: all sizes, all peers. Prints a report as JSON for `bench/run.ts`; progress goes to standard error. */
import { catalogOf } from "./catalogs.ts";
import type { Effort } from "./effort.ts";
import { lacksFacts, type MissingReport, missingData, needsPreparing } from "./missing.ts";
import { peers } from "./peers/all.ts";
import { profilesOf } from "./profiles.ts";
import { type SizeReport, scaling, timeSize } from "./size.ts";

export interface MatchReport {
  profiles: number;
  lacking: number;
  missing: MissingReport[];
  prepared: string[];
  sizes: SizeReport[];
  /** Time at 50,000 measures over time at 500; null in a quick run. */
  scaling: number | null;
}

const quick = process.argv.includes("--quick");
const effort: Effort = quick
  ? { rounds: 3, milliseconds: 20, warmSeconds: 0.3, patienceSeconds: 5 }
  : { rounds: 7, milliseconds: 80, warmSeconds: 3, patienceSeconds: 20 };
const progress = (text: string): void => console.error(`match: ${text}`);

const profiles = profilesOf(1000);
progress("profiles that lack facts");
const missing = await missingData(profiles);
const prepared = peers.filter((peer) => needsPreparing(peer, missing));
const sizes: SizeReport[] = [];
for (const measures of quick ? [60, 500] : [60, 500, 5000, 50_000])
  sizes.push(await timeSize(measures, profiles, (peer) => prepared.includes(peer), effort, progress));
progress("50,000 measures beside 500");
const report: MatchReport = {
  profiles: profiles.length,
  lacking: profiles.filter(lacksFacts).length,
  missing,
  prepared: prepared.map((peer) => peer.package),
  sizes,
  scaling: quick ? null : await scaling(catalogOf(50_000), catalogOf(500), profiles, effort),
};
console.log(JSON.stringify(report));
