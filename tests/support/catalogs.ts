import fc from "fast-check";
import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { parseCatalog } from "../../src/catalog/parse.ts";
import { addDays } from "../../src/normalize/calendar.ts";
import type { Condition } from "../../src/schema/condition.ts";
import {
  anyDay,
  capital,
  changeDay,
  companyFacts,
  companyLists,
  condition,
  type FactWord,
  holdersOf,
  itemWords,
  type ListWord,
  oneOf,
  optionsOf,
  parties,
  some,
  staff,
  type Words,
} from "./conditions.ts";
import { compact, type Json } from "./profiles.ts";

/* Small catalogs at random, in the words of the bundled vocabulary, so that the same profiles speak to them. */

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

const measure = (id: string, readsCosts: boolean): fc.Arbitrary<Json> =>
  fc
    .constantFrom(undefined, "overseas.filings", "overseas.filings", "overseas.disputes", "ip.filings", "ip.filings")
    .chain((list) => {
      const own =
        list === undefined ? { facts: [], lists: [] } : (itemWords[list] as { facts: FactWord[]; lists: ListWord[] });
      const isRead = ({ path }: { path: string }) =>
        readsCosts || (path !== "item.cost" && path !== "overseas.filings");
      const words: Words = {
        facts: [...own.facts, ...companyFacts].filter(isRead),
        lists: [...own.lists, ...companyLists].filter(isRead),
        definitions: ["small", "young"],
        industry: "company.industry",
      };
      return fc
        .record({
          terms: dated(terms(list, words), 3, false),
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

const view = (id: string, parent: Json, readsCosts: boolean): fc.Arbitrary<Json[]> => {
  const own = itemWords[String(parent["each"])];
  if (own === undefined) return fc.constant([]);
  return fc
    .option(
      condition(
        { facts: own.facts.filter(({ path }) => readsCosts || path !== "item.cost"), lists: [], definitions: [] },
        1,
      ),
      { nil: undefined, freq: 1 },
    )
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

const catalogData = (readsCosts: boolean): fc.Arbitrary<Json> =>
  fc
    .record({
      parameters,
      small: definition("small", []),
      young: definition("young", []),
      measures: fc.tuple(measure("first", readsCosts), measure("second", readsCosts)),
    })
    .chain(({ parameters, small, young, measures }) =>
      view("third", measures[0], readsCosts).map((views) => ({
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

/** Random catalogs as `parseCatalog` gives them: only what `check` accepts, which is nearly all that is drawn here. */
const accepted = (readsCosts: boolean): fc.Arbitrary<Catalog> =>
  catalogData(readsCosts)
    .map(read)
    .filter((each) => each !== undefined);

export const someCatalog = accepted(true);

/** Catalogs that ask nothing about costs: there, more expense changes the amount alone. */
export const costBlindCatalog = accepted(false);
