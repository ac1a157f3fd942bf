import type { Held } from "./table.ts";
import { choose, known, refused, type Truth, unknown } from "./truth.ts";

export const oneOf = (held: Held, values: readonly string[]): Truth => sayable("among", held, values);
export const overlapping = (held: Held, values: readonly string[]): Truth => sayable("overlaps", held, values);

function sayable(kind: "among" | "overlaps", held: Held, values: readonly string[]): Truth {
  if (values.some(isUnsayable)) return refused("text-not-sayable", held.fact);
  // What is given is none of no values.
  if (values.length === 0) return choose([{ when: { kind: "given", held }, then: known("unsatisfied") }], unknown);
  return { kind, held, values };
}

/** NUL ends a text in some databases; half a surrogate pair is no text in any. */
const isUnsayable = (text: string): boolean => text.includes("\0") || /\p{Cs}/u.test(text);
