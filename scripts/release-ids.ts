/** Writes the ids that the present version promises to keep: `npm run release:ids`, after each release. */
import { writeFileSync } from "node:fs";
import { checkedRules, version } from "./checked-rules.ts";

const catalog = checkedRules();
const ids = {
  version,
  measures: catalog.measures.map(({ id }) => id),
  facts: Object.fromEntries(Object.entries(catalog.facts).map(([id, { options = {} }]) => [id, Object.keys(options)])),
};
writeFileSync("rules/released.json", `${JSON.stringify(ids, null, 2)}\n`);
console.log(
  `rules/released.json: ${ids.measures.length} measures, ${Object.keys(ids.facts).length} facts of ${version}`,
);
