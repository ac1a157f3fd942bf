import type { Profile } from "../../src/schema/profile.ts";
import type { Answer } from "./answer.ts";
import { bitsOf, bitTables, encoderSource, slots, variables } from "./encoding.ts";
import type { MeasureRule, Rule, Test } from "./rules.ts";

/** Measures in one generated function: V8 gives up optimizing much longer ones. */
const perFunction = 50;

/**
 * The limit that everything is held against: code written out for these very rules, over a profile encoded into
 * integers. With three values what is absent leaves a measure open; with two it makes its comparison false. Encoding
 * is part of each call. It is made with `new Function`, which no strict content security policy allows.
 */
export function straightLine(rules: readonly MeasureRule[], values: 2 | 3): (profile: Profile) => Answer {
  const encode = new Function("bits", encoderSource())(bitTables) as (profile: Profile, into: Int32Array) => void;
  const encoded = new Int32Array(variables.length);
  const parts: Part[] = [];
  for (let from = 0; from < rules.length; from += perFunction)
    parts.push(part(rules.slice(from, from + perFunction), values));
  return (profile) => {
    encode(profile, encoded);
    const answer: Answer = { eligible: [], undetermined: [] };
    for (const each of parts) each(encoded, answer.eligible, answer.undetermined);
    return answer;
  };
}

type Part = (encoded: Int32Array, eligible: number[], undetermined: number[]) => void;

function part(rules: readonly MeasureRule[], values: 2 | 3): Part {
  const body = rules.map(({ index, rule }) => {
    const add = (list: string) => `${list}.push(${index});`;
    if (values === 2) return `if (${source(rule, "definite")}) ${add("eligible")}`;
    return `if (${source(rule, "possible")}) { if (${source(rule, "certain")}) ${add("eligible")} else ${add("undetermined")} }`;
  });
  const text = body.join("\n");
  const read = variables.flatMap((name, at) => (text.includes(name) ? [`const ${name} = encoded[${at}];`] : []));
  return new Function("encoded", "eligible", "undetermined", [...read, text].join("\n")) as Part;
}

/** `definite` is certain without the care for what is negated: the reading of engines with two values. */
type Side = "certain" | "possible" | "definite";
const opposite = { certain: "possible", possible: "certain", definite: "definite" } as const;

function source(rule: Rule, side: Side): string {
  if ("all" in rule) return joined(rule.all, " && ", side) || "true";
  if ("any" in rule) return joined(rule.any, " || ", side) || "false";
  if ("not" in rule) return `!(${source(rule.not, opposite[side])})`;
  return testSource(rule, side === "possible");
}

const joined = (rules: readonly Rule[], operator: string, side: Side): string =>
  rules.map((each) => `(${source(each, side)})`).join(operator);

function testSource(test: Test, possibly: boolean): string {
  const { certain, possible } = slots.find(({ fact }) => fact === test.fact) as (typeof slots)[number];
  if ("order" in test) {
    const [low, high] = [certain[0], possible[0]];
    const isUpper = test.order === "<=" || test.order === "<";
    // Absent, the two ends are the least and the most, so the end that is compared decides which way it falls.
    return `${isUpper === possibly ? low : high} ${test.order} ${test.than}`;
  }
  const chosen = "is" in test ? [test.is] : "oneOf" in test ? test.oneOf : test.includesAny;
  const names = possibly ? possible : certain;
  const words = bitsOf(test.fact, chosen).flatMap((bits, word) => (bits === 0 ? [] : [`(${names[word]} & ${bits})`]));
  return `(${words.join(" | ")}) !== 0`;
}
