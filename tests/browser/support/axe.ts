import { readFileSync } from "node:fs";
import type { Page } from "playwright";

const source = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

interface Found {
  violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[];
  passes: unknown[];
}

/** What axe finds on the page, in one line each. It is brought in past the page's own policy. */
export async function axeFindings(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await page.evaluate(source);
  const found = await page.evaluate(
    (values) =>
      (window as unknown as { axe: { run: (...all: unknown[]) => Promise<Found> } }).axe.run(document, {
        runOnly: { type: "tag", values },
      }),
    tags,
  );
  if (found.passes.length === 0) throw new Error("axe looked at nothing");
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary}`),
  );
}
