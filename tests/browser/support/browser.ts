import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright";
import { describe } from "vitest";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const found = existsSync(executablePath);

/** Without a browser these tests say nothing: locally they are left out with a word, in continuous integration they fail. */
export const inBrowser =
  found || process.env["CI"] !== undefined
    ? describe
    : (describe.skip.bind(
        undefined,
        `NO CHROMIUM at ${executablePath} (set CHROMIUM_PATH, or apt-get install chromium)`,
      ) as unknown as typeof describe);

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/** A page in a context of its own; errors of its scripts are errors of the test. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "ja-JP", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on("pageerror", (error) => {
    throw error;
  });
  return page;
}
