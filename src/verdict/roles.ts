import { evaluate } from "../engine/evaluate.ts";
import type { Scope } from "../facts/scope.ts";
import type { Measure, Role } from "../schema/measure.ts";

/** What a company can be in the measure: it applies, it profits from somebody's application, or neither. */
export function rolesByForm({ applicant, applicantForms, beneficiary }: Measure): { listed: Role; other: Role } {
  const other: Role = beneficiary === "company" ? "beneficiary" : "none";
  if (applicantForms !== undefined) return { listed: "applicant", other };
  const any: Role = applicant === "company" ? "applicant" : applicant === "not-stated" ? "unknown" : other;
  return { listed: any, other: any };
}

/** What the profile's company can be in it: as its legal form is listed or not; both while the form is not known. */
export function rolesOf(measure: Measure, scope: Scope): Role[] {
  const { listed, other } = rolesByForm(measure);
  if (measure.applicantForms === undefined) return [listed];
  const { outcome } = evaluate({ fact: "company.legalForm", in: measure.applicantForms }, scope);
  return outcome === "satisfied" ? [listed] : outcome === "unsatisfied" ? [other] : [listed, other];
}
