/**
 * Every rate and cap that the sources print, one line each, through the public test kit. A line reads: on this day, this
 * measure grants this share, capped so.
 */
import { expect, test } from "vitest";
import { assess, getTerms, type MeasureId } from "../src/index.ts";
import "../src/testing/vitest.ts";

const on = (asOf: string, id: MeasureId) => expect(getTerms(id, { asOf }));

test("foreign filing subsidy: a half, capped by case and by year, since FY2015", () => {
  for (const day of ["2015-07-01", "2018-07-02", "2022-07-01", "2024-11-18", "2026-06-29"]) {
    on(day, "foreign-filing-subsidy").toHaveRate("1/2");
    on(day, "foreign-filing-subsidy").toHaveCap({ scope: "case", right: "patent", yen: 1_500_000 });
    on(day, "foreign-filing-subsidy").toHaveCap({ scope: "case", right: "utility-model", yen: 600_000 });
    on(day, "foreign-filing-subsidy").toHaveCap({ scope: "case", right: "design", yen: 600_000 });
    on(day, "foreign-filing-subsidy").toHaveCap({ scope: "case", right: "trademark", yen: 600_000 });
    on(day, "foreign-filing-subsidy").toHaveCap({ right: "trademark", purpose: "anti-bad-faith", yen: 300_000 });
    on(day, "foreign-filing-subsidy").toHaveCap({ scope: "applicant-fiscal-year", yen: 3_000_000 });
  }
});

test("foreign filing subsidy: what is not so", () => {
  on("2015-07-01", "foreign-filing-subsidy").not.toHaveRate("2/3");
  on("2015-07-01", "foreign-filing-subsidy").not.toHaveCap({ right: "patent", yen: 600_000 });
  on("2026-06-29", "foreign-filing-subsidy").not.toHaveCap({ right: "design", yen: 1_500_000 });
});

test("the two special cases have the money of their parent", () => {
  on("2015-07-01", "foreign-filing-subsidy-bad-faith-trademark").toHaveCap({ purpose: "anti-bad-faith", yen: 300_000 });
  on("2015-07-01", "foreign-filing-subsidy-regional-collective-trademark").toHaveCap({
    right: "trademark",
    yen: 600_000,
  });
});

test("procedures after the filing abroad: a half", () => {
  on("2022-07-01", "jetro-examination-request-support-fy2022").toHaveRate("1/2");
  on("2022-07-01", "jetro-examination-request-support-fy2022").toHaveCap({ scope: "case", yen: 200_000 });
  on("2022-07-01", "jetro-examination-request-support-fy2022").toHaveCap({
    scope: "applicant-fiscal-year",
    yen: 600_000,
  });
  on("2023-07-01", "jetro-office-action-support-fy2023").toHaveRate("1/2");
  on("2023-07-01", "jetro-office-action-support-fy2023").toHaveCap({ yen: 300_000 });
  on("2025-07-01", "inpit-intermediate-procedure-support").toHaveRate("1/2");
  on("2025-07-01", "inpit-intermediate-procedure-support").toHaveCap({ scope: "procedure", yen: 500_000 });
  on("2026-04-01", "inpit-intermediate-procedure-support").toHaveCap({ scope: "procedure", yen: 500_000 });
});

test("rights abroad for startups to come: a half, 1,500,000 yen a case", () => {
  on("2022-06-06", "startup-international-rights-support").toHaveRate("1/2");
  on("2022-06-06", "startup-international-rights-support").toHaveCap({ scope: "case", yen: 1_500_000 });
  on("2023-06-06", "startup-international-rights-support").toHaveRate("1/2");
});

test("infringement abroad: two thirds", () => {
  for (const day of ["2015-07-01", "2017-07-01", "2024-10-31", "2025-10-31"]) {
    on(day, "anti-counterfeit-support").toHaveRate("2/3");
    on(day, "anti-counterfeit-support").toHaveCap({ yen: 4_000_000 });
    on(day, "defensive-infringement-support").toHaveRate("2/3");
    on(day, "defensive-infringement-support").toHaveCap({ yen: 5_000_000 });
  }
  for (const day of ["2016-07-01", "2017-07-01", "2024-10-31", "2025-10-31"]) {
    on(day, "bad-faith-trademark-cancellation-support").toHaveRate("2/3");
    on(day, "bad-faith-trademark-cancellation-support").toHaveCap({ yen: 5_000_000 });
  }
});

test("insurance against litigation abroad: a half of the premium, a third from the second year", () => {
  on("2016-07-01", "overseas-ip-litigation-insurance").toHaveRate("1/2");
  for (const day of ["2022-07-01", "2024-07-01", "2025-07-01"]) {
    on(day, "overseas-ip-litigation-insurance").toHaveRate("1/2");
    on(day, "overseas-ip-litigation-insurance").toHaveRate("1/3");
  }
});

test("examination fee by class, for requests since 2019-04-01", () => {
  on("2019-04-01", "examination-fee-reduction").toHavePayable("1/2", { class: "sme" });
  on("2019-04-01", "examination-fee-reduction").toHavePayable("1/2", { class: "research" });
  on("2019-04-01", "examination-fee-reduction").toHavePayable("1/2", { class: "academic" });
  on("2019-04-01", "examination-fee-reduction").toHavePayable("1/3", { class: "micro" });
  on("2019-04-01", "examination-fee-reduction").toHavePayable("1/3", { class: "startup" });
  on("2019-04-01", "examination-fee-reduction").toHavePayable("1/4", { class: "fukushima" });
  on("2019-04-01", "examination-fee-reduction").not.toHavePayable("2/3");
});

test("patent fees of the first ten years by class, under the regime of 2019", () => {
  on("2022-04-01", "patent-annuity-reduction").toHavePayable("1/2", { class: "sme", fee: "annuity" });
  on("2022-04-01", "patent-annuity-reduction").toHavePayable("1/2", { class: "research", fee: "annuity" });
  on("2022-04-01", "patent-annuity-reduction").toHavePayable("1/2", { class: "academic", fee: "annuity" });
  on("2022-04-01", "patent-annuity-reduction").toHavePayable("1/3", { class: "micro", fee: "annuity" });
  on("2022-04-01", "patent-annuity-reduction").toHavePayable("1/3", { class: "startup", fee: "annuity" });
  on("2022-04-01", "patent-annuity-reduction").toHavePayable("1/4", { class: "fukushima", fee: "annuity" });
});

test("the Act of 2013: one third is paid, not one third off", () => {
  for (const day of ["2014-04-01", "2015-07-01", "2018-03-31", "2018-07-09", "2019-03-31"]) {
    on(day, "patent-fee-reduction-h26").toHavePayable("1/3", { class: "micro", fee: "examination" });
    on(day, "patent-fee-reduction-h26").toHavePayable("1/3", { class: "startup", fee: "annuity" });
    on(day, "patent-fee-reduction-h26").not.toHavePayable("2/3");
  }
});

test("PCT fees by class", () => {
  on("2015-07-01", "pct-fee-reduction").toHavePayable("1/3", { class: "micro" });
  on("2015-07-01", "pct-fee-reduction").toHavePayable("1/3", { class: "startup" });
  for (const day of ["2019-04-01", "2023-12-31", "2024-01-01", "2026-04-01"]) {
    on(day, "pct-fee-reduction").toHavePayable("1/2", { class: "sme" });
    on(day, "pct-fee-reduction").toHavePayable("1/3", { class: "micro" });
    on(day, "pct-fee-reduction").toHavePayable("1/3", { class: "startup" });
    on(day, "pct-fee-reduction").toHavePayable("1/4", { class: "fukushima" });
  }
});

test("Tokyo: a half", () => {
  on("2012-06-01", "tokyo-foreign-patent-grant").toHaveRate("1/2");
  on("2012-06-01", "tokyo-foreign-patent-grant").toHaveCap({ yen: 3_000_000 });
  on("2016-06-01", "tokyo-foreign-patent-grant").toHaveCap({ yen: 3_000_000 });
  on("2019-06-01", "tokyo-foreign-patent-grant").toHaveCap({ yen: 3_000_000 });
  on("2022-06-01", "tokyo-foreign-patent-grant").toHaveRate("1/2");
  on("2022-06-01", "tokyo-foreign-patent-grant").toHaveCap({ yen: 4_000_000 });
  on("2022-06-01", "tokyo-foreign-patent-grant").toHaveCap({ yen: 3_000_000 }); // for the cost of filing only
  on("2022-06-01", "tokyo-foreign-utility-model-grant").toHaveRate("1/2");
  on("2022-06-01", "tokyo-foreign-utility-model-grant").toHaveCap({ yen: 600_000 });
  on("2022-06-01", "tokyo-foreign-design-grant").toHaveRate("1/2");
  on("2022-06-01", "tokyo-foreign-design-grant").toHaveCap({ yen: 600_000 });
  on("2022-06-01", "tokyo-foreign-trademark-grant").toHaveRate("1/2");
  on("2022-06-01", "tokyo-foreign-trademark-grant").toHaveCap({ yen: 600_000 });
  on("2019-06-01", "tokyo-foreign-copyright-registration-grant").toHaveRate("1/2");
  on("2019-06-01", "tokyo-foreign-copyright-registration-grant").toHaveCap({ yen: 100_000 });
  on("2026-06-01", "tokyo-foreign-copyright-registration-grant").toHaveCap({ yen: 100_000 });
  on("2025-06-01", "tokyo-trademark-countermeasure-grant").toHaveRate("1/2");
  on("2025-06-01", "tokyo-trademark-countermeasure-grant").toHaveCap({ yen: 5_000_000 });
  on("2026-06-01", "tokyo-infringement-survey-grant").toHaveRate("1/2");
  on("2026-06-01", "tokyo-infringement-survey-grant").toHaveCap({ yen: 2_000_000 });
  on("2026-06-01", "tokyo-patent-search-grant").toHaveRate("1/2");
  on("2026-06-01", "tokyo-patent-search-grant").toHaveCap({ yen: 1_000_000 });
  on("2026-06-01", "tokyo-ai-data-ip-grant").toHaveCap({ yen: 450_000 });
  on("2025-06-01", "tokyo-startup-ip-handson").toHaveCap({ scope: "project", yen: 15_000_000 });
});

test("regional supporters of FY2015: a half within what the local government bears, a half, a fixed sum", () => {
  on("2015-07-01", "regional-support-capacity-subsidy-type-1").toHaveRate("1/2");
  on("2015-07-01", "regional-support-capacity-subsidy-type-1").toHaveCap({
    share: { fact: "project.localGovernmentShare", times: "1/1" },
  });
  on("2015-07-01", "regional-support-capacity-subsidy-type-2").toHaveRate("1/2");
  on("2015-07-01", "regional-support-capacity-subsidy-type-2").not.toHaveCap({});
  on("2015-07-01", "regional-support-capacity-subsidy-type-3").toHaveRate("fixed");
  on("2015-07-01", "regional-support-capacity-subsidy-type-3").toHaveCap({ yen: 10_000_000 });
});

test("Go-Tech of FY2023: two thirds for SMEs, a half above 1.5 billion yen of income, a fixed sum for universities", () => {
  on("2023-06-01", "go-tech").toHaveRate("2/3");
  on("2023-06-01", "go-tech").toHaveRate("1/2");
  on("2023-06-01", "go-tech").toHaveRate("fixed");
  on("2023-06-01", "go-tech").toHaveCap({ scope: "project-year", yen: 45_000_000 });
  on("2023-06-01", "go-tech").toHaveCap({ scope: "project", years: 2, yen: 75_000_000 });
  on("2023-06-01", "go-tech").toHaveCap({ scope: "project", yen: 97_500_000 });
  on("2023-06-01", "go-tech").toHaveCap({ scope: "project-year", yen: 100_000_000 });
  on("2023-06-01", "go-tech").toHaveCap({ scope: "project", years: 2, yen: 200_000_000 });
  on("2023-06-01", "go-tech").toHaveCap({ scope: "project", yen: 300_000_000 });
  on("2023-06-01", "go-tech").toHaveCap({ share: { fact: "project.plannedInvestment", times: "2/1" } });
});

test("INPIT's support for restructuring plans: a third, 6,500,000 yen", () => {
  on("2026-04-01", "inpit-business-restructuring-support").toHaveRate("1/3");
  on("2026-04-01", "inpit-business-restructuring-support").toHaveCap({ yen: 6_500_000 });
});

test("help whose user pays nothing, or from 10,800 yen", () => {
  const company = {
    company: { legalForm: "stock-company", industry: "manufacturing", statedCapital: 10_000_000, regularEmployees: 20 },
  };
  const assessment = expect(assess(company, { asOf: "2015-07-01" }));
  assessment.toPay("patent-information-analysis-rd-phase", 0);
  assessment.toPay("patent-information-analysis-filing-phase", 0);
  assessment.toPay("patent-information-analysis-exam-request-phase", [10_800, null]);
  assessment.toPay("ip-business-evaluation-report", 0);
});
