import { assess, explainAmount, why } from "chizai-navi";

const profile = {
  company: { legalForm: "stock-company", industry: "manufacturing", statedCapital: "5,000万円", regularEmployees: 148 },
  overseas: { filings: [{ right: "patent", country: "US", cost: 4_000_000 }] },
};

const { results, questions } = assess(profile, { asOf: "2015-07-01" });
for (const result of results.filter((each) => each.eligibility === "eligible" && each.estimate.kind === "subsidy")) {
  console.log(`${result.measure.name.ja}: ${explainAmount(result.estimate, { lang: "ja" })}`);
  console.log(`  ${why(result, { lang: "ja" })}`);
}
console.log(`次に確認: ${questions[0].text.ja}`);
