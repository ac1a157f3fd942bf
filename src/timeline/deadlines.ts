import type { Result } from "../schema/assessment.ts";
import type { Deadline, MeasureTimeline, Segment, Timeline } from "../schema/timeline.ts";

const order: readonly Deadline["kind"][] = ["closes", "eligible-until", "opens", "eligible-from"];

/**
 * The days of a timeline to keep in mind: when a window opens, the last day on which it is open, the first and the last
 * day of a verdict in the company's favor. Only of what is or may be usable on that day: neither ruled out, nor ended or
 * planned, nor closed; of another place only if the company is eligible. What a view shares with its measure is told
 * once. In order of day; on one day last days come first, then by measure.
 */
export function deadlines({ measures }: Pick<Timeline, "measures">): Deadline[] {
  const found = measures.flatMap((each) => deadlinesOf(each).map((deadline) => ({ deadline, viewOf: each.viewOf })));
  const keys = new Set(found.map(({ deadline }) => keyOf(deadline, deadline.measure.id)));
  return found
    .filter(({ deadline, viewOf }) => viewOf === null || !keys.has(keyOf(deadline, viewOf)))
    .map(({ deadline }) => deadline)
    .sort((left, right) => (keyOf(left, left.measure.id) < keyOf(right, right.measure.id) ? -1 : 1));
}

const keyOf = ({ day, kind }: Deadline, id: string): string => `${day} ${order.indexOf(kind)} ${id}`;

function deadlinesOf({ measure, place, segments }: MeasureTimeline): Deadline[] {
  return segments.slice(1).flatMap((after, index) => {
    const before = segments[index] as Segment;
    const at = (kind: Deadline["kind"], segment: Segment, day: string): Deadline[] => {
      const { eligibility, availability, freshness, estimate } = segment;
      return isUsable(segment) && (place !== "elsewhere" || eligibility === "eligible")
        ? [{ measure, kind, day, eligibility, availability, freshness, estimate, causes: after.causes }]
        : [];
    };
    const better = standing[after.eligibility] - standing[before.eligibility];
    return [
      ...(closes(before, after) ? at("closes", before, before.to) : []),
      ...(better < 0 ? at("eligible-until", before, before.to) : []),
      ...(after.availability === "open" && before.availability !== "open" ? at("opens", after, after.from) : []),
      ...(better > 0 ? at("eligible-from", after, after.from) : []),
    ];
  });
}

const standing = { ineligible: 0, undetermined: 1, eligible: 2 } as const satisfies Record<
  Result["eligibility"],
  number
>;

/** One may be able to apply; that nobody knows a call is no reason to say nothing. */
const isUsable = ({ status, eligibility, availability }: Segment): boolean =>
  status === "available" && eligibility !== "ineligible" && availability !== "closed";

/** Also a call whose first day no source tells has a last one. */
const closes = (before: Segment, after: Segment): boolean =>
  after.availability !== "open" &&
  (before.availability === "open" ||
    (before.availability === "unknown" &&
      after.causes.some((cause) => cause.code === "call-closes" && cause.atLatest === undefined)));
