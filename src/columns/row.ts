import type { Catalog } from "../catalog/catalog.ts";
import { type Issue, issue, ProfileError } from "../errors.ts";
import { parseProfile } from "../facts/parse-profile.ts";
import { readBoolean } from "../normalize/boolean.ts";
import { readCount } from "../normalize/number.ts";
import type { Profile } from "../schema/profile.ts";
import { type Column, columnsOf, put } from "./columns.ts";
import { nearestName } from "./nearest-name.ts";

/** A row of a table or a line of a CSV file: cells by the names of their columns. */
export type Row = Readonly<Record<string, unknown>>;

/** The caller's own name for a row. It is no fact, and never an unknown column. */
export const rowName = "id";

const byName = new WeakMap<Catalog["facts"], ReadonlyMap<string, Column>>();

function columnNamed(name: string, catalog: Pick<Catalog, "facts">): Column | undefined {
  const names = byName.get(catalog.facts) ?? new Map(columnsOf(catalog).map((column) => [column.name, column]));
  byName.set(catalog.facts, names);
  return names.get(name);
}

/** The names that are no columns, each with the nearest one that is. */
export function unknownColumns(names: readonly string[], catalog: Pick<Catalog, "facts">): Issue[] {
  return names
    .filter((name) => name !== rowName && columnNamed(name, catalog) === undefined)
    .map((name) =>
      issue(name, "unknown-column", {
        column: name,
        nearest: nearestName(
          name,
          columnsOf(catalog).map((column) => column.name),
        ),
      }),
    );
}

/**
 * The profile that a row holds, in canonical form. Cells are typed, or text as `parseProfile` reads it. An empty cell is
 * unknown; members of a set are an array, or a text with `;` between them; `none` is the empty set. Of a value and its range
 * the value counts.
 *
 * `profile` is null where a cell cannot be read. A column that nobody knows is an issue and leaves the profile readable.
 */
export function profileFromRow(
  row: Row,
  catalog: Pick<Catalog, "facts">,
): { profile: Profile | null; issues: Issue[] } {
  const names = Object.keys(row);
  const issues = unknownColumns(names, catalog);
  const input: Record<string, unknown> = {};
  const plain = new Set<string>();
  for (const name of names) {
    const column = columnNamed(name, catalog);
    const value = column === undefined ? undefined : cellValue(column, row[name]);
    if (column === undefined || value === undefined) continue;
    if (column.end === undefined) {
      plain.add(column.fact);
      put(input, column.fact, value);
    } else if (!plain.has(column.fact)) put(input, column.name, value);
  }
  try {
    return { profile: parseProfile(input), issues };
  } catch (error) {
    if (error instanceof ProfileError) return { profile: null, issues: [...issues, ...error.issues] };
    throw error;
  }
}

/** A cell as a profile takes it; undefined for an empty one. What cannot be read stays, so that the profile refuses it. */
function cellValue({ type, end }: Column, cell: unknown): unknown {
  if (cell === undefined || cell === null) return undefined;
  if (typeof cell === "bigint") return Number(cell);
  if (typeof cell !== "string") return cell;
  const text = cell.trim();
  if (text === "") return undefined;
  switch (type) {
    case "boolean":
      // Spreadsheets write truth as a digit; a person who is asked does not.
      return text === "1" ? true : text === "0" ? false : (readBoolean(text) ?? text);
    case "options":
      return text === "none" ? [] : [...new Set(text.split(";").flatMap((member) => member.trim() || []))];
    case "count": {
      const reading = end === undefined ? readCount(text) : undefined;
      return reading?.ok ? reading.value : text;
    }
    default:
      return text;
  }
}
