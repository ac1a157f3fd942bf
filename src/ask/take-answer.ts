import { type Issue, ProfileError } from "../errors.ts";
import { parseProfile } from "../facts/parse-profile.ts";
import type { Question } from "../schema/assessment.ts";
import type { Profile } from "../schema/profile.ts";
import { withAnswer } from "./answer.ts";
import { readAnswer } from "./read-answer.ts";

/** The profile with the answer in it, canonical again; or that nothing is known; or why it cannot be read. */
export type Taken =
  | { is: "known"; profile: Profile; value: unknown }
  | { is: "unknown" }
  | { is: "unclear"; issues: readonly Issue[] };

/** Takes an answer as typed, or as a value of the profile. */
export function takeAnswer(profile: Profile, question: Question, given: unknown): Taken {
  // How many entries there are has its bounds, whoever says it.
  const isTyped = typeof given === "string" || (question.type === "list" && typeof given === "number");
  const answer = isTyped ? readAnswer(question, String(given)) : { is: "known" as const, value: given };
  if (answer.is === "unclear") return { is: "unclear", issues: [answer.issue] };
  if (answer.is === "unknown") return answer;
  try {
    return { is: "known", profile: parseProfile(withAnswer(profile, question, answer.value)), value: answer.value };
  } catch (error) {
    if (error instanceof ProfileError) return { is: "unclear", issues: error.issues };
    throw error;
  }
}
