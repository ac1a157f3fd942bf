import { profileMessages } from "./messages/profile.ts";
import { ruleMessages } from "./messages/rules.ts";

/** Every fault that an input can have. `{name}` is filled from the issue's arguments. */
const messages = { ...profileMessages, ...ruleMessages };

/** What a reference can be to, as an argument of a message. */
const kinds: Record<string, { en: string; ja: string }> = {
  measures: { en: "measure", ja: "施策" },
  definitions: { en: "definition", ja: "定義" },
  parameters: { en: "parameter", ja: "数値" },
  sources: { en: "source", ja: "出典" },
  authorities: { en: "authority", ja: "実施機関" },
};

/** What shape a value should have, as an argument of a message. */
const shapes: Record<string, { en: string; ja: string }> = {
  object: { en: "a group of fields: `{ key: value }`", ja: "項目の集まり（`{ 項目: 値 }`）" },
  array: { en: "a list: `[…]`", ja: "一覧（`[…]`）" },
  number: { en: "a number, without unit or quotes: 200000", ja: "数（単位や引用符を付けない。例: 200000）" },
  int: { en: "a whole number: 200000", ja: "整数（例: 200000）" },
  date: { en: "a date, which this operator compares", ja: "日付（この演算子は日付を比べます）" },
  string: { en: 'a text: "…"', ja: '文字（`"…"`）' },
  boolean: { en: "true or false", ja: "true か false" },
};

export type IssueCode = keyof typeof messages;
export type IssueArgs = Record<string, string | number>;

export function issueMessage(code: IssueCode, args: IssueArgs, lang: "ja" | "en"): string {
  return messages[code][lang].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(args[name] ?? "");
    const words = name === "kind" ? kinds : name === "expected" && code === "wrong-type" ? shapes : undefined;
    return words?.[value]?.[lang] ?? value;
  });
}
