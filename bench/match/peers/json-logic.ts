import { LogicEngine } from "json-logic-engine";
import jsonLogicJs from "json-logic-js";
import type { Rule } from "../rules.ts";
import { fold, type NameOf, oneByOne, type Peer } from "./peer.ts";

type Logic = { [operator: string]: unknown } | boolean;

const logicOf = (rule: Rule, nameOf: NameOf): Logic =>
  fold<Logic>(rule, {
    all: (all) => (all.length === 0 ? true : { and: all }),
    any: (any) => ({ or: any }),
    not: (inner) => ({ "!": [inner] }),
    test: (test) => {
      const fact = { var: nameOf(test) };
      if ("oneOf" in test) return { in: [fact, test.oneOf] };
      if ("includesAny" in test) return { some: [fact, { in: [{ var: "" }, test.includesAny] }] };
      if ("is" in test) return { "===": [fact, test.is] };
      return { [test.order]: [fact, test.than] };
    },
  });

export const jsonLogic: Peer = {
  package: "json-logic-js",
  values: 2,
  build: (rules, nameOf) =>
    oneByOne(rules, (rule) => {
      const logic = logicOf(rule, nameOf);
      return (record) => jsonLogicJs.apply(logic, record);
    }),
};

export const jsonLogicEngine: Peer = {
  package: "json-logic-engine",
  note: "build, which generates code",
  values: 2,
  build: (rules, nameOf) => {
    const engine = new LogicEngine();
    return oneByOne(rules, (rule) => engine.build(logicOf(rule, nameOf)) as (record: unknown) => unknown);
  },
};
