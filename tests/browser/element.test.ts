import type { Browser, Locator, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FormLang, formWords } from "../../src/explain/form-words.ts";
import { axeFindings } from "./support/axe.ts";
import { inBrowser, launch, newPage } from "./support/browser.ts";
import { fill } from "./support/fill.ts";
import { type Script, type Site, serve } from "./support/server.ts";

const company = {
  company: {
    legalForm: "stock-company",
    industry: "manufacturing",
    prefecture: "愛知県",
    regularEmployees: "148名",
    statedCapital: "5,000万円",
    foundedOn: "1998-04-01",
  },
  ip: { filings: [{ right: "patent", status: "filed" }] },
};

inBrowser("<chizai-navi>", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = [await launch(), await serve()];
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (body: string, options: Parameters<typeof newPage>[1] & { script?: Script } = {}) => {
    const { script, ...rest } = options;
    const page = await newPage(browser, rest);
    await page.goto(site.page(body, script));
    await page.locator("chizai-navi h2").first().waitFor();
    return page;
  };
  const violations = (page: Page) => page.evaluate(() => (window as unknown as { violations: string[] }).violations);
  const tag = (lang: FormLang, more = "") => `<chizai-navi as-of="2026-11-21" lang="${lang}" ${more}></chizai-navi>`;

  test("the one-file script judges no day before its rules, and says so", async () => {
    const page = await newPage(browser);
    await page.goto(site.page(`<chizai-navi as-of="2015-07-01"></chizai-navi>`, "form"));
    await page.locator("chizai-navi [role=alert]", { hasText: "より前の日の判定" }).waitFor();
    await page.context().close();
  });

  test.each(["ja", "ja-plain", "en"] as const)(
    "axe finds nothing on any step in %s, and the strictest policy nothing to report",
    async (lang) => {
      const page = await open(tag(lang, `measures="examination-fee-reduction foreign-filing-subsidy"`), {
        script: lang === "en" ? "form-en" : "form",
      });
      const found: string[] = [];
      const look = async () => {
        found.push(...(await axeFindings(page)));
      };
      await fill(page, company, { lang, hand: "mouse", each: look });
      const element = page.locator("chizai-navi");
      await element.locator("[part=sheet] button").first().click();
      await element.locator("[part=result] summary").first().click();
      await element.locator("[part=share] summary").click();
      await element.locator("input[type=search]").fill("外国出願");
      await element.locator("[part=search] button").click();
      await element.locator(".hits li").first().waitFor();
      await look();
      expect(found).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );

  test("an answer that cannot be read is said beside its field, which keeps the focus", async () => {
    const page = await open(tag("ja", `measures="foreign-filing-subsidy"`));
    const form = page.locator("chizai-navi .questions form");
    await form.locator("input").fill("たくさん");
    await page.keyboard.press("Enter");
    await form.locator("[role=alert]").waitFor();
    expect(await form.locator("[role=alert]").innerText()).toMatch(/^＊「たくさん」/);
    const field = form.locator("input");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    const [error, support] = ((await field.getAttribute("aria-describedby")) ?? "").split(" ");
    expect([error, support].map((id) => id?.replace(/^.*-/, ""))).toEqual(["error", "support"]);
    expect(await field.evaluate((each) => (each.getRootNode() as ShadowRoot).activeElement === each)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  test("back shows the answer as it was typed, and forward keeps it", async () => {
    const page = await open(tag("ja", `measures="foreign-filing-subsidy"`));
    const questions = page.locator("chizai-navi .questions");
    const press = (name: string) => questions.getByRole("button", { name, exact: true }).click();
    await questions.locator("input").fill("２件");
    await press("次へ");
    const next = questions.locator('form:not([data-fact="overseas.filings"])');
    await next.waitFor();
    const fact = await next.getAttribute("data-fact");
    await press("前の質問へ戻る");
    expect(await questions.locator('form[data-fact="overseas.filings"] input').inputValue()).toBe("2");
    await press("回答を変えずに進む");
    await next.waitFor();
    expect(await next.getAttribute("data-fact")).toBe(fact);
    await page.context().close();
  });

  test("all on a page: what is entered counts at once, and nothing jumps", async () => {
    const page = await open(tag("ja", `layout="page" measures="examination-fee-reduction foreign-filing-subsidy"`));
    const forms = page.locator("chizai-navi .questions form");
    const before = await forms.evaluateAll((all) => all.map((each) => each.getAttribute("data-fact")));
    expect(before.length).toBeGreaterThan(1);
    const list = page.locator(`chizai-navi form[data-fact="overseas.filings"]`);
    await list.locator("input").fill("１");
    await page.keyboard.press("Enter");
    await page.locator(`chizai-navi form[data-fact="overseas.filings[0].right"]`).waitFor();
    const after = await forms.evaluateAll((all) => all.map((each) => each.getAttribute("data-fact")));
    expect(after.filter((each) => before.includes(each))).toEqual(before);
    expect(await list.locator("input").inputValue()).toBe("１");
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  test("two on one page know nothing of each other", async () => {
    const page = await open(`${tag("ja")}${tag("en", 'id="second"')}`);
    const [first, second] = [page.locator("chizai-navi").first(), page.locator("#second")];
    await first.locator(".questions").getByRole("button", { name: "わからない", exact: true }).click();
    await first.locator("[part=progress]", { hasText: "回答済み 1問" }).waitFor();
    expect(await second.locator("[part=progress]").innerText()).toMatch(/^0 answered/);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  test("a link holds the answers without names and amounts, and opens where one was", async () => {
    const page = await open(tag("ja", `measures="foreign-filing-subsidy"`));
    await fill(page, { ...company, overseas: { filings: [] } }, { lang: "ja", hand: "mouse" });
    const share = page.locator("chizai-navi [part=share]");
    await share.locator("summary").click();
    // Where the clipboard is closed the link stands in a field, to be copied by hand.
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("closed"));
    });
    await share.locator("button").click();
    const link = await share.locator("textarea").inputValue();
    const saved = JSON.parse(Buffer.from(link.split("=")[1] ?? "", "base64url").toString()) as {
      answers: { fact: string }[];
    };
    const facts = saved.answers.map(({ fact }) => fact);
    expect(facts).toContain("overseas.filings");
    expect(facts).not.toContain("company.statedCapital");
    const again = await page.context().newPage();
    await again.goto(link);
    await again.locator("chizai-navi [role=status]", { hasText: "保存した回答を読み込みました。" }).waitFor();
    await page.context().close();
  });

  test.each(["not-a-day", "2026-02-30"])("a day that is none is said, not thrown: %s", async (asOf) => {
    const page = await newPage(browser);
    await page.goto(site.page(`<chizai-navi as-of="${asOf}"></chizai-navi>`));
    await page.locator("chizai-navi [role=alert]").waitFor();
    await page.locator("chizai-navi").evaluate((each) => each.setAttribute("as-of", "2026-11-21"));
    await page.locator("chizai-navi h2").waitFor();
    await page.context().close();
  });

  // 320 px is what 400 % of zoom leaves of 1280.
  const screens = [320, 360, 1280].flatMap((width) =>
    (["light", "dark"] as const).map((scheme) => ({ width, scheme })),
  );
  test("a one-file script speaks the language it is built in, whatever is asked for", async () => {
    const japanese = await open(tag("en"), { script: "form" });
    expect(await japanese.locator("chizai-navi .root").getAttribute("lang")).toBe("ja");
    await japanese.locator("chizai-navi").getByRole("button", { name: formWords.dontKnow.ja }).waitFor();
    await japanese.context().close();
    const english = await open(`<chizai-navi as-of="2026-11-21"></chizai-navi>`, { script: "form-en" });
    expect(await english.locator("chizai-navi .root").getAttribute("lang")).toBe("en");
    await english.locator("chizai-navi").getByRole("button", { name: formWords.dontKnow.en }).waitFor();
    await english.context().close();
  });

  test("the handover sheet is printed alone: neither the page around it nor what one presses", async () => {
    const page = await open(tag("ja", `profile='${JSON.stringify(company)}'`));
    const element = page.locator("chizai-navi");
    const [sheet, controls] = [element.locator(".sheet"), element.locator(":is(button, input, select, summary)")];
    await element.getByRole("button", { name: formWords.showSheet.ja }).click();
    await page.evaluate(() => {
      Object.assign(window, { print: () => Object.assign(window, { printed: true }) });
    });
    await element.getByRole("button", { name: formWords.print.ja }).click();
    expect(await page.evaluate(() => "printed" in window)).toBe(true);
    await page.emulateMedia({ media: "print" });
    expect(await sheet.isVisible()).toBe(true);
    expect((await sheet.innerText()).length).toBeGreaterThan(500);
    const shown = await Promise.all((await controls.all()).map((each) => each.isVisible()));
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter(Boolean)).toEqual([]);
    expect(await page.locator("h1").isVisible()).toBe(false);
    expect(await element.locator("[part=questions]").isVisible()).toBe(false);
    // Longer than a page, it goes on overleaf.
    const paper = (await page.pdf({ format: "A4" })).toString("latin1");
    expect([...paper.matchAll(/\/Type\s*\/Page\b/g)].length).toBeGreaterThan(1);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test("forced colors and reduced motion leave a form that axe finds nothing in", async () => {
    const page = await open(tag("ja"), { forcedColors: "active", reducedMotion: "reduce" });
    const moves = await page
      .locator("chizai-navi .questions button")
      .first()
      .evaluate((each) => getComputedStyle(each).transitionDuration);
    expect(moves).toBe("0s");
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  test("a day is entered in three fields, in the era's years or the western ones, and said back", async () => {
    const page = await open(tag("ja", `layout="page"`), { viewport: { width: 360, height: 800 } });
    const form = page.locator('chizai-navi form[data-fact="company.foundedOn"]');
    const [year, month, day] = (await form.locator("input").all()) as [Locator, Locator, Locator];
    await year.fill("令和元");
    await month.fill("５");
    expect(await form.locator("output").innerText()).toContain("令和元年5月1日〜令和元年5月31日");
    await day.fill("7");
    const tops = await Promise.all([year, month, day].map(async (each) => (await each.boundingBox())?.y));
    expect(new Set(tops).size).toBe(1);
    await page.keyboard.press("Enter");
    await page.locator("chizai-navi [part=progress]", { hasText: "回答済み 1問" }).waitFor();
    const founded = await page
      .locator("chizai-navi")
      .evaluate((each) => JSON.stringify((each as unknown as { session: unknown }).session));
    expect(founded).toContain("令和元年５月7日");
    await page.context().close();
  });

  test.each(screens)("nothing overflows at $width px in $scheme, and all can be read", async ({ width, scheme }) => {
    const page = await open(tag("ja", `profile='${JSON.stringify(company)}'`), {
      viewport: { width, height: 800 },
      colorScheme: scheme,
    });
    await page.locator("chizai-navi [part=sheet] button").first().click();
    await page.locator("chizai-navi [part=result] summary").first().click();
    const overflowing = await page.evaluate(() => {
      const wide = [...(document.querySelector("chizai-navi")?.shadowRoot?.querySelectorAll("*") ?? [])]
        // What scrolls by itself, and what only a screen reader reads, may be wider.
        .filter((each) => each.closest(".table, .hidden, option") === null)
        .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5);
      return [document.documentElement.scrollWidth > innerWidth, ...wide.map((each) => each.outerHTML.slice(0, 120))];
    });
    expect(overflowing).toEqual([false]);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });
});
