// Assesses the example profiles with the built library and prints measures, amounts and the one-line why.
// Run with `npm run demo`.
import { readFileSync } from "node:fs";
import { assess, explainAmount, why } from "chizai-navi";

const lang = process.argv.includes("--en") ? "en" : "ja";
const profiles = [
  ["f1-glab", "2015-07-01"],
  ["f2-asahi-denshi", "2015-07-01"],
  ["f3-duel", "2015-07-01"],
  ["f3-duel", "2024-07-01"],
  ["f4-gunma-daruma", "2015-07-01"],
  ["f5-mani", "2015-07-01"],
  ["f9-nihon-chemical", "2015-07-01"],
  ["startup-nine-years", "2026-11-21"],
  ["sole-proprietor", "2026-11-21"],
  ["bands", "2026-11-21"],
];
const marks = { eligible: "○", undetermined: "？", ineligible: "×" };

for (const [name, asOf] of profiles) {
  const profile = JSON.parse(readFileSync(new URL(`profiles/${name}.json`, import.meta.url), "utf8"));
  console.log(`\n■ ${profile.company.name ?? name}  (${asOf})`);
  for (const result of assess(profile, { asOf }).results) {
    if (result.viewOf !== null) continue;
    console.log(
      `  ${marks[result.eligibility]} ${result.measure.name[lang]}  ${explainAmount(result.estimate, { lang })}`,
    );
    console.log(`     ${why(result, { lang })}`);
  }
}
