import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { parseCatalog } from "../../src/catalog/parse.ts";
import { restore, serialize } from "../../src/form/saved.ts";
import {
  answer,
  assessmentOf,
  back,
  dontKnow,
  forward,
  nextQuestion,
  profileOf,
  progress,
  type Session,
  startSession,
} from "../../src/form/session.ts";
import { someAnswer } from "../support/answers.ts";
import { type World, worlds } from "../support/worlds.ts";

const moves = fc.array(fc.nat({ max: 999 }), { minLength: 1, maxLength: 12 });

/** Answers, "don't know" and steps back and forward, one for each number. */
function walked(session: Session, numbers: readonly number[], catalog: Catalog): Session {
  return numbers.reduce((now, number) => {
    if (number % 7 === 0) return back(now);
    if (number % 7 === 1) return forward(now);
    const question = nextQuestion(now, assessmentOf(now, catalog), catalog);
    if (question === undefined) return now;
    if (number % 7 === 2) return dontKnow(now, question.fact);
    const value = someAnswer(question.fact, question.type, question.options ?? [], () => number);
    const typed = question.type === "list" ? (value as unknown[]).length : value;
    return answer(now, question.fact, typed, catalog).session;
  }, session);
}

const started = ({ asOf, profile, catalog }: World) => startSession({ asOf, profile }, catalog);
const whole = { names: true, amounts: true };

describe.each(worlds)("under $rules", ({ rules, some, numRuns }) => {
  const times = { numRuns: rules.startsWith("the") ? 5 : numRuns };

  test("a session says what assess says of its profile, however it was come by", () => {
    fc.assert(
      fc.property(some, moves, (world, numbers) => {
        const session = walked(started(world), numbers, world.catalog);
        expect(assessmentOf(session, world.catalog)).toEqual(
          assess(profileOf(session), { asOf: world.asOf, catalog: world.catalog }),
        );
      }),
      times,
    );
  });

  test("saved with everything and restored it is the same profile and asks the same", () => {
    fc.assert(
      fc.property(some, moves, fc.constantFrom("json" as const, "link" as const), (world, numbers, as) => {
        const session = walked(started(world), numbers, world.catalog);
        const restored = restore(serialize(session, { ...whole, as }, world.catalog), world.catalog);
        if (!restored.ok) throw new Error(JSON.stringify(restored.issues));
        expect(restored.asAgain).toEqual([]);
        const [before, after] = [assessmentOf(session, world.catalog), assessmentOf(restored.session, world.catalog)];
        expect(after).toEqual(before);
        const atEnd = { ...session, at: session.answers.length };
        expect(nextQuestion(restored.session, after, world.catalog)).toEqual(
          nextQuestion(atEnd, before, world.catalog),
        );
      }),
      times,
    );
  });

  test("back and forward lose nothing, and the answer gone back to can be given again", () => {
    fc.assert(
      fc.property(some, moves, fc.nat({ max: 12 }), (world, numbers, steps) => {
        const made = walked(started(world), numbers, world.catalog);
        const session = { ...made, at: made.answers.length };
        const many = Array.from({ length: Math.min(steps, session.at) });
        const there = many.reduce<Session>(back, session);
        expect(many.reduce<Session>(forward, there)).toEqual(session);
        expect(profileOf(there)).toEqual(profileOf(session));
        const again = there.answers[there.at];
        if (again === undefined) return;
        const { session: same } =
          "value" in again
            ? answer(there, again.fact, again.value, world.catalog)
            : { session: dontKnow(there, again.fact) };
        expect({ ...same, at: session.at }).toEqual(session);
      }),
      times,
    );
  });
});

const open = startSession({ asOf: "2026-11-21" }, catalog);
const answered = (session: Session, ...answers: [string, unknown][]): Session =>
  answers.reduce((now, [fact, given]) => {
    const { session: after, issues } = answer(now, fact, given, catalog);
    expect(issues).toEqual([]);
    return after;
  }, session);

describe("answers", () => {
  test("are read as people type them, and shown again as typed", () => {
    const session = answered(
      open,
      ["company.statedCapital", "１，０００万円"],
      ["company.foundedOn", "令和元年5月7日"],
    );
    expect(profileOf(session).company).toEqual({ statedCapital: 10_000_000, foundedOn: "2019-05-07" });
    expect(session.answers[0]?.value).toBe("１，０００万円");
  });

  test("that cannot be read change nothing and come back as issues", () => {
    const { session, issues } = answer(open, "company.regularEmployees", "約150人", catalog);
    expect(session).toBe(open);
    expect(issues.map(({ code }) => code)).toEqual(["not-a-number"]);
    expect(answer(open, "overseas.filings", 1e9, catalog).issues).toHaveLength(1);
  });

  test("about an entry stay when the list grows, and go with the entry when it shrinks", () => {
    const two = answered(
      open,
      ["overseas.filings", 2],
      ["overseas.filings[0].right", "patent"],
      ["overseas.filings[1].right", "design"],
    );
    const first = (count: number) => profileOf(answered({ ...two, at: 0 }, ["overseas.filings", count])).overseas;
    expect(first(3)?.filings).toEqual([{ right: "patent" }, { right: "design" }, {}]);
    expect(first(1)?.filings).toEqual([{ right: "patent" }]);
    expect(profileOf(dontKnow(two, "overseas.filings"))).toEqual({});
    // Of entries that stood there from the start the list told anew knows nothing.
    const started = startSession({ asOf: "2026-11-21", profile: { overseas: { filings: [{}] } } }, catalog);
    const anew = answered(started, ["overseas.filings[0].right", "patent"], ["overseas.filings", 1]);
    expect(anew.answers.map(({ fact }) => fact)).toEqual(["overseas.filings"]);
  });

  test("are counted, and what is not known is not asked again", () => {
    const assessment = assessmentOf(open, catalog);
    const fact = nextQuestion(open, assessment, catalog)?.fact as string;
    const passed = dontKnow(open, fact);
    expect(nextQuestion(passed, assessment, catalog)?.fact).not.toBe(fact);
    const { answered: count, open: left } = progress(passed, assessment, catalog);
    expect([count, left]).toEqual([1, progress(open, assessment, catalog).open - 1]);
  });

  test("to what only other measures depend on are not asked for", () => {
    const session = startSession({ asOf: "2015-07-01", measures: ["foreign-filing-subsidy"] }, catalog);
    const facts = new Set<string>();
    let now = session;
    for (;;) {
      const question = nextQuestion(now, assessmentOf(now, catalog), catalog);
      if (question === undefined) break;
      facts.add(question.fact);
      expect(question.measures).toContain("foreign-filing-subsidy");
      now = dontKnow(now, question.fact);
    }
    expect([...facts]).toContain("overseas.filings");
    const forCounterfeits = startSession({ asOf: "2015-07-01", needs: ["counterfeits"] }, catalog);
    expect(profileOf(forCounterfeits).needs).toEqual(["counterfeits"]);
  });
});

describe("a saved session", () => {
  const full = answered(
    startSession(
      { asOf: "2026-11-21", profile: { company: { name: "株式会社ひみつ", corporateNumber: "7000012050002" } } },
      catalog,
    ),
    ["company.statedCapital", "4,321万円"],
    ["company.legalForm", "stock-company"],
    ["ip.filings", 1],
    ["ip.filings[0].id", "P-内部-77"],
    ["company.prefecture", "福岡"],
  );

  test("holds no name, no Corporate Number, nothing written freely and no amount, unless it is wanted", () => {
    const secrets = ["ひみつ", "7000012050002", "4,321", "43210000", "P-内部"];
    const told = (text: string) => secrets.filter((secret) => text.includes(secret));
    expect(told(serialize(full, {}, catalog))).toEqual([]);
    expect(told(serialize(full, { names: true }, catalog))).toEqual(["ひみつ", "7000012050002", "P-内部"]);
    expect(told(serialize(full, { amounts: true }, catalog))).toEqual(["4,321"]);
    const link = serialize(full, { as: "link" }, catalog);
    expect(link).toMatch(/^[A-Za-z0-9_-]+$/);
    const restored = restore(link, catalog);
    expect(restored.ok && profileOf(restored.session)).toEqual({
      company: { legalForm: "stock-company", prefecture: "福岡県" },
      ip: { filings: [{}] },
    });
  });

  const saved = serialize(full, whole, catalog);
  const changed = (facts: Catalog["facts"], factRedirects = {}) =>
    restore(saved, { ...catalog, facts, factRedirects } as Catalog);

  test("drops what a new vocabulary does not know or offer, and names it", () => {
    const { "party.statedCapital": _, ...facts } = catalog.facts;
    const { "stock-company": __, ...forms } = facts["party.legalForm"]?.options ?? {};
    const restored = changed({ ...facts, "party.legalForm": { ...facts["party.legalForm"], options: forms } as never });
    expect(restored).toMatchObject({
      ok: true,
      asAgain: [
        { fact: "company.statedCapital", because: "fact-unknown" },
        { fact: "company.legalForm", because: "option-unknown" },
      ],
    });
    if (restored.ok) expect(profileOf(restored.session).company).not.toHaveProperty("legalForm");
  });

  test("keeps an open list open", () => {
    const profile = { overseas: { filings: { items: [{ right: "patent" }], complete: false } } };
    const open = startSession({ asOf: "2026-11-21", profile }, catalog);
    const restored = restore(serialize(open, {}, catalog), catalog);
    expect(restored.ok && profileOf(restored.session)).toEqual(profileOf(open));
  });

  test("follows a renamed fact, of any party and in any entry", () => {
    const old = saved.replaceAll("statedCapital", "capital").replaceAll("filings[0].id", "filings[0].docket");
    const renamed = {
      ...catalog,
      factRedirects: { "party.capital": "party.statedCapital", "ip.filings[].docket": "ip.filings[].id" },
    };
    const restored = restore(old, renamed);
    expect(restored.ok && restored.asAgain).toEqual([]);
    expect(restored.ok && profileOf(restored.session)).toEqual(profileOf(full));
    const without = restore(old, catalog);
    expect(without.ok && without.asAgain.map(({ fact }) => fact)).toEqual(["company.capital", "ip.filings[0].docket"]);
  });

  test.each([
    "",
    "{",
    "null",
    "{}",
    "not base64!",
    "%%%",
    `{"chizaiNavi":2}`,
    `{"__proto__":{"polluted":1}}`,
    "[".repeat(30_000),
    "A".repeat(300_000),
    saved.slice(0, -9),
  ])("is refused with issues where it is none: %#", (text) => {
    const restored = restore(text, catalog);
    expect(restored.ok).toBe(false);
    expect(!restored.ok && restored.issues.length).toBeGreaterThan(0);
  });

  test("never throws, whatever its answers hold, and poisons nothing", () => {
    const facts = fc.oneof(
      fc.constantFrom(
        "__proto__.polluted",
        "constructor.prototype.polluted",
        "company",
        "ip.filings[999].id",
        "ip.filings",
      ),
      fc.constantFrom(...Object.keys(catalog.facts)),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(facts, fc.jsonValue({ maxDepth: 2 })), { maxLength: 6 }), (answers) => {
        const text = JSON.stringify({
          ...JSON.parse(saved),
          answers: answers.map(([fact, value]) => ({ fact, value })),
        });
        const restored = restore(text, catalog);
        if (restored.ok) profileOf(restored.session);
        expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

test("a redirect of facts leads from a name that is gone to one that stands", () => {
  const faults = (factRedirects: Record<string, string>) => {
    try {
      parseCatalog({ ...catalog, factRedirects });
      return [];
    } catch (error) {
      return (error as { issues: { code: string }[] }).issues.map(({ code }) => code);
    }
  };
  expect(faults({ "party.capital": "party.statedCapital" })).toEqual([]);
  expect(faults({ "party.capital": "party.nothing" })).toEqual(["unknown-fact"]);
  expect(faults({ "party.name": "party.statedCapital" })).toEqual(["duplicate-id"]);
});
