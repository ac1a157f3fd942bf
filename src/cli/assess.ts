import { assess } from "../assess.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { handover } from "../explain/handover.ts";
import { parseProfile } from "../facts/parse-profile.ts";
import type { Assessment } from "../schema/assessment.ts";
import type { Profile } from "../schema/profile.ts";
import type { Arguments } from "./arguments.ts";
import { json, readProfile } from "./files.ts";
import { assessmentTable } from "./print.ts";
import { assessmentCsv } from "./print-csv.ts";
import type { Terminal } from "./terminal.ts";

export function assessCommand(args: Arguments, catalog: Catalog, terminal: Terminal): string {
  const profile = parseProfile(readProfile(args.operands[0] as string));
  return assessmentText(assess(profile, { asOf: args.asOf, catalog }), profile, catalog, args, terminal);
}

/** The answer in the form asked for; `--only` keeps one verdict. */
export function assessmentText(
  assessment: Assessment,
  profile: Profile,
  catalog: Catalog,
  args: Arguments,
  terminal: Terminal,
): string {
  const { format, lang, only } = args;
  const results = assessment.results.filter(({ eligibility }) => only === undefined || eligibility === only);
  const shown = { ...assessment, results };
  switch (format) {
    case "json":
      return json(shown);
    case "markdown":
      return handover(shown, { lang, catalog, profile });
    case "csv":
      return assessmentCsv(shown, catalog, lang);
    default:
      return assessmentTable(shown, catalog, args, terminal);
  }
}
