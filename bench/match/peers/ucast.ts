import { guard } from "@ucast/mongo2js";
import type { Flat } from "../rules.ts";
import { fold, oneByOne, type Peer } from "./peer.ts";

type Query = Record<string, unknown>;
const operators = { ">=": "$gte", ">": "$gt", "<=": "$lte", "<": "$lt" } as const;

/** What CASL is built on. A field that holds a list is `$in` another if they share an entry. */
export const ucast: Peer = {
  package: "@ucast/mongo2js",
  values: 2,
  build: (rules, nameOf) =>
    oneByOne(rules, (rule) => {
      const query = fold<Query>(rule, {
        all: (all) => ({ $and: all }),
        any: (any) => ({ $or: any }),
        not: (inner) => ({ $nor: [inner] }),
        test: (test) => {
          const name = nameOf(test);
          if ("oneOf" in test) return { [name]: { $in: test.oneOf } };
          if ("includesAny" in test) return { [name]: { $in: test.includesAny } };
          if ("is" in test) return { [name]: { $eq: test.is } };
          return { [name]: { [operators[test.order]]: test.than } };
        },
      });
      return guard<Flat>(query as never);
    }),
};
