import { notStated } from "../engine/evaluate.ts";
import type { Leaf } from "../engine/finding.ts";
import { showDays } from "../facts/days.ts";
import type { List } from "../facts/fact.ts";
import type { Scope } from "../facts/scope.ts";
import type { Measure } from "../schema/measure.ts";
import type { Decision, Eligibility } from "./decide.ts";
import type { Judged } from "./judge.ts";
import { anySource } from "./terms.ts";

/** A measure is eligible as soon as one entry is, ineligible when none can be. */
export function summarize(units: Judged[], list: List | undefined, measure: Measure, scope: Scope) {
  const eligibility: Eligibility = units.some((unit) => unit.eligibility === "eligible" && unit.listed)
    ? "eligible"
    : units.every((unit) => unit.eligibility === "ineligible")
      ? "ineligible"
      : "undetermined";
  const speaking = units.filter(
    (unit) => unit.eligibility === eligibility || (eligibility === "undetermined" && unit.eligibility === "eligible"),
  );
  const determining = speaking.flatMap((unit) =>
    unit.determining.filter(() => unit.eligibility === eligibility).map((each) => withItem(each, unit)),
  );
  const read = units.flatMap((unit) => [...unit.determining, ...unit.others].map((each) => withItem(each, unit)));
  const entries = list === undefined ? [] : entriesDecision(list, measure, eligibility, scope);
  const missing = eligibility === "undetermined" ? speaking.flatMap((unit) => collapse(unit, list)) : [];
  const told = unique([...determining, ...entries]);
  return { eligibility, determining: told, others: othersBeside(told, read), missing: [...new Set(missing)] };
}

/** The list itself decides where it is empty, and keeps the verdict open where it is not known. */
function entriesDecision(list: List, measure: Measure, eligibility: Eligibility, scope: Scope): Decision[] {
  const isEmpty = list.complete && list.entries.length === 0;
  if (
    eligibility === "eligible" ||
    (eligibility === "ineligible" && !isEmpty) ||
    (eligibility === "undetermined" && list.complete)
  )
    return [];
  const outcome = isEmpty ? "unsatisfied" : "unknown";
  const leaf: Leaf = {
    ...notStated(scope),
    path: list.path,
    operator: "entries",
    expected: "listed",
    known: list.known ? { kind: "exact", value: list.entries.length } : { kind: "absent" },
    outcome,
    missing: isEmpty ? [] : [openPath(list)],
  };
  const { cause: _, ...plain } = leaf;
  return [
    {
      criterion: { id: "no-item", source: anySource(measure) },
      kind: "criterion",
      finding: { outcome, leaves: [plain] },
    },
  ];
}

const openPath = (list: List): string => (list.known ? `${list.path}.complete` : list.path);

/** What an unlisted entry misses is the list; what the company misses stays. */
function collapse(unit: Judged, list: List | undefined): string[] {
  if (unit.listed || list === undefined) return unit.missing;
  return [...new Set([...unit.missing.filter((path) => !path.startsWith(`${list.path}[]`)), openPath(list)])];
}

/** A criterion that the company's facts decide is reported once; one that reads the entry names it. */
function withItem(decision: Decision, unit: Judged): Decision & { item?: string } {
  const path = unit.node?.path;
  return path !== undefined && decision.finding.leaves.some((leaf) => leaf.path.startsWith(path))
    ? { ...decision, item: path }
    : decision;
}

/** What was read beside that which is told. */
export const othersBeside = <T extends Decision & { item?: string }>(told: readonly T[], read: T[]): T[] => {
  const beside = read.filter((each) => !told.includes(each));
  if (beside.length === 0) return beside;
  const keys = new Set(told.map(keyOf));
  return unique(beside.filter((each) => !keys.has(keyOf(each))));
};

const keyOf = ({ criterion, route, item, finding }: Decision & { item?: string }): string =>
  [criterion.id, route, item, finding.outcome, showDays(finding.leaves[0]?.on ?? {})].join("|");

/** One criterion with one outcome is told once, with every comparison that entries or readings brought to it. */
export function unique<T extends Decision & { item?: string }>(decisions: T[]): T[] {
  if (decisions.length < 2) return decisions;
  const seen = new Map<string, T>();
  for (const each of decisions) {
    const { finding } = each;
    const key = keyOf(each);
    const told = seen.get(key);
    const leaves = told === undefined ? finding.leaves : distinctLeaves([...told.finding.leaves, ...finding.leaves]);
    seen.set(key, { ...each, finding: { ...finding, leaves } });
  }
  return [...seen.values()];
}

const distinctLeaves = (leaves: readonly Leaf[]): Leaf[] => [
  ...new Map(
    leaves.map((leaf) => [JSON.stringify([leaf.path, leaf.operator, leaf.expected, leaf.outcome, leaf.within]), leaf]),
  ).values(),
];
