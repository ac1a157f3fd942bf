import { type RankKey, rankedBy } from "../rank.ts";
import type { Result } from "../schema/assessment.ts";
import type { Bilingual } from "../schema/primitives.ts";
import { type Lang, say } from "./words.ts";

/** What lets a result stand higher, by key. */
const reasons = {
  verdict: {
    ja: "判定が進んでいる（対象、要確認、対象外の順）",
    en: "its verdict (eligible, then undetermined, then ineligible)",
  },
  elsewhere: { ja: "他の地域の支援策ではない", en: "it is no measure of another place" },
  "open-to-all": { ja: "貴社の事情に即して対象と判定された", en: "it was decided for this company, not open to all" },
  window: { ja: "受付の状況（受付中、受付前、不明、終了の順）", en: "its window (open, upcoming, unknown, closed)" },
  freshness: { ja: "現行の内容を確認できている", en: "its terms are confirmed for the day" },
  view: { ja: "特別な場合ではなく制度そのものである", en: "it is the measure itself, not a special case" },
  needs: { ja: "関心・課題に合う", en: "it serves a stated need" },
  stage: { ja: "知財活用の段階に合う", en: "it fits the stage of IP use" },
  character: { ja: "知財活用の類型に合う", en: "it fits the character of IP use" },
  region: { ja: "所在地の支援策である", en: "it is a measure of the company's own place" },
  "least-amount": { ja: "確実に見込める金額が大きい", en: "the amount that is certain is greater" },
  "most-amount": { ja: "見込める金額の上限が大きい", en: "the amount at most is greater" },
  effort: { ja: "審査される事項や手続が少ない", en: "less is judged and to be done" },
  id: { ja: "識別子の順", en: "the order of ids" },
} as const satisfies Record<RankKey, Bilingual>;

const frame = {
  ja: "「{upper}」を「{lower}」より上に並べた理由: {reason}",
  en: "{upper} stands above {lower} by this: {reason}",
};

/** Why the first of two results of an assessment stands above the second: the first key in which they differ. */
export function whyAbove(upper: Result, lower: Result, { lang }: { lang: Lang }): string {
  const { name } = upper.measure;
  return say(frame, lang, {
    upper: name[lang],
    lower: lower.measure.name[lang],
    reason: reasons[rankedBy(upper, lower)][lang],
  });
}
