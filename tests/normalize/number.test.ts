import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCount } from "../../src/normalize/number.ts";

describe("readCount", () => {
  test.each([
    ["a number", 148, 148],
    ["minus zero as zero", -0, 0],
    ["the largest", 1_000_000_000, 1_000_000_000],
    ["digits", "148", 148],
    ["full width digits and 人", "１４８人", 148],
    ["groups of three and 名", "1,048名", 1048],
    ["full width groups", "１，０４８ 名", 1048],
    ["years", "3年", 3],
    ["claims", "5項", 5],
    ["filings", "12件", 12],
    ["leading zeros", "007", 7],
    ["minus zero in text", "-0", 0],
  ])("reads %s", (_, value, count) => {
    expect(readCount(value)).toStrictEqual({ ok: true, value: count });
  });

  test.each([
    ["a part of a person", 1.5],
    ["a part in text", "1.5"],
    ["hexadecimal", "0x10"],
    ["an exponent", "1e3"],
    ["wrong grouping", "12,34"],
    ["a group of four", "1,0000"],
    ["a group after zero", "0,148"],
    ["an approximation", "約150人"],
    ["a bound", "20名以下"],
    ["a range", "10–20名"],
    ["kanji numerals", "三百"],
    ["a rounded ten thousand", "1万人"],
    ["a superscript, not 102", "10²"],
    ["a circled digit, not 52", "5②"],
    ["two numbers", "1 048"],
    ["an underscore", "1_000"],
    ["a unit without number", "人"],
    ["two units", "5人名"],
  ])("refuses %s", (_, value) => {
    expect(readCount(value)).toMatchObject({ ok: false, code: "not-a-number" });
  });

  test.each([
    ["below zero", -1],
    ["below zero in text, with a minus sign", "−1"],
    ["above a thousand million", 1_000_000_001],
    ["above it in text", "1,000,000,001人"],
    ["no longer exact", 2 ** 60],
  ])("says the range for what is %s", (_, value) => {
    expect(readCount(value)).toMatchObject({ code: "out-of-range", args: { minimum: 0, maximum: 1_000_000_000 } });
  });

  test("any count reads back from its grouped, full width form", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000_000 }), (count) => {
        const grouped = count
          .toLocaleString("en-US")
          .replace(/[\d,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        expect(readCount(`${grouped}人`)).toEqual({ ok: true, value: count });
      }),
    );
  });
});
