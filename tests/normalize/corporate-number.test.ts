import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCorporateNumber } from "../../src/normalize/corporate-number.ts";

const good = [
  "7123456789012",
  "4011001098993",
  "2120901007402",
  "5111101000006",
  "7000012050002",
  "8000012130001",
  "1180301018771",
];

describe("readCorporateNumber", () => {
  test.each(good)("reads %s", (number) => {
    expect(readCorporateNumber(number)).toEqual({ ok: true, value: number });
  });

  test.each([
    ["a number", 7000012050002],
    ["hyphens", "7-0000-1205-0002"],
    ["full width with hyphens", "７－００００－１２０５－０００２"],
    ["blanks", " 7 0000 1205 0002 "],
    ["the invoice number", "T7000012050002"],
    ["the invoice number in small letters", "t7-0000-1205-0002"],
    ["a hyphen behind T", "T-7000012050002"],
    ["zero width characters", "7000\u200B012050002"],
  ])("reads %s", (_, value) => {
    expect(readCorporateNumber(value)).toEqual({ ok: true, value: "7000012050002" });
  });

  test.each([
    ["12 digits", "700001205000"],
    ["14 digits", "70000120500020"],
    ["a letter inside", "70000120S0002"],
    ["another letter in front", "K7000012050002"],
    ["two letters in front", "TT7000012050002"],
    ["a negative number", -7000012050002],
    ["a minus in front", "-7000012050002"],
    ["a part", 700001205000.2],
    ["a circled digit", "700001205000②"],
    ["words", "法人番号"],
  ])("refuses the form of %s", (_, value) => {
    expect(readCorporateNumber(value)).toMatchObject({ ok: false, code: "corporate-number-form" });
  });

  test("names the check digit that it expected", () => {
    expect(readCorporateNumber("2180001015846")).toMatchObject({ code: "corporate-number-check" });
    expect(readCorporateNumber("T1-0000-1205-0002")).toEqual({
      ok: false,
      code: "corporate-number-check",
      args: { value: "T1-0000-1205-0002", expected: 7 },
    });
  });

  const base = fc.array(fc.nat({ max: 9 }), { minLength: 12, maxLength: 12 }).map((digits) => digits.join(""));
  const number = base.map(
    (digits) =>
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((check) => check + digits).find((each) => readCorporateNumber(each).ok) ?? "",
  );

  test("twelve digits have exactly one check digit, never 0", () => {
    fc.assert(
      fc.property(base, (digits) => {
        const passing = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((check) => readCorporateNumber(`${check}${digits}`).ok);
        expect(passing).toHaveLength(1);
        expect(passing).not.toContain(0);
      }),
    );
  });

  test("one digit changed fails, except 0 for 9, which the sum by nines cannot tell", () => {
    fc.assert(
      fc.property(number, fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 }), (valid, at, by) => {
        const before = Number(valid[at]);
        const after = (before + by) % 10;
        fc.pre(at === 0 || Math.abs(before - after) !== 9);
        const changed = valid.slice(0, at) + after + valid.slice(at + 1);
        expect(readCorporateNumber(changed)).toMatchObject({ ok: false, code: "corporate-number-check" });
      }),
    );
  });
});
