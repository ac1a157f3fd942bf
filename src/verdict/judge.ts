import { isStale } from "../engine/dated.ts";
import { evaluate, notStated } from "../engine/evaluate.ts";
import type { Finding, Leaf } from "../engine/finding.ts";
import { type Days, isOneDay, onDay } from "../facts/days.ts";
import type { Node } from "../facts/fact.ts";
import { daysOf, factAt, listAt, type Scope, withName } from "../facts/scope.ts";
import type { Measure, Role, Status, Terms } from "../schema/measure.ts";
import { type Decision, decide, type Eligibility, type Verdict } from "./decide.ts";
import { othersBeside, summarize, unique } from "./summarize.ts";
import { anySource, type Said, saidOn, statusOn, triggerOf } from "./terms.ts";

/** One reading of a measure for one entry: certain terms, a certain role. */
export interface Candidate {
  terms: Terms | null;
  role: Role;
  verdict: Verdict;
  scope: Scope;
}

/** The company or one entry of a list, under every reading that may hold. */
export interface Judged {
  /** Null where the company is what is eligible. */
  node: Node | null;
  /** False for what is not listed but may exist. */
  listed: boolean;
  on: Days;
  /** The date that rules are read on, where it is presumed. */
  presumed: readonly [path: string, value: unknown] | undefined;
  candidates: Candidate[];
  eligibility: Eligibility;
  determining: Decision[];
  others: Decision[];
  missing: string[];
}

export interface Judgment {
  measure: Measure;
  status: Status;
  role: Role;
  eligibility: Eligibility;
  determining: (Decision & { item?: string })[];
  others: (Decision & { item?: string })[];
  missing: string[];
  units: Judged[];
  /** What the measure says on asOf, whatever its entries are read on. */
  said: Said[];
  scope: Scope;
  stale: boolean;
}

/** Profile, measure and date to a verdict with everything that decided it. */
export function judge(measure: Measure, scope: Scope): Judgment {
  const status = statusOn(measure, scope.asOf);
  const roles = rolesOf(measure, scope);
  const said = saidOn(measure, status, onDay(scope.asOf));
  // What says nothing on the date asks nothing of the entries either.
  const isSilent = triggerOf(measure) === undefined && said.every((each) => each.terms === null);
  const list = measure.each === undefined || isSilent ? undefined : listAt(scope, measure.each);
  const judged = (node: Node | null, listed: boolean) => judgeUnit(measure, status, roles, scope, node, listed);
  const units =
    list === undefined
      ? [judged(null, true)]
      : [...list.entries.map((entry) => judged(entry, true)), ...(list.complete ? [] : [judged(list.unlisted, false)])];
  const leaves = units.flatMap((unit) => unit.determining.flatMap((each) => each.finding.leaves));
  const terms = units.flatMap((unit) => unit.candidates.flatMap((each) => each.terms ?? []));
  return {
    measure,
    status,
    role: roles.length === 1 ? (roles[0] as Role) : "unknown",
    ...summarize(units, list, measure, scope),
    units,
    said,
    scope,
    stale:
      status === "ended" ||
      terms.some((each) => isStale(each, onDay(scope.asOf))) ||
      leaves.some((leaf) => leaf.stale === true),
  };
}

/** What a company can be in the measure: it applies, it profits from somebody's application, or neither. */
export function rolesByForm({ applicant, applicantForms, beneficiary }: Measure): { listed: Role; other: Role } {
  const other: Role = beneficiary === "company" ? "beneficiary" : "none";
  if (applicantForms !== undefined) return { listed: "applicant", other };
  const any: Role = applicant === "company" ? "applicant" : applicant === "not-stated" ? "unknown" : other;
  return { listed: any, other: any };
}

/** What the profile's company can be in it: as its legal form is listed or not; both while the form is not known. */
function rolesOf(measure: Measure, scope: Scope): Role[] {
  const { listed, other } = rolesByForm(measure);
  if (measure.applicantForms === undefined) return [listed];
  const { outcome } = evaluate({ fact: "company.legalForm", in: measure.applicantForms }, scope);
  return outcome === "satisfied" ? [listed] : outcome === "unsatisfied" ? [other] : [listed, other];
}

function judgeUnit(
  measure: Measure,
  status: Status,
  roles: Role[],
  scope: Scope,
  node: Node | null,
  listed: boolean,
): Judged {
  const named = node === null ? scope : withName(scope, "item", node);
  const trigger = triggerOf(measure);
  const when = trigger === undefined ? undefined : factAt(named, trigger);
  const inner: Scope = when === undefined ? named : { ...named, on: daysOf(when), onPath: when.path };
  const candidates = saidOn(measure, status, inner.on).flatMap((said) => {
    // Under these terms the day lies in their time, which may decide an age that the open day does not.
    const read: Scope = said.terms === null ? inner : { ...inner, on: said.days };
    return roles.map(
      (role): Candidate => ({ terms: said.terms, role, scope: read, verdict: verdictOf(measure, said, role, read) }),
    );
  });
  const verdicts = candidates.map((each) => each.verdict);
  const agreed = verdicts.every((each) => each.eligibility === verdicts[0]?.eligibility)
    ? verdicts[0]?.eligibility
    : undefined;
  const eligibility = agreed ?? "undetermined";
  const spoken = agreed === undefined ? verdicts.filter((each) => each.eligibility === "undetermined") : verdicts;
  const choice = [...(roles.length > 1 ? ["company.legalForm"] : []), ...(isOneDay(inner.on) ? [] : [inner.onPath])];
  const determining = unique(spoken.flatMap((each) => each.determining));
  return {
    node,
    listed,
    on: inner.on,
    presumed: when?.provenance === "presumed" ? [when.path, inner.on.min] : undefined,
    candidates,
    eligibility,
    determining:
      determining.length > 0 || eligibility !== "undetermined" ? determining : [openChoice(measure, inner, choice)],
    others: othersBeside(
      determining,
      verdicts.flatMap((each) => [...each.determining, ...each.others]),
    ),
    missing:
      eligibility === "undetermined"
        ? [...new Set([...spoken.flatMap((each) => each.missing), ...(candidates.length > 1 ? choice : [])])]
        : [],
  };
}

function verdictOf(measure: Measure, said: Said, role: Role, scope: Scope): Verdict {
  if (said.terms === null) return withoutTerms(measure, said.because, scope);
  if (role === "none") return outOfReach(measure, said.terms, scope);
  return decide(measure, said.terms, role, scope);
}

const empty = { others: [], missing: [], subjectTo: [], routes: [], presumed: [] };
/** Before the first terms nothing is known; in a gap the rule did not exist. */
function withoutTerms(measure: Measure, because: "before" | "gap" | "not-available", scope: Scope): Verdict {
  const outcome = because === "gap" ? "unsatisfied" : "unknown";
  const leaf: Leaf = { ...notStated(scope), outcome, operator: "terms" };
  const decision: Decision = {
    criterion: { id: "no-terms", source: anySource(measure) },
    kind: "criterion",
    finding: { outcome, leaves: [leaf] },
    cause: "no-terms",
  };
  return { ...empty, eligibility: because === "gap" ? "ineligible" : "undetermined", determining: [decision] };
}

function outOfReach(measure: Measure, terms: Terms, scope: Scope): Verdict {
  const finding: Finding = evaluate({ fact: "company.legalForm", in: measure.applicantForms ?? ["-"] }, scope);
  const decision: Decision = {
    criterion: { id: "applicant-kind", source: terms.sources[0] as string },
    kind: "criterion",
    finding: { ...finding, outcome: "unsatisfied" },
  };
  return { ...empty, eligibility: "ineligible", determining: [decision] };
}

/** Readings disagree although each is decided: what keeps it open is the choice between them. */
function openChoice(measure: Measure, scope: Scope, missing: string[]): Decision {
  return {
    criterion: { id: "which-terms", source: anySource(measure) },
    kind: "criterion",
    finding: { outcome: "unknown", leaves: [{ ...notStated(scope), operator: "terms", missing }] },
  };
}
