import type { Benefit, FeeReduction, Subsidy, SubsidyPatch } from "./benefit.ts";
import type { Condition } from "./condition.ts";

/** What a benefit refers to, so that it can be checked without knowing its kind. `at` is the place inside it. */
export interface BenefitReads {
  /** `party`: read for each applicant as `self`. */
  conditions: { at: string; condition: Condition; party?: true }[];
  paths: { at: string; path: string }[];
  parameters: { at: string; id: string }[];
  sources: { at: string; id: string }[];
  /** The list whose entries are `item`, where it is not that of the measure. */
  each?: string | undefined;
}

const nothing: BenefitReads = { conditions: [], paths: [], parameters: [], sources: [] };

export function readsOf(benefit: Benefit): BenefitReads {
  const sources = [{ at: "benefit", id: benefit.source }];
  switch (benefit.kind) {
    case "subsidy":
      return readsOfSubsidy(benefit, sources);
    case "fee-reduction":
      return readsOfFees(benefit, sources);
    default:
      return { ...nothing, sources };
  }
}

/** Also for what a route replaces of it. */
export function readsOfSubsidy(patch: SubsidyPatch | Subsidy, sources: BenefitReads["sources"] = []): BenefitReads {
  const { caps = [], rates = [], limits = [], rounding, expense, applicantShare } = patch;
  const conditions = [
    ...caps.map(({ when }, index) => ({ at: `caps[${index}]`, condition: when })),
    ...rates.map(({ when }, index) => ({ at: `rates[${index}]`, condition: when })),
    { at: "rounding", condition: rounding?.when },
  ].flatMap(({ at, condition }) => (condition === undefined ? [] : [{ at, condition }]));
  const paths = [
    ...caps.map(({ share }, index) => ({ at: `caps[${index}]`, path: share?.fact })),
    { at: "expense.fact", path: expense?.fact },
    { at: "applicantShare", path: applicantShare },
  ].flatMap(({ at, path }) => (path === undefined ? [] : [{ at, path }]));
  return {
    ...nothing,
    conditions,
    paths,
    sources: [...sources, ...limits.map(({ source }, index) => ({ at: `limits[${index}]`, id: source }))],
    each: expense?.each,
  };
}

function readsOfFees({ fees, classes, coApplicants }: FeeReduction, sources: BenefitReads["sources"]): BenefitReads {
  return {
    conditions: [
      ...fees.flatMap(({ id, charged }) =>
        charged === undefined ? [] : [{ at: `fees.${id}.charged`, condition: charged }],
      ),
      ...classes.map(({ id, when }) => ({ at: `classes.${id}`, condition: when, party: true as const })),
    ],
    paths: [
      ...fees.flatMap(({ id, on, units, years, classesOn }) =>
        [on, units, years?.of, classesOn].flatMap((path) => (path === undefined ? [] : [{ at: `fees.${id}`, path }])),
      ),
      ...classes.flatMap(({ id, quota }) =>
        quota === undefined ? [] : [{ at: `classes.${id}.quota`, path: quota.used }],
      ),
      ...(coApplicants === undefined ? [] : [{ at: "coApplicants", path: coApplicants }]),
    ],
    parameters: [
      ...fees.flatMap(({ id, table }) => (table === undefined ? [] : [{ at: `fees.${id}.table`, id: table }])),
      ...classes.flatMap(({ id, quota }) =>
        quota === undefined ? [] : [{ at: `classes.${id}.quota`, id: quota.limit }],
      ),
    ],
    sources: [...sources, ...classes.map(({ id, source }) => ({ at: `classes.${id}`, id: source }))],
  };
}
