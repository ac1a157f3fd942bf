import { type BenefitReads, readsOf, readsOfSubsidy } from "../schema/benefit-reads.ts";
import type { Comparison, Condition } from "../schema/condition.ts";
import type { Vocabulary } from "../schema/law.ts";
import type { Criterion, Measure, MeasureFile } from "../schema/measure.ts";
import { callsOf } from "../schema/parts-of-terms.ts";

/** What a name in a condition stands for: the vocabulary names under which its fields are found. */
export type Names = Readonly<Record<string, readonly string[]>>;

/** A condition somewhere in a rule file, with the names that it may use. */
export interface Place {
  at: string;
  condition: Condition;
  names: Names;
  /** The conditions that must hold beside it, where it stands in an `all`. */
  beside?: readonly Condition[];
}

/** The vocabulary's own name for a path as a condition writes it; undefined where there is none. */
export function factName(path: string, names: Names, facts: Vocabulary): string | undefined {
  const [root = "", ...rest] = path.split(".");
  const starts = names[root] ?? (root === "company" ? ["company", "party"] : [root]);
  return starts.map((start) => [start, ...rest].join(".")).find((name) => Object.hasOwn(facts, name));
}

/** The names of the fields of a list's entries. */
export function entryNames(list: string | undefined, facts: Vocabulary): readonly string[] {
  return list === undefined ? [] : [`${list}[]`, ...(facts[list]?.of === "party" ? ["party"] : [])];
}

/** The condition and everything inside it, each with its own names. */
export function inside(place: Place, facts: Vocabulary): Place[] {
  const { condition, names, at } = place;
  const below = (parts: Condition[], within: Names = names, beside: Condition[] = []) =>
    parts.flatMap((part) => inside({ at, condition: part, names: within, beside }, facts));
  if (typeof condition === "boolean") return [place];
  const branches = branchesOf(condition);
  if (branches.length > 0) return [place, ...below(branches, names, "all" in condition ? condition.all : [])];
  const list = listOf(condition);
  if (list === undefined || !("where" in condition) || condition.where === undefined) return [place];
  const it = entryNames(factName(list, names, facts), facts);
  return [place, ...below([condition.where], { ...names, it })];
}

/** The conditions that a condition is put together from. What is asked of the entries of a list is none of them. */
export function branchesOf(condition: Exclude<Condition, boolean>): Condition[] {
  if ("all" in condition) return condition.all;
  if ("any" in condition) return condition.any;
  if ("not" in condition) return [condition.not];
  if ("sufficient" in condition) return [condition.sufficient, condition.necessary];
  if (!("match" in condition)) return [];
  return [
    ...condition.cases.map((each) => each.then),
    ...(condition.otherwise === undefined ? [] : [condition.otherwise]),
  ];
}

/** The profile path that a path in a condition stands for, as the names have it; `[]` for the entries of a list. */
export function profilePath(path: string, names: Readonly<Record<string, string>>): string {
  const [root = "", ...rest] = path.split(".");
  return [names[root] ?? root, ...rest].join(".");
}

export function listOf(condition: Condition): string | undefined {
  if (typeof condition === "boolean") return undefined;
  if ("some" in condition) return condition.some;
  if ("every" in condition) return condition.every;
  if ("sum" in condition) return condition.sum;
  return "count" in condition ? condition.count : undefined;
}

/** The parameters that a comparison reads, with the fact that looks each up. */
export function parametersOf(condition: Condition): { parameter: string; by?: string | undefined }[] {
  if (typeof condition === "boolean") return [];
  return Object.values(condition as Comparison).filter(
    (value): value is { parameter: string; by?: string } =>
      typeof value === "object" && value !== null && "parameter" in value,
  );
}

/** The facts of which a comparison takes a part. */
const partsOf = (condition: Exclude<Condition, boolean>): string[] =>
  Object.values(condition as Comparison).flatMap((value) =>
    typeof value === "object" && value !== null && "times" in value ? [value.fact as string] : [],
  );

/** The paths that a condition itself reads. Parties are not facts and are left out. */
export function pathsOf(condition: Condition): string[] {
  if (typeof condition === "boolean") return [];
  const keys = [...parametersOf(condition).flatMap(({ by }) => by ?? []), ...partsOf(condition)];
  const list = listOf(condition);
  if (list !== undefined) return [list, ...keys];
  if ("fact" in condition) return [condition.fact, ...keys];
  if ("match" in condition) return [condition.match];
  return "definition" in condition && condition.on !== undefined ? [condition.on] : [];
}

/** Everything that a measure's benefits refer to, with the names that stand for something there. */
export function benefitsOf(file: MeasureFile, facts: Vocabulary): { at: string; reads: BenefitReads; names: Names }[] {
  if ("viewOf" in file) return [];
  return file.terms.flatMap((terms, index) => {
    const at = `terms[${index}]`;
    const own = readsOf(terms.benefit);
    const routes = (terms.routes ?? []).map((route) => ({
      at: `${at}.routes.${route.id}`,
      reads: readsOfSubsidy(route.benefit ?? {}),
    }));
    return [{ at: `${at}.benefit`, reads: own }, ...routes].map(({ at: place, reads }) => ({
      at: place,
      reads,
      names: { item: entryNames(reads.each ?? own.each ?? file.each, facts) },
    }));
  });
}

/** Every condition of a measure file and the place where it stands. */
export function placesOf(file: MeasureFile, facts: Vocabulary, parent: Measure | undefined): Place[] {
  const list = "viewOf" in file ? parent?.each : file.each;
  const names: Names = { item: entryNames(list, facts) };
  if ("viewOf" in file) return [{ at: "only", condition: file.only, names }];
  const criteria = (at: string, criteria: readonly Criterion[] | undefined) =>
    (criteria ?? []).flatMap(({ id, condition }) =>
      condition === undefined ? [] : [{ at: `${at}.${id}`, condition, names }],
    );
  const ofTerms = file.terms.flatMap((terms, index) => {
    const at = `terms[${index}]`;
    return [
      ...criteria(`${at}.criteria`, terms.criteria === "not-stated" ? [] : terms.criteria),
      ...criteria(`${at}.exclusions`, terms.exclusions),
      ...(terms.routes ?? []).flatMap((route) => criteria(`${at}.routes.${route.id}`, route.criteria)),
      ...callsOf(terms).flatMap(({ id, when }) =>
        when === undefined ? [] : [{ at: `${at}.calls.${id}`, condition: when, names }],
      ),
    ];
  });
  const ofBenefits = benefitsOf(file, facts).flatMap(({ at, reads, names: known }) =>
    reads.conditions.map(({ at: place, condition, party }) => ({
      at: `${at}.${place}`,
      condition,
      names: party ? { ...known, self: ["company", "party"] } : known,
    })),
  );
  return [...ofTerms, ...ofBenefits];
}
