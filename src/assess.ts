import { type Estimated, estimate } from "./amount/estimate.ts";
import { ask } from "./ask/ask.ts";
import { openAmounts } from "./ask/open-amounts.ts";
import { type Catalog, deepFreeze, measuresOf } from "./catalog/catalog.ts";
import type { Issue } from "./errors.ts";
import { contradictions, derive } from "./facts/derive.ts";
import { type ProfileInput, parseAsOf, parseProfile } from "./facts/parse-profile.ts";
import { scopeOf } from "./facts/scope.ts";
import { rank } from "./rank.ts";
import { regionOf } from "./region.ts";
import { leavesOf, toResult } from "./result.ts";
import type { Assessment } from "./schema/assessment.ts";
import { contradictedBy } from "./verdict/contradictions.ts";
import { judge } from "./verdict/judge.ts";

export interface AssessOptions {
  /** The Japanese calendar day that the rules are read on, `YYYY-MM-DD`. There is no default: no clock is read. */
  asOf: string;
  catalog: Catalog;
}

/**
 * Which measures the company can use on the date, how much they are worth, why, and what is still to find out.
 * Pure: the same profile, date and catalog give the same frozen answer.
 *
 * @throws ProfileError with every issue of the profile, or if `asOf` is no calendar day.
 */
export function assess(input: ProfileInput, options: AssessOptions): Assessment {
  const { catalog } = options;
  const asOf = parseAsOf(options.asOf);
  const given = parseProfile(input);
  const profile = derive(given);
  const scope = scopeOf(profile, catalog, asOf);
  const judgments = measuresOf(catalog).map((measure) => judge(measure, scope));
  const estimates = judgments.map((judgment) => estimate(judgment, catalog));
  const results = rank(judgments.map((judgment, index) => toResult(judgment, estimates[index] as Estimated, catalog)));
  return deepFreeze({
    asOf,
    catalog: { version: catalog.version },
    results,
    questions: ask(results, catalog, openAmounts(given, results, catalog)),
    region: regionOf(scope, catalog),
    issues: distinct([
      ...contradictions(profile),
      ...contradictedBy(scope, judgments.flatMap(leavesOf)),
      ...estimates.flatMap((estimated) => estimated.issues),
    ]),
  });
}

/** Several measures may stumble over the same contradiction. */
const distinct = (issues: Issue[]): Issue[] => [
  ...new Map(issues.map((each) => [`${each.path} ${each.message}`, each])).values(),
];
