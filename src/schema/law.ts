import * as z from "zod/mini";
import { Condition } from "./condition-schema.ts";
import { Bilingual, Day, DefinitionId, dated, Id, ParameterId, Path, Share } from "./primitives.ts";

/** A fee that grows with claims: yen, and yen for each unit. */
export const Tariff = z.strictObject({ base: z.int().check(z.minimum(0)), perUnit: z.int().check(z.minimum(0)) });
export type Tariff = z.infer<typeof Tariff>;

/** A fee that differs by year: of the years from the first to the last, each costs so much. */
export const YearlyTariff = z.array(
  z.strictObject({ from: z.int().check(z.minimum(1)), to: z.int().check(z.minimum(1)), ...Tariff.shape }),
);
export type YearlyTariff = z.infer<typeof YearlyTariff>;

const Figure = z.union([z.int(), Share, Day]);
export type Figure = number | string;

/** A dated figure of the law: a threshold, a fee, a table of them. */
export const Parameter = z.strictObject({
  id: ParameterId,
  unit: z.enum(["yen", "persons", "years", "days", "date", "share", "requests"]),
  label: Bilingual,
  values: z
    .array(
      z.strictObject({
        ...dated,
        value: z.union([Figure, Tariff, YearlyTariff, z.record(z.string(), z.int())]),
        source: Id,
      }),
    )
    .check(z.minLength(1)),
});
export type Parameter = z.infer<typeof Parameter>;

/** One file of figures: `rules/parameters/<topic>.yaml`. */
export const ParameterFile = z.strictObject({ parameters: z.array(Parameter) });

/** A statutory concept: a predicate of a party (`self`) on a date. */
export const Definition = z.strictObject({
  id: DefinitionId,
  name: Bilingual,
  /** The stated conclusion that counts where the facts do not decide. */
  declared: z.optional(
    z.strictObject({
      fact: Path,
      satisfiedBy: z.array(z.union([z.string(), z.boolean()])),
      unsatisfiedBy: z.array(z.union([z.string(), z.boolean()])),
      /** Where only some parties' stated conclusion is taken. */
      when: z.optional(Condition),
    }),
  ),
  terms: z.array(z.strictObject({ ...dated, condition: Condition, source: Id })).check(z.minLength(1)),
});
export type Definition = z.infer<typeof Definition>;

/** What it takes to change a fact: a decision or a form; money or months; the shape of the company. */
export const efforts = ["low", "medium", "high"] as const;

/** One word of the vocabulary: what may be asked, read and presumed. */
export const FactEntry = z
  .strictObject({
    type: z.enum(["yen", "count", "share", "date", "option", "options", "boolean", "text", "list", "years"]),
    unit: z.optional(z.enum(["yen", "persons", "claims", "requests", "years"])),
    label: Bilingual,
    question: z.optional(Bilingual),
    /** Who or what counts, and where it stands, for whoever does not know the answer at once. */
    help: z.optional(Bilingual),
    options: z.optional(z.record(z.string(), Bilingual)),
    /** Whether a company can change it to qualify. A founding date never is. */
    changeable: z.optional(z.boolean()),
    /** Only while the entry that it is of has one of these statuses: what is filed is filed. */
    changeableWhile: z.optional(z.array(z.string())),
    /** Of an option, only these: no company becomes a university. */
    changeableTo: z.optional(z.array(z.string())),
    effort: z.optional(z.enum(efforts)),
    /** What fills the fact where it is absent, shown in `assumes`; `asOf` for a date that is taken to be that day. */
    presumed: z.optional(z.union([z.string(), z.number(), z.boolean(), z.array(z.int())])),
    /** A list whose entries are parties. */
    of: z.optional(z.literal("party")),
    /** A date of an act that is still to come while the entry has one of these statuses: then read on asOf. */
    pendingWhile: z.optional(z.array(z.string())),
    /** The act cannot have happened before this one. */
    notBefore: z.optional(z.string()),
  })
  .check(
    z.refine(({ changeable, effort }) => effort === undefined || changeable === true, {
      path: ["effort"],
      params: { code: "effort-without-change" },
    }),
  );
export type Effort = (typeof efforts)[number];
export type FactEntry = z.infer<typeof FactEntry>;

export type Vocabulary = Readonly<Record<string, FactEntry>>;

/** What conditions are read with. */
export interface Law {
  facts: Vocabulary;
  parameters: Readonly<Record<string, Parameter>>;
  definitions: Readonly<Record<string, Definition>>;
}
