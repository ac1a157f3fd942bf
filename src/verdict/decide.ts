import { evaluate, notStated } from "../engine/evaluate.ts";
import { type Finding, type Leaf, missingOf } from "../engine/finding.ts";
import { both, either, negate, type Outcome } from "../engine/outcome.ts";
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
    (criterion.role === undefined || criterion.role === role) && onDays(criterion, scope);
  const decision = (criterion: Criterion, kind: Decision["kind"], route?: string): Decision => ({
    criterion,
    kind,
    ...(route === undefined ? {} : { route }),
    finding: evaluate(criterion.condition ?? true, scope),
  });
  const listed = terms.criteria === "not-stated" ? [] : terms.criteria.filter(applies);
  const exclusions = (terms.exclusions ?? []).filter(applies);
  const only = measure.view === undefined ? [] : [measure.view.only];
  const base = [
    ...[...only, ...listed].filter(isFormal).map((each) => decision(each, "criterion")),
    ...exclusions.filter(isFormal).map((each) => decision(each, "exclusion")),
    ...(terms.criteria === "not-stated" ? [unprinted(terms, scope)] : []),
  ];
  const routes = (terms.routes ?? [])
    .filter((route) => onDays(route, scope))
    .map((route) => {
      const decisions = (route.criteria ?? [])
        .filter(applies)
        .filter(isFormal)
        .map((each) => decision(each, "criterion", route.id));
      return { route, decisions, outcome: both(decisions.map(required)) };
    });
  const wayIn: Outcome = routes.length === 0 ? "satisfied" : either(routes.map((each) => each.outcome));
  const eligibility = eligibilityOf(both([...base.map(required), wayIn]));
  const determining = [
    ...base.filter((each) => speaksFor(required(each), eligibility)),
    ...routes
      .filter((each) => speaksFor(wayIn, eligibility) && each.outcome === wayIn)
      .flatMap((each) => each.decisions.filter((one) => speaksFor(required(one), eligibility))),
  ];
  const all = [...base, ...routes.flatMap((each) => each.decisions)];
  return {
    eligibility,
    determining,
    missing: eligibility === "undetermined" ? [...new Set(determining.flatMap((each) => missingOf(each.finding)))] : [],
    subjectTo: [
      ...listed,
      ...exclusions,
      ...routes
        .filter((each) => each.outcome !== "unsatisfied")
        .flatMap((each) => (each.route.criteria ?? []).filter(applies)),
    ].filter((criterion) => !isFormal(criterion)),
    presumed: all.flatMap((each) => each.finding.leaves.filter((leaf) => leaf.provenance === "presumed")),
    routes: routes.map(({ route, decisions, outcome }) => ({
      route,
      eligibility: eligibilityOf(both([...base.map(required), outcome])),
      open: [...base, ...decisions].filter((each) => required(each) === "unknown"),
    })),
  };
}

const isFormal = (criterion: Criterion): boolean => criterion.condition !== undefined;

/** In the verdict's favor speaks what is satisfied, against it what fails, and open it is kept by what is unknown. */
const speaksFor = (outcome: Outcome, eligibility: Eligibility): boolean => eligibilityOf(outcome) === eligibility;

/** Criteria and routes may begin or end inside their terms; on open days they hold if they may hold. */
const onDays = ({ from, to }: { from?: string | undefined; to?: string | undefined }, { on }: Scope): boolean =>
  (from === undefined || on.max === undefined || from <= on.max) &&
  (to === undefined || on.min === undefined || on.min <= to);

/** The source prints no criteria: undetermined, and no answer of the company changes that. */
const unprinted = (terms: Terms, scope: Scope): Decision => ({
  criterion: { id: "not-stated", source: terms.sources[0] as string },
  kind: "criterion",
  finding: { outcome: "unknown", leaves: [notStated(scope)] },
});
