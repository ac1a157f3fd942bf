import fc from "fast-check";
import { addDays } from "../../normalize/calendar.ts";
import { condition } from "./conditions.ts";
import { type Json, maybe, optionsOf, some } from "./draw.ts";
import { asReduction, feeReduction } from "./fees.ts";
import { dated, text } from "./law.ts";
import { companyExpense, type Ground, groundOf, patch, subsidy } from "./subsidies.ts";
import {
  anyDay,
  companyFacts,
  companyLists,
  type FactWord,
  itemWords,
  type ListWord,
  readsNoCost,
  type Words,
} from "./words.ts";

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

const yen = fc.constantFrom(0, 10_800, 50_000);
const inKind: fc.Arbitrary<Json> = fc
  .oneof(
    fc.constant(undefined),
    yen,
    fc
      .tuple(yen, maybe(fc.nat({ max: 100_000 }), 2))
      .map(([min, more]) => ({ min, max: more === undefined ? null : min + more })),
  )
  .map((userPays) => ({ kind: "in-kind", userPays, source: "one" }));

/** A benefit, and what each of two routes pays otherwise. */
type Paid = [benefit: Json, patches: [Json | undefined, Json | undefined]];

const ofSubsidy = (ground: Ground): fc.Arbitrary<Paid> =>
  fc.tuple(subsidy(ground), fc.tuple(maybe(patch(ground), 1), maybe(patch(ground), 1)));

function benefit(list: string | undefined, words: Words): fc.Arbitrary<Paid> {
  const plain = (each: fc.Arbitrary<Json>) => each.map((one): Paid => [one, [undefined, undefined]]);
  const own = list?.startsWith("overseas")
    ? ofSubsidy(groundOf(list, words, undefined))
    : list?.startsWith("ip")
      ? plain(feeReduction(list))
      : companyExpense.chain((expense) => ofSubsidy(groundOf(list, words, expense)));
  return fc.oneof(
    { arbitrary: plain(inKind), weight: 1 },
    { arbitrary: plain(fc.constant({ kind: "unstated", source: "one" })), weight: 1 },
    { arbitrary: own, weight: 5 },
  );
}

/** What rules may ask about. */
export interface Asks {
  /** False: no criterion asks about costs, so that more expense changes the amount alone. */
  readsCosts: boolean;
  /** True: no criterion and no exclusion, so that the amount is all that facts change. */
  openToAll: boolean;
}

function terms(list: string | undefined, words: Words, { openToAll }: Asks): fc.Arbitrary<Json> {
  const most = (count: number) => (openToAll ? 0 : count);
  const route = fc.record({
    criteria: criteria(words, "way", most(2)),
    from: maybe(anyDay, 1),
    calls: fc.array(call, { maxLength: 1 }),
  });
  return fc
    .record({
      lastSeen: anyDay,
      renewal: fc.constantFrom("yearly", "standing"),
      criteria: fc.oneof(
        { arbitrary: criteria(words, "rule", most(3)), weight: 9 },
        { arbitrary: fc.constant("not-stated" as const), weight: most(1) },
      ),
      exclusions: criteria(words, "out", most(2)),
      paid: benefit(list, words),
      routes: fc.array(route, { maxLength: 2 }),
      calls: fc.array(call, { maxLength: 1 }),
    })
    .map(({ routes, criteria, paid: [benefit, patches], ...rest }) => ({
      ...rest,
      benefit,
      criteria: asReduction(benefit, criteria),
      routes: routes.map((each, index) => ({
        id: `route-${index}`,
        authority: "office",
        ...each,
        benefit: patches[index],
      })),
      sources: ["one"],
    }));
}

const latest = (seen: unknown, from: unknown) => (typeof from === "string" && from > String(seen) ? from : seen);

const hasOneKind = (terms: readonly Json[]) =>
  new Set(terms.map(({ benefit }) => (benefit as Json)["kind"])).size === 1;

const lists = [
  ...[undefined, undefined, "overseas.filings", "overseas.filings", "overseas.disputes"],
  ...["ip.filings", "ip.filings", "ip.pctFilings"],
];

/** A measure for the company or for the entries of a list. */
export const measure = (id: string, asks: Asks): fc.Arbitrary<Json> =>
  fc.constantFrom(...lists).chain((list) => {
    const own =
      list === undefined ? { facts: [], lists: [] } : (itemWords[list] as { facts: FactWord[]; lists: ListWord[] });
    const isRead = (word: { path: string }) => asks.readsCosts || readsNoCost(word);
    const words: Words = {
      facts: [...own.facts, ...companyFacts].filter(isRead),
      lists: [...own.lists, ...companyLists].filter(isRead),
      definitions: ["small", "young"],
      industry: "company.industry",
    };
    return fc
      .record({
        terms: dated(terms(list, words, asks), asks.openToAll ? 1 : 3, asks.openToAll),
        trigger: fc.constantFrom(undefined, "item.examinationRequestedOn", "item.filedOn"),
        status: asks.openToAll
          ? fc.constant("available")
          : fc.constantFrom("available", "available", "available", "available", "ended", "planned"),
        forms: asks.openToAll ? fc.constant(undefined) : maybe(some(optionsOf("party.legalForm")), 1),
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
          // No source speaks of a rule only before it begins.
          lastSeen: latest(each["lastSeen"], each["from"]),
          // Entries may be read under several terms: these must then give one kind of benefit.
          ...(list === "ip.filings" && trigger !== undefined && hasOneKind(terms) ? { on: trigger } : {}),
        })),
      }));
  });

/** Perhaps a special case of the measure. */
export const view = (id: string, parent: Json, { readsCosts }: Asks): fc.Arbitrary<Json[]> => {
  const own = itemWords[String(parent["each"])];
  if (own === undefined) return fc.constant([]);
  const facts = own.facts.filter((word) => readsCosts || readsNoCost(word));
  return maybe(condition({ facts, lists: [], definitions: [] }, 1), 1).map((only) =>
    only === undefined
      ? []
      : [{ id, name: { ja: "特例", en: "A special case" }, rights: [], viewOf: parent["id"], only, source: "one" }],
  );
};
