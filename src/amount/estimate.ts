import type { Catalog } from "../catalog/catalog.ts";
import type { Issue } from "../errors.ts";
import type { Estimate } from "../schema/assessment.ts";
import type { Terms } from "../schema/measure.ts";
import type { Judgment } from "../verdict/judge.ts";
import { estimateFee } from "./estimate-fee.ts";
import { estimateSubsidy } from "./estimate-subsidy.ts";
import type { Presumed } from "./reads.ts";

export interface Estimated {
  estimate: Estimate | null;
  /** By entry path. */
  items: Map<string, Estimate>;
  presumed: Presumed;
  issues: Issue[];
  stale: boolean;
}

/** What the measure pays if granted. Null only where it is ineligible or says nothing on the date. */
export function estimate(judgment: Judgment, catalog: Catalog): Estimated {
  const presumed: Presumed = new Map();
  const result: Estimated = { estimate: null, items: new Map(), presumed, issues: [], stale: false };
  const terms = readable(judgment);
  const benefit = terms[0]?.benefit;
  if (judgment.eligibility === "ineligible" || benefit === undefined) return result;
  switch (benefit.kind) {
    case "subsidy":
      return { ...result, ...estimateSubsidy(judgment, terms, catalog, presumed) };
    case "fee-reduction":
      return { ...result, ...estimateFee(judgment, benefit, catalog, presumed) };
    case "in-kind": {
      const { userPays } = benefit;
      const payable = typeof userPays === "number" ? { min: userPays, max: userPays } : (userPays ?? null);
      return { ...result, estimate: { kind: "in-kind", userPays: payable } };
    }
    case "unstated":
    case "parts":
      return { ...result, estimate: { kind: benefit.kind } };
  }
}

/** The terms that entries may be read under. */
export function readable({ units }: Judgment): Terms[] {
  return [...new Set(units.flatMap((unit) => unit.candidates.flatMap((candidate) => candidate.terms ?? [])))];
}
