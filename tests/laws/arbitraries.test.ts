import fc from "fast-check";
import { expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import type { Benefit } from "../../src/schema/benefit.ts";
import { capScopes } from "../../src/schema/benefit.ts";
import { profiles, smallCatalogs } from "../../src/testing/arbitraries/index.ts";
import { runs } from "../support/runs.ts";
import { ownMeasures } from "../support/worlds.ts";

/* The laws say as much as their random input does. */

/** What a benefit has of all that the schema knows. */
function shapesOf(benefit: Benefit): string[] {
  const keys = (each: object) => Object.keys(each);
  switch (benefit.kind) {
    case "subsidy":
      return [
        ...keys(benefit),
        ...benefit.caps.flatMap((cap) => [`cap ${cap.scope}`, ...keys(cap).map((key) => `cap with ${key}`)]),
        ...(benefit.rates ?? []).flatMap((each) => (each.rate === undefined ? ["fixed rate"] : [])),
        ...(benefit.limits ?? []).map(({ rights }) => (rights === undefined ? "limit" : "limit of rights")),
        ...(benefit.rounding === undefined ? [] : [`rounding ${benefit.rounding.at}`, ...keys(benefit.rounding)]),
        ...(benefit.expense === undefined ? [] : keys(benefit.expense).map((key) => `expense ${key}`)),
        ...((benefit.rate ?? benefit.rates ?? benefit.fixed) ? [] : ["no rate"]),
      ];
    case "fee-reduction":
      return [
        ...keys(benefit),
        ...benefit.fees.flatMap((fee) => keys(fee).map((key) => `fee with ${key}`)),
        ...benefit.fees.flatMap(({ table }) => (table === undefined ? ["fee without table"] : [table])),
        ...benefit.classes.flatMap(({ pay, quota }) => [typeof pay, ...(quota === undefined ? [] : ["quota"])]),
        ...(benefit.fees.length > 1 ? ["two fees"] : []),
        `rounding of fees ${benefit.rounding.at}`,
      ];
    case "in-kind":
      return [`user pays ${typeof benefit.userPays}`];
    default:
      return [benefit.kind];
  }
}

const shapes = [
  ...["rate", "rates", "fixed", "no rate", "fixed rate", "caps", "limits", "limit", "limit of rights", "selfPayment"],
  ...["eligibleExpenses", "ineligibleExpenses", "applicantShare", "expense", "expense fact", "expense each"],
  ...capScopes.map((scope) => `cap ${scope}`),
  ...["rights", "purpose", "when", "pool", "years", "yen", "share"].map((key) => `cap with ${key}`),
  ...["rounding case", "rounding total", "when"],
  ...["id", "table", "on", "units", "years", "classesOn", "charged", "refunded"].map((key) => `fee with ${key}`),
  ...["fee without table", "test.fee", "test.annuity", "coApplicants", "string", "object", "quota", "two fees"],
  ...["rounding of fees year", "rounding of fees total"],
  ...["user pays number", "user pays object", "user pays undefined", "unstated"],
];

test("random rules have benefits of every shape", () => {
  const seen = new Set<string>();
  for (const rules of fc.sample(smallCatalogs(), 400)) {
    for (const { terms } of ownMeasures(rules))
      for (const { benefit } of terms) for (const each of shapesOf(benefit)) seen.add(each);
  }
  expect(shapes.filter((shape) => !seen.has(shape))).toEqual([]);
});

test("random rules that are open to all are never out of reach", () => {
  fc.assert(
    fc.property(smallCatalogs({ openToAll: true }), profiles("2026-06-01"), (rules, profile) => {
      for (const { eligibility, items, estimate } of assess(profile, { asOf: "2026-06-01", catalog: rules }).results)
        if (estimate?.kind === "subsidy" && (items === null || items.length > 0))
          expect(eligibility).not.toBe("ineligible");
    }),
    { numRuns: runs.catalogs },
  );
});

test("random profiles say nothing against themselves", () => {
  fc.assert(
    fc.property(profiles("2026-06-01"), (profile) => {
      const { issues } = assess(profile, { asOf: "2026-06-01", catalog });
      // A case may hold filings of several rights; no profile is wrong for it.
      expect(issues.filter(({ code }) => code !== "case-of-mixed-kinds")).toEqual([]);
    }),
    { numRuns: runs.bundled },
  );
});
