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
const satisfied = known("satisfied");
const unsatisfied = known("unsatisfied");
export const refused = (because: RefusalCode, at: string): Truth => ({ kind: "refused", because, at });

const isKnown = (truth: Truth): truth is Extract<Truth, { kind: "known" }> => truth.kind === "known";
export const is = (truth: Truth, outcome: Outcome): boolean => isKnown(truth) && truth.outcome === outcome;

export const all = (truths: readonly Truth[]): Truth => gather("all", truths, both, satisfied, unsatisfied);
export const any = (truths: readonly Truth[]): Truth => gather("any", truths, either, unsatisfied, satisfied);

function gather(
  kind: "all" | "any",
  truths: readonly Truth[],
  fold: (outcomes: readonly Outcome[]) => Outcome,
  neutral: Truth,
  deciding: Truth,
): Truth {
  const flat = truths.flatMap((truth) => (truth.kind === kind ? truth.of : [truth]));
  const fixed = known(fold(flat.filter(isKnown).map(({ outcome }) => outcome)));
  if (isKnown(deciding) && is(fixed, deciding.outcome)) return deciding;
  const open = distinct(flat.filter((truth) => !isKnown(truth)));
  const of = isKnown(neutral) && is(fixed, neutral.outcome) ? open : [...open, unknown];
  return of.length === 0 ? neutral : of.length === 1 ? (of[0] as Truth) : { kind, of };
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
  if (distinct([...possible.map(({ then }) => then), last]).length === 1) return last;
  return { kind: "cases", cases: possible, otherwise: last };
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
