import type { Days } from "../facts/days.ts";
import type { Known, Provenance, Scalar } from "../facts/fact.ts";
import { join, type Outcome } from "./outcome.ts";

/** A definition that was read for a party, and what it came to. */
export interface Within {
  definition: string;
  /** The profile path of the party. */
  of: string;
  outcome: Outcome;
}

/** One comparison of one fact: what was expected, what was found, and which paths would settle it. */
export interface Leaf {
  path: string;
  operator: string;
  /** The figure or figures compared with; a range where a key or a date leaves several. */
  expected: Scalar | string[] | { min: Scalar; max: Scalar };
  known: Known | { kind: "set"; values: string[]; complete: boolean };
  outcome: Outcome;
  provenance: Provenance;
  /** Profile paths, empty unless the outcome is unknown. */
  missing: readonly string[];
  on: Days;
  /** Definitions that the comparison stands in, outermost first. */
  within: readonly Within[];
  /** Chooses the branch that is read; its outcome is that of the branch. */
  chooses?: true;
  /** What the figure was looked up by, where it is a row of a table. */
  by?: { path: string; value: string };
  /** Where the figure stands, if it is a parameter. */
  source?: string;
  stale?: boolean;
  /** Of an open choice: what each alternative would give. */
  alternatives?: readonly Outcome[];
  cause?: "rule-not-stated";
  /** A stated conclusion that the facts contradict. */
  contradicts?: { path: string; declared: Scalar; definition: string };
}

/** An outcome and the comparisons that decided it, or, while it is unknown, those that keep it open. */
export interface Finding {
  outcome: Outcome;
  leaves: readonly Leaf[];
}

export const decided = (outcome: boolean): Finding => ({ outcome: outcome ? "satisfied" : "unsatisfied", leaves: [] });

/** Findings of which all must hold: of the deciding kind, every one speaks. */
export function allOf(findings: readonly Finding[]): Finding {
  return gather(findings, ["unsatisfied", "unknown", "satisfied"]);
}

export function anyOf(findings: readonly Finding[]): Finding {
  return gather(findings, ["satisfied", "unknown", "unsatisfied"]);
}

function gather(findings: readonly Finding[], precedence: readonly [Outcome, Outcome, Outcome]): Finding {
  if (findings.length === 1) return findings[0] as Finding;
  const outcome = precedence.find((each) => findings.some((finding) => finding.outcome === each)) ?? precedence[2];
  const speaking = findings.filter((finding) => finding.outcome === outcome);
  return speaking.length === 1
    ? (speaking[0] as Finding)
    : { outcome, leaves: speaking.flatMap((finding) => finding.leaves) };
}

/** Alternatives of which one is the case, but not known which: decided only where they agree. */
export function oneOf(findings: readonly Finding[], open: Leaf): Finding {
  const outcome = join(findings.map((finding) => finding.outcome));
  if (outcome !== "unknown") return { outcome, leaves: findings.flatMap((finding) => finding.leaves) };
  const choice = { ...open, alternatives: findings.map((finding) => finding.outcome) };
  return {
    outcome,
    leaves: [choice, ...findings.flatMap((finding) => (finding.outcome === "unknown" ? finding.leaves : []))],
  };
}

export const missingOf = (finding: Finding): string[] =>
  finding.outcome === "unknown" ? [...new Set(finding.leaves.flatMap((leaf) => leaf.missing))] : [];
