import { ZenEngine } from "@gorules/zen-engine";
import { fold, type Peer } from "./peer.ts";

const listed = (values: readonly string[]): string => `[${values.map((value) => `'${value}'`).join(", ")}]`;

/** One decision table that collects: a row for each measure. Its rules live outside the JavaScript heap. */
export const zen: Peer = {
  package: "@gorules/zen-engine",
  note: "one collecting decision table",
  values: 2,
  build: (rules, nameOf) => {
    const rows = rules.map(({ index, rule }) => ({
      _id: `row-${index}`,
      rule: fold<string>(rule, {
        all: (all) => (all.length === 0 ? "true" : all.map((each) => `(${each})`).join(" and ")),
        any: (any) => any.map((each) => `(${each})`).join(" or "),
        not: (inner) => `not (${inner})`,
        test: (test) => {
          const name = nameOf(test);
          if ("oneOf" in test) return `${name} in ${listed(test.oneOf)}`;
          if ("includesAny" in test) return `some(${name}, # in ${listed(test.includesAny)})`;
          if ("is" in test) return `${name} == ${test.is}`;
          return `${name} ${test.order} ${test.than}`;
        },
      }),
      index: `${index}`,
    }));
    const decision = new ZenEngine().createDecision({
      contentType: "application/vnd.gorules.decision",
      nodes: [
        { id: "request", name: "request", type: "inputNode", content: {} },
        {
          id: "measures",
          name: "measures",
          type: "decisionTableNode",
          content: {
            hitPolicy: "collect",
            inputs: [{ id: "rule", name: "rule" }],
            outputs: [{ id: "index", name: "index", field: "index" }],
            rules: rows,
          },
        },
        { id: "response", name: "response", type: "outputNode", content: {} },
      ],
      edges: [
        { id: "in", sourceId: "request", targetId: "measures", type: "edge" },
        { id: "out", sourceId: "measures", targetId: "response", type: "edge" },
      ],
    });
    return async (record) => {
      const { result } = await decision.evaluate(record);
      return { eligible: (result as { index: number }[]).map(({ index }) => index), undetermined: [] };
    };
  },
};
