import type { Issue } from "../errors.ts";
import type { CapScope } from "./benefit.ts";
import type { FactEntry } from "./law.ts";
import type { Kind, Right, Role, Status } from "./measure.ts";
import type { Bilingual, Ratio } from "./primitives.ts";
import type { Source } from "./source.ts";

/** Whole yen. `max: null`: no ceiling is stated. */
export interface Interval {
  min: number;
  max: number | null;
}

/** One operation of a calculation: a code with its figures, the amount after it, and where the figure stands. */
export interface Step {
  code:
    | "cost"
    | "rate"
    | "no-rate"
    | "cap"
    | "self-payment"
    | "rounding"
    | "sum"
    | "fee"
    | "class"
    | "payable"
    | "refunded";
  args: Record<string, unknown>;
  amount: Interval;
  source?: Source;
}

/** What one case, or one filing, gets. `items` are profile paths. */
export interface Part {
  items: string[];
  scope: CapScope;
  fiscalYear?: number;
  /** Of a yearly fee, or of a project that runs for years. */
  year?: number;
  /** Where a measure reduces several fees. */
  fee?: string;
  class?: string;
  amount: Interval;
  saved?: Interval;
}

/** What the measure pays if granted: conditional on eligibility and selection, under `assumes`. */
export type Estimate =
  | { kind: "subsidy"; min: number; max: number | null; parts: Part[]; steps: Step[] }
  | {
      kind: "fee-reduction";
      /** What is left to pay; null where no fee table is sourced. */
      payable: Interval | null;
      saved: Interval | null;
      /** Paid in full first and paid back later. */
      refunded?: Interval;
      /** The share of the fee that is payable, never a discount. */
      share: { min: Ratio; max: Ratio };
      parts: Part[];
      steps: Step[];
    }
  /** Null: no source says what the user pays. */
  | { kind: "in-kind"; userPays: Interval | null }
  /** Money, but no source prints rate or cap. */
  | { kind: "unstated" }
  /** An umbrella: the amounts stand with the measures whose `parent` it is. */
  | { kind: "parts" };

/** A formal criterion with what decided it. Words are made from it at the edge. */
export interface CriterionResult {
  criterion: string;
  kind: "criterion" | "exclusion";
  /** The requirement in words; absent for the built-in ones (`no-item`, `no-terms`, `applicant-kind` …). */
  text?: Bilingual;
  outcome: "satisfied" | "unsatisfied" | "unknown";
  /** The comparisons that decided it, or keep it open, with the figures of the day. */
  expected: Expected[];
  /** What the profile says of each fact compared, by path; what is absent is not listed. */
  actual: Record<string, unknown>;
  provenance: "given" | "declared" | "derived" | "presumed";
  /** The day, or `first/last`, that the criterion was read on. */
  on: string;
  source: Source;
  cause?: "facts-missing" | "rule-not-stated" | "no-terms";
  item?: string;
  route?: string;
}

export interface Expected {
  fact: string;
  operator: string;
  value: unknown;
  outcome: "satisfied" | "unsatisfied" | "unknown";
  provenance: CriterionResult["provenance"];
  /** Chooses which branch of the rule is read: its outcome is that of the branch. */
  chooses?: true;
  /** The row of a table that the figure stands in: 業種 service. */
  by?: { fact: string; value: string };
  /** Definitions that the comparison stands in, outermost first: of which party each was asked, and what it came to. */
  within?: { definition: string; of: string; outcome: CriterionResult["outcome"] }[];
  source?: string;
}

/** A requirement that no profile decides: a person does, or it is a step to take. */
export interface JudgedCriterion {
  id: string;
  text: Bilingual;
  judgedBy: "authority" | "applicant";
  before?: string;
  source: Source;
}

export interface ItemResult {
  path: string;
  on: string;
  eligibility: "eligible" | "ineligible" | "undetermined";
  determining: CriterionResult[];
  others: CriterionResult[];
  missing: string[];
  estimate: Estimate | null;
  terms: { from: string | null; to: string | null } | null;
}

/** Something of the profile that the measure serves: why it stands higher. */
export interface Fit {
  by: "stage" | "character" | "need";
  value: string | number;
}

export interface Result {
  /** The day that it was judged on. */
  asOf: string;
  measure: { id: string; name: Bilingual; kind: Kind; authority: string; rights: Right[] };
  status: Status;
  /** Who applies. */
  applicant: string;
  /** What the profile's company can be in it. */
  role: Role;
  eligibility: "eligible" | "ineligible" | "undetermined";
  availability: "open" | "upcoming" | "closed" | "unknown";
  freshness: "current" | "last-known" | "none";
  determining: CriterionResult[];
  /** Criteria that did not decide it: met or open where another fails, met where another is open. */
  others: CriterionResult[];
  /** Profile paths that would settle it. */
  missing: string[];
  subjectTo: JudgedCriterion[];
  /** Whether a local measure is one of the company's prefecture; null where it is for the whole country, or unknown. */
  place: "here" | "elsewhere" | null;
  /** What of the profile it serves best; orders the results and decides nothing. */
  fits: Fit[];
  /** Presumptions used. */
  assumes: { fact: string; value: unknown }[];
  /** Entry by entry; null where the company is the unit. */
  items: ItemResult[] | null;
  routes: { id: string; authority: string; eligibility: string; availability: string }[];
  call: { id: string; fiscalYear: number; opens: string | null; closes: string | null } | null;
  /** Null only where ineligible or without terms. */
  estimate: Estimate | null;
  /** The umbrella that it belongs to. */
  parent: string | null;
  /** A special case of that measure: its money is counted there. */
  viewOf: string | null;
  terms: { from: string | null; to: string | null; lastSeen: string; sources: Source[] } | null;
}

/** A fact put to a person. Whoever answers may also not know: then it stays unknown. */
export interface Question {
  fact: string;
  /** Of a list the answer is how many entries there are; each is then asked about by itself. */
  type: FactEntry["type"];
  unit?: NonNullable<FactEntry["unit"]>;
  options?: string[];
  /** The options in words. */
  labels?: Record<string, Bilingual>;
  text: Bilingual;
  /** What counts, and how to write it. */
  help: Bilingual;
  dontKnow: Bilingual;
  /**
   * What an answer settles: of a verdict that waits for n facts each settles 1/n; and how many yen lie between the
   * least and the most of what it may be about.
   */
  settles: { verdicts: number; yen: number };
  /** The measures that depend on it. */
  measures: string[];
}

/** Who is near a company whose prefecture is known. `page` is null where no address is known. */
export interface Region {
  prefecture: string;
  bureau: { name: Bilingual; page: string | null };
  desk: { name: Bilingual; page: string | null } | null;
}

/** The whole answer for one profile on one date. */
export interface Assessment {
  asOf: string;
  catalog: { version: string };
  /** Every measure of the catalog, in recommended order. */
  results: Result[];
  questions: Question[];
  /** Null where the prefecture of the company is not known. */
  region: Region | null;
  /** Contradictions in the profile. */
  issues: Issue[];
}
