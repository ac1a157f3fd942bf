/** Writes the ids that the present version promises to keep: `npm run release:ids`, after each release. */
import { readFileSync, writeFileSync } from "node:fs";
import { readRules } from "../src/cli/read-rules.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const { catalog, issues } = readRules("rules", version);
if (issues.length > 0) {
  for (const { path, message } of issues) console.error(`rules/${path}: ${message}`);
  process.exit(1);
}
const ids = {
  version,
  measures: catalog.measures.map(({ id }) => id),
  facts: Object.fromEntries(Object.entries(catalog.facts).map(([id, { options = {} }]) => [id, Object.keys(options)])),
};
writeFileSync("rules/released.json", `${JSON.stringify(ids, null, 2)}\n`);
console.log(
  `rules/released.json: ${ids.measures.length} measures, ${Object.keys(ids.facts).length} facts of ${version}`,
);
