import { type Catalog, sourceOf } from "../catalog/catalog.ts";
import type { Leaf } from "../engine/finding.ts";
import { showDays } from "../facts/days.ts";
import type { Provenance } from "../facts/fact.ts";
import type { CriterionResult, Expected, JudgedCriterion } from "../schema/assessment.ts";
import type { Criterion } from "../schema/measure.ts";
import type { Decision } from "./decide.ts";

const weakest: Provenance[] = ["given", "derived", "declared", "presumed"];

/** A decision as plain data: what was expected, what was found, and where it stands. */
export function toCriterionResult(decision: Decision & { item?: string }, catalog: Catalog): CriterionResult {
  const { criterion, kind, route, item, finding } = decision;
  const { leaves, outcome } = finding;
  const compared = leaves.filter((leaf) => leaf.operator !== "rule" && leaf.operator !== "terms");
  const cause = decision.cause ?? (outcome === "unknown" ? causeOf(leaves) : undefined);
  const { id, text } = criterion;
  const read = {
    outcome,
    expected: compared.map(toExpected),
    actual: actualOf(compared),
    provenance: weakestOf(leaves),
    on: showDays(leaves[0]?.on ?? {}),
    source: sourceOf(catalog, criterion.source),
  };
  const result: CriterionResult =
    text === undefined ? { criterion: id, kind, ...read } : { criterion: id, kind, text, ...read };
  if (cause !== undefined) result.cause = cause;
  if (item !== undefined) result.item = item;
  if (route !== undefined) result.route = route;
  return result;
}

function weakestOf(leaves: readonly Leaf[]): Provenance {
  let worst = 0;
  for (const { provenance } of leaves) worst = Math.max(worst, weakest.indexOf(provenance));
  return weakest[worst] as Provenance;
}

/** Where nothing that the company could say settles it, the rule itself is not stated. */
const causeOf = (leaves: readonly Leaf[]): CriterionResult["cause"] =>
  leaves.every((leaf) => leaf.missing.length === 0) ? "rule-not-stated" : "facts-missing";

function toExpected(leaf: Leaf): Expected {
  const { path, operator, expected: value, outcome, provenance, chooses, by, within, source } = leaf;
  const expected: Expected = { fact: path, operator, value, outcome, provenance };
  if (chooses !== undefined) expected.chooses = chooses;
  if (by !== undefined) expected.by = { fact: by.path, value: by.value };
  if (within.length > 0) expected.within = [...within];
  if (source !== undefined) expected.source = source;
  return expected;
}

function actualOf(leaves: readonly Leaf[]): Record<string, unknown> {
  const actual: Record<string, unknown> = {};
  for (const { path, known } of leaves) {
    if (known.kind === "exact") actual[path] = known.value;
    else if (known.kind === "set") actual[path] = known.values;
    else if (known.kind === "range") actual[path] = shownRange(known);
  }
  return actual;
}

const shownRange = ({ min, max }: Extract<Leaf["known"], { kind: "range" }>): object => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

export function toJudged(criterion: Criterion, catalog: Catalog): JudgedCriterion {
  const { id, text, judgedBy, before, source } = criterion;
  return {
    id,
    text,
    judgedBy: judgedBy ?? "authority",
    ...(before === undefined ? {} : { before }),
    source: sourceOf(catalog, source),
  };
}
