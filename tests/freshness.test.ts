import { expect, test } from "vitest";
import { catalog } from "../src/catalog/bundled.ts";
import type { Catalog } from "../src/catalog/catalog.ts";
import { ProfileError } from "../src/errors.ts";
import { checkFreshness } from "../src/freshness.ts";

const text = { ja: "例", en: "Example" };
const one = (terms: object, status = "available"): Catalog => ({
  ...catalog,
  sources: { page: { title: "A page", statedOn: "2020-01-01", confidence: "high" } },
  measures: [
    {
      id: "one",
      name: text,
      kind: "subsidy",
      authority: "jpo",
      rights: [],
      applicant: "company",
      status: [{ from: null, is: status, source: "page" }],
      terms: [
        {
          from: "2019-04-01",
          criteria: [],
          benefit: { kind: "unstated", source: "page" },
          sources: ["page"],
          ...terms,
        },
      ],
    } as never,
  ],
});
const found = (using: Catalog, asOf: string) =>
  checkFreshness(using, { asOf }).map(({ state, on, call }) => [state, on, ...(call === undefined ? [] : [call])]);

test("a yearly rule ages for ninety days before the last day seen and has lapsed on the day after", () => {
  const yearly = one({ renewal: "yearly", lastSeen: "2021-03-31" });
  expect(found(yearly, "2020-12-30")).toEqual([]);
  expect(found(yearly, "2020-12-31")).toEqual([["ageing", "2021-03-31"]]);
  expect(found(yearly, "2021-03-31")).toEqual([["ageing", "2021-03-31"]]);
  expect(found(yearly, "2021-04-01")).toEqual([["lapsed", "2021-03-31"]]);
});

test("a standing rule ages three years after its newest source, whatever its last day seen", () => {
  const standing = one({ renewal: "standing", lastSeen: "2019-04-01" });
  expect(found(standing, "2023-01-01")).toEqual([]);
  expect(found(standing, "2023-01-02")).toEqual([["ageing", "2020-01-01"]]);
});

test("an open call closes; one that is still to open, or is over, does not", () => {
  const call = { id: "round", fiscalYear: 2020, opens: "2020-06-01", closes: "2020-06-30", source: "page" };
  const calls = one({ renewal: "yearly", lastSeen: "2021-03-31", calls: [call] });
  expect(found(calls, "2020-05-31")).toEqual([]);
  expect(found(calls, "2020-06-01")).toEqual([["closing", "2020-06-30", "round"]]);
  expect(found(calls, "2020-06-30")).toEqual([["closing", "2020-06-30", "round"]]);
  expect(found(calls, "2020-07-01")).toEqual([]);
});

test("terms with an end of their own are ending, and then nothing is awaited of them", () => {
  const ends = one({ renewal: "yearly", to: "2021-03-31", lastSeen: "2021-03-31" });
  expect(found(ends, "2021-03-31")).toEqual([["ending", "2021-03-31"]]);
  expect(found(ends, "2021-04-01")).toEqual([]);
});

test.each(["ended", "planned", "under-study"])("nothing is awaited of what is %s", (status) => {
  expect(found(one({ renewal: "yearly", lastSeen: "2021-03-31" }, status), "2026-11-21")).toEqual([]);
});

test("a bad day is refused", () => {
  expect(() => checkFreshness(catalog, { asOf: "2026-02-30" })).toThrow(ProfileError);
});
