import { describe, expect, test } from "vitest";
import { assess, parseProfile, type Question, readAnswer, whyAsk, withAnswer } from "../src/index.ts";

const asOf = "2026-11-21";
const question = (fact: string, profile: object = {}): Question => {
  const found = assess(profile, { asOf }).questions.find((each) => each.fact === fact);
  if (found === undefined) throw new Error(`${fact} is not asked`);
  return found;
};

/** An SME for sure, so that the amount is all that is open. */
const sme = {
  company: {
    legalForm: "stock-company",
    industry: "manufacturing",
    statedCapital: 10_000_000,
    regularEmployees: 12,
    prefecture: "愛知県",
    headquartersInJapan: true,
    ownership: { holders: [], officersFromLargeEnterprises: "0/1", averageTaxableIncome: 0 },
  },
};

describe("a question", () => {
  test("carries its type, the options in words, help and don't know in both languages", () => {
    expect(question("company.legalForm")).toMatchObject({
      type: "option",
      labels: { "stock-company": { ja: "株式会社" } },
      dontKnow: { ja: "わからない", en: "Don't know" },
    });
    const { type, unit, help } = question("company.statedCapital", {
      company: { legalForm: "stock-company", industry: "service" },
    });
    expect({ type, unit }).toEqual({ type: "yen", unit: "yen" });
    expect(help.ja).toMatch(/円でお答えください/);
    expect(help.en).toMatch(/In yen/);
  });

  test("says why it is asked by naming the measures", () => {
    expect(whyAsk(question("ip.trials"), { lang: "ja" })).toBe(
      "1件の支援策（巡回審判）を使えるかどうかに関わるためです。",
    );
  });

  test("comes first where it serves a stated need", () => {
    const first = (needs: string[]) =>
      assess({ company: { legalForm: "stock-company" }, needs }, { asOf }).questions[0]?.fact;
    expect(first(["counterfeits"])).toBe("overseas.disputes");
    expect(first(["overseas-filing"])).toBe("overseas.filings");
  });

  test("is asked for an amount that is open, and no more once it is known", () => {
    const filing = { right: "trademark", country: "CN", purpose: "business", basedOnJapaneseFiling: true };
    const open = { ...sme, overseas: { filings: [filing] } };
    expect(question("overseas.filings[0].cost", open)).toMatchObject({
      settles: { verdicts: 0 },
      measures: expect.arrayContaining(["foreign-filing-subsidy"]) as unknown,
    });
    const closed = withAnswer(open, { fact: "overseas.filings[0].cost", type: "yen" }, 700_000);
    expect(assess(closed, { asOf }).questions.map(({ fact }) => fact)).not.toContain("overseas.filings[0].cost");
  });

  test("is asked of every entry where only all of them together tell: which filings are one case", () => {
    const filing = { right: "patent", purpose: "business", basedOnJapaneseFiling: true, cost: 2_000_000 };
    const two = {
      ...sme,
      overseas: {
        filings: [
          { ...filing, country: "US" },
          { ...filing, country: "CN" },
        ],
      },
    };
    const basis = ["overseas.filings[0].basis", "overseas.filings[1].basis"];
    for (const fact of basis) expect(question(fact, two).measures).toContain("foreign-filing-subsidy");
    const one = basis.reduce<object>((each, fact) => withAnswer(each, { fact, type: "text" }, "JP-1"), two);
    const { questions, results } = assess(one, { asOf });
    expect(results.find(({ measure }) => measure.id === "foreign-filing-subsidy")?.estimate).toMatchObject({
      min: 1_500_000,
      max: 1_500_000,
    });
    for (const fact of basis) expect(questions.map((each) => each.fact)).not.toContain(fact);
  });

  test("is not asked for what is ruled out", () => {
    const large = {
      company: { legalForm: "stock-company", industry: "manufacturing", statedCapital: 5e9, regularEmployees: 5000 },
    };
    const { questions, results } = assess(large, { asOf });
    const ruledOut = new Set(
      results.filter(({ eligibility }) => eligibility === "ineligible").map(({ measure }) => measure.id),
    );
    expect(ruledOut).toContain("foreign-filing-subsidy");
    for (const { measures } of questions) for (const id of measures) expect(ruledOut).not.toContain(id);
  });
});

describe("an answer", () => {
  test("is put where it is asked for, and the profile given stays as it is", () => {
    const given = { company: { name: "見本" } };
    expect(withAnswer(given, { fact: "company.statedCapital", type: "yen" }, "1,000万円")).toEqual({
      company: { name: "見本", statedCapital: "1,000万円" },
    });
    expect(given).toEqual({ company: { name: "見本" } });
  });

  test("of a list is its entries, or how many there are; then each is filled", () => {
    const two = withAnswer({}, { fact: "overseas.filings", type: "list" }, 2);
    expect(two).toEqual({ overseas: { filings: [{}, {}] } });
    expect(withAnswer(two, { fact: "overseas.filings[1].right", type: "option" }, "patent")).toEqual({
      overseas: { filings: [{}, { right: "patent" }] },
    });
  });

  test("closes a list that may lack entries, or leaves it open", () => {
    const open = { ip: { rightsHeld: { items: [{ right: "patent" }], complete: false } } };
    const fact = { fact: "ip.rightsHeld.complete", type: "boolean" } as const;
    expect(withAnswer(open, fact, true)).toEqual({ ip: { rightsHeld: [{ right: "patent" }] } });
    expect(withAnswer(open, fact, false)).toEqual(open);
    expect(withAnswer(open, { fact: "ip.rightsHeld[0].country", type: "text" }, "CN")).toEqual({
      ip: { rightsHeld: { items: [{ right: "patent", country: "CN" }], complete: false } },
    });
  });
});

describe("what a person types", () => {
  const industry = { ...question("company.legalForm"), fact: "company.legalForm" };
  const of = (type: Question["type"]): Question => ({ ...industry, type });
  test.each([
    ["a number of the list shown", "option", "１", "stock-company"],
    ["a name", "option", "株式会社", "stock-company"],
    ["a code", "option", "npo", "npo"],
    ["yes", "boolean", "はい", true],
    ["no", "boolean", "NO", false],
    ["several", "options", "1、合同会社", ["stock-company", "limited-liability-company"]],
    ["none of several", "options", "なし", []],
    ["how many", "list", "３件", 3],
    ["none", "list", "なし", 0],
    ["years", "years", "4〜6", [4, 6]],
    ["an amount, which the profile reads", "yen", "1,000万円", "1,000万円"],
  ] as const)("%s", (_, type, typed, value) => {
    expect(readAnswer(of(type), typed)).toEqual({ is: "known", value });
  });

  test.each(["", " ", "わからない", "不明", "Don't know"])("%j is not known", (typed) => {
    expect(readAnswer(of("option"), typed)).toEqual({ is: "unknown" });
  });

  test.each([
    ["option", "99"],
    ["boolean", "たぶん"],
    ["options", "1, 99"],
    ["list", "たくさん"],
    ["list", "1000"],
    ["years", "4"],
  ] as const)("of %s %j cannot be read, and nothing is guessed", (type, typed) => {
    expect(readAnswer(of(type), typed)).toMatchObject({ is: "unclear", issue: { code: "not-an-answer" } });
  });

  test("an amount goes through the profile's own reader", () => {
    const profile = withAnswer({}, { fact: "company.statedCapital", type: "yen" }, "１億円");
    expect(parseProfile(profile)).toEqual({ company: { statedCapital: 100_000_000 } });
  });
});
