import { withAnswer } from "../ask/answer.ts";
import { toQuestion } from "../ask/question.ts";
import { takeAnswer } from "../ask/take-answer.ts";
import {
  listOf,
  measuresFor,
  type Need,
  nextQuestion as next,
  openQuestions,
  type Walk,
  withNeeds,
} from "../ask/walk.ts";
import { assess } from "../assess.ts";
import { type Catalog, currentId } from "../catalog/catalog.ts";
import type { Issue } from "../errors.ts";
import type { FormLang } from "../explain/form-words.ts";
import { parseAsOf } from "../facts/parse-as-of.ts";
import { type ProfileInput, parseProfile } from "../facts/parse-profile.ts";
import type { Assessment, Question } from "../schema/assessment.ts";
import type { Profile } from "../schema/profile.ts";

/** One answer. Without `value` whoever was asked does not know. */
export interface Given {
  fact: string;
  type: Question["type"];
  /** As it was typed where it was typed, so that it can be shown again; of a list how many entries there are. */
  value?: unknown;
}

/** A questionnaire under way: plain data, never changed in place. */
export interface Session {
  /** The Japanese calendar day that is judged, `YYYY-MM-DD`. */
  asOf: string;
  lang: FormLang;
  /** The measures asked about; absent: all. */
  measures?: string[];
  needs?: Need[];
  /** What was known before the first question. */
  start: Profile;
  /** In the order asked. */
  answers: Given[];
  /** Which answer is looked at again; `answers.length` while the next question stands. */
  at: number;
}

export interface SessionOptions {
  asOf: string;
  lang?: FormLang | undefined;
  /** Ids, former ones too. Only what these depend on is asked. */
  measures?: readonly string[] | undefined;
  /** What the company is after: stated in the profile, and only what serves it is asked. */
  needs?: readonly Need[] | undefined;
  profile?: ProfileInput | undefined;
}

/**
 * A questionnaire before its first question.
 *
 * @throws ProfileError for a bad profile or day.
 */
export function startSession(options: SessionOptions, catalog: Catalog): Session {
  const { asOf, lang = "ja", measures = [], needs = [], profile = {} } = options;
  return {
    asOf: parseAsOf(asOf),
    lang,
    ...(measures.length === 0 ? {} : { measures: measures.map((id) => currentId(catalog, id)) }),
    ...(needs.length === 0 ? {} : { needs: [...needs] }),
    start: parseProfile(profile),
    answers: [],
    at: 0,
  };
}

/** Everything that is known so far, in canonical form. */
export const profileOf = ({ start, needs = [], answers }: Session): Profile =>
  parseProfile(
    answers.reduce<object>(
      (profile, each) => ("value" in each ? withAnswer(profile, each, each.value) : profile),
      withNeeds(start, needs),
    ),
  );

/** The same as `assess` says of the session's profile. */
export const assessmentOf = (session: Session, catalog: Catalog): Assessment =>
  assess(profileOf(session), { asOf: session.asOf, catalog });

/**
 * The session with an answer more, or with another answer to what was answered before. Text is read as people type it;
 * anything else is a value of the profile. What cannot be read changes nothing and comes back as issues.
 */
export function answer(
  session: Session,
  fact: string,
  given: unknown,
  catalog: Catalog,
): { session: Session; issues: readonly Issue[] } {
  const question = questionAbout(fact, catalog);
  const taken = takeAnswer(profileOf(session), question, given);
  if (taken.is === "unclear") return { session, issues: taken.issues };
  if (taken.is === "unknown") return { session: dontKnow(session, fact), issues: [] };
  return { session: withGiven(session, { fact, type: question.type, value: taken.value }), issues: [] };
}

/** The session with a fact that nobody knows. It is not asked again, unless one goes back to it. */
export const dontKnow = (session: Session, fact: string): Session => withGiven(session, { fact, type: "text" });

/** To the answer before, which stays as it is until it is changed. */
export const back = (session: Session): Session => ({ ...session, at: Math.max(0, session.at - 1) });

/** To the answer after, at the end to the next question. */
export const forward = (session: Session): Session => ({
  ...session,
  at: Math.min(session.answers.length, session.at + 1),
});

/** The question that stands: the one gone back to, or the next; none when no answer could change anything. */
export function nextQuestion(session: Session, assessment: Assessment, catalog: Catalog): Question | undefined {
  const { answers, at } = session;
  const revisited = answers[at];
  if (revisited !== undefined) return questionAbout(revisited.fact, catalog);
  return next(assessment, walkOf(session, catalog), listOf(answers.at(-1)?.fact ?? ""));
}

/** Every question that is still put, in the order of what an answer settles. */
export const questionsOf = (session: Session, assessment: Assessment, catalog: Catalog): Question[] =>
  openQuestions(assessment, walkOf(session, catalog));

/** How many answers were given, and how many questions are open as far as is known now. */
export const progress = (
  session: Session,
  assessment: Assessment,
  catalog: Catalog,
): { answered: number; open: number } => ({
  answered: session.answers.length,
  open: questionsOf(session, assessment, catalog).length,
});

/** The measures that the session is about; undefined: all. */
export function focusOf({ measures = [], needs = [] }: Session, catalog: Catalog): ReadonlySet<string> | undefined {
  if (measures.length === 0 && needs.length === 0) return undefined;
  return new Set([...measures, ...measuresFor(needs, catalog)]);
}

function walkOf(session: Session, catalog: Catalog): Walk {
  // "Not all of it" leaves the question as open as "don't know".
  const passed = session.answers.filter((each) => !("value" in each) || each.fact.endsWith(".complete"));
  return { skipped: new Set(passed.map(({ fact }) => fact)), focus: focusOf(session, catalog) };
}

/** A question of the vocabulary, whether or not anything depends on it. */
export const questionAbout = (fact: string, catalog: Catalog): Question =>
  toQuestion(fact, [], { verdicts: 0, yen: 0 }, catalog);

function withGiven(session: Session, given: Given): Session {
  const { answers } = session;
  const known = answers.findIndex(({ fact }) => fact === given.fact);
  const place = known === -1 ? answers.length : known;
  const put = [...answers.slice(0, place), given, ...answers.slice(place + 1)];
  const kept = put.filter(({ fact }, index) => index === place || isStillMeant(fact, given, index > place));
  return { ...session, answers: kept, at: kept.indexOf(given) + 1 };
}

/** What was said of an entry goes when the list is told anew without that entry, or is not known after all. */
function isStillMeant(fact: string, { fact: list, type, value }: Given, isLater: boolean): boolean {
  if (!fact.startsWith(`${list}[`) && fact !== `${list}.complete`) return true;
  const entry = Number(/^\[(\d+)\]/.exec(fact.slice(list.length))?.[1] ?? -1);
  return isLater && type === "list" && typeof value === "number" && entry < value;
}
