import type { Profile } from "../../src/schema/profile.ts";
import { profilesOf } from "../match/profiles.ts";

/** What is counted: so many profiles, over so many measures. */
export interface BatchJob {
  profiles: number;
  measures: number;
}

export const folder = "bench/dist/batch";
export const expectedFile = `${folder}/expected.json`;

const perChunk = 10_000;

/** The same profiles for everybody, never all in memory. */
export function* chunksOf({ profiles }: BatchJob): Generator<Profile[]> {
  for (let from = 0, seed = 1000; from < profiles; from += perChunk, seed++)
    yield profilesOf(Math.min(perChunk, profiles - from), seed);
}

/** The job that a process was called with: `PROFILES MEASURES`. */
export const jobOf = (args: readonly string[]): BatchJob => ({ profiles: Number(args[0]), measures: Number(args[1]) });
