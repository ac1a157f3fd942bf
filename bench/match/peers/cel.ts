import { celEnv, isCelError, parse, plan } from "@bufbuild/cel";
import { fold, oneByOne, type Peer } from "./peer.ts";

const listed = (values: readonly string[]): string => `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;

/** The peer with three values: an absent fact is an evaluation error, which `&&` and `||` absorb where they can. */
export const cel: Peer = {
  package: "@bufbuild/cel",
  note: "an evaluation error is read as unknown",
  values: 3,
  build: (rules, nameOf) => {
    const env = celEnv();
    const compiled = (text: string) => plan(env, parse(text)) as (record: unknown) => unknown;
    return oneByOne(
      rules,
      (rule) =>
        compiled(
          fold<string>(rule, {
            all: (all) => (all.length === 0 ? "true" : all.map((each) => `(${each})`).join(" && ")),
            any: (any) => any.map((each) => `(${each})`).join(" || "),
            not: (inner) => `!(${inner})`,
            test: (test) => {
              const name = nameOf(test);
              if ("oneOf" in test) return `${name} in ${listed(test.oneOf)}`;
              if ("includesAny" in test) return `${name}.exists(each, each in ${listed(test.includesAny)})`;
              if ("is" in test) return test.is ? name : `!${name}`;
              return `${name} ${test.order} ${test.than}.0`;
            },
          }),
        ),
      isCelError,
    );
  },
};
