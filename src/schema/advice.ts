import type { Effort } from "./law.ts";
import type { Cause } from "./timeline.ts";

/** One fact that could be otherwise. */
export interface Change {
  /** The profile path. */
  fact: string;
  /** What the profile says; null where something is to be added to a list. */
  from: unknown;
  /** What would do, in canonical form: the nearest value on the other side of the limit. */
  to: unknown;
  /** The limit that the value keeps, where there is one; figures in the unit of the fact. */
  limit: { operator: "atLeast" | "atMost" | "onOrAfter" | "onOrBefore" | "below"; value: string | number } | null;
  /** A decision or a form; months or money; the shape of the company. */
  effort: Effort;
}

/** Changes that together turn an ineligible measure, and of which none can be left out. */
export interface ChangeSet {
  /** In the order of their paths. */
  changes: Change[];
  /** That of the hardest change. */
  effort: Effort;
  /** `undetermined`: nothing stands against it any more, but facts are still missing. */
  becomes: "eligible" | "undetermined";
}

/** What would make a measure usable that is not, and what time does to a verdict. */
export interface Help {
  /** Least effort first. Empty where no fact that the company can change helps, and for a measure that is not ineligible. */
  sets: ChangeSet[];
  /** False where the search was cut off: there may be more. */
  complete: boolean;
  /** The first day from which time alone makes the verdict another, as far as the rules are known; null if it does not. */
  byTime: { on: string; becomes: "eligible" | "undetermined" | "ineligible"; causes: Cause[] } | null;
}
