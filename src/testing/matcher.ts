import { currentId } from "../catalog/catalog.ts";
import type { ExplainOptions } from "../explain/labels.ts";
import { say } from "../explain/words.ts";
import type { MeasureTerms } from "../get-terms.ts";
import type { Reading } from "../normalize/reading.ts";
import type { Assessment, Result } from "../schema/assessment.ts";
import type { Measure } from "../schema/measure.ts";
import type { Bilingual } from "../schema/primitives.ts";
import { nearest } from "../search/nearest.ts";

/** What `expect.extend` of vitest and of jest takes back from a matcher. */
export interface MatcherResult {
  pass: boolean;
  /** Called where the assertion fails: also where it was negated and `pass` is true. */
  message: () => string;
}

/** The vocabulary that failures are worded with, and the language. */
export type MatcherOptions = ExplainOptions;

type Frame = Bilingual;
type Args = Record<string, string>;

/** A matcher's answer: a headline that says what was expected, and the lines that say what there is. */
export function answer(
  pass: boolean,
  [frame, negated]: readonly [Frame, Frame],
  args: Args,
  lines: () => string[],
  { lang }: MatcherOptions,
): MatcherResult {
  return {
    pass,
    message: () => [say(pass ? negated : frame, lang, args), ...lines().map((line) => `  ${line}`)].join("\n"),
  };
}

/** A call that can neither pass nor fail, so that `.not` does not hide it. */
export class MatcherError extends TypeError {
  override name = "MatcherError";
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** @throws MatcherError where `received` is not what `getTerms` returns. */
export function termsOf(received: unknown, matcher: string): MeasureTerms {
  if (isObject(received) && "terms" in received && "freshness" in received && "id" in received)
    return received as MeasureTerms;
  throw new MatcherError(`${matcher} takes what getTerms(id, { asOf }) returns`);
}

/** @throws MatcherError where `received` is no assessment, or has no result for the measure. */
export function resultOf(
  received: unknown,
  id: string,
  matcher: string,
  { catalog }: MatcherOptions,
): { result: Result; asOf: string } {
  if (!isObject(received) || !("results" in received) || !Array.isArray(received.results))
    throw new MatcherError(`${matcher} takes what assess(profile, { asOf }) returns`);
  const { results, asOf } = received as Assessment;
  const result = results.find((each) => each.measure.id === id || each.measure.id === currentId(catalog, id));
  if (result !== undefined) return { result, asOf };
  // The search reads ids and names, which an assessed measure has.
  const near = nearest(
    id,
    results.map((each) => each.measure as unknown as Measure),
  );
  const hint = near.length === 0 ? "" : `; did you mean ${near.join(", ")}?`;
  throw new MatcherError(`${matcher}: the assessment has no measure "${id}"${hint}`);
}

export const measureName = ({ id, name }: { id: string; name: Bilingual }, { lang }: MatcherOptions): string =>
  `${id} (${name[lang]})`;

/** @throws MatcherError where one of the names is not among those known, so that a slip does not pass in silence. */
export function known(name: string, names: readonly string[], what: string): string {
  if (names.includes(name)) return name;
  throw new MatcherError(`${what} "${name}" is unknown; known are: ${names.join(", ") || "none"}`);
}

/** @throws MatcherError where the expected value cannot be read. */
export function expectRead<T>(reading: Reading<T>, what: string): T {
  if (reading.ok) return reading.value;
  throw new MatcherError(`${what}: cannot read ${JSON.stringify(reading.args["value"])}`);
}

/** Whether two pieces of rule data say the same, whatever the order of their keys. */
export function same(left: unknown, right: unknown): boolean {
  if (!isObject(left) || !isObject(right)) return left === right;
  const keys = Object.keys(left);
  return (
    Array.isArray(left) === Array.isArray(right) &&
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(left[key as never], right[key as never]))
  );
}
