/**
 * `npm run build && npm run bench:form`: in Chromium, how long the one-file script takes from its evaluation to the
 * first question painted, beside an empty custom element; and what each answer of the walks that the browser tests take
 * costs until the page shows what it changes. Medians, and ratios within one run.
 */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright";
import { launch } from "../../tests/browser/support/browser.ts";
import { companies } from "../../tests/browser/support/companies.ts";
import { fill } from "../../tests/browser/support/fill.ts";
import { serve } from "../../tests/browser/support/server.ts";
import { measureAnswers, measureFirst } from "./in-page.ts";

const repeats = 15;
const frame = 1000 / 60;
const most = 5;

const quantile = (figures: readonly number[], share: number): number =>
  [...figures].sort((left, right) => left - right)[Math.min(figures.length - 1, Math.floor(figures.length * share))] ??
  0;
const told = (milliseconds: number): string => `${milliseconds.toFixed(1).padStart(7)} ms`;
const verdict = (isMet: boolean): string => (isMet ? "goal met" : "goal missed");

const empty = `customElements.define("chizai-navi", class extends HTMLElement {
  connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = "<div class=questions><form>?</form></div>"; }
});`;
const form = readFileSync("dist/chizai-navi.form.js", "utf8");

async function firstPainted(browser: Browser, script: string): Promise<number> {
  const page = await browser.newPage();
  await page.setContent(`<meta charset="utf-8"><chizai-navi as-of="2026-11-21"></chizai-navi>`);
  const spent = (await page.evaluate(`(${measureFirst})(${JSON.stringify(script)})`)) as number;
  await page.close();
  return spent;
}

async function answersOf(browser: Browser, address: string, company: object): Promise<Record<string, number[]>> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.locator("chizai-navi .questions :is(input, select)").first().waitFor();
  await page.evaluate(`(${measureAnswers})()`);
  await fill(page, company, { lang: "ja", hand: "mouse" });
  const spent = (await page.evaluate("window.spent")) as Record<string, number[]>;
  await page.close();
  return spent;
}

const browser = await launch();
const site = await serve();
const times: { empty: number; form: number }[] = [];
for (let index = 0; index < repeats; index += 1)
  times.push({ empty: await firstPainted(browser, empty), form: await firstPainted(browser, form) });
const median = (of: "empty" | "form"): number =>
  quantile(
    times.map((each) => each[of]),
    0.5,
  );
const ratio = quantile(
  times.map((each) => each.form / each.empty),
  0.5,
);
console.log(`first question painted, an empty element ${told(median("empty"))}`);
console.log(`first question painted, the form         ${told(median("form"))}`);
console.log(`ratio ${ratio.toFixed(1)}, at most ${most}: ${verdict(ratio <= most)}`);

const spent: Record<string, number[]> = {};
for (const { company, asOf } of companies) {
  const address = site.page(`<chizai-navi as-of="${asOf}"></chizai-navi>`);
  for (const [part, figures] of Object.entries(await answersOf(browser, address, company)))
    spent[part] = [...(spent[part] ?? []), ...figures];
}
for (const [part, figures] of Object.entries(spent))
  console.log(
    `${part.padEnd(40)} median ${told(quantile(figures, 0.5))}, 95th percentile ${told(quantile(figures, 0.95))} (${figures.length} answers)`,
  );
console.log(
  `an answer within one frame (${frame.toFixed(1)} ms) at the 95th percentile: ${verdict(quantile(spent["an answer, until it is shown"] ?? [], 0.95) <= frame)}`,
);
await site.close();
await browser.close();
