import * as z from "zod/mini";
import type * as Answer from "../../schema/assessment.ts";
import { FactEntry } from "../../schema/law.ts";
import { kinds, rights, roles, statuses } from "../../schema/measure.ts";
import { Bilingual, Day, Id } from "../../schema/primitives.ts";
import { availabilities, Estimate, eligibilities, freshnesses, JudgedCriterion, Source } from "./values.ts";

const optional = z.exactOptional;

const outcome = z.enum(["satisfied", "unsatisfied", "unknown"]);
const provenance = z.enum(["given", "declared", "derived", "presumed"]);
const eligibility = z.enum(eligibilities);

export const Expected: z.ZodMiniType<Answer.Expected> = z.strictObject({
  fact: z.string(),
  operator: z.string(),
  value: z.unknown(),
  outcome,
  provenance,
  chooses: optional(z.literal(true)),
  by: optional(z.strictObject({ fact: z.string(), value: z.string() })),
  within: optional(z.array(z.strictObject({ definition: z.string(), of: z.string(), outcome }))),
  source: optional(z.string()),
});

export const CriterionResult: z.ZodMiniType<Answer.CriterionResult> = z.strictObject({
  criterion: z.string(),
  kind: z.enum(["criterion", "exclusion"]),
  text: optional(Bilingual),
  outcome,
  expected: z.array(Expected),
  actual: z.record(z.string(), z.unknown()),
  provenance,
  on: z.string(),
  source: Source,
  cause: optional(z.enum(["facts-missing", "rule-not-stated", "no-terms"])),
  item: optional(z.string()),
  route: optional(z.string()),
});

const judged = {
  eligibility,
  determining: z.array(CriterionResult),
  others: z.array(CriterionResult),
  missing: z.array(z.string()),
  estimate: z.nullable(Estimate),
};

export const ItemResult: z.ZodMiniType<Answer.ItemResult> = z.strictObject({
  path: z.string(),
  on: z.string(),
  ...judged,
  terms: z.nullable(z.strictObject({ from: z.nullable(Day), to: z.nullable(Day) })),
});

export const Result: z.ZodMiniType<Answer.Result> = z.strictObject({
  asOf: Day,
  measure: z.strictObject({
    id: Id,
    name: Bilingual,
    kind: z.enum(kinds),
    authority: z.string(),
    rights: z.array(z.enum(rights)),
  }),
  status: z.enum(statuses),
  applicant: z.string(),
  role: z.enum(roles),
  availability: z.enum(availabilities),
  freshness: z.enum(freshnesses),
  ...judged,
  subjectTo: z.array(JudgedCriterion),
  place: z.nullable(z.enum(["here", "elsewhere"])),
  fits: z.array(
    z.strictObject({ by: z.enum(["stage", "character", "need"]), value: z.union([z.string(), z.number()]) }),
  ),
  assumes: z.array(z.strictObject({ fact: z.string(), value: z.unknown() })),
  items: z.nullable(z.array(ItemResult)),
  routes: z.array(
    z.strictObject({
      id: z.string(),
      authority: z.string(),
      eligibility,
      availability: z.enum(availabilities),
    }),
  ),
  call: z.nullable(
    z.strictObject({
      id: z.string(),
      fiscalYear: z.int(),
      opens: z.nullable(Day),
      closes: z.nullable(Day),
    }),
  ),
  parent: z.nullable(z.string()),
  viewOf: z.nullable(z.string()),
  terms: z.nullable(
    z.strictObject({ from: z.nullable(Day), to: z.nullable(Day), lastSeen: Day, sources: z.array(Source) }),
  ),
});

/** A sentence put together, so without the limit of a label. */
const Wording = z.strictObject({ ja: z.string(), en: z.string() });

export const Question: z.ZodMiniType<Answer.Question> = z.strictObject({
  fact: z.string(),
  type: FactEntry.shape.type,
  unit: optional(FactEntry.shape.unit.def.innerType),
  options: optional(z.array(z.string())),
  labels: optional(z.record(z.string(), Bilingual)),
  text: Wording,
  help: Wording,
  dontKnow: Wording,
  settles: z.strictObject({ verdicts: z.number(), yen: z.int() }),
  measures: z.array(Id),
});

const Office = z.strictObject({ name: Bilingual, page: z.nullable(z.string()) });

/** What is found in a profile that can be read: contradictions. */
const Contradiction = z.strictObject({
  path: z.string(),
  code: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});

export const Assessment = z.strictObject({
  asOf: Day,
  catalog: z.strictObject({ version: z.string() }),
  results: z.array(Result),
  questions: z.array(Question),
  region: z.nullable(z.strictObject({ prefecture: z.string(), bureau: Office, desk: z.nullable(Office) })),
  issues: z.array(Contradiction),
});
