import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { catalog } from "../../src/catalog/bundled.ts";
import { extendCatalog } from "../../src/catalog/parse.ts";
import { inBrowser, launch, newPage } from "./support/browser.ts";
import { type Site, serve } from "./support/server.ts";

const hostile = [
  "<script>window.owned=1</script>",
  "<img src=x onerror=window.owned=1>",
  "<svg onload=window.owned=1>",
  "<iframe srcdoc='<script>parent.owned=1</script>'>",
  "<a href=javascript:window.owned=1>press</a>",
  "javascript:window.owned=1",
  "data:text/html,<script>window.owned=1</script>",
  '"><script>window.owned=1</script>',
  "'><img src=x onerror=window.owned=1>",
  "</textarea><script>window.owned=1</script>",
  "</title><script>window.owned=1</script>",
  "<!--<script>window.owned=1</script>-->",
  "<style>*{display:none}</style>",
  "<base href=https://example.invalid/>",
  "<meta http-equiv=refresh content=0;url=https://example.invalid/>",
  "<form action=https://example.invalid/><button>send</button></form>",
  "<template><script>window.owned=1</script></template>",
  "<math><mtext><script>window.owned=1</script></mtext></math>",
  "$" + "{window.owned=1}",
  "{{constructor.constructor('window.owned=1')()}}",
  "&lt;script&gt;window.owned=1&lt;/script&gt;",
  "&#60;script&#62;window.owned=1",
  "\u202Egnp.exe\u202C",
  "\u2066isolated\u2069 \u202Breversed",
  "\u200Bzero\u200Dwidth\uFEFF",
  "__proto__",
  "constructor.prototype.owned",
  '=HYPERLINK("https://example.invalid")',
  "長".repeat(180),
  "W".repeat(180),
  "a\u0300".repeat(80),
  "x' OR '1'='1",
];

/** A catalog in which whatever a person reads is hostile. */
const poisoned = extendCatalog(catalog, {
  sources: Object.fromEntries(
    hostile.map((title, index) => [
      `hostile-${index}`,
      { title, section: title, statedOn: "2026-11-01", confidence: "low" as const },
    ]),
  ),
  measures: hostile.map((text, index) => ({
    id: `hostile-${index}`,
    name: { ja: text, en: text },
    aliases: [text],
    rights: ["patent"],
    kind: "subsidy",
    authority: "jpo",
    applicant: "company",
    status: [{ from: "2026-01-01", is: "available", source: `hostile-${index}` }],
    documents: [{ ja: text, en: text }],
    terms: [
      {
        from: "2026-01-01",
        lastSeen: "2026-11-20",
        renewal: "standing",
        criteria: [
          {
            id: "form",
            text: { ja: text, en: text },
            source: `hostile-${index}`,
            condition: { fact: "company.legalForm", is: "stock-company" },
          },
        ],
        benefit: { kind: "in-kind", userPays: 0, source: `hostile-${index}` },
        sources: [`hostile-${index}`],
      },
    ],
  })),
});

inBrowser("hostile text", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = [await launch(), await serve()];
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test(`${hostile.length} strings in rules, profile and query stay text`, async () => {
    const page = await newPage(browser, { viewport: { width: 360, height: 800 } });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(site.page(`<chizai-navi as-of="2026-11-21"></chizai-navi>`));
    await page.evaluate(
      ([rules, names]) => {
        const element = document.querySelector("chizai-navi") as unknown as Record<string, unknown>;
        element["catalog"] = rules;
        element["measures"] = Array.from({ length: names.length }, (_, index) => `hostile-${index}`);
        element["profile"] = {
          company: { name: names.join(" ").slice(0, 200), legalForm: "stock-company" },
          overseas: { filings: names.map((name) => ({ basis: name.slice(0, 200) })) },
        };
      },
      [poisoned, hostile] as const,
    );
    const element = page.locator("chizai-navi");
    await element.locator("[data-measure=hostile-0]").first().waitFor();
    for (let more = 0; more < 3; more += 1) {
      const button = element.locator("[part=list] > button");
      if ((await button.count()) > 0) await button.click();
    }
    for (const summary of await element.locator("[part=result] summary").all()) await summary.click();
    await element.locator("[part=sheet] button").first().click();
    const shown = await element.evaluate((each) => {
      const root = each.shadowRoot as ShadowRoot;
      return {
        text: root.textContent ?? "",
        names: [...root.querySelectorAll("[part=result] h4")].map((name) => name.textContent),
        foreign: root.querySelectorAll(
          "script, img, svg, iframe, base, meta, style, math, template, [onerror], [onload]",
        ).length,
        links: [...root.querySelectorAll("a")].map((link) => link.href),
        scrolls: document.documentElement.scrollWidth > innerWidth,
      };
    });
    expect([...shown.names].sort()).toEqual([...hostile].sort());
    for (const each of hostile) expect(shown.text).toContain(each.slice(0, 60));
    expect(shown.foreign).toBe(0);
    expect(shown.links.filter((link) => !link.startsWith("https://"))).toEqual([]);
    expect(shown.scrolls).toBe(false);
    for (const each of hostile) {
      await element.locator("input[type=search]").fill(each);
      await element.locator("[part=search] button").click();
    }
    const after = await page.evaluate(() => {
      const { owned, violations } = window as unknown as { owned?: unknown; violations: string[] };
      return { owned, violations, title: document.title };
    });
    expect(after).toEqual({ owned: undefined, violations: [], title: "知財支援策" });
    expect(asked.filter((url) => !url.startsWith(site.address))).toEqual([]);
    await page.context().close();
  });
});
