import type { Page } from "playwright";

import { type FormLang, formWords } from "../../../src/explain/form-words.ts";

export type Hand = "mouse" | "keyboard";

/** What a company would answer to a question about a fact; undefined where it does not know. */
export function answerFor(company: unknown, fact: string): unknown {
  const known = (fact.match(/[^.[\]]+/g) ?? []).reduce<unknown>(
    (holder, key) =>
      typeof holder === "object" && holder !== null ? (holder as Record<string, unknown>)[key] : undefined,
    company,
  );
  return Array.isArray(known) && known.some((each) => typeof each === "object") ? known.length : known;
}

/** Answers question after question until none is left; gives the facts asked, in their order. */
export async function fill(
  page: Page,
  company: object,
  { lang, hand, each }: { lang: FormLang; hand: Hand; each?: (fact: string) => Promise<void> },
): Promise<string[]> {
  const asked: string[] = [];
  for (;;) {
    const form = page.locator("chizai-navi .questions form");
    if ((await form.count()) === 0) return asked;
    const fact = (await form.getAttribute("data-fact")) ?? "";
    if (asked.includes(fact)) throw new Error(`asked twice: ${fact}`);
    asked.push(fact);
    await each?.(fact);
    const answer = answerFor(company, fact);
    if (answer === undefined) await press(page, formWords.dontKnow[lang], hand);
    else {
      await (hand === "mouse" ? clickAnswer(page, answer) : typeAnswer(page, answer));
      await press(page, formWords.next[lang], hand);
    }
    await page
      .waitForFunction((before) => {
        const now = document.querySelector("chizai-navi")?.shadowRoot?.querySelector(".questions form");
        return now?.getAttribute("data-fact") !== before;
      }, fact)
      .catch(async () => {
        throw new Error(`stuck at ${fact}: ${await form.innerText()}`);
      });
  }
}

async function press(page: Page, name: string, hand: Hand): Promise<void> {
  const button = page.locator("chizai-navi .questions").getByRole("button", { name, exact: true });
  if (hand === "mouse") return button.click();
  for (let steps = 0; steps < 80; steps += 1) {
    if (await button.evaluate((each) => each === (each.getRootNode() as ShadowRoot).activeElement))
      return page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way by keyboard to ${name}`);
}

const form = "chizai-navi .questions form";

async function clickAnswer(page: Page, answer: unknown): Promise<void> {
  const field = page.locator(`${form} :is(input, select)`).first();
  const kind = await field.evaluate((each) => (each instanceof HTMLInputElement ? each.type : "select"));
  if (kind === "select") await field.selectOption(String(answer));
  else if (kind === "radio") await page.locator(`${form} input[value="${String(answer)}"]`).check();
  else if (kind === "checkbox") await checkAll(page, answer as string[]);
  else if ((await page.locator(`${form} input[name=year]`).count()) > 0) {
    const [year = "", month = "", day = ""] = String(answer).split("-");
    await page.locator(`${form} input[name=year]`).fill(year);
    await page.locator(`${form} input[name=month]`).fill(month);
    await page.locator(`${form} input[name=day]`).fill(day);
  } else await field.fill(written(answer));
}

/** Of an empty list that there are none. */
const written = (answer: unknown): string => (Array.isArray(answer) ? String(answer.length) : String(answer));

async function checkAll(page: Page, answers: readonly string[]): Promise<void> {
  if (answers.length === 0) await page.locator(`${form} input[name=none]`).check();
  for (const each of answers) await page.locator(`${form} input[value="${each}"]`).check();
}

/** The focus stands in the first field already: whoever answers goes on typing. */
async function typeAnswer(page: Page, answer: unknown): Promise<void> {
  const kind = await page.evaluate(() => {
    const field = document.querySelector("chizai-navi")?.shadowRoot?.activeElement;
    if (field instanceof HTMLInputElement) return field.name === "year" ? "date" : field.type;
    return field instanceof HTMLSelectElement ? "select" : `focus lost: ${field?.tagName}`;
  });
  const value = () =>
    page.evaluate(() => {
      const field = document.querySelector("chizai-navi")?.shadowRoot?.activeElement;
      return (field as HTMLInputElement | HTMLSelectElement | null)?.value;
    });
  if (kind === "text" || kind === "search") return page.keyboard.type(written(answer));
  if (kind === "date") {
    for (const part of String(answer).split("-")) {
      await page.keyboard.type(part);
      await page.keyboard.press("Tab");
    }
    return;
  }
  if (kind === "checkbox") {
    const wanted = answer as string[];
    for (let steps = 0; steps < 40; steps += 1) {
      if (wanted.includes((await value()) ?? "")) await page.keyboard.press("Space");
      await page.keyboard.press("Tab");
    }
    return;
  }
  if (kind !== "radio" && kind !== "select") throw new Error(kind);
  if (kind === "radio") await page.keyboard.press("Space");
  for (let steps = 0; steps < 300; steps += 1) {
    if ((await value()) === String(answer)) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`no option ${String(answer)}`);
}
