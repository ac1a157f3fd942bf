import type { Estimate, Interval } from "../schema/assessment.ts";
import type { Fault } from "./chunk.ts";

/** What a measure is worth to a company that it is not closed to. */
export interface Amount {
  measure: string;
  eligibility: "eligible" | "undetermined";
  kind: Estimate["kind"] | null;
  /** Whole yen, paid out or saved; null where help has no amount, or none that a source tells. */
  worth: Interval | null;
}

/** Verdicts of the companies of a chunk, side by side; measures by their index in the compiled catalog. */
export interface Verdicts {
  measures: Uint32Array;
  /** Of each company: where its eligible ones end, and where its undetermined ones do. They begin where the last end. */
  ends: Uint32Array;
}

/** For how many companies each measure is eligible and for how many it is undetermined. */
export interface Tally {
  eligible: Float64Array;
  undetermined: Float64Array;
}

export type Give = "verdicts" | "amounts" | "counts";

/** What a chunk came to. Companies and faults are in the order of their lines. */
export interface Findings {
  lines: Uint32Array;
  /** What each calls itself, where the input says so. */
  ids: readonly (string | undefined)[];
  faults: readonly Fault[];
  verdicts?: Verdicts;
  amounts?: readonly (readonly Amount[])[];
  tally?: Tally;
}
