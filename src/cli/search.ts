import type { Catalog } from "../catalog/catalog.ts";
import { availabilityWords, eligibilityWords, kindWords, notCoveredWords } from "../explain/words.ts";
import type { NotCovered } from "../schema/registry.ts";
import { type Hit, search } from "../search/search.ts";
import type { Arguments } from "./arguments.ts";
import { json, readProfile } from "./files.ts";
import { amountCell } from "./print.ts";
import { paint, type Terminal, table } from "./terminal.ts";

const words = {
  name: { ja: "名称", en: "Name" },
  kind: { ja: "種類", en: "Kind" },
  verdict: { ja: "判定", en: "Verdict" },
  window: { ja: "受付", en: "Window" },
  amount: { ja: "金額", en: "Worth" },
  id: { ja: "識別子", en: "Id" },
  none: { ja: "見つかりませんでした。", en: "Nothing was found." },
  nearest: { ja: "近い言葉: ", en: "Nearest words: " },
  notCovered: { ja: "支援策ではありませんが、次の名称が知られています: ", en: "Known, but not a support measure: " },
};

/** What a text is about, best first; with `--profile` beside the verdict for that company. */
export function searchCommand(args: Arguments, catalog: Catalog, terminal: Terminal): string {
  const { lang, kind, prefecture } = args;
  const answer = search(args.operands.join(" "), {
    catalog,
    asOf: args.asOf,
    ...(args.profile === undefined ? {} : { profile: readProfile(args.profile) }),
    filters: { ...(kind === undefined ? {} : { kind }), ...(prefecture === undefined ? {} : { prefecture }) },
  });
  if (args.format === "json") return json(answer);
  const lines: string[] = [];
  if (answer.hits.length === 0) {
    lines.push(words.none[lang]);
    if (answer.nearest.length > 0)
      lines.push(`${words.nearest[lang]}${answer.nearest.join(lang === "ja" ? "、" : ", ")}`);
  } else lines.push(hitsTable(answer.hits, args, terminal));
  for (const { name, is } of answer.notCovered)
    lines.push("", `${words.notCovered[lang]}${name[lang]} (${notCoveredWords[is as NotCovered["is"]][lang]})`);
  return `${lines.join("\n")}\n`;
}

function hitsTable(hits: readonly Hit[], { lang, profile }: Arguments, terminal: Terminal): string {
  const titles =
    profile === undefined
      ? [words.name, words.kind, words.id]
      : [words.verdict, words.name, words.amount, words.window, words.id];
  const rows = hits.map(({ id, name, kind, eligibility, availability, estimate }) =>
    eligibility === undefined || availability === undefined
      ? [name[lang], kindWords[kind][lang], id]
      : [
          eligibilityWords[eligibility][lang],
          name[lang],
          amountCell(estimate ?? null, lang),
          availabilityWords[availability][lang],
          id,
        ],
  );
  const widths = profile === undefined ? [40, 12] : [12, 30, 24, 16];
  return table(
    titles.map((title) => paint(title[lang], "bold", terminal)),
    rows,
    widths,
    terminal,
  );
}
