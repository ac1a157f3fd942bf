import type { IssueArgs, IssueCode } from "../issues.ts";
import type { Condition } from "../schema/condition.ts";
import type { FactEntry } from "../schema/law.ts";
import type { Catalog } from "./catalog.ts";
import { checkOperand } from "./check-values.ts";
import { factName, inside, type Place, parametersOf, pathsOf } from "./walk.ts";

type Report = (code: IssueCode, args: IssueArgs) => void;

/** One condition: its words exist, and it is written so that unknown facts are not lost in it. */
export function checkCondition(place: Place, catalog: Catalog, report: Report): void {
  const { condition, names } = place;
  if (typeof condition === "boolean") return;
  const entryAt = (path: string): FactEntry | undefined => catalog.facts[factName(path, names, catalog.facts) ?? ""];
  for (const path of pathsOf(condition)) {
    if (path.startsWith("item.") && (names["item"] ?? []).length === 0) report("item-without-list", { fact: path });
    else if (path !== "asOf" && entryAt(path) === undefined) report("unknown-fact", { fact: path });
  }
  for (const { parameter, by } of parametersOf(condition))
    keyed(parameter, by, by === undefined ? undefined : entryAt(by), catalog, report);
  if ("definition" in condition && !Object.hasOwn(catalog.definitions, condition.definition)) {
    report("unknown-reference", { kind: "definitions", id: condition.definition, suggestion: "" });
  }
  if ("match" in condition) exhaustive(condition, entryAt(condition.match), report);
  if ("fact" in condition) options(condition, entryAt(condition.fact), report);
  if ("fact" in condition && condition.fact !== "asOf") checkOperand(condition, entryAt(condition.fact), report);
  if ("any" in condition) exact(condition.any, place, catalog, report);
  if (
    "every" in condition &&
    !place.beside?.some((each) => typeof each === "object" && "some" in each && each.some === condition.every)
  ) {
    report("every-without-some", { list: condition.every });
  }
}

/** A table is looked up by a fact, and has a value for each of its options. */
function keyed(id: string, by: string | undefined, key: FactEntry | undefined, catalog: Catalog, report: Report): void {
  const parameter = catalog.parameters[id];
  if (parameter === undefined) {
    report("unknown-reference", { kind: "parameters", id, suggestion: "" });
    return;
  }
  const tables = parameter.values.flatMap(({ value }) =>
    typeof value === "object" && !Array.isArray(value) && !("perUnit" in value) ? [value] : [],
  );
  if (by === undefined && tables.length > 0) report("needs-key", { parameter: id });
  const missing = tables.flatMap((table) =>
    Object.keys(key?.options ?? {}).filter((option) => !Object.hasOwn(table, option)),
  );
  if (by !== undefined && missing.length > 0)
    report("parameter-keys", { parameter: id, fact: by, missing: [...new Set(missing)].join(", ") });
}

function exhaustive(
  condition: Extract<Condition, { match: string }>,
  key: FactEntry | undefined,
  report: Report,
): void {
  // A place or another text has no list of options: only `otherwise` covers the rest.
  if (key !== undefined && key.options === undefined) {
    if (condition.otherwise === undefined) report("match-not-exhaustive", { missing: "otherwise" });
    return;
  }
  const covered = new Set(condition.cases.flatMap((each) => each.in));
  const all = Object.keys(key?.options ?? {});
  const missing = all.filter((option) => !covered.has(option));
  const strange = [...covered].filter((option) => !all.includes(option));
  if (strange.length > 0) report("unknown-option", { value: strange.join(", "), options: all.join(", ") });
  if (condition.otherwise === undefined && missing.length > 0)
    report("match-not-exhaustive", { missing: missing.join(", ") });
  if (condition.otherwise !== undefined && missing.length === 0) report("otherwise-never-reached", {});
}

function options(
  test: { is?: unknown; in?: string[] | undefined; includesAny?: string[] | undefined },
  entry: FactEntry | undefined,
  report: Report,
): void {
  if (entry?.options === undefined) return;
  const wanted = [...(typeof test.is === "string" ? [test.is] : []), ...(test.in ?? []), ...(test.includesAny ?? [])];
  const strange = wanted.filter((option) => !Object.hasOwn(entry.options ?? {}, option));
  if (strange.length > 0)
    report("unknown-option", { value: strange.join(", "), options: Object.keys(entry.options).join(", ") });
}

/** Kleene logic is exact only while each fact is read in one direction. */
function exact(branches: Condition[], place: Place, catalog: Catalog, report: Report): void {
  const tested = branches.map((branch) =>
    inside({ ...place, condition: branch }, catalog.facts).map((each) => each.condition),
  );
  const equalities = tested.map(
    (conditions) => new Set(conditions.flatMap((each) => (isEquality(each) ? [each.fact] : []))),
  );
  const repeated = [...new Set(equalities.flatMap((set) => [...set]))].filter(
    (fact) => equalities.filter((set) => set.has(fact)).length > 1,
  );
  const numbers = tested.flat().filter((each): each is { fact: string } => typeof each === "object" && "fact" in each);
  const both = [...new Set(numbers.map((each) => each.fact))].filter((fact) => {
    const tests = numbers.filter((each) => each.fact === fact);
    return (
      tests.some((each) => "atLeast" in each || "above" in each) &&
      tests.some((each) => "atMost" in each || "below" in each)
    );
  });
  for (const fact of new Set([...repeated, ...both])) report("one-fact-both-ways", { fact });
}

const isEquality = (condition: Condition): condition is { fact: string } =>
  typeof condition === "object" &&
  "fact" in condition &&
  ("in" in condition || ("is" in condition && typeof condition.is === "string"));
