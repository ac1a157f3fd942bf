import * as z from "zod/mini";
import { type Catalog, currentId } from "../catalog/catalog.ts";
import { currentFact, entryFor } from "../catalog/vocabulary.ts";
import { type Issue, issue } from "../errors.ts";
import { formLangs } from "../explain/form-words.ts";
import { needs } from "../schema/codes.ts";
import { reporting, toIssues } from "../schema/issues.ts";
import { tooLarge } from "../schema/limits.ts";
import { Day, Path } from "../schema/primitives.ts";
import { factsIn } from "./facts-in.ts";
import { fromLink, toLink } from "./link.ts";
import { answer, dontKnow, type Given, profileOf, type Session } from "./session.ts";

export interface SaveOptions {
  /** Names, Corporate Numbers and whatever else was written freely; left out unless wanted. */
  names?: boolean | undefined;
  /** Amounts of yen; left out unless wanted. */
  amounts?: boolean | undefined;
  /** `json` (the default), or `link`: the same in letters that an address may hold. */
  as?: "json" | "link" | undefined;
}

/** An answer that the catalog of today does not take as it stands: the question is open again. */
export interface AskedAgain {
  fact: string;
  because: "fact-unknown" | "option-unknown" | "not-readable";
}

export type Restored = { ok: true; session: Session; asAgain: AskedAgain[] } | { ok: false; issues: readonly Issue[] };

const version = 1;
const limits = { bytes: 64_000, depth: 8 };
const mostAnswers = 1000;

const SavedAnswer = z.strictObject({ fact: z.string().check(z.maxLength(200)), value: z.optional(z.unknown()) });
const Saved = z.strictObject({
  chizaiNavi: z.literal(version),
  /** The catalog's version when it was saved. */
  catalog: z.string(),
  asOf: Day,
  lang: z.enum(formLangs),
  measures: z.optional(z.array(z.string())),
  needs: z.optional(z.array(z.enum(needs))),
  start: z.array(SavedAnswer).check(z.maxLength(mostAnswers)),
  answers: z.array(SavedAnswer).check(z.maxLength(mostAnswers)),
});

/** The session as text that `restore` reads. By default it holds no name, no Corporate Number and no amount of yen. */
export function serialize(session: Session, options: SaveOptions, catalog: Catalog): string {
  const { asOf, lang, measures, needs: sought, start, answers } = session;
  const kept = (given: Given[]) =>
    given.filter(({ fact }) => mayBeShared(fact, options, catalog)).map(({ type: _, ...rest }) => rest);
  const text = JSON.stringify({
    chizaiNavi: version,
    catalog: catalog.version,
    asOf,
    lang,
    measures,
    needs: sought,
    start: kept(factsIn(start, catalog.facts)),
    answers: kept(answers),
  });
  return options.as === "link" ? toLink(text) : text;
}

/** Where somebody or something is may be told; any other text may hold a name. */
const place = /(?:prefecture|foundedIn|city|country|office)$/;

function mayBeShared(fact: string, { names = false, amounts = false }: SaveOptions, catalog: Catalog): boolean {
  const type = entryFor(fact, catalog.facts)?.type;
  if (type === "yen") return amounts;
  return type !== "text" || names || place.test(fact) || fact.endsWith(".complete");
}

/**
 * A session from saved text, under the catalog of today. What this does not know, or offers no longer as an answer, is
 * dropped and named in `asAgain`; renamed facts are followed. Never throws: bad text comes back as issues.
 */
export function restore(text: string, catalog: Catalog): Restored {
  const read = readSaved(text.trim());
  if (!read.ok) return read;
  const { asOf, lang, measures, needs: sought, start, answers } = read.saved;
  const asAgain: AskedAgain[] = [];
  const empty: Session = { asOf, lang, start: {}, answers: [], at: 0 };
  const known = { ...empty, start: profileOf(retaken(empty, start, catalog, asAgain)) };
  const session = retaken(known, answers, catalog, asAgain);
  return {
    ok: true,
    session: {
      ...session,
      ...(measures === undefined ? {} : { measures: measures.map((id) => currentId(catalog, id)) }),
      ...(sought === undefined ? {} : { needs: sought }),
    },
    asAgain,
  };
}

type SavedAnswer = z.infer<typeof SavedAnswer>;

/** Every answer given once more, as far as it is still taken. */
function retaken(session: Session, saved: readonly SavedAnswer[], catalog: Catalog, asAgain: AskedAgain[]): Session {
  return saved.reduce((before, each) => {
    const fact = currentFact(each.fact, catalog);
    const entry = Path.safeParse(fact.replace(/\[\d{1,3}\]/g, "")).success ? entryFor(fact, catalog.facts) : undefined;
    const refused = (because: AskedAgain["because"]) => {
      asAgain.push({ fact, because });
      return before;
    };
    if (entry === undefined) return refused("fact-unknown");
    if (!("value" in each)) return dontKnow(before, fact);
    const offered = fact.endsWith(".complete") ? undefined : entry.options;
    const chosen = [each.value].flat();
    if (
      offered !== undefined &&
      !chosen.every((option) => typeof option === "string" && Object.hasOwn(offered, option))
    )
      return refused("option-unknown");
    const taken = answer(before, fact, each.value, catalog);
    return taken.issues.length > 0 ? refused("not-readable") : taken.session;
  }, session);
}

function readSaved(text: string): { ok: true; saved: z.infer<typeof Saved> } | { ok: false; issues: Issue[] } {
  const failed = (...issues: Issue[]) => ({ ok: false as const, issues });
  if (text.length > 2 * limits.bytes) return failed(issue("", "too-large", { size: text.length, limit: limits.bytes }));
  let data: unknown;
  try {
    data = JSON.parse(text.startsWith("{") ? text : fromLink(text));
  } catch {
    return failed(issue("", "not-a-session"));
  }
  const large = tooLarge(data, limits);
  if (large !== undefined) return failed(large);
  const found = z.safeParse(Saved, data, reporting);
  return found.success ? { ok: true, saved: found.data } : failed(...toIssues(found.error.issues, data, ""));
}
