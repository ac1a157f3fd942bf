import { evaluate } from "../engine/evaluate.ts";
import type { Scope } from "../facts/scope.ts";
import type { Measure, Role } from "../schema/measure.ts";

/** What a company is in the measure if no legal form makes it the applicant. */
export function otherRole({ applicant, applicantForms, beneficiary }: Measure): Role {
  if (applicantForms === undefined && applicant === "company") return "applicant";
  if (applicantForms === undefined && applicant === "not-stated") return "unknown";
  return beneficiary === "company" ? "beneficiary" : "none";
}

/** What the profile's company can be in the measure: it applies, it profits from somebody's application, or neither. */
export function rolesOf(measure: Measure, scope: Scope): Role[] {
  const other = otherRole(measure);
  if (measure.applicantForms === undefined) return [other];
  const { outcome } = evaluate({ fact: "company.legalForm", in: measure.applicantForms }, scope);
  return outcome === "satisfied" ? ["applicant"] : outcome === "unsatisfied" ? [other] : ["applicant", other];
}
