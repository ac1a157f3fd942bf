import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Profile } from "../../src/schema/profile.ts";
import { alternate, contender, warm } from "../timer.ts";
import { asOf, catalogOf } from "./catalogs.ts";
import { checked } from "./checked.ts";
import type { Effort } from "./effort.ts";
import { comparable, ours } from "./ours.ts";
import { peers } from "./peers/all.ts";
import type { Peer } from "./peers/peer.ts";
import { plainAnswer } from "./plain.ts";
import { referenceAnswer } from "./reference.ts";
import { flat, rulesOf } from "./rules.ts";
import { straightLine } from "./straight-line.ts";
import { type PeerRow, timePeer } from "./time-peer.ts";

export interface SizeReport {
  measures: number;
  /** Means over some profiles. */
  eligible: number;
  undetermined: number;
  /** Times as long as straight-line code with three values, and with two. */
  oursOfLimit: number;
  oursOfTwoValued: number;
  microseconds: { ours: number; limit: number; twoValued: number };
  peers: PeerRow[];
}

/** How many profiles are checked: comparing everything at every size would outlast the timing. */
const checkedProfiles = (measures: number): number =>
  measures <= 60 ? 1000 : measures <= 500 ? 50 : measures <= 5000 ? 10 : 3;

/** One size of catalog: every contender is checked, warmed, and timed beside ours and the straight-line code. */
export async function timeSize(
  measures: number,
  profiles: readonly Profile[],
  isPrepared: (peer: Peer) => boolean,
  effort: Effort,
  progress: (text: string) => void,
): Promise<SizeReport> {
  progress(`${measures} measures: checking`);
  const catalog = catalogOf(measures);
  const rules = rulesOf(catalog, asOf);
  const compiled = ours(catalog, asOf);
  const straight = { 2: straightLine(rules, 2), 3: straightLine(rules, 3) };
  const sample = profiles.slice(0, checkedProfiles(measures));
  const expected = {
    2: sample.map((profile) => plainAnswer(rules, flat(profile))),
    3: sample.map((profile) => referenceAnswer(catalog, asOf, profile)),
  };
  await checked("chizai-navi", sample, expected[3], comparable(compiled));
  await checked("straight-line code", sample, expected[3], straight[3]);
  await checked("straight-line code with two values", sample, expected[2], straight[2]);

  progress(`${measures} measures: warming`);
  const own = contender(profiles, compiled.match);
  const limits = { 2: contender(profiles, straight[2]), 3: contender(profiles, straight[3]) };
  await warm(own, effort.warmSeconds);
  // Generated code for thousands of measures is slow for seconds before V8 has optimized all of it.
  for (const each of [limits[3], limits[2]]) await warm(each, 3 * effort.warmSeconds);
  const { ratio, microseconds } = await alternate({ ours: own, limit: limits[3], twoValued: limits[2] }, effort);
  const rows: PeerRow[] = [];
  for (const peer of peers) {
    progress(`${measures} measures: ${peer.package}`);
    rows.push(await timePeer(peer, isPrepared(peer), { rules, profiles, expected, ours: own, limits }, effort));
  }
  const answers = profiles.slice(0, 100).map(straight[3]);
  const mean = (kind: "eligible" | "undetermined") =>
    answers.reduce((sum, answer) => sum + answer[kind].length, 0) / answers.length;
  return {
    measures,
    eligible: mean("eligible"),
    undetermined: mean("undetermined"),
    oursOfLimit: ratio("ours", "limit"),
    oursOfTwoValued: ratio("ours", "twoValued"),
    microseconds,
    peers: rows,
  };
}

/** How many times as long the larger catalog takes as the smaller one. */
export async function scaling(
  larger: Catalog,
  smaller: Catalog,
  profiles: readonly Profile[],
  effort: Effort,
): Promise<number> {
  const large = contender(profiles, ours(larger, asOf).match);
  const small = contender(profiles, ours(smaller, asOf).match);
  for (const each of [large, small]) await warm(each, effort.warmSeconds);
  return (await alternate({ large, small }, effort)).ratio("large", "small");
}
