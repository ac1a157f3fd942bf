/** Strong Kleene logic: what is not known stays `unknown` until it cannot matter. */
export type Outcome = "satisfied" | "unsatisfied" | "unknown";

export const negate = (outcome: Outcome): Outcome =>
  outcome === "satisfied" ? "unsatisfied" : outcome === "unsatisfied" ? "satisfied" : "unknown";

export const both = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.includes("unsatisfied") ? "unsatisfied" : outcomes.includes("unknown") ? "unknown" : "satisfied";

export const either = (outcomes: readonly Outcome[]): Outcome => negate(both(outcomes.map(negate)));

/** What holds whichever of the alternatives is the case: their common answer, or `unknown`. */
export const join = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.every((outcome) => outcome === outcomes[0]) ? (outcomes[0] ?? "unknown") : "unknown";
