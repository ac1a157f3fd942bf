import { Engine, type NestedCondition, type TopLevelCondition } from "json-rules-engine";
import { fold, type Match, type NameOf, type Peer } from "./peer.ts";

const operators = {
  ">=": "greaterThanInclusive",
  ">": "greaterThan",
  "<=": "lessThanInclusive",
  "<": "lessThan",
} as const;

/** Absent facts throw unless that is turned off. */
export const jsonRulesEngine: Peer = {
  package: "json-rules-engine",
  note: "with allowUndefinedFacts",
  values: 2,
  build: (rules, nameOf) => built(rules, nameOf, true),
};

/** As it comes: to count on how many profiles it throws. */
export const strictJsonRulesEngine: Peer = {
  package: "json-rules-engine",
  note: "as it comes",
  values: 2,
  build: (rules, nameOf) => built(rules, nameOf, false),
};

function built(rules: Parameters<Peer["build"]>[0], nameOf: NameOf, allowUndefinedFacts: boolean): Match {
  const engine = new Engine([], { allowUndefinedFacts });
  engine.addOperator(
    "includesAny",
    (value: unknown, wanted: string[]) => Array.isArray(value) && value.some((each) => wanted.includes(each)),
  );
  for (const { index, rule } of rules) {
    const conditions = fold<NestedCondition>(rule, {
      all: (all) => ({ all }),
      any: (any) => ({ any }),
      not: (not) => ({ not }),
      test: (test) => {
        const fact = nameOf(test);
        if ("oneOf" in test) return { fact, operator: "in", value: [...test.oneOf] };
        if ("includesAny" in test) return { fact, operator: "includesAny", value: [...test.includesAny] };
        if ("is" in test) return { fact, operator: "equal", value: test.is };
        return { fact, operator: operators[test.order], value: test.than };
      },
    }) as TopLevelCondition;
    engine.addRule({ conditions, event: { type: "match", params: { index } } });
  }
  return async (record) => {
    const { events } = await engine.run(record);
    const eligible = events.map(({ params }) => params?.["index"] as number);
    return { eligible: eligible.sort((left, right) => left - right), undetermined: [] };
  };
}
