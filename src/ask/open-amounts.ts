import { estimate } from "../amount/estimate.ts";
import { worthOf } from "../amount/worth.ts";
import { type Catalog, measuresOf } from "../catalog/catalog.ts";
import { entryFor } from "../catalog/vocabulary.ts";
import { derive } from "../facts/derive.ts";
import { type Scope, scopeOf } from "../facts/scope.ts";
import type { Estimate, Result } from "../schema/assessment.ts";
import type { FactEntry } from "../schema/law.ts";
import type { Measure } from "../schema/measure.ts";
import type { Profile } from "../schema/profile.ts";
import { type Judgment, judge } from "../verdict/judge.ts";
import { withAnswer } from "./answer.ts";
import type { OpenAmounts } from "./ask.ts";

/**
 * Facts that would narrow what a usable measure pays. What the calculation looked up and did not find is tried with some
 * answers; a fact that changes the amount by none of them is not asked for.
 */
export function openAmounts(profile: Profile, results: readonly Result[], catalog: Catalog): OpenAmounts {
  const open = new Map<string, { measure: string; yen: number }[]>();
  const measures = new Map(measuresOf(catalog).map((measure) => [measure.id, measure]));
  const trials: Trials = new Map();
  for (const result of results) {
    const measure = measures.get(result.measure.id);
    const yen = widthOf(result.estimate);
    if (measure === undefined || result.eligibility !== "eligible" || result.viewOf !== null || yen === 0) continue;
    if (result.status === "ended" || result.place === "elsewhere") continue;
    for (const path of mattering(measure, profile, result, catalog, trials))
      open.set(path, [...(open.get(path) ?? []), { measure: measure.id, yen }]);
  }
  return open;
}

/** Profiles with an answer that is tried, by what is told: several measures may look for the same facts. */
type Trials = Map<string, Scope>;

/** The facts of which an answer changes the amount: alone, or only with the same fact of the other entries. */
function mattering(
  measure: Measure,
  profile: Profile,
  { asOf, estimate: now }: Result,
  catalog: Catalog,
  trials: Trials,
): string[] {
  const looked = new Set<string>();
  const judgment = judge(measure, { ...scopeOf(derive(profile), catalog, asOf), open: looked });
  // What is decided stays so whatever else gets known: then only the calculation can still look for something.
  if (isDecided(judgment)) looked.clear();
  estimate(judgment, catalog);
  const asked = [...looked].filter((path) => !path.includes("[]") && entryFor(path, catalog.facts) !== undefined);
  const before = JSON.stringify(worthOf(now));
  const trial = (paths: readonly string[], { type }: FactEntry, answer: unknown): Scope => {
    const key = JSON.stringify([paths, answer]);
    const known = trials.get(key);
    if (known !== undefined) return known;
    const told = paths.reduce<object>((each, fact) => withAnswer(each, { fact, type }, answer), profile);
    const scope = scopeOf(derive(told as Profile), catalog, asOf);
    trials.set(key, scope);
    return scope;
  };
  const changes = (paths: readonly string[]): boolean => {
    const entry = entryFor(paths[0] as string, catalog.facts) as FactEntry;
    return answersOf(entry, asOf).some(
      (answer) => JSON.stringify(worthOf(reckon(measure, trial(paths, entry, answer), catalog))) !== before,
    );
  };
  const alone = asked.filter((path) => changes([path]));
  const alike = new Map<string, string[]>();
  for (const path of asked.filter((each) => !alone.includes(each))) {
    const name = path.replace(/\[\d+\]/g, "[]");
    alike.set(name, [...(alike.get(name) ?? []), path]);
  }
  // Which filings share a basis is known when each has told its own.
  return [...alone, ...[...alike.values()].filter((paths) => paths.length > 1 && changes(paths)).flat()];
}

const isDecided = ({ units }: Judgment): boolean =>
  units.every(
    ({ eligibility, candidates }) =>
      eligibility !== "undetermined" &&
      candidates.length === 1 &&
      candidates.every(({ verdict }) => verdict.routes.every((route) => route.eligibility !== "undetermined")),
  );

const reckon = (measure: Measure, scope: Scope, catalog: Catalog): Estimate | null =>
  estimate(judge(measure, scope), catalog).estimate;

/** How far the ends of an amount lie apart; what has no ceiling counts with what is known of it. */
function widthOf(estimate: Estimate | null): number {
  const { min, max } = worthOf(estimate) ?? { min: 0, max: 0 };
  return max === null ? Math.max(1, min) : max - min;
}

/** Answers of which one shows, if any does, that the fact matters. They are tried and never told. */
function answersOf({ type, options = {} }: FactEntry, asOf: string): unknown[] {
  switch (type) {
    case "yen":
      return [0, 1_000_000];
    case "count":
      return [1, 1000];
    case "share":
      return ["0/1", "1/1"];
    case "date":
      return [asOf];
    case "option":
      return Object.keys(options);
    case "options":
      return [[], Object.keys(options)];
    case "boolean":
      return [true, false];
    case "list":
      return [[]];
    case "years":
      return [[1, 1]];
    case "text":
      return [" "];
  }
}
