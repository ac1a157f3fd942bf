import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Profile } from "../../src/schema/profile.ts";
import { alternate, contender, slice, warm } from "../timer.ts";
import { asOf, catalogOf } from "./catalogs.ts";
import { checked } from "./checked.ts";
import { allFacts } from "./facts.ts";
import { ours } from "./ours.ts";
import { peers } from "./peers/all.ts";
import { type Peer, plainName, prepared, preparedName } from "./peers/peer.ts";
import { plainAnswer } from "./plain.ts";
import { referenceAnswer } from "./reference.ts";
import { flat, type MeasureRule, rulesOf } from "./rules.ts";
import { straightLine } from "./straight-line.ts";

/** How long and how thoroughly. */
export interface Effort {
  rounds: number;
  milliseconds: number;
  warmSeconds: number;
  /** A peer is left out where building it and ten profiles take longer. */
  patienceSeconds: number;
}

export interface PeerRow {
  package: string;
  /** Times as long as ours, and as the straight-line code of as many values; null where it was not run. */
  ofOurs: number | null;
  ofLimit: number | null;
  microseconds: number | null;
}

export interface SizeReport {
  measures: number;
  /** Means over all profiles. */
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
  const catalog = catalogOf(measures);
  const rules = rulesOf(catalog, asOf);
  const sample = profiles.slice(0, checkedProfiles(measures));
  const match = ours(catalog, asOf);
  const limits = { 2: straightLine(rules, 2), 3: straightLine(rules, 3) };
  const reference = (profile: Profile) => referenceAnswer(catalog, asOf, profile);
  const plain = (profile: Profile) => plainAnswer(rules, flat(profile));
  await checked("chizai-navi", sample, match, reference);
  await checked("straight-line code", sample, limits[3], reference);
  await checked("straight-line code with two values", sample, limits[2], plain);
  const own = contender(profiles, match);
  const limit = contender(profiles, limits[3]);
  const twoValued = contender(profiles, limits[2]);
  progress(`${measures} measures: warming`);
  for (const each of [own, limit, twoValued]) await warm(each, effort.warmSeconds);
  const { ratio, microseconds } = await alternate({ ours: own, limit, twoValued }, effort);
  const rows: PeerRow[] = [];
  for (const peer of peers) {
    progress(`${measures} measures: ${peer.package}`);
    const started = performance.now();
    const answer = builtPeer(peer, rules, isPrepared(peer));
    const inputs = profiles.map(answer.input);
    const theirs = contender(inputs, answer.match);
    const first = await slice(theirs, 0);
    if ((performance.now() - started) / 1000 + (10 * first) / 1e6 > effort.patienceSeconds) {
      rows.push({ package: peer.package, ofOurs: null, ofLimit: null, microseconds: null });
      continue;
    }
    await checked(
      peer.package,
      sample,
      (profile) => answer.match(answer.input(profile)),
      peer.values === 3 ? reference : plain,
    );
    await warm(theirs, Math.min(effort.warmSeconds, 1));
    const timed = await alternate({ ours: own, limit: peer.values === 3 ? limit : twoValued, theirs }, effort);
    rows.push({
      package: peer.package,
      ofOurs: timed.ratio("theirs", "ours"),
      ofLimit: timed.ratio("theirs", "limit"),
      microseconds: timed.microseconds.theirs,
    });
  }
  const sums = totals(profiles, limits[3]);
  return {
    measures,
    ...sums,
    oursOfLimit: ratio("ours", "limit"),
    oursOfTwoValued: ratio("ours", "twoValued"),
    microseconds,
    peers: rows,
  };
}

function builtPeer(peer: Peer, rules: readonly MeasureRule[], prepare: boolean) {
  const input = (profile: Profile) => (prepare ? prepared(flat(profile), allFacts) : flat(profile));
  return { input, match: peer.build(rules, prepare ? preparedName : plainName) };
}

function totals(
  profiles: readonly Profile[],
  match: (profile: Profile) => { eligible: number[]; undetermined: number[] },
) {
  const answers = profiles.map(match);
  const mean = (count: number) => count / profiles.length;
  return {
    eligible: mean(answers.reduce((sum, { eligible }) => sum + eligible.length, 0)),
    undetermined: mean(answers.reduce((sum, { undetermined }) => sum + undetermined.length, 0)),
  };
}

/** How many times as long the larger catalog takes as the smaller one. */
export async function scaling(
  larger: Catalog,
  smaller: Catalog,
  profiles: readonly Profile[],
  effort: Effort,
): Promise<number> {
  const large = contender(profiles, ours(larger, asOf));
  const small = contender(profiles, ours(smaller, asOf));
  for (const each of [large, small]) await warm(each, effort.warmSeconds);
  return (await alternate({ large, small }, effort)).ratio("large", "small");
}
