import type { Catalog } from "../catalog/catalog.ts";
import type { Issue } from "../errors.ts";
import { type FormLang, formIssueWords, formWords, langOf, sayIn } from "../explain/form-words.ts";
import { type Lang, say } from "../explain/words.ts";
import { issueMessage } from "../issues.ts";
import type { Assessment, Question } from "../schema/assessment.ts";
import type { Bilingual } from "../schema/primitives.ts";
import type { Session } from "./session.ts";

/** What is drawn, and what can be done with it. */
export interface View {
  catalog: Catalog;
  session: Session;
  assessment: Assessment;
  /** Faults of an answer, by fact. */
  faults: ReadonlyMap<string, readonly Issue[]>;
  take: (question: Question, given: unknown) => void;
  pass: (fact: string) => void;
}

export type WordKey = keyof typeof formWords;
type Args = Record<string, string | number>;

export const word = (lang: FormLang, key: WordKey, args: Args = {}): string => sayIn(formWords[key], lang, args);

/** What is written in two languages, in the one that is nearest to the form's. */
export const told = (text: Bilingual, lang: FormLang): string => say(text, langOf(lang));

export const options = ({ session, catalog }: Pick<View, "session" | "catalog">): { lang: Lang; catalog: Catalog } => ({
  lang: langOf(session.lang),
  catalog,
});

export const faultText = ({ code, args }: Issue, lang: FormLang): string => {
  const own = formIssueWords[code];
  return own === undefined ? issueMessage(code, args, langOf(lang)) : sayIn(own, lang, args);
};

/** A fact as an id inside the element. */
export const idOf = (fact: string): string => fact.replace(/[^A-Za-z0-9]+/g, "-");
