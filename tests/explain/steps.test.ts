import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { assess, explainSteps } from "../../src/index.ts";

const profile = (name: string) => JSON.parse(readFileSync(`examples/profiles/${name}.json`, "utf8"));
const steps = (name: string, asOf: string, measure: string, lang: "ja" | "en") => {
  const result = assess(profile(name), { asOf }).results.find((each) => each.measure.id === measure);
  return explainSteps(result?.estimate ?? null, { lang }).map((line) => line.replace(/ \[[^[\]]+\]$/, ""));
};

test("three cases under their cap, and all of them under that of the year", () => {
  const each = (place: number) => [
    `#${place} 対象となる経費: 400万円`,
    `#${place} 補助率 1/2: 200万円`,
    `#${place} 1案件当たりの上限額 150万円 (特許) を適用: 150万円`,
  ];
  expect(steps("f3-duel", "2015-07-01", "foreign-filing-subsidy", "ja")).toEqual([
    ...each(1),
    ...each(2),
    ...each(3),
    "案件の合計: 450万円",
    "1申請者・1年度当たりの上限額 300万円 を適用: 300万円",
  ]);
});

test("a fee, the share of the class, and what is left of it", () => {
  expect(steps("startup-nine-years", "2026-11-21", "examination-fee-reduction", "en")).toEqual([
    "#1 fee before the reduction: ¥178,000",
    "share that the company pays: 1/3: ¥178,000",
    "#1 payable (1/3 of the fee): ¥59,330",
  ]);
});
