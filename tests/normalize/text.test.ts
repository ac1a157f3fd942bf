import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldsOf } from "../../src/normalize/fields.ts";
import { show, unreadable } from "../../src/normalize/reading.ts";
import { fold } from "../../src/normalize/text.ts";

const text = fc.string({ unit: "binary", maxLength: 40 });

describe("fold", () => {
  test.each([
    ["full width digits and commas", "１，５００", "1,500"],
    ["half width katakana", "ｱｲｳﾞ", "アイヴ"],
    ["an era in one character", "㍻27年", "平成27年"],
    ["Kangxi radicals", "⼤阪⾹川", "大阪香川"],
    ["radicals that NFKC leaves alone", "⻑崎県⻘森県⻄宮市", "長崎県青森県西宮市"],
    ["the minus sign, dashes and the full width hyphen", "1−2‐3‑4‒5–6—7―8－9", "1-2-3-4-5-6-7-8-9"],
    ["a long vowel mark between digits", "7ー0000ｰ1", "7-0000-1"],
    ["a long vowel mark inside a word stays", "センター3", "センター3"],
    ["zero width characters and a byte order mark", "\uFEFF1\u200B4\u200D8\u2060", "148"],
    ["what invisible characters keep apart is composed", "か\u200B\u3099", "が"],
    ["ideographic space around", "\u3000福岡\u3000", "福岡"],
  ])("makes uniform %s", (_, before, after) => {
    expect(fold(before)).toBe(after);
  });

  test.each([
    ["a superscript", "10²"],
    ["a vulgar fraction", "1½"],
    ["a circled digit", "5②"],
    ["a day in one character", "7月1㏠"],
    ["a month in one character", "1㋁"],
    ["an hour in one character", "1㍙"],
    ["bidirectional controls", "\u202E001\u202C"],
  ])("does not let %s run into the digits beside it", (_, before) => {
    expect(fold(before)).toBe(before);
  });

  test("folding twice changes nothing more", () => {
    fc.assert(fc.property(text, (before) => fold(fold(before)) === fold(before)));
  });
});

describe("show", () => {
  const cycle: Record<string, unknown> = {};
  cycle["self"] = cycle;
  const throwing = {
    toJSON() {
      throw new Error("no");
    },
  };

  test.each([
    ["text as it is", "１４８人", "１４８人"],
    ["NaN, which JSON would call null", Number.NaN, "NaN"],
    ["a bigint, which JSON refuses", 12n, "12"],
    ["a cycle", cycle, "object"],
    ["an object that throws", throwing, "object"],
    ["a symbol", Symbol("x"), "Symbol(x)"],
    ["undefined", undefined, "undefined"],
    ["a long text, cut", "x".repeat(61), `${"x".repeat(57)}…`],
  ])("shows %s", (_, value, shown) => {
    expect(show(value)).toBe(shown);
  });

  test("an argument given takes the place of the value shown", () => {
    expect(unreadable("out-of-range", 5, { minimum: 0, value: "five" })).toEqual({
      ok: false,
      code: "out-of-range",
      args: { value: "five", minimum: 0 },
    });
  });
});

describe("fieldsOf", () => {
  const getter = {
    get min(): string {
      throw new Error("no");
    },
  };
  const proxy = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error("no");
      },
    },
  );

  test("reads in the order of the keys asked for", () => {
    expect(fieldsOf({ max: 2, min: 1 }, ["min", "max"])).toEqual([1, 2]);
  });

  test.each([
    ["a key is missing", { min: 1 }],
    ["a key is too many", { min: 1, max: 2, other: 3 }],
    ["a key is another", { min: 1, other: 2 }],
    ["a key is inherited", Object.create({ min: 1, max: 2 })],
    ["it is null", null],
    ["it is text", "min"],
    ["a proxy throws", proxy],
  ])("has none if %s", (_, value) => {
    expect(fieldsOf(value, ["min", "max"])).toBeUndefined();
  });

  test("has none if a getter throws", () => {
    expect(fieldsOf(getter, ["min"])).toBeUndefined();
  });
});
