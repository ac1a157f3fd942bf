import { type Issue, ProfileError } from "../errors.ts";
import { type Lang, say } from "../explain/words.ts";
import { issueMessage } from "../issues.ts";
import { type ProblemKind, problemWords } from "./problem-words.ts";
import type { Problem } from "./schemas/answers.ts";

/** A request that cannot be answered, and why. `nearest` and `allow` are told where the kind has them. */
export class RequestError extends Error {
  readonly kind: ProblemKind;
  readonly args: Record<string, string | number>;
  readonly nearest: string[] | undefined;

  constructor(kind: ProblemKind, args: Record<string, string | number> = {}, nearest?: string[]) {
    super(kind);
    this.kind = kind;
    this.args = args;
    this.nearest = nearest;
  }
}

/** What is told of an error, RFC 9457. Of one that nobody foresaw nothing is told. */
export function problemOf(error: unknown, instance: string, lang: Lang): Problem {
  if (error instanceof ProfileError)
    return {
      ...described("invalid-input", { count: error.issues.length }, instance, lang),
      issues: error.issues.map((each) => shown(each, lang)),
    };
  if (!(error instanceof RequestError)) return described("internal", {}, instance, lang);
  const { kind, args, nearest } = error;
  return { ...described(kind, args, instance, lang), ...(nearest === undefined ? {} : { nearest }) };
}

function described(
  kind: ProblemKind,
  args: Record<string, string | number>,
  instance: string,
  lang: Lang,
): Omit<Problem, "issues" | "nearest"> {
  const { status, title, detail } = problemWords[kind];
  return {
    type: `urn:problem-type:chizai-navi:${kind}`,
    title: title[lang],
    status,
    detail: say(detail, lang, args),
    instance,
  };
}

const shown = ({ path, code, args }: Issue, lang: Lang) => ({ path, code, message: issueMessage(code, args, lang) });
