import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, isDate } from "../../src/normalize/calendar.ts";
import { readDate } from "../../src/normalize/date.ts";

const eras = [
  ["明治", "M", 1867, "1873-01-01", "1912-07-30"],
  ["大正", "T", 1911, "1912-07-30", "1926-12-25"],
  ["昭和", "S", 1925, "1926-12-25", "1989-01-07"],
  ["平成", "H", 1988, "1989-01-08", "2019-04-30"],
  ["令和", "R", 2018, "2019-05-01", "2100-12-31"],
] as const;

describe("readDate", () => {
  test.each([
    ["the canonical form", "2026-11-21", "2026-11-21"],
    ["slashes", "2026/11/21", "2026-11-21"],
    ["points", "2026.11.21", "2026-11-21"],
    ["single digits", "2026/1/5", "2026-01-05"],
    ["kanji", "2026年11月21日", "2026-11-21"],
    ["full width", "２０２６年１１月２１日", "2026-11-21"],
    ["an era", "令和8年11月21日", "2026-11-21"],
    ["an era with blanks", "令和 8年11月 1日", "2026-11-01"],
    ["an era's letter and points", "R8.11.21", "2026-11-21"],
    ["an era's letter and slashes", "H27/7/1", "2015-07-01"],
    ["a small letter and hyphens", "s46-4-1", "1971-04-01"],
    ["one kanji of the era, as on forms", "昭46.4.1", "1971-04-01"],
    ["an era in one character", "㍻27年7月1日", "2015-07-01"],
    ["元年", "平成元年1月8日", "1989-01-08"],
    ["元 with a letter", "R元.5.1", "2019-05-01"],
    ["1年 as 元年", "令和1年5月1日", "2019-05-01"],
    ["Showa", "昭和46年4月1日", "1971-04-01"],
    ["the last day of Meiji", "明治45年7月30日", "1912-07-30"],
    ["the same day as the first of Taisho", "大正元年7月30日", "1912-07-30"],
    ["the last day of Taisho", "大正15年12月25日", "1926-12-25"],
    ["the same day as the first of Showa", "昭和元年12月25日", "1926-12-25"],
    ["the last day of Showa", "昭和64年1月7日", "1989-01-07"],
    ["the last day of Heisei", "平成31年4月30日", "2019-04-30"],
    ["the first day of the solar calendar", "明治6年1月1日", "1873-01-01"],
    ["a leap day", "令和6年2月29日", "2024-02-29"],
    ["the first year", "1868-01-01", "1868-01-01"],
    ["the last year", "2100-12-31", "2100-12-31"],
  ])("reads %s", (_, value, date) => {
    expect(readDate(value)).toEqual({ ok: true, value: date });
  });

  test.each([
    ["a year of an era", "昭和46年", "1971-01-01", "1971-12-31"],
    ["a year as text", "1971", "1971-01-01", "1971-12-31"],
    ["a year as number", 1971, "1971-01-01", "1971-12-31"],
    ["a letter and a year", "H27", "2015-01-01", "2015-12-31"],
    ["a month in kanji", "2016年5月", "2016-05-01", "2016-05-31"],
    ["a month", "2016-05", "2016-05-01", "2016-05-31"],
    ["a February of 29 days", "2024/2", "2024-02-01", "2024-02-29"],
    ["the tenth month, no decimal", "2016.10", "2016-10-01", "2016-10-31"],
    ["a month of an era", "令和8年11月", "2026-11-01", "2026-11-30"],
    ["the year in which an era began", "令和元年", "2019-05-01", "2019-12-31"],
    ["the year in which it ended", "平成31年", "2019-01-01", "2019-04-30"],
    ["a week of Showa", "昭和64年", "1989-01-01", "1989-01-07"],
    ["the month in which an era began", "平成元年1月", "1989-01-08", "1989-01-31"],
    ["the month in which it ended", "大正15年12月", "1926-12-01", "1926-12-25"],
  ])("reads %s as the days of it", (_, value, min, max) => {
    expect(readDate(value)).toEqual({ ok: true, value: { min, max } });
  });

  test("a range of days comes back as it is, an empty one is named", () => {
    expect(readDate({ min: "2016-05-01", max: "2016-05-31" })).toEqual({
      ok: true,
      value: { min: "2016-05-01", max: "2016-05-31" },
    });
    expect(readDate({ min: "2016-05-31", max: "2016-05-01" })).toMatchObject({
      code: "empty-range",
      args: { min: "2016-05-31", max: "2016-05-01" },
    });
  });

  test.each([
    ["after Heisei", "平成31年5月1日", "2019-05-01"],
    ["after Showa", "昭和64年1月8日", "1989-01-08"],
    ["long after Heisei", "平成50年1月1日", "2038-01-01"],
    ["after Meiji", "明治45年7月31日", "1912-07-31"],
    ["after Taisho", "大正15年12月26日", "1926-12-26"],
    ["before Reiwa", "令和元年4月30日", "2019-04-30"],
    ["before Heisei", "平成元年1月7日", "1989-01-07"],
    ["before Showa", "昭和元年12月24日", "1926-12-24"],
    ["before Taisho", "大正元年7月29日", "1912-07-29"],
    ["a month after Heisei", "平成31年5月", "2019-05"],
    ["a year after Heisei", "平成32年", "2020"],
  ])("names the calendar day of what lies %s", (_, value, date) => {
    expect(readDate(value)).toEqual({ ok: false, code: "era-ended", args: { value, date } });
  });

  test.each([
    ["a day that no month has", "2026-02-30"],
    ["29 February of a common year", "令和7年2月29日"],
    ["a thirteenth month", "2026-13-01"],
    ["a month zero", "2026-00"],
    ["a year before 1868", "1867-12-31"],
    ["a year after 2100", "2101-01-01"],
    ["a year of an era after 2100", "令和83年1月1日"],
    ["the year zero of an era", "令和0年1月1日"],
    ["an era of a hundred years", "昭和100年1月1日"],
    ["the lunar calendar", "明治5年1月1日"],
    ["a lunar year", "明治元年"],
    ["an era before Meiji", "慶応4年1月1日"],
    ["a year of two digits", "26/11/21"],
    ["the day first", "21/11/2026"],
    ["mixed marks", "2026-11/21"],
    ["a fiscal year", "令和8年度"],
    ["a time", "2026-11-21T00:00:00Z"],
    ["digits in a row", "20261121"],
    ["a number of digits in a row", 20261121],
    ["a number that would be May 1971 as text", 1971.5],
    ["a negative year", -1971],
    ["a day in one character, not 11 July", "2015年7月1㏠"],
    ["a range with half an end", { min: "2016-05", max: "2016-06" }],
    ["a range without end", { min: "2016-05-01" }],
    ["a range and more", { min: "2016-05-01", max: "2016-05-31", note: "" }],
  ])("refuses %s", (_, value) => {
    expect(readDate(value)).toMatchObject({ ok: false, code: "not-a-date" });
  });

  const day = fc.nat({ max: 83_000 }).map((days) => addDays("1873-01-01", days));

  test("any day of an era reads back from every form of it", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("元", "1"), (date, first) => {
        const [year = 0, month, dayOfMonth] = date.split("-").map(Number);
        const meant = eras.filter(([, , , from, to]) => from <= date && date <= to);
        expect(meant.length).toBeGreaterThan(0);
        for (const [name, letter, before] of meant) {
          const count = year - before === 1 ? first : year - before;
          const forms = [
            `${name}${count}年${month}月${dayOfMonth}日`,
            `${letter}${count}.${month}.${dayOfMonth}`,
            `${name}${count}/${month}/${dayOfMonth}`,
            `${year}年${month}月${dayOfMonth}日`,
          ];
          for (const form of forms) expect(readDate(form)).toEqual({ ok: true, value: date });
        }
      }),
      { numRuns: 500 },
    );
  });

  test("any day under another era's name is refused with that day", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...eras), (date, [name, , before, from, to]) => {
        const [year = 0, month, dayOfMonth] = date.split("-").map(Number);
        fc.pre(year - before >= 1 && year - before <= 99 && (date < from || date > to));
        expect(readDate(`${name}${year - before}年${month}月${dayOfMonth}日`)).toMatchObject({
          code: "era-ended",
          args: { date },
        });
      }),
    );
  });

  test("the platform's calendar names the eras alike, on their first and last days too", () => {
    const platform = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { dateStyle: "long", timeZone: "UTC" });
    const edges = eras.flatMap(([, , , from, to]) => [from, to, addDays(from, 1), addDays(to, -1)]);
    fc.assert(
      fc.property(fc.oneof(day, fc.constantFrom(...edges)), (date) => {
        fc.pre(isDate(date));
        const written = platform.format(new Date(`${date}T00:00:00Z`));
        expect(readDate(written)).toEqual({ ok: true, value: date });
      }),
      { numRuns: 500 },
    );
  });
});
