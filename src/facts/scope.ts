import type { Law } from "../schema/law.ts";
import type { Profile } from "../schema/profile.ts";
import { type Days, onDay } from "./days.ts";
import { entryOf, type Fact, field, type List, type Node, readFact, readList } from "./fact.ts";

/** What a condition can see: the profile, the names that stand for a part of it, the law, and the two dates. */
export interface Scope {
  law: Law;
  asOf: string;
  profile: Node;
  /** `item`: the entry being decided; `self`: the party of a definition; `it`: the entry of a list test. */
  names: Readonly<Record<string, Node>>;
  /** The day or days that rules are read on, and the profile path that would settle them. */
  on: Days;
  onPath: string;
  /** Where somebody listens: the paths that were looked up and are not exactly known. */
  open?: Set<string>;
}

export function scopeOf(profile: Profile, law: Law, asOf: string): Scope {
  return {
    law,
    asOf,
    profile: { value: profile, path: "", names: [""] },
    names: {},
    on: onDay(asOf),
    onPath: "asOf",
  };
}

export const withName = (scope: Scope, name: string, node: Node): Scope => ({
  ...scope,
  names: { ...scope.names, [name]: node },
});

/** What was read below a node. Profiles do not change, and a profile is read on one day, so it is read once. */
interface Read {
  nodes: Map<string, Node>;
  facts: Map<string, Fact>;
  lists: Map<string, List>;
}

const read = new WeakMap<Node, Read>();

/** The node that a path starts from, and what has been read from there. */
function readFrom(scope: Scope, path: string): Read {
  const dot = path.indexOf(".");
  const start = scope.names[dot === -1 ? path : path.slice(0, dot)] ?? scope.profile;
  const known = read.get(start) ?? { nodes: new Map(), facts: new Map(), lists: new Map() };
  read.set(start, known);
  return known;
}

export function nodeAt(scope: Scope, path: string): Node {
  const { nodes } = readFrom(scope, path);
  const known = nodes.get(path) ?? walk(scope, path);
  nodes.set(path, known);
  return known;
}

function walk(scope: Scope, path: string): Node {
  const [root, ...rest] = path.split(".") as [string, ...string[]];
  if (root === "asOf") return { value: scope.asOf, path: "asOf", names: ["asOf"] };
  const start = scope.names[root] ?? rootNode(scope, root);
  return rest.reduce(field, start);
}

/** The company is a party too: the vocabulary lists what every party has once, under `party`. */
function rootNode(scope: Scope, root: string): Node {
  const node = field(scope.profile, root);
  return root === "company" ? { ...node, names: [...node.names, "party"] } : node;
}

export const partyAt = (scope: Scope, path: string): Node => {
  const node = nodeAt(scope, path);
  return node.names.includes("party") ? node : { ...node, names: [...node.names, "party"] };
};

export function factAt(scope: Scope, path: string): Fact {
  if (scope.open !== undefined) return factOf(scope, path);
  const { facts } = readFrom(scope, path);
  const known = facts.get(path) ?? factOf(scope, path);
  facts.set(path, known);
  return known;
}

function factOf(scope: Scope, path: string): Fact {
  const node = nodeAt(scope, path);
  const fact = readFact(scope.law.facts, node);
  if (fact.known.kind !== "exact") scope.open?.add(fact.path);
  if (fact.known.kind === "absent") return impliedDate(scope, node, path) ?? fact;
  const isAsOf = fact.provenance === "presumed" && fact.known.kind === "exact" && fact.known.value === "asOf";
  return isAsOf ? { ...fact, known: { kind: "exact", value: scope.asOf } } : fact;
}

export function listAt(scope: Scope, path: string): List {
  const { lists } = readFrom(scope, path);
  const known = lists.get(path) ?? readList(scope.law.facts, nodeAt(scope, path));
  lists.set(path, known);
  return known;
}

/**
 * What follows for an absent date of an act: still to come, it is read on asOf; done, it lies between the act before
 * it and asOf. That is a bound that holds in every case, not a guess.
 */
function impliedDate(scope: Scope, node: Node, path: string): Fact | undefined {
  const entry = entryOf(scope.law.facts, node);
  if (entry?.pendingWhile === undefined) return undefined;
  const sibling = (key: string) => path.replace(/[^.]+$/, key);
  const status = factAt(scope, sibling("status"));
  if (status.known.kind === "exact" && entry.pendingWhile.includes(String(status.known.value))) {
    return { path: node.path, known: { kind: "exact", value: scope.asOf }, provenance: "derived" };
  }
  const min = entry.notBefore === undefined ? undefined : daysOf(factAt(scope, sibling(entry.notBefore))).min;
  return min !== undefined && min > scope.asOf
    ? undefined
    : { path: node.path, known: { kind: "range", min, max: scope.asOf }, provenance: "derived" };
}

/** The first and the last year of a payment, as given or presumed. */
export function yearsAt(scope: Scope, path: string) {
  const node = nodeAt(scope, path);
  const presumed = node.value === undefined;
  const years = (presumed ? entryOf(scope.law.facts, node)?.presumed : node.value) as [number, number] | undefined;
  return { path: node.path, years, presumed };
}

/** The days that a date fact may lie on. */
export function daysOf(fact: Fact): Days {
  const { known } = fact;
  if (known.kind === "exact") return onDay(String(known.value));
  return known.kind === "range" ? { min: text(known.min), max: text(known.max) } : {};
}

const text = (end: string | number | undefined): string | undefined => (end === undefined ? undefined : String(end));
