import { readFileSync } from "node:fs";

const profile = (name: string): object => JSON.parse(readFileSync(`examples/profiles/${name}.json`, "utf8")) as object;

/** A company of which one knows what any founder knows, and nothing else. */
const startup = {
  company: {
    legalForm: "stock-company",
    industry: "software-information-processing",
    prefecture: "東京都",
    regularEmployees: "４名",
    statedCapital: "300万円",
    foundedOn: "2024-04-01",
  },
  ip: { filings: [{ right: "patent", status: "planned" }] },
  overseas: { filings: [] },
};

/** Who fills the form, and what must be decided for it in the end. */
export const companies: { name: string; company: object; asOf: string; decides: string[] }[] = [
  {
    name: "F3, that files abroad",
    company: profile("f3-duel"),
    asOf: "2015-07-01",
    decides: ["foreign-filing-subsidy"],
  },
  {
    name: "F5, that fights counterfeits",
    company: profile("f5-mani"),
    asOf: "2015-07-01",
    decides: ["overseas-infringement-subsidy"],
  },
  { name: "a startup that nobody knows", company: startup, asOf: "2026-11-21", decides: ["tokyo-ip-center"] },
];
