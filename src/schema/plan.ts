import type { Interval, JudgedCriterion, Result } from "./assessment.ts";
import type { Bilingual } from "./primitives.ts";

/** A measure as a plan names it. */
export interface Named {
  id: string;
  name: Bilingual;
}

/** Costs that one measure pays for in one fiscal year: one application or several. */
export interface Use {
  measure: Named;
  /** Null where the entries may fall in several. */
  fiscalYear: number | null;
  /** Ways in that are possible; where they pay differently the amount spans them. */
  routes: string[];
  /** Profile paths: `overseas.filings[0]`, `overseas.insurance.premium`. */
  costs: string[];
  /** What it pays if granted, for these costs together. */
  amount: Interval;
  /** Somebody judges or selects: having met the formal criteria is not enough. */
  competitive: boolean;
  availability: Result["availability"];
  freshness: Result["freshness"];
  call: Result["call"];
  /** What somebody judges and what is to be done. */
  subjectTo: JudgedCriterion[];
  /** Presumptions that the amount rests on. */
  assumes: Result["assumes"];
}

export interface Cost {
  cost: string;
  /** What it comes to, whatever part of it a measure pays for. */
  yen: Interval;
}

export interface Allocation {
  /** All uses together: the least that they pay, and the most. The least is what a plan is chosen by. */
  total: Interval;
  /** No other plan pays more for certain. */
  optimal: boolean;
  /** Yen that a better plan could add at most; 0 where it is optimal. */
  gap: number;
  /** By measure and fiscal year. */
  uses: Use[];
  /** Costs that no measure pays for. */
  unfunded: Cost[];
}

/** A cost that another plan gives to somebody else. Null: to nobody. */
export interface Move {
  cost: string;
  from: string | null;
  to: string | null;
}

/** The best plan that does without one measure, and why it loses. */
export interface RunnerUp {
  without: string;
  total: Interval;
  /** What it pays less for certain than the best plan. */
  loss: number;
  moves: Move[];
  uses: Use[];
}

/** Why a measure has no place in the best plan. `args` are ids, paths and figures. */
export type NotPlanned = { measure: Named } & (
  | { reason: "undetermined"; args: { missing: string[]; items: string[] } }
  /** What it says on the day is not known. */
  | { reason: "no-terms"; args: Record<string, never> }
  | { reason: "closed"; args: Record<string, never> }
  | { reason: "not-applicant"; args: { role: string } }
  /** No source says what it pays, or not for certain. */
  | { reason: "amount-unknown"; args: { max: number | null } }
  /** The profile does not say what costs there are. */
  | { reason: "no-cost"; args: { facts: string[] } }
  /** Its costs are paid for elsewhere, and more. */
  | { reason: "better-elsewhere"; args: { taken: { cost: string; measure: string }[] } }
  /** By grants already received, or by the measures named. */
  | { reason: "pool-used-up"; args: { pool: string; measures: string[] } }
  | { reason: "exclusive-with"; args: { measure: string; granted: boolean } }
);

export type NotPlannedReason = NotPlanned["reason"];

/** What a fee reduction saves. Fees are no costs of the plan: they are reduced besides. */
export interface FeeSaving {
  measure: Named;
  /** Null where no fee table is sourced. */
  saved: Interval | null;
  payable: Interval | null;
  fees: { item: string; fee: string | null; saved: Interval; payable: Interval }[];
}

/** A filing whose cost a subsidy pays for and whose fees are reduced too: what is claimed is what is left to pay. */
export interface SharedFiling {
  cost: string;
  measure: string;
  reductions: string[];
}

/** Which cost goes to which measure, so that the company keeps most. */
export interface Plan {
  asOf: string;
  catalog: { version: string };
  /** Every application granted. */
  best: Allocation;
  /** Only measures on which nobody has to decide. */
  withoutCompetitive: Allocation;
  /** By loss. */
  runnersUp: RunnerUp[];
  /** In recommended order. */
  notPlanned: NotPlanned[];
  /** How many subsidies are out of the question. */
  ineligible: number;
  feeReductions: FeeSaving[];
  sharedFilings: SharedFiling[];
  /** What the best plan and the fee reductions leave with the company; `max: null` where a saving is not known. */
  keeps: Interval;
  /** Costs that the profile does not state: facts that would make a plan, by how many measures wait for them. */
  wanted: { fact: string; measures: string[] }[];
}
