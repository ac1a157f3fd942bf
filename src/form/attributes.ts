import type { Catalog } from "../catalog/catalog.ts";
import { issue, ProfileError } from "../errors.ts";
import type { FormLang } from "../explain/form-words.ts";
import { needs as knownNeeds } from "../schema/codes.ts";
import { todayInJapan } from "../today.ts";
import { type Session, startSession } from "./session.ts";

/** What a page says of the questionnaire: as attributes, or as properties with values. */
export interface Attributes {
  /** The Japanese calendar day that is judged; today in Japan where absent. */
  asOf?: string | undefined;
  /** `ja` (the default), `ja-plain` or `en`. */
  lang: string;
  /** Ids of measures, with spaces between. */
  measures?: string | readonly string[] | undefined;
  /** What the company is after, with spaces between. */
  needs?: string | readonly string[] | undefined;
  /** What is known of the company: an object, or JSON. */
  profile?: string | object | undefined;
}

/**
 * A session as the attributes say, with the answers of the one before.
 *
 * @param langs the languages that there are words in.
 * @throws ProfileError for a day or a profile that cannot be read.
 */
export function sessionFrom(
  attributes: Attributes,
  before: Session | undefined,
  catalog: Catalog,
  langs: readonly FormLang[],
): Session {
  const { asOf, lang, measures, needs, profile } = attributes;
  const session = startSession(
    {
      asOf: asOf ?? todayInJapan(),
      lang: nearestLang(lang, langs),
      measures: listed(measures),
      needs: knownNeeds.filter((need) => listed(needs).includes(need)),
      profile: typeof profile === "string" ? parsed(profile) : profile,
    },
    catalog,
  );
  return before === undefined ? session : { ...session, answers: before.answers, at: before.at };
}

const listed = (names: string | readonly string[] | undefined): readonly string[] =>
  typeof names === "string" ? names.split(/[\s,]+/).filter((each) => each !== "") : (names ?? []);

/** The language asked for, if there are words in it: `en-GB` is English, and what is not known is the first. */
export const nearestLang = (lang: string, langs: readonly FormLang[]): FormLang =>
  langs.find((each) => each === lang) ??
  langs.find((each) => each === lang.toLowerCase().slice(0, 2)) ??
  langs[0] ??
  "ja";

function parsed(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch (error) {
    throw new ProfileError([issue("profile", "not-json", { reason: (error as Error).message })]);
  }
}
