import type { Answer } from "../answer.ts";
import type { Flat, MeasureRule, Rule, Test } from "../rules.ts";

/** How a peer finds what matches. Some do it in their own thread or through promises, all are awaited. */
export type Match = (record: Flat) => Answer | Promise<Answer>;

/** The name under which a rule reads the fact of a test. */
export type NameOf = (test: Test) => string;

export interface Peer {
  /** Its npm package. */
  package: string;
  /** What differs from its simplest use. */
  note?: string;
  values: 2 | 3;
  build(rules: readonly MeasureRule[], nameOf: NameOf): Match;
}

export const plainName: NameOf = ({ fact }) => fact.name;

/** For peers that read what is absent as little, or stumble: each end of a number has a name of its own. */
export const preparedName: NameOf = (test) =>
  "order" in test ? `${test.fact.name}${test.order.startsWith("<") ? "Most" : "Least"}` : test.fact.name;

const beyond = Number.MAX_SAFE_INTEGER;

/** The record with values that make every comparison with an absent fact false: ends beyond all figures, no entries. */
export function prepared(record: Flat, names: readonly { name: string; kind: string }[]): Flat {
  const filled: Flat = { ...record };
  for (const { name, kind } of names) {
    const value = record[name];
    if (kind === "options") filled[name] = value ?? [];
    if (kind !== "number" && kind !== "founded") continue;
    filled[`${name}Least`] = value ?? -beyond;
    filled[`${name}Most`] = value ?? beyond;
  }
  return filled;
}

/** A rule in the words of an engine whose conditions are data or text. */
export function fold<T>(
  rule: Rule,
  words: { all(each: T[]): T; any(each: T[]): T; not(inner: T): T; test(test: Test): T },
): T {
  if ("all" in rule) return words.all(rule.all.map((each) => fold(each, words)));
  if ("any" in rule) return words.any(rule.any.map((each) => fold(each, words)));
  if ("not" in rule) return words.not(fold(rule.not, words));
  return words.test(rule);
}

/** For engines that judge one rule at a time. */
export function oneByOne(
  rules: readonly MeasureRule[],
  compiled: (rule: Rule) => (record: Flat) => unknown,
  isUnknown: (value: unknown) => boolean = () => false,
): Match {
  const all = rules.map(({ index, rule }) => ({ index, judge: compiled(rule) }));
  return (record) => {
    const answer: Answer = { eligible: [], undetermined: [] };
    for (const { index, judge } of all) {
      const value = judge(record);
      if (value === true) answer.eligible.push(index);
      else if (isUnknown(value)) answer.undetermined.push(index);
    }
    return answer;
  };
}
