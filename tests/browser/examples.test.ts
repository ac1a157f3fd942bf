import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inBrowser, launch, newPage } from "./support/browser.ts";
import { fill } from "./support/fill.ts";

const manufacturer = {
  company: { legalForm: "stock-company", industry: "manufacturing", regularEmployees: 40, prefecture: "愛知県" },
  overseas: { filings: [] },
};

inBrowser("the examples, as somebody would copy them", () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), "chizai-navi-examples-"));
  const started: ChildProcess[] = [];
  beforeAll(async () => {
    execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder]);
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    for (const each of started) if (each.pid !== undefined) process.kill(-each.pid);
    rmSync(folder, { recursive: true, force: true });
  });

  /** Installed with the packed package, and started; gives the address that it prints. */
  async function start(example: string, args: readonly string[]): Promise<string> {
    const here = join(folder, example);
    cpSync(join("examples", example), here, {
      recursive: true,
      filter: (source) => !/node_modules|package-lock|\/dist$/.test(source),
    });
    const packed = readdirSync(folder).find((name) => name.endsWith(".tgz")) as string;
    execFileSync("npm", ["install", "--no-audit", "--no-fund", join("..", packed)], { cwd: here, stdio: "pipe" });
    const server = spawn("npm", ["start", ...args], {
      cwd: here,
      // Vite would put colors inside the address that it prints.
      env: { ...process.env, PORT: "0", NO_COLOR: "1", FORCE_COLOR: undefined },
      detached: true,
    });
    started.push(server);
    return new Promise((resolve, reject) => {
      let printed = "";
      const look = (chunk: unknown) => {
        printed += String(chunk);
        const address = /http:\/\/(?:127\.0\.0\.1|localhost):\d+\//.exec(printed)?.[0];
        if (address !== undefined) resolve(address);
      };
      server.stdout.on("data", look);
      server.stderr.on("data", look);
      server.on("exit", () => reject(new Error(printed)));
    });
  }

  test("plain HTML under its strict policy: one tag, no request but its own three files", async () => {
    const address = await start("plain-html", []);
    const page = await newPage(browser);
    const asked: string[] = [];
    const said: string[] = [];
    page.on("request", (request) => asked.push(request.url().replace(address, "")));
    page.on("console", (message) => said.push(message.text()));
    await page.goto(address);
    await page.locator("chizai-navi").evaluate((each) => each.setAttribute("measures", "foreign-filing-subsidy"));
    await fill(page, manufacturer, { lang: "ja", hand: "mouse" });
    expect(await page.locator("chizai-navi [data-measure=foreign-filing-subsidy]").getAttribute("data-verdict")).toBe(
      "ineligible",
    );
    expect(asked.filter((each) => each !== "favicon.ico").sort()).toEqual(["", "chizai-navi.form.js", "page.css"]);
    expect(said.filter((each) => /Security Policy|Trusted/.test(each))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    await page.context().close();
  });

  test("React: the portal hands in what it knows and counts what can be used", async () => {
    const address = await start("react-portal", ["--", "--port", "0", "--host", "127.0.0.1"]);
    // The types that the package declares hold in the portal's own check.
    execFileSync("npm", ["run", "build"], { cwd: join(folder, "react-portal"), stdio: "pipe" });
    const page = await newPage(browser);
    page.setDefaultTimeout(60_000);
    await page.goto(address);
    const asked = await fill(
      page,
      { ...manufacturer, overseas: { filings: [{ right: "patent", country: "CN", cost: "70万円" }] } },
      {
        lang: "ja",
        hand: "mouse",
      },
    );
    expect(asked).not.toContain("company.prefecture");
    const eligible = await page
      .locator("chizai-navi")
      .evaluate((each) => each.shadowRoot?.querySelectorAll("[data-verdict=eligible]").length);
    const summary = await page.locator("#summary").innerText();
    expect(summary).toMatch(/^使える支援策: \d+件$/);
    expect(Number(/\d+/.exec(summary)?.[0])).toBeGreaterThanOrEqual(eligible ?? 0);
    await page.context().close();
  });
});
