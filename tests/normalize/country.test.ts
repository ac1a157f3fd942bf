import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCountry } from "../../src/normalize/country.ts";

describe("readCountry", () => {
  test.each([
    ["JP", "JP"],
    ["jp", "JP"],
    ["ＵＳ", "US"],
    [" ep ", "EP"],
    ["日本", "JP"],
    ["Japan", "JP"],
  ])("reads %s", (value, code) => {
    expect(readCountry(value)).toEqual({ ok: true, value: code });
  });

  test.each(["", "USA", "中国", "J", "1P", 81, null, undefined])("refuses %s rather than guess", (value) => {
    expect(readCountry(value)).toMatchObject({ ok: false, code: "not-a-country" });
  });

  test("never throws, and reading a code again changes nothing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.anything()), (value) => {
        const reading = readCountry(value);
        if (reading.ok) expect(readCountry(reading.value)).toEqual(reading);
      }),
    );
  });
});
