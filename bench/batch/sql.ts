import { allFacts, type BenchFact } from "../match/facts.ts";
import type { MeasureRule, Rule, Test } from "../match/rules.ts";

/** Options by their number and lists as bits: the form in which a database compares fastest. Absent is NULL. */
const types = {
  option: "UTINYINT",
  options: "UINTEGER",
  number: "INTEGER",
  founded: "INTEGER",
  boolean: "BOOLEAN",
} as const satisfies Record<BenchFact["kind"], string>;

export const createTable = `CREATE TABLE profiles (${allFacts.map(({ name, kind }) => `"${name}" ${types[kind]}`).join(", ")})`;

/** DuckDB takes several times as long for hundreds of measures in one query as for some dozens in each of several. */
const perQuery = 25;

/**
 * For each rule, in order, how often it is true and how often it is true or false. SQL knows three values, so what is
 * absent needs no care.
 */
export const countQueries = (rules: readonly MeasureRule[]): string[] =>
  Array.from({ length: Math.ceil(rules.length / perQuery) }, (_, query) =>
    countQuery(rules.slice(query * perQuery, (query + 1) * perQuery)),
  );

function countQuery(rules: readonly MeasureRule[]): string {
  const verdicts = rules.map(({ index, rule }) => `${expression(rule)} AS m${index}`);
  const counts = rules.map(({ index }) => `count(*) FILTER (WHERE m${index}), count(m${index})`);
  return `SELECT ${counts.join(", ")} FROM (SELECT ${verdicts.join(", ")} FROM profiles)`;
}

function expression(rule: Rule): string {
  if ("all" in rule) return joined(rule.all, " AND ") || "true";
  if ("any" in rule) return joined(rule.any, " OR ") || "false";
  if ("not" in rule) return `NOT (${expression(rule.not)})`;
  return comparison(rule);
}

const joined = (rules: readonly Rule[], operator: string): string =>
  rules.map((each) => `(${expression(each)})`).join(operator);

function comparison(test: Test): string {
  const column = `"${test.fact.name}"`;
  if ("order" in test) return `${column} ${test.order} ${test.than}`;
  if ("is" in test) return test.is ? column : `NOT ${column}`;
  if ("oneOf" in test) return `${column} IN (${test.oneOf.map((option) => numberOf(test.fact, option)).join(", ")})`;
  return `(${column} & ${bitsOf(test.fact, test.includesAny)}) <> 0`;
}

export const numberOf = (fact: BenchFact, option: string): number =>
  fact.kind === "option" || fact.kind === "options" ? fact.values.indexOf(option) : -1;

export const bitsOf = (fact: BenchFact, options: readonly string[]): number =>
  options.reduce((bits, option) => bits + 2 ** numberOf(fact, option), 0);
