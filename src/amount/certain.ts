import type { Route } from "../schema/measure.ts";
import type { Candidate, Judged } from "../verdict/judge.ts";

export const eligibilityBy = ({ verdict }: Candidate, route: Route | undefined) =>
  route === undefined ? verdict.eligibility : verdict.routes.find((each) => each.route === route)?.eligibility;

/**
 * Whether an entry counts for certain, given that the measure is eligible: it is decided, or every entry that may count
 * waits for the very same facts of the company, so that what makes one eligible makes all.
 */
export const isCertain = (unit: Judged, waits: string | undefined, all: readonly (string | undefined)[]): boolean =>
  unit.candidates.length === 1 && (waits === nothing || (waits !== undefined && all.every((each) => each === waits)));

const nothing = "nothing";

/** What keeps an entry open; undefined where facts of its own do, or the entry is not even listed. */
export function waitsFor(unit: Judged, candidate: Candidate, route: Route | undefined): string | undefined {
  const { verdict } = candidate;
  if (!unit.listed) return undefined;
  if (eligibilityBy(candidate, route) !== "undetermined") return nothing;
  const open = route === undefined ? verdict.determining : verdict.routes.find((each) => each.route === route)?.open;
  const leaves = (open ?? []).flatMap((each) => each.finding.leaves);
  if (leaves.some((leaf) => leaf.path.startsWith(unit.node?.path ?? "-"))) return undefined;
  return JSON.stringify(leaves.map(({ path, operator, expected, within }) => [path, operator, expected, within]));
}
