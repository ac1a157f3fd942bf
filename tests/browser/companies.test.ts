import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import type { FormLang } from "../../src/explain/form-words.ts";
import { profileOf, type Session } from "../../src/form/session.ts";
import type { Assessment } from "../../src/schema/assessment.ts";
import { inBrowser, launch, newPage } from "./support/browser.ts";
import { companies } from "./support/companies.ts";
import { fill, type Hand } from "./support/fill.ts";
import { type Site, serve } from "./support/server.ts";

const ways: { lang: FormLang; hand: Hand }[] = [
  { lang: "ja", hand: "mouse" },
  { lang: "en", hand: "keyboard" },
];

inBrowser("a form filled to its end", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = [await launch(), await serve()];
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const lastTold = (page: Page) =>
    page.evaluate(() => (window as unknown as { told: { assessment: string[] } }).told.assessment.at(-1));

  test.each(companies.flatMap((each) => ways.map((way) => ({ ...each, ...way }))))(
    "by $name, in $lang by $hand, says what assess says",
    async ({ company, asOf, lang, hand, decides }) => {
      const page = await newPage(browser);
      await page.goto(site.page(`<chizai-navi as-of="${asOf}" lang="${lang}"></chizai-navi>`));
      await page.locator("chizai-navi .questions :is(input, select)").first().focus();
      const asked = await fill(page, company, { lang, hand });
      expect(asked.length).toBeGreaterThan(10);
      const session = (await page.evaluate(
        () => (document.querySelector("chizai-navi") as unknown as { session: unknown }).session,
      )) as Session;
      const told = JSON.parse((await lastTold(page)) as string) as Assessment;
      const expected = assess(profileOf(session), { asOf, catalog });
      expect(told).toEqual(JSON.parse(JSON.stringify(expected)));
      // What is decided on fewer facts is decided so on all that the company knows.
      const known = new Map(assess(company, { asOf, catalog }).results.map((each) => [each.measure.id, each]));
      const decided = expected.results.filter(({ eligibility }) => eligibility !== "undetermined");
      expect(decided.map(({ measure, eligibility }) => [measure.id, eligibility])).toEqual(
        decided.map(({ measure }) => [measure.id, known.get(measure.id)?.eligibility]),
      );
      expect(decided.map(({ measure }) => measure.id)).toEqual(expect.arrayContaining(decides));
      await page.context().close();
    },
  );
});
