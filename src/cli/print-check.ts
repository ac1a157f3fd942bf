import { day } from "../explain/figures.ts";
import { type Lang, say } from "../explain/words.ts";
import type { AgeState, Aging } from "../freshness.ts";
import type { Bilingual } from "../schema/primitives.ts";
import type { Arguments } from "./arguments.ts";
import { paint, type Terminal, table } from "./terminal.ts";

const stateWords = {
  lapsed: { ja: "期限切れ", en: "lapsed" },
  closing: { ja: "締切間近", en: "closing" },
  ending: { ja: "終了間近", en: "ending" },
  ageing: { ja: "要再確認", en: "ageing" },
} as const satisfies Record<AgeState, Bilingual>;

const titles = {
  state: { ja: "状態", en: "State" },
  on: { ja: "最後の日", en: "Last day" },
  measure: { ja: "支援策", en: "Measure" },
  id: { ja: "識別子（公募）", en: "Id (call)" },
  noFaults: {
    ja: "誤りはありません（施策 {measures}、定義 {definitions}、数値 {parameters}、事実 {facts}、出典 {sources}）",
    en: "No faults ({measures} measures, {definitions} definitions, {parameters} figures, {facts} facts, {sources} sources)",
  },
  nothing: { ja: "{on}時点で見直しを要するものはありません。", en: "Nothing to look at again on {on}." },
  toLookAt: { ja: "{on}時点で見直しを要するもの", en: "To look at again on {on}" },
} as const satisfies Record<string, Bilingual>;

export const checkedText = (counts: Record<string, number>, lang: Lang): string =>
  `${say(titles.noFaults, lang, counts)}\n`;

export function agingTable(
  aging: readonly Aging[],
  { asOf, lang }: Pick<Arguments, "asOf" | "lang">,
  terminal: Terminal,
): string {
  const on = day(asOf, lang);
  if (aging.length === 0) return `${say(titles.nothing, lang, { on })}\n`;
  const head = [titles.state, titles.on, titles.measure, titles.id].map((title) =>
    paint(title[lang], "bold", terminal),
  );
  const rows = aging.map(({ measure, state, on, call }) => [
    stateWords[state][lang],
    on,
    measure.name[lang],
    call === undefined ? measure.id : `${measure.id} (${call})`,
  ]);
  return `\n${say(titles.toLookAt, lang, { on })}\n\n${table(head, rows, [10, 12, 36], terminal)}\n`;
}
