import type { Catalog } from "../catalog/catalog.ts";
import { entryFor } from "../catalog/vocabulary.ts";
import type { Benefit, Cap, FeeReduction, Subsidy } from "../schema/benefit.ts";
import { definitionsIn } from "../schema/condition.ts";
import type { Ratio, ShareOf } from "../schema/primitives.ts";
import { interval, yen } from "./figures.ts";
import type { ExplainOptions } from "./labels.ts";
import { phrases, say, scopeWords } from "./words.ts";

/** A benefit of whatever kind, with the source in full or as an id: what is shown needs neither. */
type Shown<T> = T extends unknown ? Omit<T, "source"> : never;

/** What a measure gives, line by line: rates, caps, shares of fees. */
export function benefitLines(benefit: Shown<Benefit>, options: ExplainOptions): string[] {
  const { lang } = options;
  switch (benefit.kind) {
    case "subsidy":
      return subsidyLines(benefit, options);
    case "fee-reduction":
      return feeLines(benefit, options);
    case "in-kind": {
      const { userPays } = benefit;
      if (userPays === undefined) return [say(phrases.costNotStated, lang)];
      if (userPays === 0) return [say(phrases.free, lang)];
      const amount = typeof userPays === "number" ? yen(userPays, lang) : interval(userPays, lang);
      return [say(phrases.userPays, lang, { amount })];
    }
    case "unstated":
      return [say(phrases.amountNotStated, lang)];
    case "parts":
      return [say(phrases.throughParts, lang)];
  }
}

const ratioText = ({ numerator, denominator }: Ratio): string =>
  denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;

const option = (fact: string, id: string, { lang, catalog }: ExplainOptions): string =>
  entryFor(fact, catalog.facts)?.options?.[id]?.[lang] ?? id;

function subsidyLines(subsidy: Shown<Subsidy>, options: ExplainOptions): string[] {
  const { lang } = options;
  const { rate, rates = [], fixed, caps, limits = [], selfPayment, rounding } = subsidy;
  return [
    ...(rate === undefined ? [] : [say(phrases.rate, lang, { rate: ratioText(rate) })]),
    ...rates.map(({ rate: share, text }) => {
      const words = say(phrases.rate, lang, {
        rate: share === undefined ? say(phrases.fixed, lang) : ratioText(share),
      });
      return `${words}${bracketed(text === undefined ? [] : [text[lang]])}`;
    }),
    ...(fixed ? [say(phrases.fixed, lang)] : []),
    ...caps.map((cap) => capLine(cap, options)),
    ...limits.map(({ rights = [], cases }) => {
      const which = rights.map((right) => option("overseas.filings[].right", right, options));
      return say(phrases.limit, lang, { count: cases, which: bracketed(which) });
    }),
    ...(selfPayment === undefined ? [] : [say(phrases.selfPayment, lang, { yen: yen(selfPayment, lang) })]),
    ...(rounding === undefined ? [] : [say(phrases.rounding, lang, { yen: yen(rounding.unit, lang) })]),
  ];
}

export function capLine(
  { yen: figure, share, scope, rights = [], purpose, years, text }: Cap,
  options: ExplainOptions,
): string {
  const { lang } = options;
  const which = [
    ...rights.map((right) => option("overseas.filings[].right", right, options)),
    ...(purpose === undefined ? [] : [option("overseas.filings[].purpose", purpose, options)]),
    ...(text === undefined ? [] : [text[lang]]),
    ...(years === undefined ? [] : [say(phrases.firstYears, lang, { count: years })]),
  ];
  const amount = share === undefined ? yen(figure as number, lang) : shareText(share, options);
  return say(phrases.cap, lang, { yen: amount, scope: scopeWords[scope][lang], which: bracketed(which) });
}

const bracketed = (which: string[]): string => (which.length === 0 ? "" : ` (${which.join(", ")})`);

function shareText({ fact, times }: ShareOf, { lang, catalog }: ExplainOptions): string {
  const label = entryFor(fact, catalog.facts)?.label[lang] ?? fact;
  const [numerator = "", denominator] = times.split("/");
  if (times === "1/1") return label;
  return denominator === "1"
    ? say(phrases.timesOf, lang, { fact: label, times: numerator })
    : say(phrases.shareOf, lang, { fact: label, part: times });
}

function feeLines({ classes }: Shown<FeeReduction>, { lang, catalog }: ExplainOptions): string[] {
  return classes.map(({ when, id, pay }) => {
    const name = className(when, id, catalog)[lang];
    const share = typeof pay === "string" ? pay : [...new Set(Object.values(pay))].join(", ");
    return say(phrases.pay, lang, { name, pay: share });
  });
}

/** A class is named after the definition that decides it. */
function className(when: FeeReduction["classes"][number]["when"], id: string, catalog: Catalog) {
  const [first] = definitionsIn(when);
  return (first === undefined ? undefined : catalog.definitions[first]?.name) ?? { ja: id, en: id };
}
