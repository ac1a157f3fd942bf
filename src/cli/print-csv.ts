import { stringify } from "csv-stringify/sync";
import { worthOf } from "../amount/worth.ts";
import { type Catalog, findMeasure } from "../catalog/catalog.ts";
import { why } from "../explain/explain.ts";
import { amount } from "../explain/figures.ts";
import { label } from "../explain/labels.ts";
import { availabilityWords, eligibilityWords, freshnessWords, kindWords, type Lang } from "../explain/words.ts";
import type { Assessment, Result } from "../schema/assessment.ts";
import type { Bilingual } from "../schema/primitives.ts";

type Column = [title: Bilingual, cell: (result: Result, catalog: Catalog, lang: Lang) => string | number];

const columns: Column[] = [
  [{ ja: "識別子", en: "id" }, ({ measure }) => measure.id],
  [{ ja: "支援策", en: "measure" }, ({ measure }, _, lang) => measure.name[lang]],
  [{ ja: "種類", en: "kind" }, ({ measure }, _, lang) => kindWords[measure.kind][lang]],
  [{ ja: "判定", en: "verdict" }, ({ eligibility }, _, lang) => eligibilityWords[eligibility][lang]],
  [{ ja: "受付", en: "window" }, ({ availability }, _, lang) => availabilityWords[availability][lang]],
  [{ ja: "内容の確度", en: "freshness" }, ({ freshness }, _, lang) => freshnessWords[freshness][lang]],
  [{ ja: "金額", en: "worth" }, ({ estimate }, _, lang) => amount(estimate, lang)],
  [{ ja: "最小額（円）", en: "least yen" }, ({ estimate }) => worthOf(estimate)?.min ?? ""],
  [{ ja: "最大額（円）", en: "most yen" }, ({ estimate }) => worthOf(estimate)?.max ?? ""],
  [{ ja: "公募開始", en: "opens" }, ({ call }) => call?.opens ?? ""],
  [{ ja: "公募締切", en: "closes" }, ({ call }) => call?.closes ?? ""],
  [{ ja: "理由", en: "why" }, (result, catalog, lang) => why(result, { lang, catalog })],
  [
    { ja: "確認が必要な事項", en: "missing" },
    ({ missing }, catalog, lang) => missing.map((path) => label(path, catalog, lang)).join(" / "),
  ],
  [{ ja: "公式ページ", en: "page" }, ({ measure }, catalog) => findMeasure(catalog, measure.id)?.page ?? ""],
];

/** One line for each measure, for spreadsheets: a byte order mark so that Japanese is read, and no cell that is a formula. */
export const assessmentCsv = ({ results }: Assessment, catalog: Catalog, lang: Lang): string =>
  stringify(
    results.map((result) => columns.map(([, cell]) => cell(result, catalog, lang))),
    { header: true, columns: columns.map(([title]) => title[lang]), bom: true, escape_formulas: true, quoted: true },
  );
