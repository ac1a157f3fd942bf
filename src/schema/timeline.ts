import type { Result } from "./assessment.ts";
import type { Status } from "./measure.ts";
import type { Bilingual } from "./primitives.ts";

/** Comes into force on the day, was in force up to the day before, or both in different wording. */
type Change = "begins" | "ends" | "changes";

/** As above, what `begins` taking the place of what was before; `unconfirmed`: no source speaks of it any longer. */
type LawChange = "begins" | "ends" | "unconfirmed";

/**
 * Why an answer changes on a day. A `lastDay` is the day before it; the other `day`s are those that the change comes
 * from: of the profile (`fact-day`, `age`), or of the rule (`compared-day`).
 */
export type Cause =
  | { code: "status"; is: Status }
  | { code: "terms-begin" }
  | { code: "terms-end"; lastDay: string }
  /** No source speaks of the terms any longer. */
  | { code: "last-confirmed"; lastDay: string }
  | { code: "call-opens"; call: string; fiscalYear: number; route?: string }
  /** `atLatest`: no source tells its last day; it is over with the fiscal year that it pays from. */
  | { code: "call-closes"; call: string; fiscalYear: number; route?: string; lastDay: string; atLatest?: true }
  | { code: "route"; route: string; authority: string; change: Change }
  | { code: "criterion"; criterion: string; text: Bilingual; change: Change }
  | { code: "definition"; definition: string; change: LawChange }
  | { code: "figure"; parameter: string; change: LawChange }
  /** A day of the profile, before which something else in it cannot have happened. */
  | { code: "fact-day"; path: string; day: string }
  /** So many years or days after a day of the profile; before it, where `count` is negative. */
  | { code: "age"; path: string; day: string; count: number; unit: "years" | "days" }
  /** A day that a rule compares a date with, while that date is still to come. */
  | { code: "compared-day"; path: string; day: string }
  | { code: "fiscal-year"; fiscalYear: number };

/** The longest stretch of days, both included, on which nothing compared differs: not the steps of an amount. */
export interface Segment extends Pick<Result, "status" | "eligibility" | "availability" | "freshness"> {
  from: string;
  to: string;
  /** As on the first day; its steps and parts may print other dates later on. */
  estimate: Result["estimate"];
  /** Why it begins: of the first segment empty, of every other not. In the order of the codes above, then by id. */
  causes: Cause[];
}

export interface MeasureTimeline extends Pick<Result, "viewOf" | "place"> {
  measure: { id: string; name: Bilingual };
  /** Without gaps, from the first day to the last. */
  segments: Segment[];
}

/** What a company can use over a stretch of days. */
export interface Timeline {
  from: string;
  to: string;
  catalog: { version: string };
  /** In the recommended order of the first day. */
  measures: MeasureTimeline[];
}

/** A day to keep in mind, of a measure that is or may be usable; with the answer that holds on it. */
export interface Deadline extends Pick<Segment, "eligibility" | "availability" | "freshness" | "estimate"> {
  measure: MeasureTimeline["measure"];
  /** First days (`opens`, `eligible-from`) or last days (`closes`, `eligible-until`). */
  kind: "opens" | "closes" | "eligible-from" | "eligible-until";
  day: string;
  /** Why it is so from the day on, or no longer on the day after. */
  causes: Cause[];
}
