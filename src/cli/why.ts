import { whatWouldHelp } from "../advice/what-would-help.ts";
import { assess } from "../assess.ts";
import { type Catalog, currentId } from "../catalog/catalog.ts";
import { explainHelp } from "../explain/advice.ts";
import { list, section, toMarkdown, toText } from "../explain/document.ts";
import { fullBlocks } from "../explain/explain.ts";
import { sheetWords } from "../explain/sheet-words.ts";
import { parseProfile } from "../facts/parse-profile.ts";
import type { Arguments } from "./arguments.ts";
import { json, readProfile } from "./files.ts";
import { requireMeasure } from "./known-measure.ts";

/** One measure for one company in full: every criterion opened, and what would make it usable. */
export function whyCommand(args: Arguments, catalog: Catalog): string {
  const [id, file] = args.operands as [string, string];
  const { asOf, lang, format } = args;
  requireMeasure(id, catalog, lang);
  const profile = parseProfile(readProfile(file));
  const { results } = assess(profile, { asOf, catalog });
  const result = results.find(({ measure }) => measure.id === currentId(catalog, id)) as (typeof results)[number];
  const help = whatWouldHelp(result, profile, { catalog });
  if (format === "json") return json({ result, help });
  const options = { lang, catalog };
  const blocks = [
    ...fullBlocks(result, options),
    ...(result.eligibility === "ineligible" || help.byTime !== null
      ? section(4, sheetWords.help[lang], list(explainHelp(help, options)))
      : []),
  ];
  return format === "markdown" ? toMarkdown(blocks) : toText(blocks);
}
