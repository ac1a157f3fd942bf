import type { Answer } from "./answer.ts";
import type { Flat, MeasureRule, Rule, Test } from "./rules.ts";

/**
 * What an engine with two values should say: a comparison with an absent fact is false, whatever stands around it.
 * The answer that every such engine is held to before it is timed.
 */
export function plainAnswer(rules: readonly MeasureRule[], record: Flat): Answer {
  const eligible = rules.filter(({ rule }) => holds(rule, record)).map(({ index }) => index);
  return { eligible, undetermined: [] };
}

function holds(rule: Rule, record: Flat): boolean {
  if ("all" in rule) return rule.all.every((each) => holds(each, record));
  if ("any" in rule) return rule.any.some((each) => holds(each, record));
  if ("not" in rule) return !holds(rule.not, record);
  const value = record[rule.fact.name];
  return value !== undefined && passes(rule, value);
}

function passes(test: Test, value: Flat[string]): boolean {
  if ("oneOf" in test) return test.oneOf.includes(value as string);
  if ("includesAny" in test) return (value as readonly string[]).some((each) => test.includesAny.includes(each));
  if ("is" in test) return value === test.is;
  const figure = value as number;
  switch (test.order) {
    case ">=":
      return figure >= test.than;
    case ">":
      return figure > test.than;
    case "<=":
      return figure <= test.than;
    case "<":
      return figure < test.than;
  }
}
