/** The questionnaire without a screen: plain data and pure functions. */

export { type AskedAgain, type Restored, restore, type SaveOptions, serialize } from "./saved.ts";
export {
  answer,
  assessmentOf,
  back,
  dontKnow,
  forward,
  type Given,
  nextQuestion,
  profileOf,
  progress,
  questionsOf,
  type Session,
  type SessionOptions,
  startSession,
} from "./session.ts";
