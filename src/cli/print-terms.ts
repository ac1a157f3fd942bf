import type { Catalog } from "../catalog/catalog.ts";
import { benefitLines } from "../explain/benefit.ts";
import { day } from "../explain/figures.ts";
import { freshnessWords, kindWords, type Lang, phrases, say, statusWords } from "../explain/words.ts";
import type { MeasureTerms } from "../get-terms.ts";
import { withPatch } from "../schema/benefit.ts";
import type { Kind } from "../schema/measure.ts";
import type { Bilingual } from "../schema/primitives.ts";
import type { Source } from "../schema/source.ts";

type Terms = NonNullable<MeasureTerms["terms"]>;
type Criterion = Exclude<Terms["criteria"], string>[number];

const words = {
  lastSeen: { ja: "（{date} までの資料で確認）", en: " (sources speak of it until {date})" },
  criteria: { ja: "要件", en: "Criteria" },
  exclusions: { ja: "除外", en: "Exclusions" },
  benefit: { ja: "支援の内容", en: "Benefit" },
  route: { ja: "申請の経路: {name}", en: "Way in: {name}" },
  sources: { ja: "出典", en: "Sources" },
  notStated: { ja: "資料に要件が示されていません。", en: "The sources state no criteria." },
  noTerms: { ja: "この日の内容は記録がありません。", en: "No terms are known for this day." },
  judged: { ja: "［審査］", en: " [judged]" },
  step: { ja: "［手順］", en: " [step]" },
  call: { ja: "公募 {opens}〜{closes}", en: "call {opens} to {closes}" },
} as const satisfies Record<string, Bilingual>;

/** What a measure says on a date, to be read beside its sources. */
export function termsText(
  measure: MeasureTerms,
  catalog: Catalog,
  { lang, asOf }: { lang: Lang; asOf: string },
): string {
  const { terms } = measure;
  const shown = (date: string | null) => (date === null ? "" : day(date, lang));
  const state = [kindWords[measure.kind as Kind], statusWords[measure.status], freshnessWords[measure.freshness]];
  const lines = [
    `${measure.name[lang]} (${measure.id})`,
    [...state.map((word) => word[lang]), day(asOf, lang)].join(" / "),
  ];
  const section = (title: string, items: string[]) =>
    items.length === 0 ? [] : ["", title, ...items.map((item) => `  ${item}`)];
  const sources = section(
    words.sources[lang],
    (terms?.sources ?? measure.statusSources).map((source) => sourceLine(source, lang)),
  );
  if (terms === null) return `${[...lines, say(words.noTerms, lang), ...sources].join("\n")}\n`;
  lines.push(
    `${shown(terms.from)}〜${shown(terms.to)}${say(words.lastSeen, lang, { date: day(terms.lastSeen, lang) })}`,
  );
  lines.push(
    ...section(words.criteria[lang], criteriaLines(terms, lang)),
    ...section(
      words.exclusions[lang],
      terms.exclusions.map((each) => item(each, lang)),
    ),
    ...terms.routes.flatMap((route) =>
      section(say(words.route, lang, { name: catalog.authorities[route.authority]?.name[lang] ?? route.authority }), [
        ...route.criteria.map((each) => item(each, lang)),
        ...(route.benefit === undefined || terms.benefit.kind !== "subsidy"
          ? []
          : benefitLines(withPatch(terms.benefit, route.benefit), { lang, catalog })),
        ...callLines(route.calls, asOf, lang),
      ]),
    ),
    ...section(words.benefit[lang], [
      ...benefitLines(terms.benefit, { lang, catalog }),
      ...callLines(terms.calls, asOf, lang),
    ]),
    ...sources,
  );
  return `${lines.join("\n")}\n`;
}

const sourceLine = ({ title, publisher, statedOn, url }: Source, lang: Lang): string =>
  `- ${title} (${publisher ?? "-"}, ${day(statedOn, lang)}) ${url ?? ""}`.trimEnd();

function criteriaLines({ criteria }: Terms, lang: Lang): string[] {
  if (criteria === "not-stated") return [say(words.notStated, lang)];
  return criteria.length === 0 ? [say(phrases.openToAll, lang)] : criteria.map((each) => item(each, lang));
}

const item = ({ text, judgedBy }: Criterion, lang: Lang): string =>
  `- ${text[lang]}${judgedBy === undefined ? "" : words[judgedBy === "authority" ? "judged" : "step"][lang]}`;

const callLines = (calls: Terms["calls"], asOf: string, lang: Lang): string[] =>
  calls
    .filter(({ opens, closes }) => (closes ?? opens ?? "") >= asOf)
    .map(({ opens, closes, prefectures }) => {
      const place = prefectures === undefined ? "" : ` (${prefectures.join(", ")})`;
      return `${say(words.call, lang, { opens: opens ? day(opens, lang) : "", closes: closes ? day(closes, lang) : "" })}${place}`;
    });
