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
const marks = { eligible: "○", undetermined: "？" };

const shown = 8;
const isMoney = ({ estimate }) => estimate?.kind === "subsidy" || estimate?.kind === "fee-reduction";
const words = {
  ja: (old, open, out) => `ほか、確認できた最後の内容で対象 ${old}件、要確認 ${open}件、対象外 ${out}件`,
  en: (old, open, out) => `besides, ${old} eligible by terms last known, ${open} to be decided, ${out} ineligible`,
};

for (const [name, asOf] of profiles) {
  const profile = JSON.parse(readFileSync(new URL(`profiles/${name}.json`, import.meta.url), "utf8"));
  console.log(`\n■ ${profile.company.name ?? name}  (${asOf})`);
  // A view's money is its parent's, so it is not told twice.
  const results = assess(profile, { asOf }).results.filter((result) => result.viewOf === null);
  const of = (eligibility) => results.filter((result) => result.eligibility === eligibility);
  const open = of("undetermined");
  // What no source confirms for the day is counted, not shown as if it held.
  const current = of("eligible").filter((result) => result.freshness === "current");
  const told = [...current, ...open.filter(isMoney).slice(0, shown)];
  for (const result of told) {
    console.log(
      `  ${marks[result.eligibility]} ${result.measure.name[lang]}  ${explainAmount(result.estimate, { lang })}`,
    );
    console.log(`     ${why(result, { lang })}`);
  }
  const rest = (all) => all.filter((each) => !told.includes(each)).length;
  console.log(`  ${words[lang](rest(of("eligible")), rest(open), of("ineligible").length)}`);
}
