import { readFileSync } from "node:fs";
import { readRules } from "../src/cli/read-rules.ts";

export const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** The rule files as a catalog; with a fault in them every fault is printed and nothing else is done. */
export function checkedRules() {
  const { catalog, issues } = readRules("rules", version);
  if (issues.length === 0) return catalog;
  for (const { path, message } of issues) console.error(`rules/${path}: ${message}`);
  process.exit(1);
}
