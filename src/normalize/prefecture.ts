import { designatedCities, type Prefecture, prefectures, tokyoWards } from "./places.ts";
import { type Reading, read, unreadable } from "./reading.ts";
import { fold } from "./text.ts";

export { type Prefecture, prefectures } from "./places.ts";

const suffixes: Record<string, readonly string[]> = {
  都: ["to", "metropolis"],
  道: [],
  府: ["fu"],
  県: ["ken"],
};

const byName = new Map(prefectures.flatMap((prefecture) => namesOf(prefecture).map((name) => [name, prefecture.ja])));

/** A prefecture by its full name: "福岡県", from "福岡", "Fukuoka", "fukuoka-ken", "Fukuoka Prefecture", "40" or 40. */
export function readPrefecture(value: unknown): Reading<string> {
  const text = typeof value === "string" ? fold(value) : typeof value === "number" ? String(value) : "";
  const ja = byName.get(plain(text));
  return ja === undefined ? unreadable("not-a-prefecture", value) : read(ja);
}

/** The cities and wards whose name says the prefecture, each with it. */
export const citiesWithPrefecture: ReadonlyMap<string, string> = new Map([
  ...Object.entries(designatedCities),
  ...tokyoWards.map((ward) => [ward, "東京都"] as const),
]);

const leadingPrefectures = new RegExp(`^(?:(?:${prefectures.map(({ ja }) => ja).join("|")})\\s*)+`);
const wardOfCity = new RegExp(`^(${Object.keys(designatedCities).join("|")})\\s*[^\\d\\s区]+区$`);
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}]/u;

/** A municipality (市区町村) without its prefecture; a ward of a designated city becomes the city. */
export function readCity(value: unknown): Reading<string> {
  const name = typeof value === "string" ? fold(value).replace(leadingPrefectures, "") : "";
  if (name === "" || unprintable.test(name)) return unreadable("wrong-type", value, { expected: "市区町村 (city)" });
  return read(wardOfCity.exec(name)?.[1] ?? name);
}

/** The prefecture of a designated city or a ward of Tokyo. Other names may occur twice (府中市, 伊達市). */
export function prefectureOfCity(city: string): string | undefined {
  return citiesWithPrefecture.get(city);
}

/** Lower case, one kind of gap, and Hyōgo without its macron. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll(" ", "-");
}

function namesOf({ code, ja, en }: Prefecture): string[] {
  const short = ja.slice(0, -1);
  const roman = en.toLowerCase();
  const endings = [...(suffixes[ja.slice(-1)] ?? []), "prefecture", "pref", "pref."];
  return [
    ja,
    ...(ja === "北海道" ? [] : [short]), // nobody says 北海
    code,
    String(Number(code)),
    roman,
    ...endings.map((ending) => `${roman}-${ending}`),
  ];
}
