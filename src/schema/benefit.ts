import * as z from "zod/mini";
import { Condition } from "./condition.ts";
import { Id, ParameterId, Path, Ratio, Share, Yen } from "./primitives.ts";

export const capScopes = [
  "procedure",
  "case",
  "project-year",
  "project",
  "applicant-fiscal-year",
  "applicant",
  "unstated",
] as const;
export type CapScope = (typeof capScopes)[number];

/** The scopes that a cap of a rule may have: those that the amounts are computed with. */
const cappedScopes = ["case", "applicant-fiscal-year", "applicant", "unstated"] as const satisfies readonly CapScope[];

/** Every cap that matches applies; the least wins. */
export const Cap = z.strictObject({
  scope: z.enum(cappedScopes),
  rights: z.optional(z.array(z.string())),
  purpose: z.optional(z.string()),
  when: z.optional(Condition),
  /** Names a cap that measures, bodies and rounds share. */
  pool: z.optional(Id),
  yen: Yen,
});
export type Cap = z.infer<typeof Cap>;

export const Rounding = z.strictObject({
  unit: z.int().check(z.minimum(1)),
  direction: z.literal("down"),
  at: z.enum(["case", "year", "total"]),
  /** Where only some bodies are known to round. */
  when: z.optional(Condition),
});
export type Rounding = z.infer<typeof Rounding>;

const Limit = z.strictObject({
  scope: z.literal("applicant-fiscal-year"),
  rights: z.array(z.string()),
  cases: z.int().check(z.minimum(1)),
  source: Id,
});

export const Subsidy = z.strictObject({
  kind: z.literal("subsidy"),
  rate: z.optional(Ratio),
  caps: z.array(Cap),
  rounding: z.optional(Rounding),
  limits: z.optional(z.array(Limit)),
  eligibleExpenses: z.optional(z.array(z.string())),
  ineligibleExpenses: z.optional(z.array(z.string())),
  /** Of a joint filing only the applicant's share of the expense counts. */
  applicantShare: z.optional(Path),
  source: Id,
});
export type Subsidy = z.infer<typeof Subsidy>;

/** Who pays which share, decided for each applicant (`self`); the least payable wins. */
const FeeClass = z.strictObject({
  id: Id,
  when: Condition,
  pay: Share,
  /** After so many reduced requests in a fiscal year the class gives nothing more. */
  quota: z.optional(z.strictObject({ limit: ParameterId, used: Path })),
  source: Id,
});
export type FeeClass = z.infer<typeof FeeClass>;

export const FeeReduction = z.strictObject({
  kind: z.literal("fee-reduction"),
  /** The tariff of an entry for which `charged` holds. */
  fee: z.strictObject({ table: ParameterId, on: Path, units: Path, charged: Condition }),
  /** Where the co-applicants stand, parties with a share each. */
  coApplicants: z.optional(Path),
  classes: z.array(FeeClass).check(z.minLength(1)),
  rounding: Rounding,
  source: Id,
});
export type FeeReduction = z.infer<typeof FeeReduction>;

/** Help without money. `userPays` is absent where no source says what it costs. */
export const InKind = z.strictObject({ kind: z.literal("in-kind"), userPays: z.optional(Yen), source: Id });

/** Money, but no source prints rate or cap. */
export const Unstated = z.strictObject({ kind: z.literal("unstated"), source: Id });

export const Benefit = z.discriminatedUnion("kind", [Subsidy, FeeReduction, InKind, Unstated]);
export type Benefit = z.infer<typeof Benefit>;

/** A route may replace single keys of the subsidy of its terms. */
export const SubsidyPatch = z.partial(z.omit(Subsidy, { kind: true, source: true }));
