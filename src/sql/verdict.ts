import { onDay } from "../facts/days.ts";
import { daysOf, factAt, nodeAt, type Scope, withName } from "../facts/scope.ts";
import type { Criterion, Measure, Role, Route, Status, Terms } from "../schema/measure.ts";
import { holdsOn, isFormal, saysWho } from "../verdict/decide.ts";
import { rolesByForm } from "../verdict/roles.ts";
import { type Said, saidOn, statusOn, triggerOf } from "../verdict/terms.ts";
import { truthOf } from "./condition.ts";
import { absentList, heldAt, type Reading } from "./reading.ts";
import {
  all,
  any,
  atMostSatisfied,
  atMostUnsatisfied,
  choose,
  join,
  known,
  not,
  refused,
  type Truth,
  unknown,
} from "./truth.ts";

/** Whether a measure can be used, for each row, as `judge` would find it for a profile made of the row. */
export function verdictTruth(measure: Measure, scope: Scope, reading: Reading): Truth {
  const status = statusOn(measure, scope.asOf);
  const said = saidOn(measure, status, onDay(scope.asOf));
  const isSilent = triggerOf(measure) === undefined && said.every((each) => each.terms === null);
  if (measure.each === undefined || isSilent) return unitTruth(measure, status, scope, reading);
  if (reading.table.has(nodeAt(scope, measure.each).path)) return refused("members-of-a-set", measure.each);
  const list = absentList(measure.each, scope, reading);
  if (list.complete) return known("unsatisfied");
  // No table says that there is an entry; if none whatever could be eligible, that is certain all the same.
  return atMostUnsatisfied(unitTruth(measure, status, withName(scope, "item", list.unlisted), reading));
}

/** The company, or an entry that nobody lists, under every reading that may hold. */
function unitTruth(measure: Measure, status: Status, scope: Scope, reading: Reading): Truth {
  const trigger = triggerOf(measure);
  if (trigger !== undefined && heldAt(trigger, scope, reading) !== undefined)
    return refused("date-of-the-row", trigger);
  const when = trigger === undefined ? undefined : factAt(scope, trigger);
  const inner: Scope = when === undefined ? scope : { ...scope, on: daysOf(when), onPath: when.path };
  const said = saidOn(measure, status, inner.on);
  const as = (role: Role): Truth[] =>
    said.map((each) =>
      saidTruth(measure, each, role, each.terms === null ? inner : { ...inner, on: each.days }, reading),
    );
  const { listed, other } = rolesByForm(measure);
  const { applicantForms } = measure;
  if (applicantForms === undefined) return join(as(listed));
  const isListed = truthOf({ fact: "company.legalForm", in: applicantForms }, scope, reading);
  const [ofListed, ofOthers] = [as(listed), as(other)];
  return choose(
    [
      { when: isListed, then: join(ofListed) },
      { when: not(isListed), then: join(ofOthers) },
    ],
    join([...ofListed, ...ofOthers]),
  );
}

function saidTruth(measure: Measure, said: Said, role: Role, scope: Scope, reading: Reading): Truth {
  if (said.terms === null) return said.because === "gap" ? known("unsatisfied") : unknown;
  return role === "none" ? known("unsatisfied") : termsTruth(measure, said.terms, role, scope, reading);
}

/** Criteria, exclusions and ways in of one set of terms, for a party in one role. */
function termsTruth(measure: Measure, terms: Terms, role: Role, scope: Scope, reading: Reading): Truth {
  const required = (criteria: readonly Criterion[] | undefined, isExclusion: boolean) =>
    (criteria ?? [])
      .filter(
        (each) => isFormal(each) && (each.role === undefined || each.role === role) && holdsOn(each, scope) !== "none",
      )
      .map((each) => {
        const truth = truthOf(each.condition ?? true, scope, reading);
        const requirement = isExclusion ? not(truth) : truth;
        // What holds on some of the possible days only is not yet certain to stand against it.
        return holdsOn(each, scope) === "all" ? requirement : atMostSatisfied(requirement);
      });
  const wayIn = (route: Route) => {
    const truth = all(required(route.criteria, false));
    return holdsOn(route, scope) === "all" ? truth : atMostUnsatisfied(truth);
  };
  const routes = (terms.routes ?? []).filter((route) => holdsOn(route, scope) !== "none");
  return all([
    ...required(measure.view === undefined ? [] : [measure.view.only], false),
    ...required(terms.criteria === "not-stated" ? [] : terms.criteria, false),
    ...required(terms.exclusions, true),
    saysWho(measure, terms) ? known("satisfied") : unknown,
    routes.length === 0 ? known("satisfied") : any(routes.map(wayIn)),
  ]);
}
