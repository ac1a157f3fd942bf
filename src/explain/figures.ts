import { isDate } from "../normalize/calendar.ts";
import { inEra } from "../normalize/eras.ts";
import type { Estimate, Interval } from "../schema/assessment.ts";
import type { FactEntry } from "../schema/law.ts";
import { type Lang, phrases, say } from "./words.ts";

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** `units` counts in 億 and 万 where that is exact, `digits` writes every digit. */
export type Notation = "units" | "digits";

/** Exact, never rounded for the eye: 150万円, 52,660円, ¥1,500,000. */
export function yen(value: number, lang: Lang, notation: Notation = "units"): string {
  if (lang === "en") return `¥${grouped(value)}`;
  if (notation === "digits" || value === 0 || value % 10_000 !== 0) return `${grouped(value)}円`;
  const hundredMillions = Math.floor(value / 1e8);
  const tenThousands = (value % 1e8) / 10_000;
  return `${hundredMillions > 0 ? `${grouped(hundredMillions)}億` : ""}${tenThousands > 0 ? `${grouped(tenThousands)}万` : ""}円`;
}

/** A calendar day by era in Japanese (令和8年11月21日), ISO in English. */
export const day = (date: string, lang: Lang): string => (lang === "ja" ? inEra(date) : date);

export function interval({ min, max }: Interval, lang: Lang): string {
  if (max === null)
    return min === 0 ? say(phrases.notYetKnown, lang) : say(phrases.from, lang, { min: yen(min, lang) });
  if (min === max) return yen(min, lang);
  return min === 0
    ? say(phrases.upTo, lang, { max: yen(max, lang) })
    : say(phrases.range, lang, { min: yen(min, lang), max: yen(max, lang) });
}

/** What a measure is worth, in a few words. */
export function amount(estimate: Estimate | null, lang: Lang): string {
  if (estimate === null) return say(phrases.noAmount, lang);
  switch (estimate.kind) {
    case "subsidy":
      return interval(estimate, lang);
    case "fee-reduction": {
      const { payable, saved, share } = estimate;
      if (payable === null || saved === null || payable.max === null) {
        const ratio = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
          numerator === denominator ? say(phrases.whole, lang) : `${numerator}/${denominator}`;
        const [least, most] = [ratio(share.min), ratio(share.max)];
        return say(phrases.paysShare, lang, {
          share: least === most ? least : `${least}${lang === "ja" ? "〜" : " to "}${most}`,
        });
      }
      return say(phrases.pays, lang, { payable: interval(payable, lang), saved: interval(saved, lang) });
    }
    case "in-kind":
      if (estimate.userPays === null) return say(phrases.costNotStated, lang);
      return estimate.userPays.max === 0
        ? say(phrases.free, lang)
        : say(phrases.userPays, lang, { amount: interval(estimate.userPays, lang) });
    case "unstated":
      return say(phrases.amountNotStated, lang);
    case "parts":
      return say(phrases.throughParts, lang);
  }
}

const units: Record<NonNullable<FactEntry["unit"]>, { ja: string; en: string }> = {
  yen: { ja: "円", en: " yen" },
  persons: { ja: "人", en: " persons" },
  claims: { ja: "項", en: " claims" },
  requests: { ja: "件", en: " requests" },
  years: { ja: "年", en: " years" },
};

/** A value of a fact as a person would write it. */
export function value(known: unknown, entry: FactEntry | undefined, lang: Lang): string {
  if (typeof known === "object" && known !== null && !Array.isArray(known)) {
    const { min, max } = known as { min?: unknown; max?: unknown };
    const text = (end: unknown) => (end === undefined ? "" : value(end, entry, lang));
    return `${text(min)}〜${text(max)}`;
  }
  if (Array.isArray(known) && known.length === 0) return say(phrases.noEntries, lang);
  if (Array.isArray(known)) return known.map((each) => value(each, entry, lang)).join(lang === "ja" ? "・" : ", ");
  if (typeof known === "boolean") return lang === "ja" ? (known ? "はい" : "いいえ") : known ? "yes" : "no";
  if (typeof known === "string" && entry?.type === "date")
    return known
      .split("/")
      .map((each) => (isDate(each) ? day(each, lang) : each))
      .join(lang === "ja" ? "〜" : " to ");
  if (typeof known === "string" && entry?.options !== undefined) return entry.options[known]?.[lang] ?? known;
  if (typeof known === "string" && entry?.type === "text" && /^[A-Z]{2}$/.test(known))
    return new Intl.DisplayNames([lang], { type: "region" }).of(known) ?? known;
  // Nothing, or all of it, is no fraction.
  if (typeof known === "string" && entry?.type === "share") return known.replace(/\/1$/, "");
  if (typeof known === "number" && entry?.unit === "yen") return yen(known, lang);
  if (typeof known === "number") return `${grouped(known)}${entry?.unit === undefined ? "" : units[entry.unit][lang]}`;
  return String(known);
}
