import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShare } from "../../src/normalize/share.ts";

describe("readShare", () => {
  test.each([
    ["the canonical form", "1/3", "1/3"],
    ["a number", 0.5, "1/2"],
    ["nothing", 0, "0/1"],
    ["minus zero as zero", -0, "0/1"],
    ["the whole", 1, "1/1"],
    ["a decimal as it is written, not a third", 0.3333, "3333/10000"],
    ["a decimal in text", "0.5", "1/2"],
    ["zeros behind", "0.50", "1/2"],
    ["percent", "50%", "1/2"],
    ["full width percent", "５０％", "1/2"],
    ["percent in words", "50パーセント", "1/2"],
    ["decimals of a percent", "33.3%", "333/1000"],
    ["a fraction that can be reduced", "2/6", "1/3"],
    ["zero of five", "0/5", "0/1"],
    ["a full width fraction", "１／３", "1/3"],
    ["a fraction in words, the parts first", "３分の１", "1/3"],
    ["a pair", { numerator: 2, denominator: 6 }, "1/3"],
    ["a pair in the other order", { denominator: 6, numerator: 2 }, "1/3"],
    ["a ratio above 1", "3/2", "3/2"],
    ["a percentage above 100", "150%", "3/2"],
  ])("reads %s", (_, value, share) => {
    expect(readShare(value)).toEqual({ ok: true, value: share });
  });

  test.each([
    ["below zero", -0.5],
    ["below zero in text", "-1/3"],
    ["a denominator of zero", "1/0"],
    ["zero by zero", "0/0"],
    ["a pair with a denominator of zero", { numerator: 1, denominator: 0 }],
    ["a pair below zero", { numerator: -1, denominator: -3 }],
    ["a pair of decimals", { numerator: 0.5, denominator: 2 }],
    ["a pair of texts", { numerator: "1", denominator: "3" }],
    ["half a pair", { numerator: 1 }],
    ["words", "half"],
    ["kanji", "三分の一"],
    ["a mixed number, not eleven halves", "1½"],
    ["a vulgar fraction", "½"],
    ["a point without digits", ".5"],
    ["a percentage of a fraction", "1/3%"],
    ["three terms", "1/2/3"],
    ["the 16 digits that a computer gives for a third", 1 / 3],
    ["an exponent", 1e-7],
    ["a bound", "50%以上"],
  ])("refuses %s", (_, value) => {
    expect(readShare(value)).toMatchObject({ ok: false, code: "not-a-share" });
  });

  const numerator = fc.nat({ max: 1_000_000 });
  const denominator = fc.integer({ min: 1, max: 1_000_000 });

  test("every form of a fraction reads as the same, in lowest terms", () => {
    fc.assert(
      fc.property(numerator, denominator, fc.integer({ min: 1, max: 1000 }), (over, under, factor) => {
        const share = readShare({ numerator: over, denominator: under });
        expect(readShare(`${over * factor}/${under * factor}`)).toEqual(share);
        expect(readShare(`${under}分の${over}`)).toEqual(share);
        const [p = 0, q = 0] = share.ok ? share.value.split("/").map(Number) : [];
        expect(p * under).toBe(over * q);
        for (const divisor of [2, 3, 5, 7, 11]) expect(p % divisor === 0 && q % divisor === 0).toBe(false);
      }),
    );
  });

  test("a percentage with decimals is the decimal moved by two places", () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), (thousandths) => {
        const percent = `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, "0")}%`;
        expect(readShare(percent)).toEqual(readShare(`${thousandths}/100000`));
        expect(readShare(thousandths / 100_000)).toEqual(readShare(percent));
      }),
    );
  });
});
