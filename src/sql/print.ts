import { match } from "ts-pattern";
import { caseOf, indented, isShort } from "./layout.ts";
import type { Page } from "./page.ts";
import { printComparison } from "./print-comparison.ts";
import type { Truth } from "./truth.ts";

const outcomes = { satisfied: "TRUE", unsatisfied: "FALSE", unknown: "NULL" } as const;

/** An expression of three values: TRUE, FALSE, and NULL for what is not known. */
export function printTruth(truth: Truth, page: Page): string {
  const { speech, column } = page;
  const print = (each: Truth) => printTruth(each, page);
  return match(truth)
    .with({ kind: "known" }, ({ outcome }) => outcomes[outcome])
    .with({ kind: "all" }, ({ of }) => joined(of, "AND", print))
    .with({ kind: "any" }, ({ of }) => joined(of, "OR", print))
    .with({ kind: "not" }, ({ of }) => `NOT ${inBrackets(of, print, negatable)}`)
    .with({ kind: "else" }, ({ first, second }) => call("COALESCE", [print(first), print(second)]))
    .with({ kind: "cases" }, ({ cases, otherwise }) =>
      caseOf(
        cases.map(({ when, then }) => [print(when), print(then)]),
        print(otherwise),
      ),
    )
    .with({ kind: "definition" }, ({ definition }) => speech.name(definition.name))
    .with({ kind: "given" }, ({ held }) => `${column(held, "value")} IS NOT NULL`)
    .with({ kind: "flag" }, ({ held }) => column(held, "value"))
    .with({ kind: "among" }, ({ held, values }) => speech.among(column(held, "value"), values.map(speech.text)))
    .with({ kind: "overlaps" }, ({ held, values }) => speech.overlaps(column(held, "value"), values.map(speech.text)))
    .with({ kind: "compare" }, (comparison) => printComparison(comparison, page))
    .with({ kind: "refused" }, ({ because, at }) => {
      throw new Error(`${because} at ${at}: refused, and yet printed`);
    })
    .exhaustive();
}

function joined(of: readonly Truth[], word: "AND" | "OR", print: (truth: Truth) => string): string {
  const parts = of.map((each) => inBrackets(each, print, single));
  const line = parts.join(` ${word} `);
  return isShort(line) ? line : parts.map(indented).join(`\n${word} `);
}

/** What needs no brackets behind NOT, and beside others. */
const negatable = new Set<Truth["kind"]>(["known", "flag", "definition", "cases", "else"]);
const single = new Set<Truth["kind"]>([...negatable, "not", "given", "among", "overlaps", "compare"]);

function inBrackets(truth: Truth, print: (truth: Truth) => string, without: ReadonlySet<Truth["kind"]>): string {
  const text = print(truth);
  if (without.has(truth.kind)) return text;
  return isShort(text) ? `(${text})` : `(\n  ${indented(text)}\n)`;
}

function call(name: string, parts: readonly string[]): string {
  const line = `${name}(${parts.join(", ")})`;
  return isShort(line) ? line : `${name}(\n  ${parts.map(indented).join(",\n  ")}\n)`;
}
