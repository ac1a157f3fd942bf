import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issueMessage } from "../../src/issues.ts";
import { readCorporateNumber } from "../../src/normalize/corporate-number.ts";
import { readDate } from "../../src/normalize/date.ts";
import { readCount } from "../../src/normalize/number.ts";
import { readCity, readPrefecture } from "../../src/normalize/prefecture.ts";
import type { Reading } from "../../src/normalize/reading.ts";
import { readShare } from "../../src/normalize/share.ts";
import { readYen } from "../../src/normalize/yen.ts";

const readers: [name: string, reader: (value: unknown) => Reading<unknown>][] = [
  ["readCount", readCount],
  ["readYen", readYen],
  ["readDate", readDate],
  ["readShare", readShare],
  ["readPrefecture", readPrefecture],
  ["readCity", readCity],
  ["readCorporateNumber", readCorporateNumber],
];

// Mostly made of what the readers understand, so that a good part is read.
const pieces =
  "0 1 3 12 148 1868 1973 2016 2026 ２０ , . / - － ー % 円 円也 ¥ 千 百万 万 億 兆 人 名 年 月 日 元 分の 明治 大正 昭和 平成 令和 R h ㍻ T 7000012050002 東京都 兵庫県 神戸市 中央区 品川区 福岡 Tokyo ken \u3000 \u2028 \u200B";
const likely = fc.array(fc.constantFrom(...pieces.split(" "), " "), { maxLength: 9 }).map((chosen) => chosen.join(""));
const written = fc.oneof(likely, fc.string({ unit: "binary" }), fc.integer().map(String), fc.double().map(String));
const anything = fc.anything({
  withBigInt: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
});
const pair = fc.record({ numerator: fc.nat(), denominator: fc.nat() });
const values = fc.oneof(written, anything, fc.nat(), fc.double(), pair);

describe.each(readers)("%s", (_, reader) => {
  test("never throws, and every refusal has a message without gaps in both languages", () => {
    fc.assert(
      fc.property(values, (value) => {
        const reading = reader(value);
        if (reading.ok) return;
        for (const lang of ["en", "ja"] as const) {
          // A gap is an argument that the message names and the refusal lacks.
          const marked = new Proxy(reading.args, { get: (args, key) => Reflect.get(args, key) ?? "GAP" });
          expect(issueMessage(reading.code, marked, lang)).not.toContain("GAP");
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("what is canonical comes back unchanged", () => {
    fc.assert(
      fc.property(values, (value) => {
        const reading = reader(value);
        if (reading.ok) expect(reader(reading.value)).toEqual(reading);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["null", null],
    ["undefined", undefined],
    ["empty text", ""],
    ["blank text", "\u3000 "],
    ["true", true],
    ["a list", ["1"]],
    ["an object", {}],
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["minus Infinity", Number.NEGATIVE_INFINITY],
    ["a bigint", 1n],
    ["a boxed text", Object("1")],
    ["reversed by a bidirectional control", "\u202E12\u202C"],
    ["a lone surrogate", "\uD800"],
  ])("refuses %s", (_, value) => {
    expect(reader(value).ok).toBe(false);
  });

  test("settles long text at once", () => {
    for (const piece of ["1", "1,", "1.", " ", "1万", "東京都", "神戸市", "T-", "1 ", "ー"]) {
      expect(typeof reader(piece.repeat(20_000)).ok).toBe("boolean");
    }
  });
});
