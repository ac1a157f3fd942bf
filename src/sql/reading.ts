import type { Catalog } from "../catalog/catalog.ts";
import { type Fact, type List, readFact, type Scalar } from "../facts/fact.ts";
import { factAt, listAt, nodeAt, type Scope } from "../facts/scope.ts";
import type { Held, Table } from "./table.ts";
import type { Definition } from "./truth.ts";

/** What is met on the way through a measure: facts that no column holds, and what is presumed where nothing stands. */
export interface Met {
  absent: Set<string>;
  presumed: Map<string, Scalar | readonly never[]>;
}

/**
 * A measure is read with a profile that says nothing: what it says of a fact without a column is what the engine says of an
 * absent one. Facts with a column are found in the table instead.
 */
export interface Reading {
  catalog: Catalog;
  table: Table;
  /** By definition, party and days. */
  definitions: Map<string, { definition: Definition; met: Met }>;
  met: Met;
}

export const nothingMet = (): Met => ({ absent: new Set(), presumed: new Map() });

export function meet(met: Met, other: Met): void {
  for (const path of other.absent) met.absent.add(path);
  for (const [path, value] of other.presumed) met.presumed.set(path, value);
}

/** What the table holds of the fact at a path; undefined where no column does, which is noted. */
export function heldAt(path: string, scope: Scope, { table, met, catalog }: Reading): Held | undefined {
  const node = nodeAt(scope, path);
  const held = table.get(node.path);
  if (node.value !== undefined) return undefined;
  const { known, provenance } = readFact(catalog.facts, node);
  if (provenance === "presumed" && known.kind === "exact")
    met.presumed.set(node.path, known.value === "asOf" ? scope.asOf : known.value);
  else if (held === undefined) met.absent.add(node.path);
  return held;
}

/** A fact that no column holds, as the engine finds it. */
export const absentFact = (path: string, scope: Scope): Fact => factAt(scope, path);

/** A list, of which no table holds an entry. */
export function absentList(path: string, scope: Scope, { met }: Reading): List {
  const list = listAt(scope, path);
  if (list.known) met.presumed.set(list.path, []);
  else met.absent.add(list.path);
  return list;
}
