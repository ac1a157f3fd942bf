import type { Profile } from "../../src/schema/profile.ts";
import { alternate, type Contender, contender, slice, warm } from "../timer.ts";
import type { Answer } from "./answer.ts";
import { checked } from "./checked.ts";
import type { Effort } from "./effort.ts";
import { allFacts } from "./facts.ts";
import { type Peer, plainName, prepared, preparedName } from "./peers/peer.ts";
import { flat, type MeasureRule } from "./rules.ts";

export interface PeerRow {
  package: string;
  /** Times as long as ours, and as the straight-line code of as many values; null where it was not run. */
  ofOurs: number | null;
  ofLimit: number | null;
  microseconds: number | null;
}

/** What a peer is held to and timed beside. */
export interface Beside {
  rules: readonly MeasureRule[];
  profiles: readonly Profile[];
  /** The right answers for the first profiles, by how many values an engine has. */
  expected: Record<2 | 3, readonly Answer[]>;
  ours: Contender;
  limits: Record<2 | 3, Contender>;
}

/** Builds a peer, checks its answers, warms and times it; gives up on one that a run cannot wait for. */
export async function timePeer(peer: Peer, isPrepared: boolean, beside: Beside, effort: Effort): Promise<PeerRow> {
  const { rules, profiles, expected, ours, limits } = beside;
  const started = performance.now();
  const match = peer.build(rules, isPrepared ? preparedName : plainName);
  const records = profiles.map((profile) => (isPrepared ? prepared(flat(profile), allFacts) : flat(profile)));
  const theirs = contender(records, match);
  const first = await slice(theirs, 0);
  if ((performance.now() - started) / 1000 + (10 * first) / 1e6 > effort.patienceSeconds)
    return { package: peer.package, ofOurs: null, ofLimit: null, microseconds: null };
  await checked(peer.package, records, expected[peer.values], match);
  await warm(theirs, effort.warmSeconds);
  const { ratio, microseconds } = await alternate({ ours, limit: limits[peer.values], theirs }, effort);
  return {
    package: peer.package,
    ofOurs: ratio("theirs", "ours"),
    ofLimit: ratio("theirs", "limit"),
    microseconds: microseconds.theirs,
  };
}
