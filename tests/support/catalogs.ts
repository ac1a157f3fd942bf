import fc from "fast-check";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { parseCatalog } from "../../src/catalog/parse.ts";
import { addDays } from "../../src/normalize/calendar.ts";
import type { Condition } from "../../src/schema/condition.ts";
import { compact, type Json } from "./profiles.ts";

/* Small catalogs at random, in the words of the bundled vocabulary, so that the same profiles speak to them. */

type Kind = "number" | "share" | "option" | "boolean" | "date" | "options";

interface FactWord {
  path: string;
  kind: Kind;
  figures?: readonly (number | string)[];
  options?: readonly string[];
  /** A parameter with one value, and one with a value for each industry. */
  parameter?: string;
  keyed?: string;
}

interface ListWord {
  path: string;
  facts: readonly FactWord[];
  /** A field that adds up. */
  sums?: string;
  party?: boolean;
}

/** What a condition may speak of where it stands. */
interface Words {
  facts: readonly FactWord[];
  lists: readonly ListWord[];
  definitions: readonly string[];
  /** The fact that looks up tables. */
  industry?: string;
}

const optionsOf = (fact: string): string[] => Object.keys(bundled.facts[fact]?.options ?? {});

const capital = [50_000_000, 100_000_000, 300_000_000];
const staff = [5, 20, 50, 100, 300];
const parties = (self: string): FactWord[] => [
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
const holdersOf = (self: string): ListWord => ({
  path: `${self}.ownership.holders`,
  facts: [
    { path: "it.kind", kind: "option", options: optionsOf("party.ownership.holders[].kind") },
    { path: "it.share", kind: "share", figures: ["1/3", "1/2"], parameter: "test.share" },
    { path: "it.statedCapital", kind: "number", figures: capital },
  ],
  sums: "share",
});

const companyFacts: FactWord[] = [
  ...parties("company"),
  { path: "company.headquartersInJapan", kind: "boolean" },
  { path: "company.memberships", kind: "options", options: optionsOf("company.memberships") },
  { path: "company.rdExpenseRatio", kind: "share", figures: ["3/100", "1/10"], parameter: "test.share" },
  { path: "company.reducedExaminationRequests", kind: "number", figures: [178, 180] },
  { path: "asOf", kind: "date" },
];
const companyLists: ListWord[] = [
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
const itemWords: Record<string, { facts: FactWord[]; lists: ListWord[] }> = {
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
const changeDay = fc.constantFrom(...changeDays);
const anyDay = fc.oneof(
  changeDay,
  fc.nat({ max: 14 * 365 }).map((days) => addDays("2014-01-01", days)),
);

/* Conditions */

const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
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

/* Measures */

const text = { ja: "要件", en: "A requirement" };

const criterion = (words: Words, id: string): fc.Arbitrary<Json> =>
  fc
    .record({
      judged: fc.nat({ max: 9 }),
      condition: condition(words, 2),
      dated: fc.nat({ max: 9 }),
      day: anyDay,
    })
    .map(({ judged, condition, dated, day }) => ({
      id,
      text,
      ...(judged === 0 ? { judgedBy: "authority" } : { condition }),
      ...(dated === 0 ? { from: day } : dated === 1 ? { to: day } : {}),
      source: "one",
    }));

const criteria = (words: Words, prefix: string, most: number): fc.Arbitrary<Json[]> =>
  fc
    .nat({ max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => criterion(words, `${prefix}-${index}`))));

const rate = fc.constantFrom(
  { numerator: 1, denominator: 2 },
  { numerator: 1, denominator: 3 },
  { numerator: 2, denominator: 3 },
  { numerator: 3, denominator: 4 },
);
const capYen = fc.constantFrom(0, 1, 300_000, 333_333, 600_000, 1_500_000, 3_000_000);

function caps(words: Words): fc.Arbitrary<Json[]> {
  const cap = fc.record({
    scope: fc.constantFrom("case", "case", "applicant-fiscal-year", "applicant", "unstated"),
    yen: capYen,
    rights: fc.option(some(optionsOf("overseas.filings[].right")), { nil: undefined, freq: 2 }),
    purpose: fc.option(fc.constantFrom("business", "anti-bad-faith"), { nil: undefined, freq: 1 }),
    when: fc.option(condition(words, 1), { nil: undefined, freq: 1 }),
    pool: fc.option(fc.constant("foreign-filing"), { nil: undefined, freq: 1 }),
  });
  const ofYear = condition({ ...words, facts: companyFacts, lists: [] }, 1);
  return fc.array(fc.tuple(cap, ofYear), { maxLength: 3 }).map((list) =>
    list.map(([{ rights, purpose, when, ...cap }, companyOnly]) =>
      cap.scope === "case"
        ? { ...cap, rights, purpose, when }
        : // What caps all entries together cannot hang on one of them.
          { ...cap, when: when === undefined ? undefined : companyOnly },
    ),
  );
}

function subsidy(words: Words): fc.Arbitrary<Json> {
  return fc.record({
    kind: fc.constant("subsidy"),
    rate: fc.option(rate, { nil: undefined, freq: 9 }),
    caps: caps(words),
    rounding: fc.option(
      fc.record({
        unit: fc.constantFrom(1, 10, 1000),
        direction: fc.constant("down"),
        at: fc.constantFrom("case", "total"),
      }),
      { nil: undefined },
    ),
    limits: fc.option(
      fc
        .record({ rights: some(optionsOf("overseas.filings[].right")), cases: fc.integer({ min: 1, max: 3 }) })
        .map((each) => [{ scope: "applicant-fiscal-year", ...each, source: "one" }]),
      { nil: undefined, freq: 1 },
    ),
    applicantShare: fc.option(fc.constant("item.applicantShare"), { nil: undefined, freq: 1 }),
    source: fc.constant("one"),
  });
}

/** Classes are definitions, so that the criterion beside them can say that an applicant must be in one. */
const feeReduction: fc.Arbitrary<Json> = fc
  .record({
    charged: fc.oneof(fc.constant<Condition>({ fact: "item.right", is: "patent" }), fc.constant<Condition>(true)),
    classes: fc.array(
      fc.record({
        definition: fc.constantFrom("small", "young"),
        pay: fc.constantFrom("1/2", "1/3", "1/4"),
        quota: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    joint: fc.boolean(),
    unit: fc.constantFrom(1, 10, 100),
    on: fc.constantFrom("item.filedOn", "item.examinationRequestedOn"),
  })
  .map(({ charged, classes, joint, unit, on }) => ({
    kind: "fee-reduction",
    fee: { table: "test.fee", on, units: "item.claims", charged },
    ...(joint ? { coApplicants: "item.coApplicants" } : {}),
    classes: classes.map(({ definition, pay, quota }, index) => ({
      id: `class-${index}`,
      when: { definition, of: "self" },
      pay,
      ...(quota ? { quota: { limit: "test.requests", used: "company.reducedExaminationRequests" } } : {}),
      source: "one",
    })),
    rounding: { unit, direction: "down", at: "total" },
    source: "one",
  }));

/** A fee is reduced for those in a class, and only where it is charged. */
function asReduction(benefit: Json, criteria: unknown): unknown {
  if (benefit["kind"] !== "fee-reduction" || !Array.isArray(criteria)) return criteria;
  const fee = benefit as {
    coApplicants?: string;
    fee: { charged: Condition };
    classes: { when: { definition: string } }[];
  };
  const names = [...new Set(fee.classes.map((each) => each.when.definition))];
  const ofCompany: Condition[] = names.map((definition) => ({ definition }));
  const ofOthers: Condition[] =
    fee.coApplicants === undefined
      ? []
      : [{ some: fee.coApplicants, where: { any: names.map((definition) => ({ definition, of: "it" })) } }];
  const rule = (id: string, condition: Condition) => ({ id, text, condition, source: "one" });
  return [rule("charged", fee.fee.charged), rule("class", { any: [...ofCompany, ...ofOthers] }), ...criteria];
}

const call = fc
  .record({
    opens: fc.option(anyDay, { nil: undefined }),
    length: fc.nat({ max: 200 }),
    open: fc.boolean(),
    fiscalYear: fc.integer({ min: 2014, max: 2027 }),
  })
  .map(({ opens, length, open, fiscalYear }) => ({
    id: "call",
    fiscalYear,
    opens,
    closes: opens === undefined || open ? undefined : addDays(opens, length),
    source: "one",
  }));

function terms(list: string | undefined, words: Words): fc.Arbitrary<Json> {
  const benefits: fc.Arbitrary<Json>[] = [
    fc.constant({ kind: "in-kind", userPays: 0, source: "one" }),
    fc.constant({ kind: "unstated", source: "one" }),
    ...(list?.startsWith("overseas") ? [subsidy(words), subsidy(words), subsidy(words)] : []),
    ...(list === "ip.filings" ? [feeReduction, feeReduction, feeReduction] : []),
  ];
  const route = fc.record({
    criteria: criteria(words, "way", 2),
    from: fc.option(anyDay, { nil: undefined, freq: 1 }),
    calls: fc.array(call, { maxLength: 1 }),
  });
  return fc
    .record({
      lastSeen: anyDay,
      renewal: fc.constantFrom("yearly", "standing"),
      criteria: fc.oneof(
        { arbitrary: criteria(words, "rule", 3), weight: 9 },
        { arbitrary: fc.constant("not-stated" as const), weight: 1 },
      ),
      exclusions: criteria(words, "out", 2),
      benefit: fc.oneof(...benefits),
      routes: fc.array(route, { maxLength: 2 }),
      calls: fc.array(call, { maxLength: 1 }),
    })
    .map(({ routes, criteria, ...rest }) => ({
      ...rest,
      criteria: asReduction(rest.benefit, criteria),
      routes: routes.map((each, index) => ({ id: `route-${index}`, authority: "office", ...each })),
      sources: ["one"],
    }));
}

const dated = <T>(
  entries: fc.Arbitrary<T>,
  most: number,
  open: boolean,
): fc.Arbitrary<(T & { from: string | null; to?: string })[]> =>
  fc
    .tuple(
      fc.uniqueArray(changeDay, { minLength: 1, maxLength: most }),
      fc.array(fc.tuple(entries, fc.nat({ max: 9 })), { minLength: most, maxLength: most }),
      fc.boolean(),
    )
    .map(([days, values, begins]) =>
      [...days].sort().map((day, index) => {
        const [entry, ends] = values[index] as [T, number];
        const from = index === 0 && (open || begins) ? null : day;
        // Some end the day before the next begins or much earlier, which leaves a gap.
        return { ...entry, from, ...(ends === 0 ? { to: addDays(day, 30) } : {}) };
      }),
    );

const measure = (id: string): fc.Arbitrary<Json> =>
  fc
    .constantFrom(undefined, "overseas.filings", "overseas.filings", "overseas.disputes", "ip.filings", "ip.filings")
    .chain((list) => {
      const own =
        list === undefined ? { facts: [], lists: [] } : (itemWords[list] as { facts: FactWord[]; lists: ListWord[] });
      const words: Words = {
        facts: [...own.facts, ...own.facts, ...companyFacts],
        lists: [...own.lists, ...companyLists],
        definitions: ["small", "young"],
        industry: "company.industry",
      };
      return fc
        .record({
          terms: dated(terms(list, { ...words, facts: [...new Set(words.facts)] }), 3, false),
          trigger: fc.constantFrom(undefined, "item.examinationRequestedOn", "item.filedOn"),
          status: fc.constantFrom("available", "available", "available", "available", "ended", "planned"),
          forms: fc.option(some(optionsOf("party.legalForm")), { nil: undefined, freq: 1 }),
          beneficiary: fc.boolean(),
          grouped: fc.boolean(),
        })
        .map(({ terms, trigger, status, forms, beneficiary, grouped }) => ({
          id,
          name: { ja: "施策", en: "A measure" },
          kind: "subsidy",
          authority: "office",
          rights: ["patent"],
          applicant: "company",
          ...(forms === undefined ? {} : { applicantForms: forms, ...(beneficiary ? { beneficiary: "company" } : {}) }),
          status: [{ from: null, is: status, source: "one" }],
          ...(list === undefined ? {} : { each: list }),
          ...(list === "overseas.filings" && grouped ? { case: { by: "item.basis" } } : {}),
          terms: terms.map((each) => ({
            ...each,
            ...(list === "ip.filings" && trigger !== undefined ? { on: trigger } : {}),
          })),
        }));
    });

const view = (id: string, parent: Json): fc.Arbitrary<Json[]> => {
  const own = itemWords[String(parent["each"])];
  if (own === undefined) return fc.constant([]);
  return fc
    .option(condition({ facts: own.facts, lists: [], definitions: [] }, 1), { nil: undefined, freq: 1 })
    .map((only) =>
      only === undefined
        ? []
        : [{ id, name: { ja: "特例", en: "A special case" }, rights: [], viewOf: parent["id"], only, source: "one" }],
    );
};

/* The law */

const figure = (id: string, unit: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<Json> =>
  dated(
    value.map((each) => ({ value: each, source: "one", renewal: "standing" })),
    2,
    false,
  ).map((values) => ({ id, unit, label: text, values }));

const byIndustry = (figures: readonly number[]) =>
  fc
    .tuple(...optionsOf("party.industry").map(() => oneOf(figures)))
    .map((values) => Object.fromEntries(optionsOf("party.industry").map((option, index) => [option, values[index]])));

const parameters = fc.tuple(
  figure("test.capital", "yen", oneOf(capital)),
  figure("test.staff", "persons", oneOf(staff)),
  figure("test.capital-by-industry", "yen", byIndustry(capital)),
  figure("test.staff-by-industry", "persons", byIndustry(staff)),
  figure("test.years", "years", fc.integer({ min: 1, max: 12 })),
  figure("test.share", "share", oneOf(["1/3", "1/2", "2/3"])),
  figure("test.requests", "requests", oneOf([1, 178, 180])),
  figure(
    "test.fee",
    "yen",
    fc.record({ base: fc.constantFrom(0, 1000, 118_000), perUnit: fc.constantFrom(0, 1000, 4000) }),
  ),
);

const definition = (id: string, definitions: string[]): fc.Arbitrary<Json> =>
  dated(
    condition({ facts: parties("self"), lists: [holdersOf("self")], definitions, industry: "self.industry" }, 2).map(
      (each) => ({ condition: each, renewal: "standing", source: "one" }),
    ),
    2,
    true,
  ).map((terms) => ({ id, name: text, terms }));

const catalogData: fc.Arbitrary<Json> = fc
  .record({
    parameters,
    small: definition("small", []),
    young: definition("young", []),
    measures: fc.tuple(measure("first"), measure("second")),
  })
  .chain(({ parameters, small, young, measures }) =>
    view("third", measures[0]).map((views) => ({
      version: "1.0.0",
      facts: bundled.facts,
      authorities: { office: { name: text } },
      sources: { one: { title: "A source", statedOn: "2026-01-01", confidence: "high" } },
      parameters,
      definitions: [small, young],
      measures: [...measures, ...views],
      redirects: {},
    })),
  );

const read = (data: Json): Catalog | undefined => {
  try {
    return parseCatalog(compact(data));
  } catch {
    return undefined;
  }
};

/** Random catalogs as `parseCatalog` gives them: only what `check` accepts. */
export const someCatalog: fc.Arbitrary<Catalog> = catalogData.map(read).filter((each) => each !== undefined);

/** What `parseCatalog` says against what is generated here; for looking at the generator itself. */
export const catalogDraft = catalogData;
