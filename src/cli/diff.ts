import { existsSync, statSync } from "node:fs";
import { assess } from "../assess.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { parseCatalog } from "../catalog/parse.ts";
import { diffAssessments } from "../diff/assessments.ts";
import { type Change, diffCatalogs, severities, severityOfAll } from "../diff/catalogs.ts";
import { changeText, resultChangeTexts, severityWords } from "../diff/words.ts";
import { CatalogError } from "../errors.ts";
import { day } from "../explain/figures.ts";
import type { Lang } from "../explain/words.ts";
import { isDate } from "../normalize/calendar.ts";
import { type Arguments, UsageError } from "./arguments.ts";
import { json, readProfile } from "./files.ts";
import { readRules } from "./read-rules.ts";

const words = {
  catalog: { ja: "カタログ", en: "Catalog" },
  nothing: { ja: "変更はありません。", en: "Nothing changed." },
};

interface Side {
  catalog: Catalog;
  asOf: string;
}

/** Two days of one catalog, or two catalogs on one day: what changed, and for which of the profiles. */
export function diffCommand(args: Arguments, bundled: Catalog): string {
  const [left, right, ...profiles] = args.operands as [string, string, ...string[]];
  const days = isDate(left) && isDate(right);
  if (days && profiles.length === 0) throw new UsageError("diff of two dates takes a profile as well");
  if (isDate(left) !== isDate(right)) throw new UsageError("diff takes two dates or two catalogs, not one of each");
  const side = (operand: string): Side =>
    days ? { catalog: bundled, asOf: operand } : { catalog: readCatalog(operand, bundled.version), asOf: args.asOf };
  const [before, after] = [side(left), side(right)];
  const changes = days ? [] : diffCatalogs(before.catalog, after.catalog);
  const answers = profiles.map((profile) => {
    const given = readProfile(profile);
    return { profile, changes: diffAssessments(assess(given, before), assess(given, after)) };
  });
  if (args.format === "json")
    return json({ before: left, after: right, severity: severityOfAll(changes) ?? null, changes, profiles: answers });
  const { lang } = args;
  const sections = [
    ...(days ? [] : [catalogText(changes, lang)]),
    ...answers.map((answer) =>
      section(
        days ? `${answer.profile}: ${day(left, lang)} → ${day(right, lang)}` : `${answer.profile} (${args.asOf})`,
        resultChangeTexts(answer.changes, lang),
        lang,
      ),
    ),
  ];
  return sections.join("\n");
}

function readCatalog(operand: string, version: string): Catalog {
  if (existsSync(operand) && statSync(operand).isFile()) return parseCatalog(readProfile(operand));
  const { catalog, issues } = readRules(operand, version);
  if (issues.length > 0) throw new CatalogError(issues);
  return catalog;
}

/** The severest changes first. */
function catalogText(changes: readonly Change[], lang: Lang): string {
  const groups = [...severities]
    .reverse()
    .map((severity) => [severity, changes.filter((change) => change.severity === severity)] as const)
    .filter(([, group]) => group.length > 0);
  if (groups.length === 0) return section(words.catalog[lang], [], lang);
  return groups
    .map(([severity, group]) =>
      section(
        `${severityWords[severity][lang]} (${severity})`,
        group.map((each) => changeText(each, lang)),
        lang,
      ),
    )
    .join("\n");
}

function section(title: string, lines: readonly string[], lang: Lang): string {
  const shown = lines.length === 0 ? [words.nothing[lang]] : lines;
  return `${[title, ...shown.map((line) => `  ${line}`)].join("\n")}\n`;
}
