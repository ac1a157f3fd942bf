import { expect, test } from "vitest";
import type { Cause, Deadline, MeasureTimeline, Segment } from "../../src/schema/timeline.ts";
import { deadlines } from "../../src/timeline/deadlines.ts";

const closed: Cause = { code: "call-closes", call: "round", fiscalYear: 2026, lastDay: "2026-06-30" };

/** Months in a row from April 2026 on, each as told. */
function measure(id: string, months: Partial<Segment>[], rest: Partial<MeasureTimeline> = {}): MeasureTimeline {
  return {
    measure: { id, name: { ja: id, en: id } },
    viewOf: null,
    place: null,
    segments: months.map((month, index) => ({
      from: `2026-${String(4 + index).padStart(2, "0")}-01`,
      to: `2026-${String(4 + index).padStart(2, "0")}-28`,
      status: "available",
      eligibility: "eligible",
      availability: "unknown",
      freshness: "current",
      estimate: null,
      causes: index === 0 ? [] : [{ code: "terms-begin" }],
      ...month,
    })),
    ...rest,
  };
}

const told = (...measures: MeasureTimeline[]) =>
  deadlines({ measures }).map(({ day, kind, measure: { id } }: Deadline) => [day, kind, id]);

test("a window opens on its first day and closes on its last; what was so from the start begins nothing", () => {
  expect(
    told(measure("a", [{ availability: "open" }, {}, { availability: "open" }, { availability: "closed" }])),
  ).toEqual([
    ["2026-04-28", "closes", "a"],
    ["2026-06-01", "opens", "a"],
    ["2026-06-28", "closes", "a"],
  ]);
});

test("a call whose first day no source tells closes all the same, unless its last day is not known either", () => {
  const ends = (cause: Cause) => told(measure("a", [{}, { availability: "closed", causes: [cause] }]));
  expect(ends(closed)).toEqual([["2026-04-28", "closes", "a"]]);
  expect(ends({ ...closed, atLatest: true })).toEqual([]);
  expect(ends({ code: "terms-begin" })).toEqual([]);
});

test("a verdict in the company's favor has a first and a last day", () => {
  const verdicts = (...all: Segment["eligibility"][]) =>
    told(
      measure(
        "a",
        all.map((eligibility) => ({ eligibility })),
      ),
    );
  expect(verdicts("eligible", "ineligible")).toEqual([["2026-04-28", "eligible-until", "a"]]);
  expect(verdicts("eligible", "undetermined")).toEqual([["2026-04-28", "eligible-until", "a"]]);
  expect(verdicts("undetermined", "ineligible")).toEqual([["2026-04-28", "eligible-until", "a"]]);
  expect(verdicts("ineligible", "undetermined", "eligible")).toEqual([
    ["2026-05-01", "eligible-from", "a"],
    ["2026-06-01", "eligible-from", "a"],
  ]);
});

test("what is ruled out, ended, planned or closed on the day is not told", () => {
  expect(told(measure("a", [{}, { availability: "open", eligibility: "ineligible" }, {}]))).toEqual([
    ["2026-04-28", "eligible-until", "a"],
    ["2026-06-01", "eligible-from", "a"],
  ]);
  expect(told(measure("a", [{ availability: "closed" }, { eligibility: "ineligible" }]))).toEqual([]);
  expect(told(measure("a", [{ eligibility: "ineligible" }, { status: "planned" }]))).toEqual([]);
});

test("of another place a measure is told only while the company is eligible", () => {
  const months = (eligibility: Segment["eligibility"]) =>
    [{ eligibility }, { eligibility, availability: "open" }] as const;
  expect(told(measure("a", [...months("undetermined")], { place: "elsewhere" }))).toEqual([]);
  expect(told(measure("a", [...months("undetermined")], { place: "here" }))).toHaveLength(1);
  expect(told(measure("a", [...months("eligible")], { place: "elsewhere" }))).toHaveLength(1);
});

test("what a view shares with its measure is told once, what only the view has is told too", () => {
  const parent = measure("parent", [{}, { availability: "open" }, { availability: "open" }]);
  const view = measure("view", [{}, { availability: "open" }, { availability: "closed" }], { viewOf: "parent" });
  expect(told(view, parent)).toEqual([
    ["2026-05-01", "opens", "parent"],
    ["2026-05-28", "closes", "view"],
  ]);
});

test("in order of day; last days before first days, then by measure; each with the answer of that day", () => {
  const opens = (id: string) => measure(id, [{}, { availability: "open" }]);
  const closes = measure("z", [{}, { availability: "open", to: "2026-05-01" }, {}]);
  expect(told(opens("b"), closes, opens("a"))).toEqual([
    ["2026-05-01", "closes", "z"],
    ["2026-05-01", "opens", "a"],
    ["2026-05-01", "opens", "b"],
    ["2026-05-01", "opens", "z"],
  ]);
  expect(deadlines({ measures: [measure("a", [{ availability: "open", freshness: "last-known" }, {}])] })).toEqual([
    {
      measure: { id: "a", name: { ja: "a", en: "a" } },
      kind: "closes",
      day: "2026-04-28",
      eligibility: "eligible",
      availability: "open",
      freshness: "last-known",
      estimate: null,
      causes: [{ code: "terms-begin" }],
    },
  ]);
});
