import type { Refusal } from "../schema/sql.ts";
import type { Speech } from "./dialects.ts";
import { namesIn } from "./query.ts";
import { definitionsOf, partsOf, type Truth } from "./truth.ts";

/** Why a verdict cannot be said, by reason and place; none where it can. */
export function refusalsOf(measure: string, truth: Truth, rowName: string, { longest }: Speech): Refusal[] {
  const definitions = [...definitionsOf([truth])];
  const inside = [truth, ...definitions.map((each) => each.truth)].flatMap(partsOf);
  const columns = namesIn(truth);
  const made = [measure, ...definitions.map(({ name }) => name)];
  const taken = new Set([rowName, ...columns].map((name) => name.toLowerCase()));
  const found: Refusal[] = [
    ...inside.flatMap((part): Refusal[] =>
      part.kind === "refused" ? [{ measure, because: part.because, at: part.at }] : [],
    ),
    ...[...made, ...columns]
      .filter((name) => sizeOf(name) > longest)
      .map((at) => ({ measure, because: "name-too-long" as const, at })),
    ...made
      .filter((name) => taken.has(name.toLowerCase()))
      .map((at) => ({ measure, because: "name-taken" as const, at })),
  ];
  return [...new Map(found.map((each) => [`${each.because} ${each.at}`, each])).entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, refusal]) => refusal);
}

/** A name that a database can be asked for: not empty, no longer than it tells apart, and all of it text. */
export const isNameable = (name: unknown, { longest }: Speech): boolean =>
  typeof name === "string" && name !== "" && !/\p{Cc}|\p{Cs}/u.test(name) && sizeOf(name) <= longest;

const sizeOf = (name: string): number => new TextEncoder().encode(name).length;
