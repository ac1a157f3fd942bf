/** The catalog as shipped: a whole assessment, verdicts alone, and what writing the assessment as JSON costs. */
import { readdirSync, readFileSync } from "node:fs";
import { assess } from "../../src/assess.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";
import { checked } from "../match/checked.ts";
import { comparable, ours } from "../match/ours.ts";
import { referenceAnswer } from "../match/reference.ts";
import { alternate, contender, warm } from "../timer.ts";

export interface RealReport {
  measures: number;
  profiles: number;
  /** Characters of an assessment as JSON, on average. */
  characters: number;
  /** How many times as long as writing its result as JSON. */
  assessOfStringify: number;
  verdictsOfAssess: number;
  verdictsOfStringify: number;
  microseconds: { assess: number; stringify: number; verdicts: number };
}

const quick = process.argv.includes("--quick");
const effort = quick ? { rounds: 3, milliseconds: 100 } : { rounds: 9, milliseconds: 500 };
const asOf = "2026-11-21";
const folder = "examples/profiles";
const profiles = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => parseProfile(JSON.parse(readFileSync(`${folder}/${file}`, "utf8"))));

/** Touches every value, so that nothing can be put off until somebody looks. @returns how many there are. */
function readAll(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  let count = 1;
  for (const key in value) count += readAll((value as Record<string, unknown>)[key]);
  return count;
}

const whole = (profile: object) => {
  const assessment = assess(profile, { asOf, catalog });
  readAll(assessment);
  return assessment;
};
const results = profiles.map((profile) => JSON.stringify(whole(profile)));
const compiled = ours(catalog, asOf);
const expected = profiles.map((profile) => referenceAnswer(catalog, asOf, profile));
await checked("verdicts of the catalog as shipped", profiles, expected, comparable(compiled));

const contenders = {
  assess: contender(profiles, whole),
  // Plain copies: what is written is data alone, however the assessment came by it.
  stringify: contender(
    results.map((text) => JSON.parse(text) as object),
    (assessment) => JSON.stringify(assessment),
  ),
  verdicts: contender(profiles, compiled.match),
};
console.error("catalog as shipped: warming");
for (const each of Object.values(contenders)) await warm(each, quick ? 0.5 : 3);
console.error("catalog as shipped: timing");
const { ratio, microseconds } = await alternate(contenders, effort);
const report: RealReport = {
  measures: catalog.measures.length,
  profiles: profiles.length,
  characters: Math.round(results.reduce((sum, text) => sum + text.length, 0) / results.length),
  assessOfStringify: ratio("assess", "stringify"),
  verdictsOfAssess: ratio("verdicts", "assess"),
  verdictsOfStringify: ratio("verdicts", "stringify"),
  microseconds,
};
console.log(JSON.stringify(report));
