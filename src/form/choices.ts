import { langOf } from "../explain/form-words.ts";
import type { Question } from "../schema/assessment.ts";
import { told, type View, word } from "./view.ts";

export interface Choice {
  value: string;
  label: string;
}

/** What a question lets one choose from; nothing where the answer is written. */
export function choices({ fact, type, options = [], labels = {} }: Question, { session, catalog }: View): Choice[] {
  const { lang } = session;
  if (type === "boolean")
    return [
      { value: "true", label: word(lang, "yes") },
      { value: "false", label: word(lang, "no") },
    ];
  if (/(?:prefecture|foundedIn)$/.test(fact))
    return Object.entries(catalog.prefectures).map(([value, { name }]) => ({ value, label: told(name, lang) }));
  if (/\.country$/.test(fact)) return countries(langOf(lang));
  return options.map((value) => ({ value, label: labels[value] === undefined ? value : told(labels[value], lang) }));
}

/** Offices that one files with and that are no country. */
const offices = { EP: { ja: "欧州特許庁", en: "European Patent Office" } } as const;
const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

/** Every country that the browser has a name for, by name. */
function countries(lang: "ja" | "en"): Choice[] {
  const names = new Intl.DisplayNames([lang], { type: "region", fallback: "none" });
  const named = letters.flatMap((first) =>
    letters.flatMap((second): Choice[] => {
      const value = `${first}${second}`;
      const name = value in offices ? offices[value as keyof typeof offices][lang] : names.of(value);
      return name === undefined ? [] : [{ value, label: `${name} (${value})` }];
    }),
  );
  return named.sort((left, right) => left.label.localeCompare(right.label, lang));
}
