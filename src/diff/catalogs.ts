import type { Catalog } from "../catalog/catalog.ts";

/** What a change asks of those who build on the catalog: to read it again, to know more, or to change their code. */
export const severities = ["patch", "minor", "major"] as const;
export type Severity = (typeof severities)[number];

export interface Change {
  severity: Severity;
  kind: "measure" | "fact" | "definition" | "parameter";
  id: string;
  change: "added" | "removed" | "changed";
  /** Where in it: `terms[2017-04-01].benefit.caps[case patent].yen`. Absent where the whole is meant. */
  at?: string;
  before?: unknown;
  after?: unknown;
}

/** What changed between two catalogs: measures, facts, definitions and figures, entry by entry. Order does not count. */
export function diffCatalogs(before: Catalog, after: Catalog): Change[] {
  const byId = <T extends { id: string }>(entries: readonly T[]) =>
    Object.fromEntries(entries.map((each) => [each.id, each]));
  const of = (kind: Change["kind"], left: Record<string, unknown>, right: Record<string, unknown>): Change[] =>
    [...new Set([...Object.keys(left), ...Object.keys(right)])].sort().flatMap((id) =>
      differences(left[id], right[id], "").map((each) => {
        const change = { kind, id, ...each };
        return { severity: severityOf(change), ...change };
      }),
    );
  return [
    ...of("measure", byId(before.measures), byId(after.measures)),
    ...of("fact", before.facts, after.facts),
    ...of("definition", before.definitions, after.definitions),
    ...of("parameter", before.parameters, after.parameters),
  ];
}

/** The severest of the changes: what the next version has to be. */
export const severityOfAll = (changes: readonly Change[]): Severity | undefined =>
  severities.findLast((severity) => changes.some((each) => each.severity === severity));

type Difference = Pick<Change, "change" | "at" | "before" | "after">;

function differences(before: unknown, after: unknown, at: string): Difference[] {
  const place = at === "" ? {} : { at };
  if (before === undefined) return after === undefined ? [] : [{ change: "added", ...place, after }];
  if (after === undefined) return [{ change: "removed", ...place, before }];
  const [left, right] = [partsOf(before), partsOf(after)];
  if (left === undefined || right === undefined || left.list !== right.list)
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ change: "changed", ...place, before, after }];
  return [...new Set([...left.parts.keys(), ...right.parts.keys()])].flatMap((key) =>
    differences(
      left.parts.get(key),
      right.parts.get(key),
      left.list ? `${at}[${key}]` : at === "" ? key : `${at}.${key}`,
    ),
  );
}

/** An object by its keys; a list of objects by what names each of them, so that a new first entry is one change. */
function partsOf(value: unknown): { list: boolean; parts: Map<string, unknown> } | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value)) return { list: false, parts: new Map(Object.entries(value)) };
  if (!value.every((each) => typeof each === "object" && each !== null && !Array.isArray(each))) return undefined;
  const names = value.map(nameOf);
  return {
    list: true,
    parts: new Map(
      value.map((each, index) => {
        const name = names[index] ?? "";
        return [name !== "" && names.indexOf(name) === names.lastIndexOf(name) ? name : `${name}#${index + 1}`, each];
      }),
    ),
  };
}

function nameOf(entry: Record<string, unknown>): string {
  const { id, from, scope, rights, purpose, pool } = entry;
  if (typeof id === "string") return id;
  if (typeof from === "string") return from;
  return [scope, rights, purpose, pool].filter((each) => each !== undefined).join(" ");
}

/** Parts that rules grow by: more is known, and nothing that was known changes. */
const grown =
  /(?:^|\.)(?:terms|status|routes|calls|values)\[[^\]]*\]$|(?:^|\.)(?:routes|calls|aliases|page|documents|fits)$|^options\.[^.]+$/;

function severityOf({ kind, change, at = "" }: Omit<Change, "severity">): Severity {
  const breaks = at === "" || (kind === "fact" && at.startsWith("options."));
  if ((change === "removed" && breaks) || (kind === "fact" && at === "type")) return "major";
  return (change === "added" && (at === "" || grown.test(at))) || /(?:^|\.)lastSeen$/.test(at) ? "minor" : "patch";
}
