import type { Catalog } from "../../catalog/catalog.ts";
import { branchesOf, listOf, placesOf, profilePath } from "../../catalog/walk.ts";
import { inForce } from "../../engine/dated.ts";
import { onDay } from "../../facts/days.ts";
import type { Comparison, Condition } from "../../schema/condition.ts";
import type { Criterion, Measure, Terms } from "../../schema/measure.ts";
import { saidOn, statusOn, triggerOf } from "../../verdict/terms.ts";
import { valueAt } from "./lay.ts";

/** Where a rule is read: its law, the profile, and the day. */
interface Reading {
  catalog: Catalog;
  asOf: string;
  base: unknown;
}

/** What a condition is read with, on its way down. */
interface Scope extends Reading {
  /** The profile paths that `item`, `self` and `it` stand for, `[]` for the entries of a list. */
  names: Readonly<Record<string, string>>;
  day: string;
  /** The measure, the place of the condition in it, and the definitions called. */
  within: readonly string[];
}

/** A comparison of a rule with the profile path that it reads. */
export interface FoundComparison {
  kind: "fact" | "sum" | "count";
  /** The fact, the summed field of the entries, or the counted list. */
  path: string;
  test: Comparison;
  scope: Scope;
}

/** Every comparison of a measure's terms on a day, and of the definitions that they call. */
export function comparisonsOf(measure: Measure, reading: Reading): FoundComparison[] {
  const { catalog, asOf } = reading;
  const item = measure.each === undefined ? undefined : `${measure.each}[]`;
  const trigger = triggerOf(measure);
  const day = trigger === undefined ? asOf : dayAt(profilePath(trigger, item ? { item } : {}), reading);
  const terms = saidOn(measure, statusOn(measure, asOf), onDay(day)).flatMap((said) =>
    said.terms === null ? [] : [heldOn(said.terms, day)],
  );
  const places = placesOf({ ...measure, terms }, catalog.facts, undefined).map(({ at, condition, names }) => ({
    at,
    condition,
    names: {
      ...(names["item"]?.[0] === undefined ? {} : { item: names["item"][0] }),
      ...(names["self"] === undefined ? {} : { self: "company" }),
    },
  }));
  const own = item === undefined ? {} : { item };
  const only = measure.view === undefined ? [] : [{ at: "only", condition: measure.view.only.condition, names: own }];
  const quotas = terms.flatMap(quotasOf).map((place) => ({ ...place, names: own }));
  return [...places, ...only, ...quotas].flatMap(({ at, condition, names }) => [
    ...comparisonsIn(condition as Condition, {
      ...reading,
      names,
      day,
      within: [measure.id, at.replace(/^terms\[\d+\]\./, "")],
    }),
  ]);
}

/** The day that stands at a path of the profile, or asOf. */
function dayAt(path: string, { base, asOf }: Reading): string {
  const value = valueAt(base, path);
  return typeof value === "string" ? value : asOf;
}

const holds = ({ from, to }: Pick<Criterion, "from" | "to">, day: string): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

/** Terms without the criteria and routes that do not hold on the day. */
function heldOn(terms: Terms, day: string): Terms {
  const held = (criteria: Criterion[]) => criteria.filter((each) => holds(each, day));
  return {
    ...terms,
    criteria: terms.criteria === "not-stated" ? terms.criteria : held(terms.criteria),
    exclusions: held(terms.exclusions ?? []),
    routes: (terms.routes ?? [])
      .filter((route) => holds(route, day))
      .map((route) => ({ ...route, criteria: held(route.criteria ?? []) })),
  };
}

/** After so many reduced requests a class gives nothing more: a comparison that the rule does not write as one. */
const quotasOf = ({ benefit }: Terms): { at: string; condition: Condition }[] =>
  benefit.kind !== "fee-reduction"
    ? []
    : benefit.classes.flatMap(({ id, quota }) =>
        quota === undefined
          ? []
          : [{ at: `benefit.classes.${id}.quota`, condition: { fact: quota.used, below: { parameter: quota.limit } } }],
      );

function* comparisonsIn(condition: Condition, scope: Scope): Generator<FoundComparison> {
  if (typeof condition === "boolean") return;
  if ("definition" in condition) {
    const { definition, of = "company", on } = condition;
    const day = on === undefined ? scope.day : dayAt(profilePath(on, scope.names), scope);
    const called = {
      ...scope,
      names: { self: profilePath(of, scope.names) },
      day,
      within: [...scope.within, definition],
    };
    for (const { entry } of inForce(scope.catalog.definitions[definition]?.terms ?? [], onDay(day)).readings)
      yield* comparisonsIn(entry.condition, called);
    return;
  }
  if ("fact" in condition)
    yield { kind: "fact", path: profilePath(condition.fact, scope.names), test: condition, scope };
  const list = listOf(condition);
  if (list !== undefined) {
    const path = profilePath(list, scope.names);
    if ("sum" in condition) yield { kind: "sum", path: `${path}[].${condition.of}`, test: condition, scope };
    if ("count" in condition && !condition.share) yield { kind: "count", path, test: condition, scope };
    if ("where" in condition && condition.where !== undefined)
      yield* comparisonsIn(condition.where, { ...scope, names: { ...scope.names, it: `${path}[]` } });
  }
  for (const part of branchesOf(condition)) yield* comparisonsIn(part, scope);
}
