import type { Catalog } from "../../src/catalog/catalog.ts";
import { measuresOf } from "../../src/catalog/catalog.ts";
import { onDay } from "../../src/facts/days.ts";
import { addYears } from "../../src/normalize/calendar.ts";
import type { Condition } from "../../src/schema/condition.ts";
import type { Profile } from "../../src/schema/profile.ts";
import { saidOn, statusOn } from "../../src/verdict/terms.ts";
import { allFacts, type BenchFact } from "./facts.ts";

export type Order = ">=" | ">" | "<=" | "<";

/** The conditions of the made-up catalogs in the few forms that every engine has. Days are numbers: 20261121. */
export type Rule = { all: Rule[] } | { any: Rule[] } | { not: Rule } | Test;
export type Test =
  | { fact: BenchFact; oneOf: readonly string[] }
  | { fact: BenchFact; includesAny: readonly string[] }
  | { fact: BenchFact; is: boolean }
  | { fact: BenchFact; order: Order; than: number };

export interface MeasureRule {
  /** Which measure of the catalog it is. */
  index: number;
  rule: Rule;
}

/**
 * The rules of all measures whose terms are in force on the day. The others are out for every company, so nobody has
 * to look at them: the day is worked out beforehand for all engines alike.
 */
export function rulesOf(catalog: Catalog, asOf: string): MeasureRule[] {
  return measuresOf(catalog).flatMap((measure, index) => {
    const [said] = saidOn(measure, statusOn(measure, asOf), onDay(asOf));
    if (said === undefined || said.terms === null) return [];
    const { criteria, exclusions = [] } = said.terms;
    const required = criteria === "not-stated" ? [] : criteria;
    const rules = [
      ...required.map(({ condition }) => translated(condition ?? true, asOf)),
      ...exclusions.map(({ condition }): Rule => ({ not: translated(condition ?? false, asOf) })),
    ];
    return [{ index, rule: { all: rules } }];
  });
}

const byPath = new Map(allFacts.map((fact) => [fact.path, fact]));
const orders = { atLeast: ">=", above: ">", atMost: "<=", below: "<" } as const satisfies Record<string, Order>;

function translated(condition: Condition, asOf: string): Rule {
  if (typeof condition === "object") {
    if ("all" in condition) return { all: condition.all.map((each) => translated(each, asOf)) };
    if ("any" in condition) return { any: condition.any.map((each) => translated(each, asOf)) };
    if ("not" in condition) return { not: translated(condition.not, asOf) };
    const fact = "fact" in condition ? byPath.get(condition.fact) : undefined;
    if (fact !== undefined && "fact" in condition) return test(fact, condition, asOf);
  }
  throw new Error(`The made-up catalogs hold no ${JSON.stringify(condition)}.`);
}

function test(fact: BenchFact, condition: Extract<Condition, { fact: string }>, asOf: string): Test {
  if (condition.in !== undefined) return { fact, oneOf: condition.in };
  if (condition.includesAny !== undefined) return { fact, includesAny: condition.includesAny };
  if (typeof condition.is === "boolean") return { fact, is: condition.is };
  if (typeof condition.fewerThanYears === "number")
    return { fact, order: ">", than: dayNumber(addYears(asOf, -condition.fewerThanYears)) };
  if (typeof condition.onOrBefore === "string") return { fact, order: "<=", than: dayNumber(condition.onOrBefore) };
  for (const operator of ["atLeast", "above", "atMost", "below"] as const) {
    const than = condition[operator];
    if (typeof than === "number") return { fact, order: orders[operator], than };
  }
  throw new Error(`The made-up catalogs hold no ${JSON.stringify(condition)}.`);
}

const dayNumber = (day: string): number => Number(day.replaceAll("-", ""));

/** A profile as other engines like it: one flat object, days as numbers, nothing at what is absent. */
export type Flat = Record<string, string | number | boolean | readonly string[]>;

export function flat(profile: Profile): Flat {
  const record: Flat = {};
  for (const { name, path, kind } of allFacts) {
    const value = path.split(".").reduce<unknown>((place, key) => (place as Record<string, unknown>)?.[key], profile);
    if (value !== undefined) record[name] = kind === "founded" ? dayNumber(value as string) : (value as Flat[string]);
  }
  return record;
}
