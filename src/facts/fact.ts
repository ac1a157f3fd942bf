import type { FactEntry, Vocabulary } from "../schema/law.ts";

/** Where a value comes from: the profile, a stated conclusion, a short form worked out, or a listed presumption. */
export type Provenance = "given" | "declared" | "derived" | "presumed";

export type Scalar = string | number | boolean;

/** What is known of a fact. A range may lack an end; a set is complete unless said otherwise. */
export type Known =
  | { kind: "absent" }
  | { kind: "exact"; value: Scalar }
  | { kind: "range"; min?: string | number | undefined; max?: string | number | undefined };

export interface Fact {
  /** The profile path with indexes: `ip.filings[1].coApplicants[0].share`. */
  path: string;
  known: Known;
  provenance: Provenance;
}

/** A place in the profile: its value, its path, and the names under which the vocabulary knows its fields. */
export interface Node {
  value: unknown;
  path: string;
  names: readonly string[];
}

export interface List {
  path: string;
  /** False where the list itself is not known. */
  known: boolean;
  complete: boolean;
  entries: Node[];
  /** Stands for any entry that is not listed. */
  unlisted: Node;
  provenance: Provenance;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isRange = (value: unknown): value is { min?: string | number; max?: string | number } =>
  isObject(value) && !Array.isArray(value) && ("min" in value || "max" in value);

export const field = (node: Node, key: string): Node => ({
  value: isObject(node.value) && Object.hasOwn(node.value, key) ? node.value[key] : undefined,
  path: node.path === "" ? key : `${node.path}.${key}`,
  names: node.names.map((name) => (name === "" ? key : `${name}.${key}`)),
});

export function entryOf(facts: Vocabulary, node: Node): FactEntry | undefined {
  for (const name of node.names) if (Object.hasOwn(facts, name)) return facts[name];
  return undefined;
}

/** No count, amount or share lies below zero. */
export const leastOf = (entry: FactEntry | undefined): number | undefined =>
  entry !== undefined && ["yen", "count", "share"].includes(entry.type) ? 0 : undefined;

/** What is known at a node. A presumption of the vocabulary fills what is absent, and says so. */
export function readFact(facts: Vocabulary, node: Node): Fact {
  const { path, value } = node;
  if (value === undefined) {
    const presumed = entryOf(facts, node)?.presumed;
    return presumed === undefined || Array.isArray(presumed)
      ? { path, known: { kind: "absent" }, provenance: "given" }
      : { path, known: { kind: "exact", value: presumed }, provenance: "presumed" };
  }
  if (isRange(value)) {
    const { min, max } = value;
    return min !== undefined && min === max
      ? { path, known: { kind: "exact", value: min }, provenance: "given" }
      : { path, known: { kind: "range", min, max }, provenance: "given" };
  }
  return { path, known: { kind: "exact", value: value as Scalar }, provenance: "given" };
}

export function readList(facts: Vocabulary, node: Node): List {
  const entry = entryOf(facts, node);
  const names = [...node.names.map((name) => `${name}[]`), ...(entry?.of === "party" ? ["party"] : [])];
  const presumed = node.value === undefined && Array.isArray(entry?.presumed);
  const given = presumed ? [] : node.value;
  const items = Array.isArray(given) ? given : isObject(given) ? (given["items"] as unknown[]) : undefined;
  return {
    path: node.path,
    known: items !== undefined,
    complete: Array.isArray(given) || (isObject(given) && given["complete"] === true),
    entries: (items ?? []).map((value, index) => ({ value, path: `${node.path}[${index}]`, names })),
    unlisted: { value: undefined, path: `${node.path}[]`, names },
    provenance: presumed ? "presumed" : "given",
  };
}
