import { describe, expect, test } from "vitest";
import { formatDate, formatYen } from "../../src/index.ts";

describe("yen are exact in every writing", () => {
  test.each([
    [3_000_000, "300万円", "3,000,000円", "¥3,000,000"],
    [1_500_000, "150万円", "1,500,000円", "¥1,500,000"],
    [52_660, "52,660円", "52,660円", "¥52,660"],
    [100_000_000, "1億円", "100,000,000円", "¥100,000,000"],
    [975_010_000, "9億7,501万円", "975,010,000円", "¥975,010,000"],
    [15_005, "15,005円", "15,005円", "¥15,005"],
    [0, "0円", "0円", "¥0"],
  ])("%i", (yen, units, digits, english) => {
    expect(formatYen(yen, { lang: "ja" })).toBe(units);
    expect(formatYen(yen, { lang: "ja", notation: "digits" })).toBe(digits);
    expect(formatYen(yen, { lang: "en" })).toBe(english);
  });
});

describe("days are written by era in Japanese, ISO in English", () => {
  test.each([
    ["2026-11-21", "令和8年11月21日"],
    ["2019-05-01", "令和元年5月1日"],
    ["2019-04-30", "平成31年4月30日"],
    ["1989-01-08", "平成元年1月8日"],
    ["1989-01-07", "昭和64年1月7日"],
    ["1926-12-25", "昭和元年12月25日"],
    ["1912-07-30", "大正元年7月30日"],
    ["1873-01-01", "明治6年1月1日"],
    // The months still followed the moon.
    ["1872-12-31", "1872-12-31"],
  ])("%s", (date, japanese) => {
    expect(formatDate(date, { lang: "ja" })).toBe(japanese);
    expect(formatDate(date, { lang: "en" })).toBe(date);
  });
});
