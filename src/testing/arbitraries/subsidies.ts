import fc from "fast-check";
import { condition } from "./conditions.ts";
import { type Json, maybe, oneOf, optionsOf, some } from "./draw.ts";
import { companyFacts, itemWords, readsNoCost, type Words } from "./words.ts";

/* Subsidies of every shape that the schema knows. */

export const rate = fc.constantFrom(
  { numerator: 1, denominator: 2 },
  { numerator: 1, denominator: 3 },
  { numerator: 2, denominator: 3 },
  { numerator: 1, denominator: 4 },
  { numerator: 3, denominator: 4 },
  { numerator: 1, denominator: 1 },
);
const capYen = fc.constantFrom(0, 1, 300_000, 333_333, 600_000, 1_500_000, 3_000_000);
const times = fc.constantFrom("1/4", "1/3", "1/1");

/** What a benefit may speak of: of the entry that is paid for, and of the company alone. */
export interface Ground {
  /** The measure's list; undefined where the company is what is eligible. */
  list: string | undefined;
  /** Whose expense counts, where it is not the entry's own. */
  expense: { fact: string } | { each: string } | undefined;
  entry: Words;
  company: Words;
}

/** The words of a benefit on a measure of this list, in the words that the measure's criteria have. */
export function groundOf(list: string | undefined, words: Words, expense: Ground["expense"]): Ground {
  const company: Words = { ...words, facts: companyFacts.filter(readsNoCost), lists: [] };
  const entries = expense === undefined ? list : "each" in expense ? expense.each : undefined;
  const own = entries === undefined ? [] : (itemWords[entries]?.facts ?? []).filter(readsNoCost);
  return { list: entries, expense, company, entry: { ...company, facts: [...own, ...company.facts] } };
}

/** Of the company's own expenses. */
export const companyExpense: fc.Arbitrary<Ground["expense"]> = fc.constantFrom(
  { fact: "overseas.insurance.premium" },
  { fact: "project.cost" },
  { each: "project.members" },
  { each: "project.members" },
);

const hasRight = (list: string | undefined) => list?.startsWith("overseas") === true;

function cap({ list, expense, entry, company }: Ground): fc.Arbitrary<Json> {
  const figure = fc.oneof(
    { arbitrary: capYen.map((yen) => ({ yen })), weight: 4 },
    {
      arbitrary: fc
        .tuple(oneOf(["project.localGovernmentShare", "project.plannedInvestment", "project.cost"]), times)
        .map(([fact, times]) => ({ share: { fact, times } })),
      weight: 1,
    },
  );
  const ofEntry = fc.record({
    scope: fc.constantFrom("case", "case", "procedure"),
    rights: hasRight(list) ? maybe(some(optionsOf(`${list}[].right`)), 2) : fc.constant(undefined),
    purpose:
      list === "overseas.filings" ? maybe(fc.constantFrom("business", "anti-bad-faith"), 1) : fc.constant(undefined),
    when: maybe(condition(entry, 1), 1),
  });
  // What caps all entries together cannot hang on one of them.
  const ofAll = fc.record({
    scope: fc.constantFrom("applicant-fiscal-year", "applicant", "unstated", "project", "project-year"),
    years: maybe(fc.integer({ min: 1, max: 4 }), 1),
    when: maybe(condition(company, 1), 1),
    pool: maybe(fc.constant("foreign-filing"), 1),
  });
  return fc
    .tuple(
      figure,
      fc.oneof(
        ofEntry,
        ofAll.map(({ years, ...cap }) => (cap.scope === "project" && expense !== undefined ? { ...cap, years } : cap)),
      ),
    )
    .map(([figure, cap]) => ({ ...cap, ...figure }));
}

/** One rate, rates by condition, a fixed sum, or none that a source prints. */
function rateOf({ entry }: Ground): fc.Arbitrary<Json> {
  const row = fc.record({ when: condition(entry, 1).map((each) => each), rate: maybe(rate, 9) });
  const rows = fc
    .tuple(fc.array(row, { minLength: 1, maxLength: 2 }), maybe(fc.record({ rate: maybe(rate, 9) }), 2))
    .map(([rows, last]) => ({ rates: last === undefined ? rows : [...rows, last] }));
  return fc.oneof(
    { arbitrary: rate.map((rate): Json => ({ rate })), weight: 4 },
    { arbitrary: rows, weight: 4 },
    { arbitrary: fc.constant({ fixed: true }), weight: 1 },
    { arbitrary: fc.constant({}), weight: 1 },
  );
}

const limit = fc
  .record({ rights: maybe(some(optionsOf("overseas.filings[].right")), 1), cases: fc.integer({ min: 1, max: 3 }) })
  .map((each) => [{ scope: "applicant-fiscal-year", ...each, source: "one" }]);

const roundingOf = ({ company }: Ground) =>
  fc.record({
    unit: fc.constantFrom(1, 10, 1000),
    direction: fc.constant("down"),
    at: fc.constantFrom("case", "total"),
    when: maybe(condition(company, 1), 1),
  });

const kindsOf = (list: string) => optionsOf(`${list}[].costs[].kind`);

/** A subsidy for the entries of a list, or for an expense of the company. */
export function subsidy(ground: Ground): fc.Arbitrary<Json> {
  const { list, expense } = ground;
  const kinds = expense === undefined && list !== undefined ? maybe(some(kindsOf(list)), 1) : fc.constant(undefined);
  return fc
    .record({
      rate: rateOf(ground),
      caps: fc.array(cap(ground), { maxLength: 3 }),
      rounding: maybe(roundingOf(ground), 2),
      limits: maybe(limit, 1),
      selfPayment: maybe(fc.constantFrom(1, 1000, 100_000), 1),
      eligibleExpenses: kinds,
      others: fc.boolean(),
      applicantShare:
        list === "overseas.filings" ? maybe(fc.constant("item.applicantShare"), 1) : fc.constant(undefined),
    })
    .map(({ rate, others, eligibleExpenses, ...rest }) => ({
      kind: "subsidy",
      ...rate,
      ...rest,
      expense,
      eligibleExpenses,
      ineligibleExpenses:
        eligibleExpenses === undefined || !others
          ? undefined
          : kindsOf(list as string).filter((kind) => !eligibleExpenses.includes(kind)),
      source: "one",
    }));
}

/** What a route pays otherwise. */
export const patch = (ground: Ground): fc.Arbitrary<Json> =>
  fc.oneof(
    rateOf(ground),
    fc.array(cap(ground), { maxLength: 2 }).map((caps): Json => ({ caps })),
    roundingOf(ground).map((rounding): Json => ({ rounding })),
    fc.constantFrom(1000, 100_000).map((selfPayment): Json => ({ selfPayment })),
  );
