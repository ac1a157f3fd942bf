import { type Days, onDay } from "../facts/days.ts";
import { daysOf, factAt, listAt, type Scope, withName } from "../facts/scope.ts";
import type { Condition } from "../schema/condition.ts";
import type { Criterion, Measure, Role, Route, Terms } from "../schema/measure.ts";
import { holdsOn, isFormal, saysWho } from "../verdict/decide.ts";
import { judge, judgeEntry } from "../verdict/judge.ts";
import { rolesByForm } from "../verdict/roles.ts";
import { type Said, saidOn, statusOn, triggerOf } from "../verdict/terms.ts";
import { agreed, all, any, type Expression, known, not, satisfied, unknown, unsatisfied } from "./expression.ts";
import type { Reading, translator } from "./translate.ts";
import type { Vocabularies } from "./vocabularies.ts";

const levels = { ineligible: unsatisfied, undetermined: unknown, eligible: satisfied } as const;

/** What a measure asks of a company on a day, as one expression; satisfied means eligible. */
export function translateMeasure(
  measure: Measure,
  blank: Scope,
  words: Vocabularies,
  translate: ReturnType<typeof translator>,
): Expression {
  const today = onDay(blank.asOf);
  const status = statusOn(measure, blank.asOf);
  const trigger = triggerOf(measure);
  const isSilent = trigger === undefined && saidOn(measure, status, today).every((each) => each.terms === null);
  if (measure.each === undefined && trigger !== undefined)
    return words.ask("company", `verdict of ${measure.id}`, (scope) => levels[judge(measure, scope).eligibility]);
  if (measure.each === undefined || isSilent) return verdictOn(today, {});
  const list = measure.each;
  if (trigger === undefined) return ofEntries(list, verdictOn(today, { item: list }));
  // Rules that are read on a day of the entry: what is not listed has the same days for everybody, the rest is asked.
  const named = withName(blank, "item", listAt(blank, list).unlisted);
  const unlisted = verdictOn(daysOf(factAt(named, trigger)), { item: list });
  const listed = words.ask("both", `entry of ${measure.id}`, (scope) => levels[judgeEntry(measure, scope)]);
  return words.overEntries("some", list, "item", words.listedOrNot(list, listed, unlisted));

  function verdictOn(days: Days, names: Omit<Reading, "on">): Expression {
    const said = saidOn(measure, status, days);
    const roles = rolesByForm(measure);
    const other = agreed(said.map((each) => inRole(each, roles.other, names, days)));
    if (measure.applicantForms === undefined) return other;
    const applies = translate({ fact: "company.legalForm", in: measure.applicantForms }, { on: days });
    const applicant = agreed(said.map((each) => inRole(each, roles.listed, names, days)));
    // Of a company whose form is not known it is open which of both it is.
    if (other.key === known(unsatisfied).key) return all([applies, applicant]);
    return any([all([applies, applicant]), all([not(applies), other]), all([applicant, other])]);
  }

  function inRole(said: Said, role: Role, names: Omit<Reading, "on">, days: Days): Expression {
    if (said.terms === null) return known(said.because === "gap" ? unsatisfied : unknown);
    return role === "none"
      ? known(unsatisfied)
      : required(said.terms, role, { ...names, on: trigger ? said.days : days });
  }

  function required(terms: Terms, role: Role, reading: Reading): Expression {
    const scope = { ...blank, on: reading.on };
    // What holds on some of the days only is not certain to be asked for, nor to suffice.
    const formal = (criteria: readonly Criterion[], isExcluding = false): Expression[] =>
      criteria
        .filter((each) => isFormal(each) && (each.role === undefined || each.role === role))
        .filter((each) => holdsOn(each, scope) !== "none")
        .map((each) => {
          const condition = translate(each.condition as Condition, reading);
          const wanted = isExcluding ? not(condition) : condition;
          return holdsOn(each, scope) === "all" ? wanted : any([wanted, known(unknown)]);
        });
    const wayIn = (route: Route): Expression => {
      const asked = all(formal(route.criteria ?? []));
      return holdsOn(route, scope) === "all" ? asked : all([asked, known(unknown)]);
    };
    const routes = (terms.routes ?? []).filter((route) => holdsOn(route, scope) !== "none");
    return all([
      ...formal(measure.view === undefined ? [] : [measure.view.only]),
      ...formal(terms.criteria === "not-stated" ? [] : terms.criteria),
      ...formal(terms.exclusions ?? [], true),
      ...(saysWho(measure, terms) ? [] : [known(unknown)]),
      ...(routes.length === 0 ? [] : [any(routes.map(wayIn))]),
    ]);
  }

  /** An entry is eligible where the company and the entry are; what the company lacks, every entry lacks. */
  function ofEntries(list: string, whole: Expression): Expression {
    const parts = whole.op === "all" ? whole.parts : [whole];
    const ofEntry = all(parts.filter((part) => part.readsEntry));
    return all([...parts.filter((part) => !part.readsEntry), words.overEntries("some", list, "item", ofEntry)]);
  }
}
