import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addYears, dayBefore, daysInMonth, fiscalYearOf, isDate } from "../../src/normalize/calendar.ts";

/** Every day in order, counted one by one: the slow calendar that the formulas must agree with. */
const calendar: string[] = [];
for (let year = 1868; year <= 2100; year++) {
  const leap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
  for (const [index, length] of [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
    for (let day = 1; day <= length; day++) {
      calendar.push(`${year}-${String(index + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
    }
  }
}
const days = new Set(calendar);
const position = fc.nat({ max: calendar.length - 1 });

describe("isDate", () => {
  test("knows every day of 1868 to 2100 and no other day of these years", () => {
    const wrong: string[] = [];
    for (let year = 1867; year <= 2101; year++) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          if (isDate(text) !== days.has(text)) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ["a day that Date would turn into 2 March", "2026-02-30"],
    ["29 February of a year that is none of 366 days", "2026-02-29"],
    ["29 February 1900", "1900-02-29"],
    ["the year before the first", "1867-12-31"],
    ["the year after the last", "2101-01-01"],
    ["the year zero", "0000-01-01"],
    ["no zeros", "2026-1-1"],
    ["a time behind", "2026-11-21T00:00:00"],
    ["a line end behind", "2026-11-21\n"],
    ["full width", "２０２６-11-21"],
    ["nothing", ""],
  ])("refuses %s", (_, text) => {
    expect(isDate(text)).toBe(false);
  });
});

describe("addDays", () => {
  test("agrees with counting", () => {
    fc.assert(
      fc.property(position, position, (from, to) => {
        expect(addDays(calendar[from] ?? "", to - from)).toBe(calendar[to]);
      }),
      { numRuns: 2000 },
    );
  });

  test("the day before each day is the one counted before it", () => {
    const wrong = calendar.filter((date, index) => index > 0 && dayBefore(date) !== calendar[index - 1]);
    expect(wrong).toEqual([]);
  });

  test("leaves the years that are read without breaking", () => {
    expect(addDays("2100-12-31", 1)).toBe("2101-01-01");
    expect(dayBefore("1868-01-01")).toBe("1867-12-31");
  });
});

describe("addYears", () => {
  test.each([
    ["29 February becomes 1 March where the year has none", "2016-02-29", 10, "2026-03-01"],
    ["29 February stays where the year has one", "2016-02-29", 4, "2020-02-29"],
    ["backwards too", "2024-02-29", -1, "2023-03-01"],
    ["28 February stays", "2015-02-28", 1, "2016-02-28"],
    ["the last day of a year", "2015-12-31", 10, "2025-12-31"],
    ["beyond the years that are read", "2095-04-01", 10, "2105-04-01"],
  ])("%s", (_, date, years, expected) => {
    expect(addYears(date, years)).toBe(expected);
  });

  test("keeps month and day, or takes the first day of the next month", () => {
    fc.assert(
      fc.property(position, fc.integer({ min: -300, max: 300 }), (index, years) => {
        const date = calendar[index] ?? "";
        const year = Number(date.slice(0, 4)) + years;
        fc.pre(year >= 1868 && year <= 2100);
        const same = `${year}${date.slice(4)}`;
        expect(addYears(date, years)).toBe(days.has(same) ? same : `${year}-03-01`);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("fiscalYearOf", () => {
  test.each([
    ["2026-03-31", 2025],
    ["2026-04-01", 2026],
    ["2026-12-31", 2026],
    ["2027-01-01", 2026],
  ])("%s is of %i", (date, year) => {
    expect(fiscalYearOf(date)).toBe(year);
  });
});

describe("daysInMonth", () => {
  test.each([
    [2024, 2, 29],
    [2100, 2, 28],
    [2000, 2, 29],
    [2026, 4, 30],
    [2026, 12, 31],
  ])("%i-%i has %i", (year, month, length) => {
    expect(daysInMonth(year, month)).toBe(length);
  });
});
