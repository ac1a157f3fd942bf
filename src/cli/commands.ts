import { readFileSync } from "node:fs";
import { assess } from "../assess.ts";
import { catalog as bundled } from "../catalog/bundled.ts";
import { type Catalog, measuresOf } from "../catalog/catalog.ts";
import { CatalogError, issue, ProfileError } from "../errors.ts";
import { getTerms } from "../get-terms.ts";
import { statusOn } from "../verdict/terms.ts";
import type { Arguments } from "./arguments.ts";
import { nearest } from "./nearest.ts";
import { assessmentTable, listTable } from "./print.ts";
import { termsText } from "./print-terms.ts";
import { readRules } from "./read-rules.ts";
import type { Terminal } from "./terminal.ts";

/** Arguments in, text out. Bad input is thrown as `ProfileError` or `CatalogError` with every issue. */
export function run(args: Arguments, terminal: Terminal): string {
  switch (args.command) {
    case "assess":
      return assessCommand(args, terminal);
    case "show":
      return showCommand(args);
    case "list":
      return listCommand(args, terminal);
    case "check":
      return checkCommand(args);
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function catalogOf({ rules }: Arguments): Catalog {
  if (rules === undefined) return bundled;
  const { catalog, issues } = readRules(rules, bundled.version);
  if (issues.length > 0) throw new CatalogError(issues);
  return catalog;
}

function assessCommand(args: Arguments, terminal: Terminal): string {
  const catalog = catalogOf(args);
  const assessment = assess(readProfile(args.operands[0] as string), { asOf: args.asOf, catalog });
  const results = assessment.results.filter((result) => args.only === undefined || result.eligibility === args.only);
  const shown = { ...assessment, results };
  return args.format === "json" ? json(shown) : assessmentTable(shown, catalog, args, terminal);
}

function readProfile(path: string): object {
  const name = path === "-" ? "standard input" : path;
  let text: string;
  try {
    text = readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (error) {
    throw new ProfileError([
      issue(name, "not-readable", { value: path, reason: (error as NodeJS.ErrnoException).code ?? "error" }),
    ]);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as object;
  } catch (error) {
    throw new ProfileError([issue(name, "not-json", { reason: (error as Error).message })]);
  }
}

function showCommand(args: Arguments): string {
  const catalog = catalogOf(args);
  const id = args.operands[0] as string;
  const known = measuresOf(catalog);
  if (!known.some((measure) => measure.id === (catalog.redirects[id] ?? id))) {
    const near = nearest(id, known);
    const suggestion =
      near.length === 0
        ? ""
        : args.lang === "ja"
          ? `（近いもの: ${near.join("、")}）`
          : `; did you mean ${near.join(" or ")}?`;
    throw new CatalogError([issue(id, "unknown-reference", { kind: "measures", id, suggestion })]);
  }
  const terms = getTerms(id, { asOf: args.asOf, catalog });
  return args.format === "json" ? json(terms) : termsText(terms, catalog, args);
}

function listCommand(args: Arguments, terminal: Terminal): string {
  const catalog = catalogOf(args);
  const measures = measuresOf(catalog).map((measure) => ({
    id: measure.id,
    name: measure.name,
    kind: measure.kind,
    authority: measure.authority,
    applicant: measure.applicant,
    status: statusOn(measure, args.asOf),
    rights: measure.rights,
    aliases: measure.aliases ?? [],
    viewOf: measure.view?.of ?? null,
  }));
  return args.format === "json" ? json({ measures, notCovered: [] }) : listTable(measures, args, terminal);
}

function checkCommand(args: Arguments): string {
  const directory = args.operands[0] ?? args.rules;
  const catalog = directory === undefined ? bundled : catalogOf({ ...args, rules: directory });
  const counts = {
    measures: catalog.measures.length,
    definitions: Object.keys(catalog.definitions).length,
    parameters: Object.keys(catalog.parameters).length,
    facts: Object.keys(catalog.facts).length,
    sources: Object.keys(catalog.sources).length,
  };
  if (args.format === "json") return json({ ok: true, ...counts });
  const { measures, definitions, parameters, facts, sources } = counts;
  return args.lang === "ja"
    ? `誤りはありません（施策 ${measures}、定義 ${definitions}、数値 ${parameters}、事実 ${facts}、出典 ${sources}）\n`
    : `No faults (${measures} measures, ${definitions} definitions, ${parameters} parameters, ${facts} facts, ${sources} sources)\n`;
}
