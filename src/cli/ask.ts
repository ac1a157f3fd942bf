import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { takeAnswer } from "../ask/take-answer.ts";
import { listOf, measuresFor, nextQuestion, type Walk, withNeeds } from "../ask/walk.ts";
import { assess } from "../assess.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { type Issue, ProfileError } from "../errors.ts";
import { label } from "../explain/labels.ts";
import { whyAsk } from "../explain/why-ask.ts";
import { phrases, say } from "../explain/words.ts";
import { parseProfile } from "../facts/parse-profile.ts";
import { issueMessage } from "../issues.ts";
import type { Question, Result } from "../schema/assessment.ts";
import type { Profile } from "../schema/profile.ts";
import type { Arguments } from "./arguments.ts";
import { askWords as words } from "./ask-words.ts";
import { assessmentText } from "./assess.ts";
import { json, readProfile } from "./files.ts";
import { paint, type Terminal, wrap } from "./terminal.ts";

interface Session extends Walk {
  profile: Profile;
  skipped: Set<string>;
  /** A list counts once, with all that is asked of its entries. */
  asked: Set<string>;
}

/**
 * Asks, the most useful question first, until no answer can change anything; with `--need`, until every subsidy, fee
 * reduction and procedure for that need is decided. Questions go to standard error, so that the result can be piped.
 */
export async function askCommand(args: Arguments, catalog: Catalog, terminal: Terminal): Promise<string> {
  const { asOf, need, lang } = args;
  const start = parseProfile(readProfile(args.operands[0] as string));
  const session: Session = {
    profile: withNeeds(start, need === undefined ? [] : [need]),
    skipped: new Set(),
    asked: new Set(),
    focus: need === undefined ? undefined : measuresFor([need], catalog),
  };
  const assessed = () => assess(session.profile, { asOf, catalog });
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  let assessment = assessed();
  let question = nextQuestion(assessment, session, "");
  while (question !== undefined) {
    const { fact } = question;
    session.asked.add(listOf(fact));
    process.stderr.write(questionText(question, session, args, catalog, terminal));
    const { value: line, done } = await lines.next();
    if (done) break;
    // A terminal shows what is typed; what is piped would leave no trace beside its question.
    if (process.stdin.isTTY !== true) process.stderr.write(`${line}\n`);
    if (line.trim() === "?") {
      process.stderr.write(`  ${question.help[lang]}\n  ${whyAsk(question, { lang, catalog })}\n`);
      continue;
    }
    const issues = answerWith(question, line, session);
    if (issues.length > 0) {
      // Nobody is there to answer again.
      if (process.stdin.isTTY !== true) throw new ProfileError(issues);
      for (const { code, args: found } of issues) process.stderr.write(`  ${issueMessage(code, found, lang)}\n`);
      continue;
    }
    assessment = assessed();
    question = nextQuestion(assessment, session, listOf(fact));
  }
  const results = assessment.results.filter(({ measure }) => session.focus?.has(measure.id) ?? true);
  process.stderr.write(`\n${closing(session, assessment.results, results, args)}\n\n`);
  return assessmentText({ ...assessment, results }, session.profile, catalog, args, terminal);
}

/** Puts the answer into the profile, or says why it cannot be read. */
function answerWith(question: Question, line: string, session: Session): readonly Issue[] {
  const answer = takeAnswer(session.profile, question, line);
  if (answer.is === "unclear") return answer.issues;
  // "Not all of it" is an answer that leaves the question as open as "don't know".
  if (answer.is === "unknown" || question.fact.endsWith(".complete")) session.skipped.add(question.fact);
  if (answer.is === "known") session.profile = answer.profile;
  return [];
}

function questionText(
  { fact, type, text, options = [], labels = {}, dontKnow }: Question,
  { asked }: Session,
  { lang }: Arguments,
  catalog: Catalog,
  terminal: Terminal,
): string {
  const list = listOf(fact);
  const number = [...asked].indexOf(list) + 1;
  const entry = fact === list ? "" : `${label(fact.replace(/\].*$/, "]"), catalog, lang)}: `;
  return [
    "",
    paint(`${number}. ${entry}${text[lang]}`, "bold", terminal),
    ...choices(options, labels, lang, terminal),
    say(type === "list" ? words.promptCount : words.prompt, lang, { dontKnow: dontKnow[lang] }),
  ].join("\n");
}

/** Few choices stand one below the other, many run on. */
function choices(
  options: readonly string[],
  labels: NonNullable<Question["labels"]>,
  lang: Arguments["lang"],
  terminal: Terminal,
): string[] {
  const numbered = options.map((option, index) => `${index + 1} ${labels[option]?.[lang] ?? option}`);
  if (numbered.length === 0) return [];
  const lines = numbered.length > mostListed ? wrap(numbered.join("  "), terminal).split("\n") : numbered;
  return lines.map((line) => `   ${line}`);
}

const mostListed = 10;

/** How far the questions went, and what they left out. */
function closing(
  { asked, profile }: Session,
  all: readonly Result[],
  kept: readonly Result[],
  { lang, save }: Arguments,
): string {
  const isOpen = ({ eligibility, missing, status }: Result) =>
    eligibility === "undetermined" && missing.length > 0 && status !== "ended";
  const open = kept.filter(isOpen).length;
  const rest = all.filter((each) => isOpen(each) && !kept.includes(each));
  if (save !== undefined) writeFileSync(save, json(profile));
  return [
    say(words.asked, lang, { count: asked.size }),
    open === 0 ? say(words.nothingOpen, lang) : say(words.stillOpen, lang, { count: open }),
    ...(rest.length === 0 ? [] : [say(words.notAsked, lang, { names: namesOf(rest, lang) })]),
    ...(save === undefined ? [] : [say(words.saved, lang, { file: save })]),
  ].join("\n");
}

const mostNamed = 5;

function namesOf(results: readonly Result[], lang: Arguments["lang"]): string {
  const named = results.slice(0, mostNamed).map(({ measure }) => measure.name[lang]);
  const rest = results.length - named.length;
  return [...named, ...(rest > 0 ? [say(phrases.andMore, lang, { count: rest })] : [])].join(
    lang === "ja" ? "、" : ", ",
  );
}
