import * as z from "zod/mini";
import { capScopes } from "./benefit.ts";
import { Condition } from "./condition-schema.ts";
import { Bilingual, Id, ParameterId, Path, Ratio, Share, ShareOf, Yen } from "./primitives.ts";

const exactlyOne = (...keys: readonly string[]) =>
  z.refine<object>((entry) => keys.filter((key) => key in entry).length === 1, {
    params: { code: "exactly-one-of", args: { keys: keys.join(", ") } },
  });

/** Every cap that matches applies; the least wins. It is a figure, or a share of a fact. */
export const Cap = z
  .strictObject({
    scope: z.enum(capScopes),
    rights: z.optional(z.array(z.string())),
    purpose: z.optional(z.string()),
    when: z.optional(Condition),
    /** For whom or what `when` holds, in words. */
    text: z.optional(Bilingual),
    /** Names a cap that measures, bodies and rounds share. */
    pool: z.optional(Id),
    /** A `project` cap on so many first years together. */
    years: z.optional(z.int().check(z.minimum(1))),
    yen: z.optional(Yen),
    share: z.optional(ShareOf),
  })
  .check(exactlyOne("yen", "share"));

export const Rounding = z.strictObject({
  unit: z.int().check(z.minimum(1)),
  direction: z.literal("down"),
  at: z.enum(["case", "total"]),
  /** Where only some bodies are known to round. */
  when: z.optional(Condition),
});

/** Of the cases (of some rights) only so many are funded a year: the best ones. */
const Limit = z.strictObject({
  scope: z.literal("applicant-fiscal-year"),
  rights: z.optional(z.array(z.string())),
  cases: z.int().check(z.minimum(1)),
  source: Id,
});

/** The rate of those for whom `when` holds, where no rate before it holds; the last may hold for all others. */
export const RateCase = z.strictObject({
  when: z.optional(Condition),
  text: z.optional(Bilingual),
  rate: z.optional(Ratio),
});

export const Subsidy = z.strictObject({
  kind: z.literal("subsidy"),
  /** Absent where no source prints one: somewhere from nothing to the whole expense. */
  rate: z.optional(Ratio),
  /** In place of one rate; a case without `rate` is paid a fixed sum (定額), not a share. */
  rates: z.optional(z.array(RateCase).check(z.minLength(1))),
  /** 定額: a sum that the authority sets, not a share of the expense. */
  fixed: z.optional(z.literal(true)),
  caps: z.array(Cap),
  rounding: z.optional(Rounding),
  limits: z.optional(z.array(Limit)),
  /** What the applicant itself bears of a case at least, in yen. */
  selfPayment: z.optional(Yen),
  /** Whose expense: each entry's own, unless one figure of the profile or the costs of a list stand here. */
  expense: z.optional(
    z.strictObject({ fact: z.optional(Path), each: z.optional(Path) }).check(exactlyOne("fact", "each")),
  ),
  eligibleExpenses: z.optional(z.array(z.string())),
  ineligibleExpenses: z.optional(z.array(z.string())),
  /** Of a joint filing only the applicant's share of the expense counts. */
  applicantShare: z.optional(Path),
  source: Id,
});

/** A fee of an entry, due where `charged` holds. Without a table only the share is known. */
export const Fee = z.strictObject({
  id: Id,
  table: z.optional(ParameterId),
  /** The date that the table is read on. */
  on: z.optional(Path),
  /** What the fee grows with. */
  units: z.optional(Path),
  /** A yearly fee: of the years paid for, those from the first to the last. */
  years: z.optional(z.strictObject({ of: Path, from: z.int().check(z.minimum(1)), to: z.int().check(z.minimum(1)) })),
  /** The date on which the classes are read, where it is not that of the terms. */
  classesOn: z.optional(Path),
  charged: z.optional(Condition),
  /** Paid in full, then the reduction is paid back. */
  refunded: z.optional(z.literal(true)),
});

/** Who pays which share, decided for each applicant (`self`); the least payable wins. */
export const FeeClass = z.strictObject({
  id: Id,
  when: Condition,
  /** Of every fee, or fee by fee; a fee that is not named is paid in full. */
  pay: z.union([Share, z.record(Id, Share)]),
  /** After so many reduced requests in a fiscal year the class gives nothing more. */
  quota: z.optional(z.strictObject({ limit: ParameterId, used: Path })),
  source: Id,
});

/** Of a yearly fee each year is rounded, or the sum of them. */
const FeeRounding = z.strictObject({
  unit: z.int().check(z.minimum(1)),
  direction: z.literal("down"),
  at: z.enum(["year", "total"]),
});

export const FeeReduction = z.strictObject({
  kind: z.literal("fee-reduction"),
  fees: z.array(Fee).check(z.minLength(1)),
  /** Where the co-applicants stand, parties with a share each. */
  coApplicants: z.optional(Path),
  classes: z.array(FeeClass).check(z.minLength(1)),
  rounding: FeeRounding,
  source: Id,
});

/** Help without money. `userPays` is absent where no source says what it costs; `max: null` where it says "from". */
export const InKind = z.strictObject({
  kind: z.literal("in-kind"),
  userPays: z.optional(z.union([Yen, z.strictObject({ min: Yen, max: z.nullable(Yen) })])),
  source: Id,
});

/** Money, but no source prints rate or cap. */
export const Unstated = z.strictObject({ kind: z.literal("unstated"), source: Id });

/** An umbrella: what it gives is given, and counted, by the measures that name it as their `parent`. */
export const Parts = z.strictObject({ kind: z.literal("parts"), source: Id });

export const Benefit = z.discriminatedUnion("kind", [Subsidy, FeeReduction, InKind, Unstated, Parts]);

/** A route may replace single keys of the subsidy of its terms. */
export const SubsidyPatch = z.partial(z.omit(Subsidy, { kind: true, source: true }));
