import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { addDays } from "../../src/normalize/calendar.ts";
import type { Result } from "../../src/schema/assessment.ts";
import type { Segment } from "../../src/schema/timeline.ts";
import { timeline } from "../../src/timeline/timeline.ts";
import { runs } from "../support/runs.ts";
import { losses, thin } from "../support/thin.ts";
import { isView, worlds } from "../support/worlds.ts";

const title =
  "Between two change dates, the date does not matter; the last valid day counts, the day after does not; the system clock never matters.";

const length = 40;

/** What a timeline promises of each day. */
const compared = ({
  status,
  eligibility,
  availability,
  freshness,
  estimate,
}: Pick<Result, "status" | "eligibility" | "availability" | "freshness" | "estimate">) => ({
  status,
  eligibility,
  availability,
  freshness,
  amount: estimate && { ...estimate, steps: null, parts: null },
});

const segmentOn = (segments: readonly Segment[], day: string): Segment =>
  segments.find(({ from, to }) => from <= day && day <= to) as Segment;

/** A few of the measures, with those that they are views of. */
function some(catalog: Catalog, picks: readonly number[]): Catalog {
  const chosen = picks.map((pick) => catalog.measures[pick % catalog.measures.length]);
  const ids = chosen.flatMap((file) => (file === undefined ? [] : isView(file) ? [file.id, file.viewOf] : [file.id]));
  return { ...catalog, measures: catalog.measures.filter(({ id }) => ids.includes(id)) };
}

describe.each(worlds)("a timeline says of each day what assess says, under $rules", ({ some: situations }) => {
  test(title, () => {
    fc.assert(
      fc.property(
        situations,
        losses,
        fc.array(fc.nat(), { minLength: 1, maxLength: 8, size: "max" }),
        fc.nat({ max: length }),
        (world, lost, picks, before) => {
          const catalog = some(world.catalog, picks);
          const profile = thin(world.profile, lost);
          const from = addDays(world.asOf, -before);
          const to = addDays(from, length - 1);
          const { measures } = timeline(profile, { from, to, catalog });
          const days = Array.from({ length }, (_, index) => addDays(from, index));
          const daily = days.map((asOf) => assess(profile, { asOf, catalog }).results);
          expect(measures.map(({ measure }) => measure.id)).toEqual(daily[0]?.map(({ measure }) => measure.id));
          for (const { measure, segments } of measures) {
            for (const [index, day] of days.entries()) {
              const result = daily[index]?.find((each) => each.measure.id === measure.id) as Result;
              expect({ day, ...compared(segmentOn(segments, day)) }).toEqual({ day, ...compared(result) });
            }
            expect(segments.map(({ from: first }) => first)).toEqual([
              from,
              ...segments.slice(0, -1).map(({ to: last }) => addDays(last, 1)),
            ]);
            expect(segments.at(-1)?.to).toBe(to);
            for (const [index, segment] of segments.entries()) {
              expect(segment.causes.length > 0).toBe(index > 0);
              if (index > 0) expect(compared(segment)).not.toEqual(compared(segments[index - 1] as Segment));
            }
          }
        },
      ),
      { numRuns: runs.catalogs },
    );
  });
});
