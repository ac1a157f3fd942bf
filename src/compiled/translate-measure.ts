import { onDay } from "../facts/days.ts";
import type { Scope } from "../facts/scope.ts";
import type { Condition } from "../schema/condition.ts";
import type { Criterion, Measure, Role, Terms } from "../schema/measure.ts";
import { holdsOn, isFormal, saysWho } from "../verdict/decide.ts";
import { judge } from "../verdict/judge.ts";
import { otherRole } from "../verdict/roles.ts";
import { type Said, saidOn, statusOn, triggerOf } from "../verdict/terms.ts";
import {
  agreed,
  all,
  any,
  type Expression,
  known,
  type Level,
  not,
  satisfied,
  unknown,
  unsatisfied,
} from "./expression.ts";
import type { Names, translator } from "./translate.ts";
import type { Vocabularies } from "./vocabularies.ts";

const levels = { ineligible: unsatisfied, undetermined: unknown, eligible: satisfied } as const;

/** What a measure asks of a company on a day, as conditions that must all hold for the company to be eligible. */
export function translateMeasure(
  measure: Measure,
  blank: Scope,
  words: Vocabularies,
  translate: ReturnType<typeof translator>,
): Expression[] {
  // Rules that are read on a day of the profile are read anew for each company.
  if (triggerOf(measure) !== undefined)
    return [words.ask(false, `verdict of ${measure.id}`, (scope): Level => levels[judge(measure, scope).eligibility])];
  const said = saidOn(measure, statusOn(measure, blank.asOf), onDay(blank.asOf));
  const isSilent = said.every((each) => each.terms === null);
  const list = isSilent ? undefined : measure.each;
  const names: Names = list === undefined ? {} : { item: list };
  const whole = agreed(said.map((each) => ofRoles(measure, each, names)));
  const parts = whole.op === "all" ? whole.parts : [whole];
  if (list === undefined) return parts;
  // An entry is eligible where the company and the entry are; what the company lacks, every entry lacks.
  const ofEntry = all(parts.filter((part) => part.readsEntry));
  return [...parts.filter((part) => !part.readsEntry), words.overEntries("some", list, "item", ofEntry)];

  function ofRoles(of: Measure, each: Said, within: Names): Expression {
    if (each.terms === null) return known(each.because === "gap" ? unsatisfied : unknown);
    const { terms } = each;
    const inRole = (role: Role): Expression =>
      role === "none" ? known(unsatisfied) : required(of, terms, role, within);
    const { applicantForms } = of;
    const other = otherRole(of);
    if (applicantForms === undefined) return inRole(other);
    const applies = translate({ fact: "company.legalForm", in: applicantForms }, {});
    const [asApplicant, asOther] = [inRole("applicant"), inRole(other)];
    // Of a company whose form is not known it is open which of both it is.
    if (asOther.key === known(unsatisfied).key) return all([applies, asApplicant]);
    return any([all([applies, asApplicant]), all([not(applies), asOther]), all([asApplicant, asOther])]);
  }

  function required(of: Measure, terms: Terms, role: Role, within: Names): Expression {
    const formal = (criteria: readonly Criterion[]): Expression[] =>
      criteria
        .filter((each) => isFormal(each) && (each.role === undefined || each.role === role))
        .filter((each) => holdsOn(each, blank) !== "none")
        .map((each) => translate(each.condition as Condition, within));
    const routes = (terms.routes ?? []).filter((route) => holdsOn(route, blank) !== "none");
    return all([
      ...formal(of.view === undefined ? [] : [of.view.only]),
      ...formal(terms.criteria === "not-stated" ? [] : terms.criteria),
      ...formal(terms.exclusions ?? []).map(not),
      ...(saysWho(of, terms) ? [] : [known(unknown)]),
      ...(routes.length === 0 ? [] : [any(routes.map((route) => all(formal(route.criteria ?? []))))]),
    ]);
  }
}
