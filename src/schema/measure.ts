import * as z from "zod/mini";
import { Benefit, SubsidyPatch } from "./benefit-schema.ts";
import { befores, characters, kinds, needs, rights, statuses } from "./codes.ts";
import { Condition } from "./condition-schema.ts";
import { Bilingual, Day, dated, HttpsAddress, Id, Path } from "./primitives.ts";

export * from "./codes.ts";

/**
 * One requirement. With a `condition` it is formal and decides; with `judgedBy` it is judged and travels along:
 * by the `authority` (a person decides) or by the `applicant` (a step taken at will).
 */
export const Criterion = z
  .strictObject({
    id: Id,
    text: Bilingual,
    condition: z.optional(Condition),
    judgedBy: z.optional(z.enum(["authority", "applicant"])),
    /** When a step must be done: `grant-decision`, `filing`, `request` or a day. */
    before: z.optional(z.union([z.enum(befores), Day])),
    /** Holds only for the party in this role. */
    role: z.optional(z.enum(["applicant", "beneficiary"])),
    from: z.optional(Day),
    to: z.optional(Day),
    source: Id,
  })
  .check(
    z.refine((criterion) => (criterion.condition === undefined) !== (criterion.judgedBy === undefined), {
      params: { code: "neither-formal-nor-judged" },
    }),
  );
export type Criterion = z.infer<typeof Criterion>;

/** A window for applications. It belongs to the fiscal year that it pays from. */
export const Call = z.strictObject({
  id: Id,
  fiscalYear: z.int(),
  opens: z.optional(Day),
  closes: z.optional(Day),
  /** Taken at any time until the fiscal year ends. */
  rolling: z.optional(z.literal(true)),
  /** Whose call it is. A company belongs there by its main place of business, unless `when` says otherwise. */
  prefectures: z.optional(z.array(z.string())),
  /** For whom the call is held, where not for everybody. */
  when: z.optional(Condition),
  source: Id,
});
export type Call = z.infer<typeof Call>;

const calls = {
  calls: z.optional(z.array(Call)),
  /** Every call of the period is listed, so that silence means closed. */
  callsComplete: z.optional(z.boolean()),
};

const Criteria = z.union([z.literal("not-stated"), z.array(Criterion)]);

/** One way in among several, with its own body, criteria, calls and dates. */
export const Route = z.strictObject({
  id: Id,
  authority: Id,
  from: z.optional(Day),
  to: z.optional(Day),
  criteria: z.optional(z.array(Criterion)),
  benefit: z.optional(SubsidyPatch),
  ...calls,
});
export type Route = z.infer<typeof Route>;

export const Terms = z.strictObject({
  ...dated,
  lastSeen: Day,
  renewal: z.enum(["yearly", "standing"]),
  /** The date that these terms are read on; asOf where absent. */
  on: z.optional(Path),
  criteria: Criteria,
  exclusions: z.optional(z.array(Criterion)),
  benefit: Benefit,
  routes: z.optional(z.array(Route)),
  ...calls,
  sources: z.array(Id).check(z.minLength(1)),
});
export type Terms = z.infer<typeof Terms>;

const status = z
  .array(z.strictObject({ from: z.nullable(Day), is: z.enum(statuses), source: Id }))
  .check(z.minLength(1));

const header = {
  id: Id,
  name: Bilingual,
  aliases: z.optional(z.array(z.string())),
  rights: z.array(z.enum(rights)),
};

/** Whom the measure serves best. It orders results and never decides. */
const Fits = z.strictObject({
  /** 知財活用度, 0 to 4. */
  stages: z.optional(z.array(z.int().check(z.minimum(0), z.maximum(4)))),
  /** How sure the source is read: `low` is never used to order. */
  characters: z.optional(
    z.array(z.strictObject({ is: z.enum(characters), confidence: z.enum(["high", "medium", "low"]) })),
  ),
  needs: z.optional(z.array(z.enum(needs))),
  source: Id,
});
export type Fits = z.infer<typeof Fits>;

const Own = z.strictObject({
  ...header,
  kind: z.enum(kinds),
  authority: Id,
  /** Who applies: `company`, `financial-institution` … or `not-stated`. */
  applicant: Id,
  /** Legal forms that can apply, where the applicant is not any company. */
  applicantForms: z.optional(z.array(z.string())),
  beneficiary: z.optional(z.literal("company")),
  status,
  /** The official page, where one is known. */
  page: z.optional(HttpsAddress),
  /** What has to be handed in, as far as a source says. */
  documents: z.optional(z.array(Bilingual)),
  fits: z.optional(Fits),
  /** The umbrella that it belongs to, which has no amount of its own. */
  parent: z.optional(Id),
  /** Measures whose grant rules out this one in the same fiscal year; it need stand in one of the two only. */
  exclusiveWith: z.optional(z.array(z.strictObject({ measure: Id, source: Id })).check(z.minLength(1))),
  /** The list whose entries are eligible or not. */
  each: z.optional(Path),
  /** What makes entries one case. */
  case: z.optional(z.strictObject({ by: Path })),
  terms: z.array(Terms),
});

/** A special case of another measure: its terms, narrowed; its money counts once. */
const View = z.strictObject({ ...header, viewOf: Id, only: Condition, source: Id });

export const MeasureFile = z.union([Own, View]);
export type MeasureFile = z.infer<typeof MeasureFile>;
export type View = z.infer<typeof View>;

/** A measure as stages see it: a view has its parent's terms and the condition that narrows them. */
export type Measure = z.infer<typeof Own> & { view?: { of: string; only: Criterion } };
