import { expect, test } from "vitest";
import { asOf, catalogOf } from "../../bench/match/catalogs.ts";
import { plainAnswer } from "../../bench/match/plain.ts";
import { profilesOf } from "../../bench/match/profiles.ts";
import { referenceAnswer } from "../../bench/match/reference.ts";
import { flat, rulesOf } from "../../bench/match/rules.ts";
import { straightLine } from "../../bench/match/straight-line.ts";
import { parseCatalog } from "../../src/catalog/parse.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";

const catalog = catalogOf(60);
const rules = rulesOf(catalog, asOf);
const profiles = profilesOf(50);

test("a made-up catalog and its profiles are what a caller may send, and canonical", () => {
  expect(parseCatalog(catalog).measures).toEqual(catalog.measures);
  for (const profile of profiles) expect(parseProfile(profile)).toEqual(profile);
});

test("straight-line code with three values says what the readable evaluator says", () => {
  const match = straightLine(rules, 3);
  const expected = profiles.map((profile) => referenceAnswer(catalog, asOf, profile));
  expect(profiles.map(match)).toEqual(expected);
  // Of both kinds there is something to get wrong.
  expect(expected.flatMap(({ eligible }) => eligible).length).toBeGreaterThan(20);
  expect(expected.flatMap(({ undetermined }) => undetermined).length).toBeGreaterThan(20);
});

test("straight-line code with two values reads what is absent as false, comparison by comparison", () => {
  const match = straightLine(rules, 2);
  expect(profiles.map(match)).toEqual(profiles.map((profile) => plainAnswer(rules, flat(profile))));
});
