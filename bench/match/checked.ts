import type { Profile } from "../../src/schema/profile.ts";
import { type Answer, isSame } from "./answer.ts";

/** Stops the run where an engine answers otherwise than it should: what is wrong is not timed. */
export async function checked(
  name: string,
  profiles: readonly Profile[],
  answer: (profile: Profile) => Answer | Promise<Answer>,
  expected: (profile: Profile) => Answer,
): Promise<void> {
  for (const [index, profile] of profiles.entries()) {
    const given = await answer(profile);
    const wanted = expected(profile);
    if (isSame(given, wanted)) continue;
    throw new Error(
      `${name} differs on profile ${index}: ${JSON.stringify(given)}, expected ${JSON.stringify(wanted)}`,
    );
  }
}
