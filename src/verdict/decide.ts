import { evaluate, notStated } from "../engine/evaluate.ts";
import { type Finding, type Leaf, missingOf } from "../engine/finding.ts";
import { both, either, negate, type Outcome } from "../engine/outcome.ts";
import { coverage } from "../facts/days.ts";
import type { Scope } from "../facts/scope.ts";
import type { Criterion, Measure, Role, Route, Terms } from "../schema/measure.ts";

export type Eligibility = "eligible" | "ineligible" | "undetermined";

/** A formal criterion or exclusion with what was found. Built-in ones have no text of their own. */
export interface Decision {
  criterion: Pick<Criterion, "id" | "source"> & Partial<Pick<Criterion, "text">>;
  kind: "criterion" | "exclusion";
  route?: string;
  finding: Finding;
  cause?: "no-terms";
}

export interface RouteVerdict {
  route: Route;
  eligibility: Eligibility;
  /** What keeps this way in open. */
  open: Decision[];
}

export interface Verdict {
  eligibility: Eligibility;
  /** What decided it; while undetermined, what keeps it open. */
  determining: Decision[];
  /** What was read and decided nothing. */
  others: Decision[];
  missing: string[];
  subjectTo: Criterion[];
  routes: RouteVerdict[];
  /** Presumptions that anything here rests on, deciding or not. */
  presumed: Leaf[];
}

/** The requirement that a decision stands for: an exclusion is required not to apply. */
const required = ({ kind, finding }: Decision): Outcome =>
  kind === "exclusion" ? negate(finding.outcome) : finding.outcome;

const eligibilityOf = (outcome: Outcome): Eligibility =>
  outcome === "satisfied" ? "eligible" : outcome === "unsatisfied" ? "ineligible" : "undetermined";

/** Criteria and exclusions of one set of terms, for one entry (or the company) in one role. */
export function decide(measure: Measure, terms: Terms, role: Role, scope: Scope): Verdict {
  const applies = (criterion: Criterion) =>
    (criterion.role === undefined || criterion.role === role) && held(criterion, scope) !== "none";
  const decisionsOn = (criteria: readonly Criterion[], kind: Decision["kind"], route?: string): Decision[] =>
    criteria.filter(isFormal).map((criterion) => ({
      criterion,
      kind,
      ...(route === undefined ? {} : { route }),
      finding: whileHeld(evaluate(criterion.condition ?? true, scope), kind, held(criterion, scope), scope),
    }));
  const only = measure.view === undefined ? [] : [measure.view.only];
  const listed = terms.criteria === "not-stated" ? [] : terms.criteria.filter(applies);
  const exclusions = (terms.exclusions ?? []).filter(applies);
  const base = [
    ...decisionsOn([...only, ...listed], "criterion"),
    ...decisionsOn(exclusions, "exclusion"),
    ...(saysWho(measure, terms) ? [] : [unprinted(terms, scope)]),
  ];
  const routes = (terms.routes ?? [])
    .filter((route) => held(route, scope) !== "none")
    .map((route) => {
      const criteria = (route.criteria ?? []).filter(applies);
      const decisions = decisionsOn(criteria, "criterion", route.id);
      const outcome = both(decisions.map(required));
      // A way in that may not be in force is no certain way in.
      const sure = held(route, scope) === "all" || outcome !== "satisfied";
      return { route, criteria, decisions, outcome: sure ? outcome : ("unknown" as const) };
    });
  const wayIn: Outcome = routes.length === 0 ? "satisfied" : either(routes.map((each) => each.outcome));
  const eligibility = eligibilityOf(both([...base.map(required), wayIn]));
  const determining = [
    ...base.filter((each) => speaksFor(required(each), eligibility)),
    ...routes
      .filter((each) => speaksFor(wayIn, eligibility) && each.outcome === wayIn)
      .flatMap((each) => each.decisions.filter((one) => speaksFor(required(one), eligibility))),
  ];
  const judged = [
    ...listed,
    ...exclusions,
    ...routes.filter((each) => each.outcome !== "unsatisfied").flatMap((each) => each.criteria),
  ];
  return {
    eligibility,
    determining,
    others: [...base, ...routes.flatMap((each) => each.decisions)].filter((each) => !determining.includes(each)),
    missing: eligibility === "undetermined" ? [...new Set(determining.flatMap((each) => missingOf(each.finding)))] : [],
    subjectTo: judged.filter((criterion) => !isFormal(criterion)),
    presumed: [...base, ...routes.flatMap((each) => each.decisions)].flatMap((each) =>
      each.finding.leaves.filter((leaf) => leaf.provenance === "presumed"),
    ),
    routes: routes.map(({ route, decisions, outcome }) => ({
      route,
      eligibility: eligibilityOf(both([...base.map(required), outcome])),
      open: [...base, ...decisions].filter((each) => required(each) === "unknown"),
    })),
  };
}

export const isFormal = (criterion: Criterion): boolean => criterion.condition !== undefined;

/** In the verdict's favor speaks what is satisfied, against it what fails, and open it is kept by what is unknown. */
const speaksFor = (outcome: Outcome, eligibility: Eligibility): boolean => eligibilityOf(outcome) === eligibility;

/** Criteria and routes may begin or end inside their terms. */
export const held = ({ from, to }: { from?: string | undefined; to?: string | undefined }, { on }: Scope) =>
  coverage({ min: from, max: to }, on);

/** What holds on some of the possible days only: in favor it changes nothing, against it is not yet certain. */
function whileHeld(finding: Finding, kind: Decision["kind"], days: "all" | "some" | "none", scope: Scope): Finding {
  const harmless = kind === "criterion" ? "satisfied" : "unsatisfied";
  if (days === "all" || finding.outcome === harmless) return finding;
  const open = { ...notStated(scope), operator: "terms", missing: [scope.onPath] };
  return { outcome: "unknown", leaves: [open, ...(finding.outcome === "unknown" ? finding.leaves : [])] };
}

/** An empty list says "open to all"; a list of nothing but judgments and steps does not say who can use it. */
export function saysWho({ applicantForms }: Measure, { criteria, routes = [] }: Terms): boolean {
  if (criteria === "not-stated") return false;
  if (applicantForms !== undefined) return true;
  return criteria.length === 0 || [...criteria, ...routes.flatMap((route) => route.criteria ?? [])].some(isFormal);
}

/** The source prints no formal criteria: undetermined, and no answer of the company changes that. */
const unprinted = (terms: Terms, scope: Scope): Decision => ({
  criterion: { id: "not-stated", source: terms.sources[0] as string },
  kind: "criterion",
  finding: { outcome: "unknown", leaves: [notStated(scope)] },
});
