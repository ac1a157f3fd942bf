import { ask } from "./ask/ask.ts";
import { openAmounts } from "./ask/open-amounts.ts";
import { type Catalog, deepFreeze, measuresOf } from "./catalog/catalog.ts";
import type { Issue } from "./errors.ts";
import { contradictions, derive } from "./facts/derive.ts";
import { parseAsOf } from "./facts/parse-as-of.ts";
import { type ProfileInput, parseProfile } from "./facts/parse-profile.ts";
import { scopeOf } from "./facts/scope.ts";
import { rank } from "./rank.ts";
import { regionOf } from "./region.ts";
import { leavesOf, readMeasure } from "./result.ts";
import type { Assessment } from "./schema/assessment.ts";
import { contradictedBy } from "./verdict/contradictions.ts";

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
  const read = measuresOf(catalog).map((measure) => readMeasure(measure, scope, catalog));
  const results = rank(read.map(({ result }) => result));
  return deepFreeze({
    asOf,
    catalog: { version: catalog.version },
    results,
    questions: ask(results, catalog, openAmounts(given, results, catalog)),
    region: regionOf(scope, catalog),
    issues: distinct([
      ...contradictions(profile),
      ...contradictedBy(
        scope,
        read.flatMap(({ judgment }) => leavesOf(judgment)),
      ),
      ...read.flatMap(({ estimated }) => estimated.issues),
    ]),
  });
}

/** Several measures may stumble over the same contradiction. */
const distinct = (issues: Issue[]): Issue[] => [
  ...new Map(issues.map((each) => [`${each.path} ${each.message}`, each])).values(),
];
