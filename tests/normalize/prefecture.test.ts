import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prefectureOfCity, prefectures, readCity, readPrefecture } from "../../src/normalize/prefecture.ts";

describe("prefectures", () => {
  test("are 47, numbered in order, with the one 都, the one 道, the two 府 and 43 県", () => {
    expect(prefectures.map(({ code }) => Number(code))).toEqual(Array.from({ length: 47 }, (_, index) => index + 1));
    expect(new Set(prefectures.map(({ ja }) => ja)).size).toBe(47);
    expect(new Set(prefectures.map(({ en }) => en)).size).toBe(47);
    expect(prefectures.filter(({ ja }) => ja.endsWith("県"))).toHaveLength(43);
    expect(prefectures.filter(({ ja }) => !ja.endsWith("県")).map(({ ja }) => ja)).toEqual([
      "北海道",
      "東京都",
      "京都府",
      "大阪府",
    ]);
  });

  test.each([
    ["01", "北海道", "Hokkaido"],
    ["13", "東京都", "Tokyo"],
    ["27", "大阪府", "Osaka"],
    ["40", "福岡県", "Fukuoka"],
    ["47", "沖縄県", "Okinawa"],
  ])("%s is %s", (code, ja, en) => {
    expect(prefectures.find((prefecture) => prefecture.code === code)).toEqual({ code, ja, en });
  });
});

describe("readPrefecture", () => {
  test.each([
    ["the full name", "福岡県", "福岡県"],
    ["the short name", "福岡", "福岡県"],
    ["the English name", "Fukuoka", "福岡県"],
    ["romanized with its ending", "fukuoka-ken", "福岡県"],
    ["with the English word", "Fukuoka Prefecture", "福岡県"],
    ["the code", "40", "福岡県"],
    ["the code as number", 40, "福岡県"],
    ["a code that lost its zero", "1", "北海道"],
    ["a code below ten as number", 1, "北海道"],
    ["capitals", "TOKYO", "東京都"],
    ["Tokyo short", "東京", "東京都"],
    ["Kyoto, which ends in 都 and is none", "京都", "京都府"],
    ["Tokyo by its ending", "Tokyo-to", "東京都"],
    ["Osaka by its ending", "Osaka-fu", "大阪府"],
    ["full width letters", "Ｔｏｋｙｏ", "東京都"],
    ["full width digits", "４０", "福岡県"],
    ["a macron", "Hyōgo", "兵庫県"],
    ["Kangxi radicals", "⼤阪府", "大阪府"],
    ["a radical that NFKC leaves alone", "⻘森県", "青森県"],
    ["Hokkaido", "Hokkaido", "北海道"],
  ])("reads %s", (_, value, ja) => {
    expect(readPrefecture(value)).toEqual({ ok: true, value: ja });
  });

  test.each([
    ["a city", "京都市"],
    ["a city in English", "Kobe"],
    ["北海, which nobody says", "北海"],
    ["the wrong ending", "福岡府"],
    ["the wrong ending romanized", "Fukuoka-to"],
    ["code 0", "00"],
    ["code 48", 48],
    ["the code for abroad", "99"],
    ["a negative code", -1],
    ["a code that is not whole", 40.5],
    ["three digits", "040"],
    ["a region", "九州"],
    ["a prefecture and a city", "福岡県福岡市"],
    ["a key of every object", "constructor"],
  ])("refuses %s", (_, value) => {
    expect(readPrefecture(value)).toMatchObject({ ok: false, code: "not-a-prefecture" });
  });

  test("every prefecture is read by each of its names, and no two share one", () => {
    for (const { code, ja, en } of prefectures) {
      const short = ja === "北海道" ? ja : ja.slice(0, -1);
      for (const name of [ja, short, code, Number(code), en, en.toUpperCase(), `${en} prefecture`]) {
        expect([name, readPrefecture(name)]).toEqual([name, { ok: true, value: ja }]);
      }
    }
  });
});

describe("readCity", () => {
  test.each([
    ["a ward of a designated city as the city", "神戸市中央区", "神戸市"],
    ["the same behind its prefecture", "兵庫県神戸市中央区", "神戸市"],
    ["the same with blanks", "兵庫県　神戸市　中央区", "神戸市"],
    ["a ward with kana", "横浜市保土ケ谷区", "横浜市"],
    ["a designated city", "北九州市", "北九州市"],
    ["a city whose name begins like a prefecture", "福岡市", "福岡市"],
    ["Kyoto behind its prefecture", "京都府京都市", "京都市"],
    ["a ward of Tokyo as it is", "品川区", "品川区"],
    ["a ward of Tokyo behind its prefecture", "東京都港区", "港区"],
    ["a prefecture said twice", "兵庫県兵庫県神戸市", "神戸市"],
    ["another city", "久留米市", "久留米市"],
    ["a town in its county", "福岡県糟屋郡新宮町", "糟屋郡新宮町"],
    ["a city that is named like a designated one", "北広島市", "北広島市"],
    ["an address, which is no ward", "神戸市中央区1丁目", "神戸市中央区1丁目"],
    ["English", "Kobe", "Kobe"],
    ["full width", "Ｋｏｂｅ", "Kobe"],
  ])("reads %s", (_, value, city) => {
    expect(readCity(value)).toEqual({ ok: true, value: city });
  });

  test.each([
    ["a prefecture alone", "兵庫県"],
    ["a number", 28100],
    ["a control character inside", "神戸\u0000市"],
    ["a bidirectional control inside", "神戸\u202E市"],
  ])("refuses %s", (_, value) => {
    expect(readCity(value)).toMatchObject({ ok: false, code: "wrong-type", args: { expected: "市区町村 (city)" } });
  });

  test("any leading prefecture is dropped from any city", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...prefectures),
        fc.constantFrom("神戸市", "品川区", "府中市", "北海市"),
        fc.constantFrom("", " ", "\u3000", "\u2028"),
        ({ ja }, city, gap) => {
          expect(readCity(ja + gap + city)).toEqual({ ok: true, value: city });
        },
      ),
    );
  });
});

describe("prefectureOfCity", () => {
  const designated =
    "札幌市 仙台市 さいたま市 千葉市 横浜市 川崎市 相模原市 新潟市 静岡市 浜松市 名古屋市 京都市 大阪市 堺市 神戸市 岡山市 広島市 北九州市 福岡市 熊本市".split(
      " ",
    );

  test("knows the 20 designated cities", () => {
    expect(designated).toHaveLength(20);
    const names = prefectures.map(({ ja }) => ja);
    for (const city of designated) expect(names).toContain(prefectureOfCity(city));
    expect(prefectureOfCity("北九州市")).toBe("福岡県");
    expect(prefectureOfCity("堺市")).toBe("大阪府");
    expect(prefectureOfCity("川崎市")).toBe("神奈川県");
  });

  test("a designated city named after its prefecture lies there", () => {
    for (const city of designated) {
      const named = prefectures.find(({ ja }) => ja.slice(0, -1) === city.slice(0, -1));
      if (named) expect([city, prefectureOfCity(city)]).toEqual([city, named.ja]);
    }
  });

  test.each(["品川区", "千代田区", "江戸川区", "世田谷区"])("knows %s of Tokyo", (ward) => {
    expect(prefectureOfCity(ward)).toBe("東京都");
  });

  test.each([
    ["府中市, which is in Tokyo and in Hiroshima", "府中市"],
    ["伊達市, which is in Hokkaido and in Fukushima", "伊達市"],
    ["中央区, which ten cities have", "中央区"],
    ["港区, which Nagoya and Osaka have", "港区"],
    ["北区, which Kyoto and others have", "北区"],
    ["久留米市, which it was not told", "久留米市"],
    ["a key of every object", "constructor"],
  ])("does not guess for %s", (_, city) => {
    expect(prefectureOfCity(city)).toBeUndefined();
  });
});
