import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { takeAnswer } from "../ask/take-answer.ts";
import { listOf, measuresFor, nextQuestion, type Walk, withNeeds } from "../ask/walk.ts";
import { assess } from "../assess.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { type Issue, ProfileError } from "../errors.ts";
import { whyAsk } from "../explain/why-ask.ts";
import { parseProfile } from "../facts/parse-profile.ts";
import { issueMessage } from "../issues.ts";
import type { Question } from "../schema/assessment.ts";
import type { Profile } from "../schema/profile.ts";
import type { Arguments } from "./arguments.ts";
import { assessmentText } from "./assess.ts";
import { json, readProfile } from "./files.ts";
import { type Asked, closing, questionText } from "./print-ask.ts";
import type { Terminal } from "./terminal.ts";

interface Session extends Walk {
  profile: Profile;
  skipped: Set<string>;
  asked: Asked;
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
    session.asked.add(fact);
    process.stderr.write(questionText(question, session.asked, { lang, catalog }, terminal));
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
  if (args.save !== undefined) writeFileSync(args.save, json(session.profile));
  const results = assessment.results.filter(({ measure }) => session.focus?.has(measure.id) ?? true);
  const questions = session.focus === undefined ? assessment.questions : [];
  process.stderr.write(`\n${closing(session.asked, assessment.results, results, args, catalog)}\n\n`);
  return assessmentText({ ...assessment, results, questions }, session.profile, catalog, args, terminal);
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
