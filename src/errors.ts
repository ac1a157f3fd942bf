import { type IssueArgs, type IssueCode, issueMessage } from "./issues.ts";

/** One fault of an input. `path` is a profile path (`overseas.filings[0].cost`) or `file: path` for rules. */
export interface Issue {
  path: string;
  code: IssueCode;
  /** What the message is made of, for callers who word it themselves. */
  args: IssueArgs;
  /** English; `issueMessage(code, args, "ja")` gives the Japanese. */
  message: string;
}

export function issue(path: string, code: IssueCode, args: IssueArgs = {}): Issue {
  return { path, code, args, message: issueMessage(code, args, "en") };
}

class InputError extends Error {
  readonly issues: readonly Issue[];

  constructor(name: string, what: string, issues: readonly Issue[]) {
    super([`${what} (${issues.length})`, ...issues.map((each) => `  ${each.path}: ${each.message}`)].join("\n"));
    this.name = name;
    this.issues = issues;
  }
}

/** The profile or the date handed in cannot be read. Holds every issue, not the first. */
export class ProfileError extends InputError {
  constructor(issues: readonly Issue[]) {
    super("ProfileError", "the profile has issues", issues);
  }
}

/** Rule files, a catalog or an id cannot be used. Holds every issue, not the first. */
export class CatalogError extends InputError {
  constructor(issues: readonly Issue[]) {
    super("CatalogError", "the catalog has issues", issues);
  }
}
