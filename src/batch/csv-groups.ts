import type { Catalog } from "../catalog/catalog.ts";
import { type ColumnType, columnsOf } from "../columns/columns.ts";
import { rowName, unknownColumns } from "../columns/row.ts";
import { type Issue, issue, ProfileError } from "../errors.ts";

/** Columns of a file, by their places, whose cells say something only together. */
export interface Group {
  columns: readonly number[];
  /** Of a single column that holds no end of a range: its type. */
  type: ColumnType | undefined;
  fact: string;
}

/** What is said of one of these decides what is known of the others. */
const places = new Set(["", "headquarters."].flatMap((at) => [`company.${at}prefecture`, `company.${at}city`]));

/** @throws ProfileError for a column that nobody knows, or that stands there twice. */
export function requireColumns(header: readonly string[], catalog: Pick<Catalog, "facts">): void {
  const twice = header.filter((name, at) => header.indexOf(name) !== at);
  const issues: Issue[] = [
    ...unknownColumns(header, catalog),
    ...twice.map((name) => issue(name, "column-twice", { column: name })),
  ];
  if (issues.length > 0) throw new ProfileError(issues);
}

/**
 * Columns that can be read apart from each other. An end of a range belongs to the value, a city to its prefecture; what
 * a catalog reads through other facts belongs to all of the same part of a profile.
 *
 * @throws ProfileError for a header that is none.
 */
export function groupsOf(header: readonly string[], catalog: Pick<Catalog, "facts">): Group[] {
  requireColumns(header, catalog);
  const columns = new Map(columnsOf(catalog).map((column) => [column.name, column]));
  const tied = new Set(
    Object.entries(catalog.facts).flatMap(([path, { pendingWhile }]) => (pendingWhile ? [groupNameOf(path)] : [])),
  );
  const groups = new Map<string, number[]>();
  for (const [at, name] of header.entries()) {
    if (name === rowName) continue;
    const fact = columns.get(name)?.fact ?? name;
    const group = places.has(fact) ? "places" : tied.has(groupNameOf(fact)) ? groupNameOf(fact) : fact;
    groups.set(group, [...(groups.get(group) ?? []), at]);
  }
  return [...groups].map(([fact, at]) => {
    const only = at.length === 1 ? columns.get(header[at[0] as number] as string) : undefined;
    return only?.end === undefined && only !== undefined
      ? { columns: at, type: only.type, fact: only.fact }
      : { columns: at, type: undefined, fact };
  });
}

/** The part of a profile that a fact stands in. */
const groupNameOf = (path: string): string => path.slice(0, path.lastIndexOf("."));
