import { match, P } from "ts-pattern";
import { compareFact, operatorOf } from "../engine/comparisons.ts";
import { join as joined, type Outcome } from "../engine/outcome.ts";
import { entryOf, leastOf } from "../facts/fact.ts";
import { nodeAt, type Scope } from "../facts/scope.ts";
import type { Comparison as Asked, Operand } from "../schema/condition.ts";
import { youngSince } from "./age.ts";
import { compared, day, type End, figure, type Span, spanOf } from "./comparison.ts";
import { type Compared, comparedWith, isNumber } from "./operand.ts";
import { absentFact, heldAt, type Reading } from "./reading.ts";
import type { Held } from "./table.ts";
import { oneOf, overlapping } from "./texts.ts";
import { all, any, known, not, orElse, refused, type Truth } from "./truth.ts";

const numeric = ["atLeast", "above", "atMost", "below"] as const;
const days = { onOrAfter: "atLeast", after: "above", onOrBefore: "atMost", before: "below" } as const;
const ages = ["fewerThanYears", "fewerThanDays"] as const;

const among = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name);

/** One comparison of one fact, as a test of columns. */
export function factTest(test: { fact: string } & Asked, scope: Scope, reading: Reading): Truth {
  const operator = operatorOf(test);
  const held = heldAt(test.fact, scope, reading);
  const operand = test[operator];
  if (held !== undefined && (operator === "is" || operator === "in" || operator === "includesAny"))
    return operator === "includesAny"
      ? overlap(held, test.includesAny ?? [])
      : membership(held, operator === "is" ? [test.is] : (test.in ?? []));
  if (held === undefined && !readsColumn(operand, scope, reading)) return known(compareFact(test, scope).outcome);
  if (held?.implied) return refused("date-of-the-row", held.fact);
  const against = (using: (compared: Compared) => Truth) => comparedWith(operand as Operand, scope, reading, using);
  if (among(numeric, operator)) {
    if (held !== undefined && !isNumber(held)) return refused("not-comparable", held.fact);
    const left = held === undefined ? absentSpan(test.fact, scope) : spanOf(held);
    return against((right) => compared(operator, left, numbers(right)));
  }
  if (held === undefined || held.type !== "date") return refused("not-comparable", test.fact);
  return against((right) => {
    if (right.kind === "part") return refused("not-comparable", held.fact);
    if (among(ages, operator))
      return compared(
        "atLeast",
        spanOf(held),
        youngSince(operator, { min: Number(right.min), max: Number(right.max) }, scope.on),
      );
    return compared(days[operator as keyof typeof days], spanOf(held), {
      min: day(String(right.min)),
      max: day(String(right.max)),
    });
  });
}

/** Beside the fact itself, a comparison reads what looks its figure up, or what it is a part of. */
function readsColumn(operand: unknown, scope: Scope, reading: Reading): boolean {
  const path = match(operand)
    .with({ by: P.string }, ({ by }) => by)
    .with({ times: P.string, fact: P.string }, ({ fact }) => fact)
    .otherwise(() => undefined);
  return path !== undefined && heldAt(path, scope, reading) !== undefined;
}

export const numbers = (right: Compared): Span =>
  right.kind === "part" ? right.span : { min: figure(right.min), max: figure(right.max) };

/** A number that no column holds: as open as it is absent, or presumed. */
function absentSpan(path: string, scope: Scope): Span {
  const { known: value } = absentFact(path, scope);
  const least = leastOf(entryOf(scope.law.facts, nodeAt(scope, path)));
  if (value.kind === "exact") return { min: figure(value.value as number), max: figure(value.value as number) };
  return { min: least === undefined ? undefined : figure(least), max: undefined };
}

function overlap(held: Held, values: readonly string[]): Truth {
  if (held.type !== "options") return refused("not-comparable", held.fact);
  return held.presumedEmpty ? orElse(overlapping(held, values), known("unsatisfied")) : overlapping(held, values);
}

/** One of the values; while it is not given, decided where all that it may be agree. */
function membership(held: Held, wanted: readonly unknown[]): Truth {
  const texts = wanted.filter((value) => typeof value === "string");
  switch (held.type) {
    case "boolean":
      return wanted.includes(true)
        ? wanted.includes(false)
          ? known("satisfied")
          : { kind: "flag", held }
        : wanted.includes(false)
          ? not({ kind: "flag", held })
          : known("unsatisfied");
    case "option":
    case "text":
    case "share":
      return orElse(oneOf(held, texts), amongOptions(held, texts));
    case "date":
      return held.implied ? refused("date-of-the-row", held.fact) : any(texts.map((each) => exactly(held, day(each))));
    case "yen":
    case "count": {
      const counts = wanted.filter((value) => typeof value === "number" && value >= 0);
      if (counts.length < wanted.length) return refused("not-comparable", held.fact);
      return any(counts.map((each) => exactly(held, figure(each as number))));
    }
    case "options":
      return refused("not-comparable", held.fact);
  }
}

const exactly = (held: Held, end: End): Truth => {
  const span = { min: end, max: end };
  return all([compared("atLeast", spanOf(held), span), compared("atMost", spanOf(held), span)]);
};

/** What is not given is one of the options, if there is a list of them. */
function amongOptions({ options }: Held, wanted: readonly string[]): Truth {
  const outcomes = options.map((option): Outcome => (wanted.includes(option) ? "satisfied" : "unsatisfied"));
  return known(outcomes.length === 0 ? "unknown" : joined(outcomes));
}
