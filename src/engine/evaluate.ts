import type { Fact } from "../facts/fact.ts";
import { daysOf, factAt, partyAt, type Scope, withName } from "../facts/scope.ts";
import type { Condition } from "../schema/condition.ts";
import type { Definition } from "../schema/law.ts";
import { compareFact } from "./comparisons.ts";
import { inForce, isStale } from "./dated.ts";
import { allOf, anyOf, decided, type Finding, type Leaf, oneOf } from "./finding.ts";
import { aggregate, every, some } from "./lists.ts";
import { negate, type Outcome } from "./outcome.ts";

export type Evaluate = (condition: Condition, scope: Scope) => Finding;

/** The one place that says what a condition means. */
export const evaluate: Evaluate = (condition, scope) => {
  if (typeof condition === "boolean") return decided(condition);
  if ("fact" in condition) {
    const leaf = compareFact(condition, scope);
    return { outcome: leaf.outcome, leaves: [leaf] };
  }
  if ("all" in condition) return allOf(condition.all.map((each) => evaluate(each, scope)));
  if ("any" in condition) return anyOf(condition.any.map((each) => evaluate(each, scope)));
  if ("not" in condition) {
    const { outcome, leaves } = evaluate(condition.not, scope);
    return { outcome: negate(outcome), leaves };
  }
  if ("definition" in condition) return applyDefinition(condition, scope);
  if ("match" in condition) return branch(condition, scope);
  if ("sufficient" in condition) return between(condition, scope);
  if ("some" in condition) return some(condition.some, condition.where, scope, evaluate);
  if ("every" in condition) return every(condition.every, condition.where, scope, evaluate);
  return aggregate(condition, scope, evaluate);
};

type Branching = Extract<Condition, { match: string }>;

/** Follows one branch where the key is known; else it is decided only if every branch agrees. */
function branch({ match: path, cases, otherwise }: Branching, scope: Scope): Finding {
  const fact = factAt(scope, path);
  const key = (outcome: Finding["outcome"], operator: "in" | "notIn", expected: string[]): Leaf => ({
    path: fact.path,
    operator,
    expected,
    known: fact.known,
    outcome,
    provenance: fact.provenance,
    missing: outcome === "unknown" && fact.known.kind !== "exact" ? [fact.path] : [],
    on: scope.on,
    within: [],
    chooses: true,
  });
  const { known } = fact;
  if (known.kind === "exact") {
    const chosen = cases.find((each) => each.in.includes(String(known.value)));
    const finding = evaluate(chosen?.then ?? otherwise ?? false, scope);
    const listed = chosen?.in ?? cases.flatMap((each) => each.in);
    return {
      outcome: finding.outcome,
      leaves: [key(finding.outcome, chosen === undefined ? "notIn" : "in", listed), ...finding.leaves],
    };
  }
  const branches = [...cases.map((each) => each.then), ...(otherwise === undefined ? [] : [otherwise])];
  return oneOf(
    branches.map((each) => evaluate(each, scope)),
    key(
      "unknown",
      "in",
      cases.flatMap((each) => each.in),
    ),
  );
}

/** Between what certainly suffices and what is certainly needed, no source states the rule. */
function between({ sufficient, necessary }: Extract<Condition, { sufficient: Condition }>, scope: Scope): Finding {
  const enough = evaluate(sufficient, scope);
  if (enough.outcome === "satisfied") return enough;
  const needed = evaluate(necessary, scope);
  if (needed.outcome === "unsatisfied") return needed;
  const open = [enough, needed].flatMap((each) => (each.outcome === "unknown" ? each.leaves : []));
  return { outcome: "unknown", leaves: enough.outcome === "unknown" ? open : [...open, notStated(scope)] };
}

export const notStated = (scope: Scope): Leaf => ({
  path: "",
  operator: "rule",
  expected: "stated",
  known: { kind: "absent" },
  outcome: "unknown",
  provenance: "given",
  missing: [],
  on: scope.on,
  within: [],
  cause: "rule-not-stated",
});

/** What each definition gave for a party on a date. It reads nothing else, so whoever calls it shares the answer. */
const found = new WeakMap<Scope["profile"], Map<string, Finding>>();

/** A definition is read for a party (the company, unless said otherwise) on a date (that of the rule). */
function applyDefinition(
  call: { definition: string; of?: string | undefined; on?: string | undefined },
  scope: Scope,
): Finding {
  const definition = scope.law.definitions[call.definition] as Definition;
  const when = call.on === undefined ? undefined : factAt(scope, call.on);
  const party = partyAt(scope, call.of ?? "company");
  const inner: Scope = {
    ...withName(scope, "self", party),
    ...(when === undefined ? {} : { on: daysOf(when), onPath: when.path }),
  };
  const answers = found.get(scope.profile) ?? new Map<string, Finding>();
  found.set(scope.profile, answers);
  const key = [definition.id, party.path, inner.on.min, inner.on.max, inner.onPath].join(" ");
  // Whoever listens to what is looked up wants to hear it again.
  const known = scope.open === undefined ? answers.get(key) : undefined;
  if (known !== undefined) return known;
  const { outcome, leaves } = readDefinition(definition, inner);
  const step = { definition: definition.id, of: party.path, outcome };
  const finding = { outcome, leaves: leaves.map((leaf) => ({ ...leaf, within: [step, ...leaf.within] })) };
  answers.set(key, finding);
  return finding;
}

function readDefinition(definition: Definition, inner: Scope): Finding {
  const { readings, before, gap } = inForce(definition.terms, inner.on);
  const findings = readings.map(({ entry: terms, days }) => {
    const finding = evaluate(terms.condition, { ...inner, on: days });
    const stale = isStale(terms, days);
    return {
      outcome: finding.outcome,
      leaves: finding.leaves.map((leaf) => ({
        ...leaf,
        source: leaf.source ?? terms.source,
        ...(stale ? { stale } : {}),
      })),
    };
  });
  const covered = before || gap ? [...findings, { outcome: "unknown" as const, leaves: [notStated(inner)] }] : findings;
  const finding =
    covered.length === 1 ? (covered[0] as Finding) : oneOf(covered, { ...notStated(inner), missing: [inner.onPath] });
  return definition.declared === undefined ? finding : weigh(finding, definition, inner);
}

type Declared = NonNullable<Definition["declared"]>;

/** What a stated conclusion comes to, were it to count. */
export function statedBy({ satisfiedBy, unsatisfiedBy }: Declared, { known }: Fact): Outcome {
  if (known.kind !== "exact") return "unknown";
  if (satisfiedBy.includes(known.value as never)) return "satisfied";
  return unsatisfiedBy.includes(known.value as never) ? "unsatisfied" : "unknown";
}

/** A stated conclusion counts where the facts do not decide; where they decide otherwise, they win and it is said. */
function weigh(finding: Finding, definition: Definition, scope: Scope): Finding {
  const { fact: path, satisfiedBy, unsatisfiedBy, when } = definition.declared as Declared;
  const fact = factAt(scope, path);
  const stated = statedBy(definition.declared as Declared, fact);
  if (stated === "unknown" || stated === finding.outcome) return finding;
  if (when !== undefined && evaluate(when, scope).outcome !== "satisfied") return finding;
  if (finding.outcome === "unknown") {
    const leaf: Leaf = {
      path: fact.path,
      operator: "is",
      expected: (stated === "satisfied" ? satisfiedBy : unsatisfiedBy).map(String),
      known: fact.known,
      outcome: stated,
      provenance: "declared",
      missing: [],
      on: scope.on,
      within: [],
    };
    return { outcome: stated, leaves: [leaf] };
  }
  const { value: declared } = fact.known as Extract<Fact["known"], { kind: "exact" }>;
  const contradicts = { path: fact.path, declared, definition: definition.id };
  return {
    outcome: finding.outcome,
    leaves: finding.leaves.map((leaf) => ({ ...leaf, contradicts })),
  };
}
