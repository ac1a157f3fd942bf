import * as z from "zod/mini";
import { type Issue, issue, ProfileError } from "../errors.ts";
import { reporting, toIssues } from "../schema/issues.ts";
import { nullPaths, tooLarge } from "../schema/limits.ts";
import { Profile } from "../schema/profile.ts";

const limits = { bytes: 64_000, depth: 32 };

/** What a caller may send: the canonical form, or text as people write it (`"1,000万円"`, `"令和8年11月21日"`). */
export type ProfileInput = Profile | object;

/**
 * Brings a profile into canonical form without guessing: yen and persons as integers, days as `YYYY-MM-DD`, shares as
 * `"1/3"`, prefectures as `"福岡県"`. Reading the result again changes nothing.
 *
 * @throws ProfileError with every issue: paths, codes and what to do.
 */
export function parseProfile(input: unknown): Profile {
  const large = tooLarge(input, limits);
  if (large !== undefined) throw new ProfileError([large]);
  const nulls = nullPaths(input).map((path) => issue(path, "null-value"));
  const result = z.safeParse(Profile, input, reporting);
  const refused = new Set(nulls.map((each) => each.path));
  const faults = result.success ? [] : toIssues(result.error.issues, input, "");
  const issues: Issue[] = [...nulls, ...faults.filter((each) => !refused.has(each.path))];
  if (issues.length > 0 || !result.success) throw new ProfileError(issues);
  return result.data;
}
