import { expect, test } from "vitest";
import { asOf, catalogOf } from "../../bench/match/catalogs.ts";
import { plainAnswer } from "../../bench/match/plain.ts";
import { profilesOf } from "../../bench/match/profiles.ts";
import { referenceAnswer } from "../../bench/match/reference.ts";
import { flat, rulesOf } from "../../bench/match/rules.ts";
import { straightLine } from "../../bench/match/straight-line.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { parseCatalog } from "../../src/catalog/parse.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";
import type { Criterion, Measure } from "../../src/schema/measure.ts";

const catalog = catalogOf(60);
const profiles = profilesOf(50);

test("a made-up catalog and its profiles are what a caller may send, and canonical", () => {
  expect(parseCatalog(catalog).measures).toEqual(catalog.measures);
  for (const profile of profiles) expect(parseProfile(profile)).toEqual(profile);
});

/** Each requirement as a measure of its own: beside others, a fault of one would seldom show. */
const apart: Catalog = {
  ...catalog,
  measures: (catalog.measures as Measure[]).flatMap((measure) =>
    measure.terms.flatMap(({ exclusions = [], criteria, ...terms }) => [
      ...(criteria as Criterion[]).map((each) => ({ ...measure, terms: [{ ...terms, criteria: [each] }] })),
      ...exclusions.map((each) => ({ ...measure, terms: [{ ...terms, criteria: [], exclusions: [each] }] })),
    ]),
  ),
};

test.each([
  { name: "whole measures", catalog },
  { name: "each requirement alone", catalog: apart },
])("straight-line code with three values says what the readable evaluator says: $name", (given) => {
  const expected = profiles.map((profile) => referenceAnswer(given.catalog, asOf, profile));
  expect(profiles.map(straightLine(rulesOf(given.catalog, asOf), 3))).toEqual(expected);
  // Of both kinds there is something to get wrong.
  expect(expected.flatMap(({ eligible }) => eligible).length).toBeGreaterThan(20);
  expect(expected.flatMap(({ undetermined }) => undetermined).length).toBeGreaterThan(20);
});

test("straight-line code with two values reads what is absent as false, comparison by comparison", () => {
  const rules = rulesOf(apart, asOf);
  expect(profiles.map(straightLine(rules, 2))).toEqual(profiles.map((profile) => plainAnswer(rules, flat(profile))));
});
