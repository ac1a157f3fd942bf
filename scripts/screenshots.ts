/** Pictures of the form for the README, from the built package: `npm run build && npm run screenshots`. */
import { readFileSync } from "node:fs";
import { launch, newPage } from "../tests/browser/support/browser.ts";
import { serve } from "../tests/browser/support/server.ts";

const company = JSON.parse(readFileSync("examples/ask/manufacturer.json", "utf8")) as object;
const tag = (lang: string, more = "") =>
  `<chizai-navi as-of="2026-11-21" lang="${lang}" needs="overseas-filing" profile='${JSON.stringify(company)}' ${more}></chizai-navi>`;

const shots = [
  { name: "ja-360-light", width: 360, height: 1100, scheme: "light", body: tag("ja") },
  { name: "ja-360-dark", width: 360, height: 1100, scheme: "dark", body: tag("ja") },
  { name: "ja-1280-light", width: 1280, height: 1000, scheme: "light", body: tag("ja") },
  { name: "en-1280-dark", width: 1280, height: 1000, scheme: "dark", body: tag("en") },
  { name: "ja-plain-360-light", width: 360, height: 1100, scheme: "light", body: tag("ja-plain") },
] as const;

const [browser, site] = [await launch(), await serve()];
for (const { name, width, height, scheme, body } of shots) {
  const page = await newPage(browser, { viewport: { width, height }, colorScheme: scheme });
  await page.goto(site.page(body));
  await page.locator("chizai-navi h2").waitFor();
  await page.screenshot({ path: `docs/screenshots/${name}.png` });
  await page.context().close();
}
await browser.close();
await site.close();
