import type { Scalar } from "../facts/fact.ts";
import type { Speech } from "./dialects.ts";
import { caseOf } from "./layout.ts";
import type { Held, Place } from "./table.ts";

/** What a query reads of a fact: its value, the ends of what it may be, the terms of a share. */
export type Part = "value" | "least" | "most" | "numerator" | "denominator";

export const isRange = ({ min, max }: Held): boolean => min !== undefined || max !== undefined;

/** Under what name the first step of a query gives it on: the column's own, where nothing is worked out. */
export function partName(held: Held, part: Part): string {
  const [place] = held.places;
  if (part !== "value") return `${held.fact}.${part}`;
  return held.places.length === 1 && place?.kind === "column" ? place.name : `${held.fact}.known`;
}

/** How it is worked out of the columns of the table. */
export function partExpression(held: Held, part: Part, speech: Speech): string {
  const value = firstOf(held.places.map((place) => expressionOf(place, held, speech)));
  switch (part) {
    case "value":
      return value;
    case "numerator":
      return speech.term(value, 1);
    case "denominator":
      return speech.term(value, 2);
    case "least":
      return firstOf([
        ...endsOf(held, held.min, held.max, speech),
        ...(held.least === undefined ? [] : [String(held.least)]),
      ]);
    case "most":
      return firstOf(endsOf(held, held.max, held.min, speech));
  }
}

/** A value counts before an end of its range, and nothing is presumed beside either end. */
function endsOf(held: Held, own: string | undefined, other: string | undefined, speech: Speech): string[] {
  const given = held.places.filter(({ kind }) => kind !== "presumed");
  const presumed = held.places
    .filter(({ kind }) => kind === "presumed")
    .map((place) => expressionOf(place, held, speech))
    .map((value) => (other === undefined ? value : `CASE WHEN ${speech.name(other)} IS NULL THEN ${value} END`));
  return [
    ...given.map((place) => expressionOf(place, held, speech)),
    ...(own === undefined ? [] : [speech.name(own)]),
    ...presumed,
  ];
}

const firstOf = (values: readonly string[]): string =>
  values.length === 1 ? (values[0] as string) : `COALESCE(${values.join(", ")})`;

function expressionOf(place: Place, { type }: Held, speech: Speech): string {
  switch (place.kind) {
    case "column":
      return speech.name(place.name);
    case "presumed":
      return literal(place.value, type, speech);
    case "prefecture-of": {
      const city = firstOf(place.cities.map(speech.name));
      const byPrefecture = new Map<string, string[]>();
      for (const [name, prefecture] of place.prefectures)
        byPrefecture.set(prefecture, [...(byPrefecture.get(prefecture) ?? []), speech.text(name)]);
      return caseOf(
        [...byPrefecture].map(([prefecture, names]) => [speech.among(city, names), speech.text(prefecture)]),
        "NULL",
      );
    }
  }
}

function literal(value: Scalar, type: Held["type"], speech: Speech): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value);
  return type === "date" ? speech.day(value) : speech.text(value);
}
