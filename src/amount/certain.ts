import type { Route } from "../schema/measure.ts";
import type { Candidate, Judged } from "../verdict/judge.ts";

export const eligibilityBy = ({ verdict }: Candidate, route: Route | undefined) =>
  route === undefined ? verdict.eligibility : verdict.routes.find((each) => each.route === route)?.eligibility;

/** The decisions that keep an entry open; `own` if facts of its own are among them, or it is not even listed. */
export interface Waits {
  own: boolean;
  decisions: readonly string[];
}

export function waitsOf(unit: Judged, candidate: Candidate, route: Route | undefined): Waits {
  const { verdict } = candidate;
  if (eligibilityBy(candidate, route) !== "undetermined") return { own: !unit.listed, decisions: [] };
  const open =
    (route === undefined ? verdict.determining : verdict.routes.find((each) => each.route === route)?.open) ?? [];
  return {
    own:
      !unit.listed ||
      open.some((each) =>
        each.finding.leaves.some((leaf) => leaf.missing.some((path) => path.startsWith(unit.node?.path ?? "-"))),
      ),
    decisions: open.map(({ criterion, finding }) =>
      JSON.stringify([
        criterion.id,
        finding.leaves.map(({ path, operator, expected, within, alternatives }) => [
          path,
          operator,
          expected,
          within,
          alternatives,
        ]),
      ]),
    ),
  };
}

/**
 * Whether an entry counts for certain, given that the measure is eligible. Some entry is: whichever it be, everything
 * that it waited for has come true. So an entry counts if it waits for nothing that any other does not wait for too.
 */
export const isCertain = (unit: Judged, waits: Waits, all: readonly Waits[]): boolean =>
  unit.candidates.length === 1 &&
  !waits.own &&
  all.every((other) => waits.decisions.every((decision) => other.decisions.includes(decision)));
