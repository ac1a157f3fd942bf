import type { Catalog } from "../../src/catalog/catalog.ts";

const targets = ["中小企業", "小規模事業者", "製造業", "商店街", "農業者", "創業者", "組合", "研究開発型企業"];
const purposes = [
  "販路開拓",
  "設備投資",
  "人材育成",
  "省エネルギー",
  "IT導入",
  "新製品開発",
  "事業承継",
  "海外展開",
  "特許取得",
  "商標登録",
];
const kinds = ["補助金", "助成金", "利子補給", "専門家派遣", "相談窓口", "セミナー"];

/** The catalog among measures of made-up places, up to a count: as many as a nation of portals may hold. */
export function grown(catalog: Catalog, count: number): Catalog {
  const [model] = catalog.measures.filter((measure) => "terms" in measure && measure.terms.length === 1);
  const prefectures = Object.keys(catalog.prefectures);
  const more = Array.from({ length: count - catalog.measures.length }, (_, index) => {
    const of = <T>(list: readonly T[], step: number) => list[Math.floor(index / step) % list.length] as T;
    const place = `${of(prefectures, 1)}${of(["東", "西", "南", "北", "中央"], 47)}${of(["市", "町", "区"], 235)}`;
    const ja = `${place}${of(targets, 3)}${of(purposes, 5)}${of(kinds, 7)}`;
    return { ...model, id: `made-up-${index}`, name: { ja, en: `Made-up measure ${index}` }, aliases: [] };
  });
  return { ...catalog, measures: [...catalog.measures, ...(more as typeof catalog.measures)] };
}
