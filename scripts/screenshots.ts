/** Pictures of the form for the README, from the built package: `npm run build && npm run screenshots`. */
import { readFileSync } from "node:fs";
import { catalog } from "../src/catalog/bundled.ts";
import { answer, type Session } from "../src/form/session.ts";
import { launch, newPage } from "../tests/browser/support/browser.ts";
import { serve } from "../tests/browser/support/server.ts";

const company = JSON.parse(readFileSync("examples/ask/manufacturer.json", "utf8")) as object;
const tag = (lang: string, profile: object) =>
  `<chizai-navi as-of="2026-11-21" lang="${lang}" needs="overseas-filing" profile='${JSON.stringify(profile)}'></chizai-navi>`;
const answers: [string, unknown][] = [
  ["company.headquartersInJapan", true],
  ["company.ownership.holders", 0],
  ["company.ownership.officersFromLargeEnterprises", "0%"],
  ["company.ownership.averageTaxableIncome", "1,200万円"],
  ["overseas.filings", 1],
  ["overseas.filings[0].right", "patent"],
  ["overseas.filings[0].country", "CN"],
  ["overseas.filings[0].cost", "70万円"],
  ["overseas.filings[0].basedOnJapaneseFiling", true],
  ["overseas.filings[0].route", "direct"],
];

/** A subsidy that is decided, with its amount: what the adviser and the company look at together. */
const filled = {
  ...company,
  company: {
    legalForm: "stock-company",
    industry: "manufacturing",
    prefecture: "愛知県",
    regularEmployees: 40,
    statedCapital: "1,000万円",
  },
};
const shots = [
  { name: "ja-360-light", width: 360, height: 1100, scheme: "light", body: tag("ja", company) },
  { name: "ja-360-dark", width: 360, height: 1100, scheme: "dark", body: tag("ja-plain", company) },
  { name: "ja-1280-light", width: 1280, height: 1000, scheme: "light", body: tag("ja", filled), answers: true },
  { name: "en-1280-dark", width: 1280, height: 1000, scheme: "dark", body: tag("en", filled), answers: true },
] as const;

const [browser, site] = [await launch(), await serve()];
for (const shot of shots) {
  const { name, width, height, scheme, body } = shot;
  const page = await newPage(browser, { viewport: { width, height }, colorScheme: scheme });
  await page.goto(site.page(body));
  await page.locator("chizai-navi h2").waitFor();
  if ("answers" in shot) {
    const session = await page
      .locator("chizai-navi")
      .evaluate((each) => (each as unknown as { session: Session }).session);
    const answered = answers.reduce((now, [fact, given]) => answer(now, fact, given, catalog).session, session);
    await page.locator("chizai-navi").evaluate((each, value) => Object.assign(each, { session: value }), answered);
    await page.locator("[data-verdict=eligible] summary").first().click();
  }
  await page.screenshot({ path: `docs/screenshots/${name}.png` });
  await page.context().close();
}
await browser.close();
await site.close();
