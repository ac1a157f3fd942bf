import { assess } from "./assess.ts";
import type { Catalog } from "./catalog/catalog.ts";
import { diffAssessments, type ResultChange } from "./diff/assessments.ts";
import type { ProfileInput } from "./facts/parse-profile.ts";

/**
 * What differs for one company between two days, read on the same rules: one entry for each measure and field, with
 * both results, in the recommended order of the second day. Either day may be the earlier.
 *
 * @throws ProfileError with every issue of the profile, or if a day is none.
 */
export function compare(
  profile: ProfileInput,
  before: string,
  after: string,
  { catalog }: { catalog: Catalog },
): ResultChange[] {
  return diffAssessments(assess(profile, { asOf: before, catalog }), assess(profile, { asOf: after, catalog }));
}
