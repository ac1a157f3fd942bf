import type { Catalog } from "../catalog/catalog.ts";
import { type Column, type ColumnType, columnsOf } from "../columns/columns.ts";
import { leastOf, type Scalar } from "../facts/fact.ts";
import { citiesWithPrefecture } from "../normalize/prefecture.ts";
import type { FactEntry } from "../schema/law.ts";

/** Where a value may stand, first come first read. */
export type Place =
  | { kind: "column"; name: string }
  /** The prefecture of a city that lies in one only: the first of the columns that has a city is asked. */
  | { kind: "prefecture-of"; cities: readonly string[]; prefectures: ReadonlyMap<string, string> }
  | { kind: "presumed"; value: Scalar };

/** What a table holds of a fact. */
export interface Held {
  /** The profile path. */
  fact: string;
  type: ColumnType;
  places: readonly Place[];
  /** The columns of its range, as far as the table has them. */
  min?: string;
  max?: string;
  /** No count, amount or share lies below zero. */
  least?: number;
  options: readonly string[];
  /** An absent date follows from a status, which no table has. */
  implied: boolean;
  /** A set that is taken to be empty where it is not given. */
  presumedEmpty: boolean;
}

export type Table = ReadonlyMap<string, Held>;

/**
 * A short form speaks where the long one is silent, and a city where both are: what `derive` works out of a profile, said of
 * a row. Prefectures and cities are written in full, as a profile holds them.
 */
const shortForms: Record<string, readonly string[]> = {
  "company.prefecture": ["company.headquarters.prefecture"],
  "company.headquarters.prefecture": ["company.prefecture"],
  "company.city": ["company.headquarters.city"],
  "company.headquarters.city": ["company.city"],
};
const cities = ["company.city", "company.headquarters.city"];

/** The facts that a table with these columns can speak of. */
export function tableOf(catalog: Catalog, columns: readonly Column[], asOf: string): Table {
  const names = new Set(columns.map(({ name }) => name));
  const facts = columnsOf(catalog).filter(({ end }) => end === undefined);
  const held = facts.map((column): Held => {
    const entry = (catalog.facts[column.fact] ?? catalog.facts[column.fact.replace(/^company/, "party")]) as FactEntry;
    const [min, max] = [`${column.fact}.min`, `${column.fact}.max`];
    const least = leastOf(entry);
    return {
      fact: column.fact,
      type: column.type,
      places: placesOf(column.fact, names, entry.presumed === "asOf" ? asOf : entry.presumed),
      ...(names.has(min) ? { min } : {}),
      ...(names.has(max) ? { max } : {}),
      ...(least === undefined ? {} : { least }),
      options: Object.keys(entry.options ?? {}),
      implied: entry.pendingWhile !== undefined,
      presumedEmpty: Array.isArray(entry.presumed),
    };
  });
  return new Map(held.filter(isThere).map((each) => [each.fact, each]));
}

function placesOf(fact: string, names: ReadonlySet<string>, presumed: FactEntry["presumed"]): Place[] {
  const columns = [fact, ...(shortForms[fact] ?? [])].filter((name) => names.has(name));
  const known = cities.filter((name) => names.has(name));
  const isPrefecture = fact in shortForms && !cities.includes(fact);
  return [
    ...columns.map((name): Place => ({ kind: "column", name })),
    ...(isPrefecture && known.length > 0
      ? [{ kind: "prefecture-of", cities: known, prefectures: citiesWithPrefecture } as const]
      : []),
    ...(presumed === undefined || Array.isArray(presumed) ? [] : [{ kind: "presumed", value: presumed } as const]),
  ];
}

const isThere = ({ places, min, max }: Held): boolean =>
  places.some(({ kind }) => kind !== "presumed") || min !== undefined || max !== undefined;

/** The columns that a fact is read from. */
export const columnsRead = ({ places, min, max }: Held): string[] => [
  ...places.flatMap((place) =>
    place.kind === "column" ? [place.name] : place.kind === "prefecture-of" ? place.cities : [],
  ),
  ...(min === undefined ? [] : [min]),
  ...(max === undefined ? [] : [max]),
];
