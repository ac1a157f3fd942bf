import type { Measure } from "../schema/measure.ts";
import { criteriaOf } from "../schema/parts-of-terms.ts";

/** A measure with more places than this is no local one: it lists who runs its calls. */
const most = 8;

const known = new WeakMap<Measure["terms"], readonly string[]>();

/** The prefectures and cities that the criteria of a local measure name; none for a measure of the whole country. */
export function localitiesOf({ terms }: Measure): readonly string[] {
  const places = known.get(terms) ?? named(terms);
  known.set(terms, places);
  return places;
}

function named(terms: Measure["terms"]): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { fact, is, in: any } = value as { fact?: string; is?: unknown; in?: unknown };
    if (typeof fact === "string" && /\.(?:prefecture|city)$/.test(fact))
      for (const place of [is, any].flat()) if (typeof place === "string") found.add(place);
    for (const each of Object.values(value)) look(each);
  };
  for (const { condition } of terms.flatMap(criteriaOf)) look(condition);
  return found.size > most ? [] : [...found];
}
