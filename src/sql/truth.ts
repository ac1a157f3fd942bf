import { both, either, negate, type Outcome } from "../engine/outcome.ts";
import type { RefusalCode } from "../schema/sql.ts";
import type { Comparison } from "./comparison.ts";
import type { Held } from "./table.ts";

/**
 * What a condition comes to for a row: an expression of three values. Whoever makes one goes through the functions below,
 * which work out what no row can change, by the logic of the engine.
 */
export type Truth =
  | { kind: "known"; outcome: Outcome }
  | { kind: "all" | "any"; of: readonly Truth[] }
  | { kind: "not"; of: Truth }
  /** The first case that certainly holds speaks. */
  | { kind: "cases"; cases: readonly Case[]; otherwise: Truth }
  /** The second speaks while the first is unknown. */
  | { kind: "else"; first: Truth; second: Truth }
  | { kind: "definition"; definition: Definition }
  | { kind: "given"; held: Held }
  | { kind: "flag"; held: Held }
  | { kind: "among" | "overlaps"; held: Held; values: readonly string[] }
  | Comparison
  | { kind: "refused"; because: RefusalCode; at: string };

export interface Case {
  when: Truth;
  then: Truth;
}

/** What a definition comes to, worked out once for every measure that calls it. */
export interface Definition {
  /** Its id; with a number after it where it is asked on several dates. */
  name: string;
  truth: Truth;
}

export const known = (outcome: Outcome): Truth => ({ kind: "known", outcome });
export const unknown = known("unknown");
export const refused = (because: RefusalCode, at: string): Truth => ({ kind: "refused", because, at });

const isKnown = (truth: Truth): truth is Extract<Truth, { kind: "known" }> => truth.kind === "known";
const is = (truth: Truth, outcome: Outcome): boolean => isKnown(truth) && truth.outcome === outcome;

export const all = (truths: readonly Truth[]): Truth => gather("all", truths);
export const any = (truths: readonly Truth[]): Truth => gather("any", truths);

const sides = {
  all: { fold: both, neutral: "satisfied", deciding: "unsatisfied" },
  any: { fold: either, neutral: "unsatisfied", deciding: "satisfied" },
} as const;

function gather(kind: "all" | "any", truths: readonly Truth[]): Truth {
  const { fold, neutral, deciding } = sides[kind];
  const flat = truths.flatMap((truth) => (truth.kind === kind ? truth.of : [truth]));
  const fixed = fold(flat.filter(isKnown).map(({ outcome }) => outcome));
  if (fixed === deciding) return known(deciding);
  const open = distinct(kind === "any" ? merged(flat) : flat).filter((truth) => !isKnown(truth));
  if (fixed === neutral)
    return open.length === 0 ? known(neutral) : open.length === 1 ? (open[0] as Truth) : { kind, of: open };
  // Beside what nobody knows only that counts which may still decide.
  const speaking = open.map((truth) => only(truth, deciding)).filter((truth) => !isKnown(truth));
  const parts = distinct(speaking.flatMap((truth) => (truth.kind === kind ? truth.of : [truth]))).filter(
    (truth) => !isKnown(truth),
  );
  return parts.length === 0 ? unknown : { kind, of: [...parts, unknown] };
}

/** Has the outcome for the rows that the truth has it for, and for others anything else: as little as says that. */
function only(truth: Truth, outcome: Decided): Truth {
  if (!canBe(truth, outcome)) return unknown;
  switch (truth.kind) {
    case "all":
    case "any":
      // What is not known beside the others only kept them from saying the opposite.
      return gather(
        truth.kind,
        truth.of.filter((each) => !isKnown(each)).map((each) => only(each, outcome)),
      );
    case "not":
      return not(only(truth.of, opposite(outcome)));
    case "cases":
      return choose(
        truth.cases.map(({ when, then }) => ({ when, then: only(then, outcome) })),
        only(truth.otherwise, outcome),
      );
    case "else":
      if (canBe(truth.first, opposite(outcome))) return truth;
      return gather(
        outcome === "satisfied" ? "any" : "all",
        [truth.first, truth.second].map((each) => only(each, outcome)),
      );
    default:
      return truth;
  }
}

type Decided = "satisfied" | "unsatisfied";
const opposite = (outcome: Decided): Decided => (outcome === "satisfied" ? "unsatisfied" : "satisfied");

/** Values of one column that are asked for apart are asked for together. */
function merged(truths: readonly Truth[]): Truth[] {
  const lists = new Map<Held, string[]>();
  for (const truth of truths)
    if (truth.kind === "among")
      lists.set(truth.held, [...new Set([...(lists.get(truth.held) ?? []), ...truth.values])]);
  return truths.flatMap((truth) => {
    if (truth.kind !== "among") return [truth];
    const values = lists.get(truth.held);
    lists.delete(truth.held);
    return values === undefined ? [] : [{ ...truth, values }];
  });
}

/** Whether some row could make it so; true where that is not seen at once. */
function canBe(truth: Truth, outcome: Decided): boolean {
  switch (truth.kind) {
    case "known":
      return truth.outcome === outcome;
    case "all":
    case "any":
      return sides[truth.kind].neutral === outcome
        ? truth.of.every((each) => canBe(each, outcome))
        : truth.of.some((each) => canBe(each, outcome));
    case "not":
      return canBe(truth.of, opposite(outcome));
    case "else":
      return canBe(truth.first, outcome) || canBe(truth.second, outcome);
    case "cases":
      return [...truth.cases.map(({ then }) => then), truth.otherwise].some((each) => canBe(each, outcome));
    case "definition":
      return canBe(truth.definition.truth, outcome);
    default:
      return true;
  }
}

export function not(truth: Truth): Truth {
  if (isKnown(truth)) return known(negate(truth.outcome));
  return truth.kind === "not" ? truth.of : { kind: "not", of: truth };
}

export function orElse(first: Truth, second: Truth): Truth {
  if (isKnown(first)) return is(first, "unknown") ? second : first;
  return is(second, "unknown") ? first : { kind: "else", first, second };
}

/** Only what speaks for it is certain: true stays true, all else is unknown. */
export const atMostSatisfied = (truth: Truth): Truth => any([truth, unknown]);
/** Only what speaks against it is certain. */
export const atMostUnsatisfied = (truth: Truth): Truth => all([truth, unknown]);

/** One of them is the case, but not known which: what they all say. */
export function join(truths: readonly Truth[]): Truth {
  const [first, ...others] = distinct(truths);
  if (first === undefined) return unknown;
  if (others.length === 0) return first;
  return orElse(atMostSatisfied(all(truths)), atMostUnsatisfied(any(truths)));
}

export function choose(cases: readonly Case[], otherwise: Truth): Truth {
  const certain = cases.findIndex(({ when }) => is(when, "satisfied"));
  const last = certain === -1 ? otherwise : (cases[certain] as Case).then;
  const possible = cases.slice(0, certain === -1 ? undefined : certain).filter(({ when }) => !isKnown(when));
  const apart: Case[] = [];
  for (const { when, then } of possible) {
    const before = apart.at(-1);
    if (before === undefined || keyOf(before.then) !== keyOf(then)) apart.push({ when, then });
    else apart[apart.length - 1] = { when: any([before.when, when]), then };
  }
  if (distinct([...apart.map(({ then }) => then), last]).length === 1) return last;
  return { kind: "cases", cases: apart, otherwise: last };
}

/** Those that are not said twice. */
const distinct = (truths: readonly Truth[]): Truth[] => [
  ...new Map(truths.map((truth) => [keyOf(truth), truth])).values(),
];

const keys = new WeakMap<Truth, string>();

function keyOf(truth: Truth): string {
  const key = keys.get(truth) ?? JSON.stringify(truth, written);
  keys.set(truth, key);
  return key;
}

/** A definition's name stands for what it says. */
const written = (key: string, value: unknown): unknown =>
  key === "truth" ? undefined : typeof value === "bigint" ? String(value) : value;

/** Everything that a truth is put together from, itself first. What a definition says is left to its name. */
export function partsOf(truth: Truth): Truth[] {
  return [truth, ...insideOf(truth).flatMap(partsOf)];
}

function insideOf(truth: Truth): readonly Truth[] {
  switch (truth.kind) {
    case "all":
    case "any":
      return truth.of;
    case "not":
      return [truth.of];
    case "cases":
      return [...truth.cases.flatMap(({ when, then }) => [when, then]), truth.otherwise];
    case "else":
      return [truth.first, truth.second];
    default:
      return [];
  }
}

/** The definitions that truths call, each after those that it calls itself. */
export function definitionsOf(truths: readonly Truth[], found = new Set<Definition>()): Set<Definition> {
  for (const part of truths.flatMap(partsOf)) {
    if (part.kind !== "definition" || found.has(part.definition)) continue;
    definitionsOf([part.definition.truth], found);
    found.add(part.definition);
  }
  return found;
}
