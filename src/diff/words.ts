import { amount, day } from "../explain/figures.ts";
import { availabilityWords, eligibilityWords, freshnessWords, type Lang, say, statusWords } from "../explain/words.ts";
import { isDate } from "../normalize/calendar.ts";
import type { Result } from "../schema/assessment.ts";
import type { Bilingual } from "../schema/primitives.ts";
import type { Field, ResultChange } from "./assessments.ts";
import type { Change, Severity } from "./catalogs.ts";

export const severityWords = {
  patch: { ja: "訂正", en: "correction" },
  minor: { ja: "追加", en: "addition" },
  major: { ja: "互換性のない変更", en: "breaking change" },
} as const satisfies Record<Severity, Bilingual>;

const kinds = {
  measure: { ja: "支援策", en: "measure" },
  fact: { ja: "事実", en: "fact" },
  definition: { ja: "定義", en: "definition" },
  parameter: { ja: "数値", en: "figure" },
} as const satisfies Record<Change["kind"], Bilingual>;

const fieldWords = {
  status: { ja: "状況", en: "status" },
  eligibility: { ja: "判定", en: "verdict" },
  availability: { ja: "受付", en: "window" },
  freshness: { ja: "内容の新しさ", en: "freshness" },
  estimate: { ja: "金額", en: "worth" },
  terms: { ja: "適用される内容", en: "terms that apply" },
} as const satisfies Record<Field, Bilingual>;

const phrases = {
  added: { ja: "{kind}「{name}」を追加", en: "{kind} “{name}” added" },
  removed: { ja: "{kind}「{name}」を削除", en: "{kind} “{name}” removed" },
  addedAt: { ja: "{name}: {at} を追加（{after}）", en: "{name}: {at} added ({after})" },
  removedAt: { ja: "{name}: {at} を削除（{before}）", en: "{name}: {at} removed ({before})" },
  changedAt: {
    ja: "{name}: {at} を {before} から {after} に変更",
    en: "{name}: {at} changed from {before} to {after}",
  },
  result: { ja: "{field} {before} → {after}", en: "{field} {before} → {after}" },
  resultAdded: { ja: "新たに判定", en: "assessed anew" },
  resultRemoved: { ja: "収録されなくなった", en: "no longer there" },
  none: { ja: "なし", en: "none" },
  termsFrom: { ja: "{from}からの内容", en: "terms from {from}" },
} as const satisfies Record<string, Bilingual>;

/** Parts of a rule as people call them; a part that is not listed keeps its own name. */
const partWords: Record<string, Bilingual> = {
  terms: { ja: "内容", en: "terms" },
  status: { ja: "状況", en: "status" },
  name: { ja: "名称", en: "name" },
  aliases: { ja: "別名", en: "aliases" },
  criteria: { ja: "要件", en: "criterion" },
  exclusions: { ja: "除外要件", en: "exclusion" },
  condition: { ja: "条件", en: "condition" },
  text: { ja: "文言", en: "wording" },
  benefit: { ja: "支援の内容", en: "benefit" },
  rate: { ja: "補助率", en: "rate" },
  caps: { ja: "上限額", en: "cap" },
  classes: { ja: "区分", en: "class" },
  pay: { ja: "負担割合", en: "share to pay" },
  routes: { ja: "申請の経路", en: "route" },
  calls: { ja: "公募", en: "call" },
  opens: { ja: "開始日", en: "first day" },
  closes: { ja: "締切日", en: "last day" },
  from: { ja: "適用の最初の日", en: "first day of validity" },
  to: { ja: "適用の最後の日", en: "last day of validity" },
  lastSeen: { ja: "確認できた最後の日", en: "last day seen" },
  values: { ja: "数値", en: "figure" },
  value: { ja: "値", en: "value" },
  sources: { ja: "出典", en: "sources" },
  source: { ja: "出典", en: "source" },
};

export function changeText({ kind, id, change, at, before, after }: Change, lang: Lang): string {
  if (at === undefined) {
    const named = (change === "removed" ? before : after) as { name?: Bilingual; label?: Bilingual };
    const name = (named.name ?? named.label)?.[lang] ?? id;
    return say(phrases[change === "removed" ? "removed" : "added"], lang, {
      kind: kinds[kind][lang],
      name: `${name} (${id})`,
    });
  }
  return say(phrases[`${change}At`], lang, {
    name: id,
    at: placeText(at, lang),
    before: shortly(before),
    after: shortly(after),
  });
}

/** `terms[2017-04-01].benefit.caps[case patent].yen` → 内容[2017-04-01] › 支援の内容 › 上限額[case patent] › yen */
const placeText = (at: string, lang: Lang): string =>
  (at.match(/[^.[\]]+(?:\[[^\]]*\])?/g) ?? [])
    .map((part) => part.replace(/^[A-Za-z]+/, (word) => partWords[word]?.[lang] ?? word))
    .join(" › ");

const longest = 80;
function shortly(value: unknown): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** One line for each measure: 外国出願補助金: 判定 対象 → 要確認、金額 300万円 → 最大300万円 */
export function resultChangeTexts(changes: readonly ResultChange[], lang: Lang): string[] {
  const byMeasure = new Map<string, string[]>();
  for (const { measure, change, before, after } of changes) {
    const known = byMeasure.get(measure.name[lang]) ?? [];
    byMeasure.set(measure.name[lang], [...known, changeOf(change, before, after, lang)]);
  }
  return [...byMeasure].map(([name, told]) => `${name}: ${told.join(lang === "ja" ? "、" : "; ")}`);
}

function changeOf(change: ResultChange["change"], before: Result | null, after: Result | null, lang: Lang): string {
  if (change === "added") return phrases.resultAdded[lang];
  if (change === "removed") return phrases.resultRemoved[lang];
  const show = (result: Result | null) => (result === null ? phrases.none[lang] : fieldText(change, result, lang));
  return say(phrases.result, lang, { field: fieldWords[change][lang], before: show(before), after: show(after) });
}

function fieldText(field: Field, result: Result, lang: Lang): string {
  switch (field) {
    case "status":
      return statusWords[result.status][lang];
    case "eligibility":
      return eligibilityWords[result.eligibility][lang];
    case "availability":
      return availabilityWords[result.availability][lang];
    case "freshness":
      return freshnessWords[result.freshness][lang];
    case "estimate":
      return amount(result.estimate, lang);
    case "terms": {
      const starts = [result.terms?.from, ...(result.items ?? []).map((item) => item.terms?.from)];
      const days = [...new Set(starts.filter((each) => typeof each === "string"))].map((each) =>
        isDate(each) ? day(each, lang) : each,
      );
      return days.length === 0
        ? phrases.none[lang]
        : say(phrases.termsFrom, lang, { from: days.join(lang === "ja" ? "・" : ", ") });
    }
  }
}
