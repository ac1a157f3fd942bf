import fc from "fast-check";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import { addDays } from "../../src/normalize/calendar.ts";
import type { Condition } from "../../src/schema/condition.ts";

/* Conditions at random, in the words of the bundled vocabulary, so that the same profiles speak to them. */

type Kind = "number" | "share" | "option" | "boolean" | "date" | "options";

export interface FactWord {
  path: string;
  kind: Kind;
  figures?: readonly (number | string)[];
  options?: readonly string[];
  /** A parameter with one value, and one with a value for each industry. */
  parameter?: string;
  keyed?: string;
}

export interface ListWord {
  path: string;
  facts: readonly FactWord[];
  /** A field that adds up. */
  sums?: string;
  party?: boolean;
}

/** What a condition may speak of where it stands. */
export interface Words {
  facts: readonly FactWord[];
  lists: readonly ListWord[];
  definitions: readonly string[];
  /** The fact that looks up tables. */
  industry?: string;
}

export const optionsOf = (fact: string): string[] => Object.keys(bundled.facts[fact]?.options ?? {});

export const capital = [50_000_000, 100_000_000, 300_000_000];
export const staff = [5, 20, 50, 100, 300];
export const parties = (self: string): FactWord[] => [
  {
    path: `${self}.statedCapital`,
    kind: "number",
    figures: capital,
    parameter: "test.capital",
    keyed: "test.capital-by-industry",
  },
  {
    path: `${self}.regularEmployees`,
    kind: "number",
    figures: staff,
    parameter: "test.staff",
    keyed: "test.staff-by-industry",
  },
  { path: `${self}.industry`, kind: "option", options: optionsOf("party.industry") },
  { path: `${self}.legalForm`, kind: "option", options: optionsOf("party.legalForm") },
  { path: `${self}.foundedOn`, kind: "date", parameter: "test.years" },
];
export const holdersOf = (self: string): ListWord => ({
  path: `${self}.ownership.holders`,
  facts: [
    { path: "it.kind", kind: "option", options: optionsOf("party.ownership.holders[].kind") },
    { path: "it.share", kind: "share", figures: ["1/3", "1/2"], parameter: "test.share" },
    { path: "it.statedCapital", kind: "number", figures: capital },
  ],
  sums: "share",
});

export const companyFacts: FactWord[] = [
  ...parties("company"),
  { path: "company.headquartersInJapan", kind: "boolean" },
  { path: "company.memberships", kind: "options", options: optionsOf("company.memberships") },
  { path: "company.rdExpenseRatio", kind: "share", figures: ["3/100", "1/10"], parameter: "test.share" },
  { path: "company.reducedExaminationRequests", kind: "number", figures: [178, 180] },
  { path: "asOf", kind: "date" },
];
export const companyLists: ListWord[] = [
  holdersOf("company"),
  { path: "group.members", facts: parties("it").slice(0, 2), party: true },
  {
    path: "overseas.filings",
    facts: [
      { path: "it.status", kind: "option", options: optionsOf("overseas.filings[].status") },
      { path: "it.cost", kind: "number", figures: [600_000, 3_000_000] },
    ],
    sums: "cost",
  },
];

const right: FactWord = { path: "item.right", kind: "option", options: optionsOf("overseas.filings[].right") };
export const itemWords: Record<string, { facts: FactWord[]; lists: ListWord[] }> = {
  "overseas.filings": {
    facts: [
      right,
      { path: "item.purpose", kind: "option", options: optionsOf("overseas.filings[].purpose") },
      { path: "item.status", kind: "option", options: optionsOf("overseas.filings[].status") },
      { path: "item.regionalCollective", kind: "boolean" },
      { path: "item.secrecyDesignated", kind: "boolean" },
      { path: "item.cost", kind: "number", figures: [600_000, 3_000_000] },
    ],
    lists: [],
  },
  "overseas.disputes": {
    facts: [
      right,
      { path: "item.kind", kind: "option", options: optionsOf("overseas.disputes[].kind") },
      { path: "item.evidence", kind: "boolean" },
      { path: "item.rightHeldThere", kind: "boolean" },
    ],
    lists: [],
  },
  "ip.filings": {
    facts: [
      right,
      { path: "item.working", kind: "boolean" },
      { path: "item.examinationStarted", kind: "boolean" },
      { path: "item.claims", kind: "number", figures: [2, 5, 10] },
      { path: "item.filedOn", kind: "date", parameter: "test.years" },
    ],
    lists: [
      {
        path: "item.coApplicants",
        facts: [{ path: "it.share", kind: "share", figures: ["1/3", "1/2"] }, ...parties("it").slice(0, 2)],
        sums: "share",
        party: true,
      },
    ],
  },
};

const changeDays = ["2015-04-01", "2018-07-09", "2020-01-01", "2024-04-01", "2025-04-01", "2026-04-01"];
export const changeDay = fc.constantFrom(...changeDays);
export const anyDay = fc.oneof(
  changeDay,
  fc.nat({ max: 14 * 365 }).map((days) => addDays("2014-01-01", days)),
);

/* Conditions */

export const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
export const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.subarray([...values], { minLength: 1, maxLength: Math.max(1, values.length - 1) });

function comparison(fact: FactWord, industry: string | undefined): fc.Arbitrary<Condition> {
  const test = (rest: object): Condition => ({ fact: fact.path, ...rest }) as Condition;
  switch (fact.kind) {
    case "boolean":
      return fc.boolean().map((value) => test({ is: value }));
    case "option":
      return fc.oneof(
        oneOf(fact.options as string[]).map((value) => test({ is: value })),
        some(fact.options as string[]).map((values) => test({ in: values })),
      );
    case "options":
      return some(fact.options as string[]).map((values) => test({ includesAny: values }));
    case "date": {
      const figure =
        fact.parameter === undefined
          ? fc.integer({ min: 1, max: 12 })
          : fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant({ parameter: fact.parameter }));
      return fc.oneof(
        fc
          .tuple(oneOf(["onOrAfter", "after", "onOrBefore", "before"]), anyDay)
          .map(([operator, day]) => test({ [operator]: day })),
        figure.map((years) => test({ fewerThanYears: years })),
        fc.integer({ min: 1, max: 400 }).map((days) => test({ fewerThanDays: days })),
      );
    }
    default: {
      const plain = oneOf(fact.figures ?? [1]);
      const operands: fc.Arbitrary<unknown>[] = [
        plain,
        ...(fact.parameter === undefined ? [] : [fc.constant({ parameter: fact.parameter })]),
        ...(fact.keyed === undefined || industry === undefined
          ? []
          : [fc.constant({ parameter: fact.keyed, by: industry })]),
      ];
      return fc
        .tuple(oneOf(["atLeast", "above", "atMost", "below"]), fc.oneof(...operands))
        .map(([operator, operand]) => test({ [operator]: operand }));
    }
  }
}

/** Branches of `any` that share no fact: what `check` asks for, so that Kleene logic is exact. */
function apart(words: Words): fc.Arbitrary<Words[]> {
  return fc.shuffledSubarray([...words.facts], { minLength: Math.min(2, words.facts.length) }).map((facts) => {
    const half = Math.ceil(facts.length / 2);
    return [facts.slice(0, half), facts.slice(half)]
      .filter((part) => part.length > 0)
      .map((part, index): Words => ({ facts: part, lists: index === 0 ? words.lists : [], definitions: [] }));
  });
}

export function condition(words: Words, depth: number): fc.Arbitrary<Condition> {
  const leaf = oneOf(words.facts).chain((fact) => comparison(fact, words.industry));
  if (depth <= 0) return leaf;
  const deeper = condition(words, depth - 1);
  const keys = words.facts.filter((fact) => fact.kind === "option");
  const kinds: fc.Arbitrary<Condition>[] = [
    leaf,
    leaf,
    fc.array(deeper, { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
    apart(words)
      .chain((parts) => fc.tuple(...parts.map((part) => condition(part, depth - 1))))
      .map((any) => ({ any })),
    deeper.map((not) => ({ not })),
    fc
      .tuple(deeper, fc.boolean())
      .map(([bound, side]) =>
        side ? { sufficient: false, necessary: bound } : { sufficient: bound, necessary: true },
      ),
  ];
  if (keys.length > 0) {
    kinds.push(
      oneOf(keys).chain((key) =>
        fc
          .record({
            first: some(key.options as string[]),
            one: deeper,
            two: deeper,
            rest: fc.oneof(deeper, fc.boolean()),
            otherwise: fc.boolean(),
          })
          .map(({ first, one, two, rest, otherwise }): Condition => {
            const left = (key.options as string[]).filter((option) => !first.includes(option));
            if (left.length === 0) return { match: key.path, cases: [{ in: first, then: one }] };
            return otherwise
              ? { match: key.path, cases: [{ in: first, then: one }], otherwise: rest }
              : {
                  match: key.path,
                  cases: [
                    { in: first, then: one },
                    { in: left, then: two },
                  ],
                };
          }),
      ),
    );
  }
  for (const list of words.lists) kinds.push(ofList(list, depth - 1));
  if (words.definitions.length > 0) kinds.push(oneOf(words.definitions).map((definition) => ({ definition })));
  return fc.oneof(...kinds);
}

function ofList({ path, facts, sums, party }: ListWord, depth: number): fc.Arbitrary<Condition> {
  const where = condition({ facts, lists: [], definitions: [] }, depth);
  const called = party ? fc.oneof(where, fc.constant<Condition>({ definition: "small", of: "it" })) : where;
  const operator = oneOf(["atLeast", "above", "atMost", "below"]);
  const kinds: fc.Arbitrary<Condition>[] = [
    called.map((where) => ({ some: path, where })),
    called.map((where) => ({
      all: [
        { some: path, where: true },
        { every: path, where },
      ],
    })),
    fc
      .tuple(called, operator, fc.integer({ min: 1, max: 3 }))
      .map(([where, operator, figure]) => ({ count: path, where, [operator]: figure }) as Condition),
    fc
      .tuple(called, operator, oneOf(["1/2", "2/3", "1/1"]))
      .map(([where, operator, figure]) => ({ count: path, where, share: true, [operator]: figure }) as Condition),
  ];
  if (sums !== undefined) {
    const figures = sums === "share" ? ["1/2", "2/3"] : [600_000, 3_000_000];
    const operands: unknown[] =
      sums === "share"
        ? [...figures, { parameter: "test.share" }]
        : [...figures, { parameter: "test.capital-by-industry", by: "company.industry" }];
    kinds.push(
      fc
        .tuple(fc.option(called, { nil: undefined }), operator, oneOf(operands))
        .map(
          ([where, operator, operand]) =>
            ({ sum: path, of: sums, ...(where === undefined ? {} : { where }), [operator]: operand }) as Condition,
        ),
    );
  }
  return fc.oneof(...kinds);
}
