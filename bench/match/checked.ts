import { type Answer, isSame } from "./answer.ts";

/** Stops the run where an engine answers otherwise than it should: what is wrong is not timed. */
export async function checked<T>(
  name: string,
  inputs: readonly T[],
  expected: readonly Answer[],
  answer: (input: T) => Answer | Promise<Answer>,
): Promise<void> {
  for (const [index, wanted] of expected.entries()) {
    const given = await answer(inputs[index] as T);
    if (isSame(given, wanted)) continue;
    throw new Error(
      `${name} differs on profile ${index}: ${JSON.stringify(given)}, expected ${JSON.stringify(wanted)}`,
    );
  }
}
