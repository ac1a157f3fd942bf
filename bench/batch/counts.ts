import type { Profile } from "../../src/schema/profile.ts";
import type { Answer } from "../match/answer.ts";

/** For how many profiles each measure is eligible and for how many it is open, by index in the catalog. */
export interface Counts {
  eligible: number[];
  undetermined: number[];
}

export const noCounts = (measures: number): Counts => ({
  eligible: Array.from({ length: measures }, () => 0),
  undetermined: Array.from({ length: measures }, () => 0),
});

/** Adds the answers for some profiles, one at a time. */
export function tally(counts: Counts, profiles: readonly Profile[], match: (profile: Profile) => Answer): void {
  for (const profile of profiles) {
    const answer = match(profile);
    for (const kind of ["eligible", "undetermined"] as const)
      for (const index of answer[kind]) counts[kind][index] = (counts[kind][index] as number) + 1;
  }
}

/** The measures on which two counts differ. */
export const differences = (left: Counts, right: Counts): number[] =>
  left.eligible.flatMap((count, index) =>
    count === right.eligible[index] && left.undetermined[index] === right.undetermined[index] ? [] : [index],
  );
