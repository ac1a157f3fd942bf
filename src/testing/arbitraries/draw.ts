import fc from "fast-check";
import { catalog } from "../../catalog/bundled.ts";
import { addDays } from "../../normalize/calendar.ts";

/** Plain JSON, as a caller sends it. */
export type Json = { [key: string]: unknown };

/** The options that the bundled vocabulary gives a fact. */
export const optionsOf = (fact: string): string[] => Object.keys(catalog.facts[fact]?.options ?? {});

/** A value, or none: so many to one. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>, toOne = 5) =>
  fc.option(arbitrary, { nil: undefined, freq: toOne + 1 });
export const pick = <T>(...values: T[]) => fc.constantFrom(...values);
export const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
/** Some of the values, at least one and not all. */
export const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.subarray([...values], { minLength: 1, maxLength: Math.max(1, values.length - 1) });
/** A figure, and its neighbors on both sides. */
export const around = (...figures: number[]) =>
  fc.constantFrom(...figures.flatMap((each) => [each - 1, each, each + 1]));

export const days = (first: string, count: number) => fc.nat({ max: count }).map((days) => addDays(first, days));

/** Without the keys whose value is undefined, all the way down. */
export function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, compact(each)]])),
  );
}
