import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readYen } from "../../src/normalize/yen.ts";

const most = 10_000_000_000_000;

describe("readYen", () => {
  test.each([
    ["a number", 50_000_000, 50_000_000],
    ["minus zero as zero", -0, 0],
    ["digits", "50000000", 50_000_000],
    ["万", "5,000万円", 50_000_000],
    ["full width", "５，０００万円", 50_000_000],
    ["億", "1億円", 100_000_000],
    ["億 and 万", "1億2,000万円", 120_000_000],
    ["億 and 万 without 円", "1億2000万", 120_000_000],
    ["億, 万 and yen", "1億2,000万3,456円", 120_003_456],
    ["億 and yen", "1億1円", 100_000_001],
    ["thousands, as in a budget", "300千円", 300_000],
    ["millions, as in a balance sheet", "1,234百万円", 1_234_000_000],
    ["千万", "5千万円", 50_000_000],
    ["億 and 千万", "1億5千万円", 150_000_000],
    ["the yen sign", "¥1,500,000", 1_500_000],
    ["the full width yen sign", "￥1,500,000", 1_500_000],
    ["円也", "1,500,000円也", 1_500_000],
    ["decimals of 億", "1.5億円", 150_000_000],
    ["decimals that binary fractions miss", "1.1億円", 110_000_000],
    ["decimals with zeros behind", "1.50万円", 15_000],
    ["more zeros behind than a yen has places", "1.50000万円", 15_000],
    ["decimals to the last yen", "1.0001万円", 10_001],
    ["more 万 than one 億", "98,800万円", 988_000_000],
    ["blanks between the terms", "1億 2,000万 円", 120_000_000],
    ["the largest", "10兆円", most],
    ["nothing", "0円", 0],
  ])("reads %s", (_, value, yen) => {
    expect(readYen(value)).toStrictEqual({ ok: true, value: yen });
  });

  test.each([
    ["wrong grouping", "1,00万円"],
    ["grouping by four", "1,0000円"],
    ["a group after zero", "0,500万円"],
    ["a negative number", -1],
    ["a negative amount", "-1,000円"],
    ["an accountant's negative", "△1,000円"],
    ["half a yen", 0.5],
    ["half a yen in text", "1000.5円"],
    ["decimals of one yen, even if zero", "1000.0"],
    ["less than a yen after 万", "1.00001万円"],
    ["a bound", "1000万円以下"],
    ["an approximation", "約1000万円"],
    ["the smaller unit first", "3万1億"],
    ["the same unit twice", "1万2万円"],
    ["more 万 than the 億 before leaves room for", "1億20,000万円"],
    ["more yen than the 万 before leaves room for", "1万10,000円"],
    ["decimals before another term", "1.5億2,000万円"],
    ["a colloquial 1億2000万", "1億2000"],
    ["digits apart", "1 500 000"],
    ["a unit alone", "万円"],
    ["円 alone", "円"],
    ["the sign alone", "¥"],
    ["kanji numerals", "一億円"],
    ["an exponent", "1e7"],
    ["hexadecimal", "0x10"],
    ["dollars", "$100"],
    ["two readings of tax", "1,000円(税抜)"],
    ["a superscript, not 102 million", "10²百万円"],
    ["千 before 百万", "3千5百万円"],
  ])("refuses %s", (_, value) => {
    expect(readYen(value)).toMatchObject({ ok: false, code: "not-yen" });
  });

  test.each([
    ["a number", most + 1],
    ["text", "10,000,000,000,001"],
    ["terms", "10兆1円"],
    ["more than integers hold", "9007199254740993億円"],
  ])("says the range for %s above ten million million", (_, value) => {
    expect(readYen(value)).toEqual({
      ok: false,
      code: "out-of-range",
      args: { value: String(value), minimum: 0, maximum: most },
    });
  });

  const yen = fc.oneof(
    fc.integer({ min: 0, max: most }),
    fc.nat(),
    fc.nat({ max: 99_999 }).map((n) => n * 10_000),
  );

  test("any amount reads back from 兆, 億, 万 and 円", () => {
    fc.assert(
      fc.property(yen, (amount) => {
        expect(readYen(inUnits(amount))).toEqual({ ok: true, value: amount });
      }),
    );
  });

  test("any amount reads back from decimals of 億 and of 万", () => {
    fc.assert(
      fc.property(yen, fc.constantFrom(["億", 8] as const, ["万", 4] as const), (amount, [unit, zeros]) => {
        const digits = String(amount).padStart(zeros + 1, "0");
        const text = `${digits.slice(0, -zeros)}.${digits.slice(-zeros)}${unit}円`;
        expect(readYen(text)).toEqual({ ok: true, value: amount });
      }),
    );
  });

  test("any amount reads back as a grouped number after the yen sign", () => {
    fc.assert(
      fc.property(yen, (amount) => {
        expect(readYen(`¥${amount.toLocaleString("en-US")}`)).toEqual({ ok: true, value: amount });
      }),
    );
  });
});

function inUnits(amount: number): string {
  const parts = [
    [Math.floor(amount / 1e12), "兆"],
    [Math.floor(amount / 1e8) % 10_000, "億"],
    [Math.floor(amount / 1e4) % 10_000, "万"],
    [amount % 10_000, ""],
  ] as const;
  const text = parts.map(([figure, unit]) => (figure === 0 ? "" : figure.toLocaleString("en-US") + unit)).join("");
  return `${text || "0"}円`;
}
