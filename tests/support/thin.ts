import fc from "fast-check";
import { addDays } from "../../src/normalize/calendar.ts";
import type { Json } from "../../src/testing/arbitraries/draw.ts";

/** One loss of knowledge, at a place counted along the profile: so that fewer losses are a smaller example. */
export interface Loss {
  place: number;
  how: number;
  below: number;
  above: number;
}

export const losses: fc.Arbitrary<Loss[]> = fc.oneof(
  fc.array(loss(), { maxLength: 6 }),
  fc.array(loss(), { maxLength: 60, size: "max" }),
);

function loss(): fc.Arbitrary<Loss> {
  return fc.record({
    place: fc.nat({ max: 9999 }),
    how: fc.nat({ max: 9 }),
    below: fc.nat({ max: 400 }),
    above: fc.nat({ max: 400 }),
  });
}

type Key = string | number;

/** Facts that open nothing when they are lost: the basis groups filings, and a plan's day moves its year. */
export type Keep = (path: string) => boolean;

/** The profile with some facts erased, numbers and days widened to ranges, lists opened or dropped. */
export function thin(profile: Json, lost: readonly Loss[], keep: Keep = () => false): Json {
  const places = placesOf(profile).filter((path) => !keep(nameOf(path)));
  const copy = structuredClone(profile);
  for (const each of lost) {
    const path = places[each.place % Math.max(1, places.length)];
    if (path !== undefined) lose(copy, path, each);
  }
  return copy;
}

export const nameOf = (path: readonly Key[]): string =>
  path.reduce<string>(
    (name, key) => (typeof key === "number" ? `${name}[]` : name === "" ? key : `${name}.${key}`),
    "",
  );

/** Every object, list and value below the top, deepest last. */
function placesOf(value: unknown, path: Key[] = []): Key[][] {
  if (typeof value !== "object" || value === null) return typeof path.at(-1) === "number" ? [] : [path];
  const below = Array.isArray(value)
    ? value.flatMap((each, index) => placesOf(each, [...path, index]))
    : Object.entries(value).flatMap(([key, each]) => placesOf(each, [...path, key]));
  return path.length === 0 || typeof path.at(-1) === "number" ? below : [path, ...below];
}

function lose(profile: Json, path: Key[], { how, below, above }: Loss): void {
  let parent: unknown = profile;
  for (const key of path.slice(0, -1))
    parent = typeof key === "number" ? itemsOf(parent)[key] : (parent as Json | undefined)?.[key];
  const last = path.at(-1) as string;
  if (typeof parent !== "object" || parent === null || !(last in parent)) return;
  const holder = parent as Json;
  const known = holder[last];
  // The first and the last year of a payment are known together or not at all.
  const isList =
    (Array.isArray(known) && last !== "years") || (typeof known === "object" && known !== null && "items" in known);
  if (isList && how < 6) {
    const items = itemsOf(known);
    holder[last] = { items: items.slice(0, Math.max(0, items.length - (below % 3))), complete: false };
  } else if (how < 6 && (typeof known === "number" || isDay(known) || isRange(known)) && !last.endsWith("hare")) {
    holder[last] = widened(known, below, above, how, last);
  } else delete holder[last];
}

const itemsOf = (list: unknown): unknown[] =>
  Array.isArray(list) ? list : ((list as { items?: unknown[] } | undefined)?.items ?? []);

/** The days that a profile may name. */
const within = (day: string): string => (day < "1868-01-01" ? "1868-01-01" : day > "2100-12-31" ? "2100-12-31" : day);

const isDay = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isRange = (value: unknown): value is { min?: number | string; max?: number | string } =>
  typeof value === "object" && value !== null && ("min" in value || "max" in value);

function widened(known: unknown, below: number, above: number, how: number, key: string): unknown {
  const { min, max } = isRange(known) ? known : { min: known as number | string, max: known as number | string };
  const least = key === "claims" ? 1 : 0;
  const move = (end: number | string | undefined, by: number) =>
    end === undefined
      ? undefined
      : typeof end === "string"
        ? within(addDays(end, by))
        : Math.max(least, end + Math.sign(by) * Math.floor((Math.abs(by) * Math.max(1, end)) / 100));
  const range = { min: how === 1 ? undefined : move(min, -below), max: how === 2 ? undefined : move(max, above) };
  if (range.min === undefined && range.max === undefined)
    return { min: typeof min === "string" || typeof max === "string" ? "1868-01-01" : least };
  return Object.fromEntries(Object.entries(range).filter(([, end]) => end !== undefined));
}
