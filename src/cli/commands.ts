import { catalog as bundled } from "../catalog/bundled.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { CatalogError } from "../errors.ts";
import { checkFreshness } from "../freshness.ts";
import { getTerms } from "../get-terms.ts";
import { listMeasures } from "../list-measures.ts";
import type { Arguments } from "./arguments.ts";
import { askCommand } from "./ask.ts";
import { assessCommand } from "./assess.ts";
import { batchCommand } from "./batch.ts";
import { diffCommand } from "./diff.ts";
import { json } from "./files.ts";
import { requireMeasure } from "./known-measure.ts";
import { planCommand } from "./plan.ts";
import { listTable } from "./print.ts";
import { agingTable, checkedText } from "./print-check.ts";
import { termsText } from "./print-terms.ts";
import { readRules } from "./read-rules.ts";
import { searchCommand } from "./search.ts";
import { sqlCommand } from "./sql.ts";
import type { Terminal } from "./terminal.ts";
import { timelineCommand } from "./timeline.ts";
import { whyCommand } from "./why.ts";

/** Arguments in, text out. Bad input is thrown as `ProfileError` or `CatalogError` with every issue. */
export function run(args: Arguments, terminal: Terminal): string | Promise<string> {
  switch (args.command) {
    case "assess":
      return assessCommand(args, catalogOf(args), terminal);
    case "ask":
      return askCommand(args, catalogOf(args), terminal);
    case "why":
      return whyCommand(args, catalogOf(args));
    case "show":
      return showCommand(args);
    case "list":
      return listCommand(args, terminal);
    case "search":
      return searchCommand(args, catalogOf(args), terminal);
    case "timeline":
      return timelineCommand(args, catalogOf(args), terminal);
    case "plan":
      return planCommand(args, catalogOf(args), terminal);
    case "batch":
      return batchCommand(args, catalogOf(args), terminal);
    case "check":
      return checkCommand(args, terminal);
    case "diff":
      return diffCommand(args, catalogOf(args));
    case "sql":
      return sqlCommand(args, catalogOf(args));
  }
}

function catalogOf({ rules }: Arguments): Catalog {
  if (rules === undefined) return bundled;
  const { catalog, issues } = readRules(rules, bundled.version);
  if (issues.length > 0) throw new CatalogError(issues);
  return catalog;
}

function showCommand(args: Arguments): string {
  const catalog = catalogOf(args);
  const id = args.operands[0] as string;
  requireMeasure(id, catalog, args.lang);
  const terms = getTerms(id, { asOf: args.asOf, catalog });
  return args.format === "json" ? json(terms) : termsText(terms, catalog, args);
}

function listCommand(args: Arguments, terminal: Terminal): string {
  const catalog = catalogOf(args);
  const { measures, notCovered } = listMeasures(catalog, { asOf: args.asOf });
  return args.format === "json" ? json({ measures, notCovered }) : listTable(measures, notCovered, args, terminal);
}

function checkCommand(args: Arguments, terminal: Terminal): string {
  const directory = args.operands[0] ?? args.rules;
  const catalog = directory === undefined ? bundled : catalogOf({ ...args, rules: directory });
  const counts = {
    measures: catalog.measures.length,
    definitions: Object.keys(catalog.definitions).length,
    parameters: Object.keys(catalog.parameters).length,
    facts: Object.keys(catalog.facts).length,
    sources: Object.keys(catalog.sources).length,
  };
  // What ages is told only for a day that was named: without it, check is about faults.
  const aging = args.asOfGiven ? checkFreshness(catalog, { asOf: args.asOf }) : undefined;
  if (args.format === "json") return json({ ok: true, ...counts, ...(aging === undefined ? {} : { aging }) });
  return `${checkedText(counts, args.lang)}${aging === undefined ? "" : agingTable(aging, args, terminal)}`;
}
