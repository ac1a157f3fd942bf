import { assess, explainAmount, why } from "chizai-navi";

const profile = {
  company: { legalForm: "stock-company", industry: "manufacturing", statedCapital: "5,000万円", regularEmployees: 148 },
  overseas: { filings: [{ right: "patent", country: "US", cost: 4_000_000 }] },
};

const { results, questions } = assess(profile, { asOf: "2015-07-01" });
for (const result of results.filter((each) => each.eligibility === "eligible" && each.estimate.kind === "subsidy")) {
  console.log(`${result.measure.name.en}: ${explainAmount(result.estimate, { lang: "en" })}`);
  console.log(`  ${why(result, { lang: "en" })}`);
}
console.log(`Next: ${questions[0].text.en}`);
