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
  return {
    criterion: criterion.id,
    kind,
    ...(criterion.text === undefined ? {} : { text: criterion.text }),
    outcome,
    expected: compared.map(toExpected),
    actual: Object.fromEntries(compared.flatMap((leaf) => shown(leaf))),
    provenance: leaves
      .map((leaf) => leaf.provenance)
      .reduce<Provenance>((worst, each) => (weakest.indexOf(each) > weakest.indexOf(worst) ? each : worst), "given"),
    on: showDays(leaves[0]?.on ?? {}),
    source: sourceOf(catalog, criterion.source),
    ...(cause === undefined ? {} : { cause }),
    ...(item === undefined ? {} : { item }),
    ...(route === undefined ? {} : { route }),
  };
}

/** Where nothing that the company could say settles it, the rule itself is not stated. */
const causeOf = (leaves: readonly Leaf[]): CriterionResult["cause"] =>
  leaves.every((leaf) => leaf.missing.length === 0) ? "rule-not-stated" : "facts-missing";

function toExpected({ path, operator, expected, outcome, provenance, chooses, by, within, source }: Leaf): Expected {
  return {
    fact: path,
    operator,
    value: expected,
    outcome,
    provenance,
    ...(chooses === undefined ? {} : { chooses }),
    ...(by === undefined ? {} : { by: { fact: by.path, value: by.value } }),
    ...(within.length === 0 ? {} : { within: [...within] }),
    ...(source === undefined ? {} : { source }),
  };
}

function shown({ path, known }: Leaf): [string, unknown][] {
  if (known.kind === "absent") return [];
  if (known.kind === "exact") return [[path, known.value]];
  if (known.kind === "set") return [[path, known.values]];
  const { min, max } = known;
  return [[path, { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }]];
}

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
