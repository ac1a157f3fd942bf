import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createHandler } from "../../src/http/index.ts";
import { assess, catalog, explain, explainAmount, extendCatalog, getTerms, search, why } from "../../src/index.ts";
import { openApi, post, send } from "../support/http.ts";

const handler = createHandler();
const asOf = "2026-11-21";
const files = readdirSync("examples/profiles").filter((file) => file.endsWith(".json"));
const profileOf = (file: string) => JSON.parse(readFileSync(`examples/profiles/${file}`, "utf8")) as object;
const duel = profileOf("f3-duel.json");
/** As it is once it was sent. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("POST /assess", () => {
  test.each(files)("answers for %s what assess() does", async (file) => {
    const day = file.startsWith("f") ? "2015-07-01" : asOf;
    const { status, body, headers } = await post(handler, "/assess", { profile: profileOf(file), asOf: day });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("etag")).toBeNull();
    expect(body).toEqual(sent(assess(profileOf(file), { asOf: day })));
  });

  test("`only` keeps one verdict and nothing else changes", async () => {
    const whole = assess(duel, { asOf: "2015-07-01" });
    const { body } = await post(handler, "/assess", { profile: duel, asOf: "2015-07-01", only: "eligible" });
    const kept = whole.results.filter(({ eligibility }) => eligibility === "eligible");
    expect(kept.length).toBeGreaterThan(0);
    expect(body).toEqual(sent({ ...whole, results: kept }));
  });

  test("a catalog of one's own is the one that is read", async () => {
    const { measures, ...rest } = catalog;
    const own = { ...rest, measures: measures.filter(({ id }) => id === "foreign-filing-subsidy") };
    const { body } = await post(createHandler({ catalog: own }), "/assess", { profile: duel, asOf: "2015-07-01" });
    expect(body.results.map((each: { measure: { id: string } }) => each.measure.id)).toEqual([
      "foreign-filing-subsidy",
    ]);
  });

  test("the server's day counts where none is named, and only there", async () => {
    const dated = createHandler({ today: () => "2015-07-01" });
    const named = await post(dated, "/assess", { profile: duel, asOf });
    const unnamed = await post(dated, "/assess", { profile: duel });
    expect([named.body.asOf, unnamed.body.asOf]).toEqual([asOf, "2015-07-01"]);
    expect(unnamed.body).toEqual(sent(assess(duel, { asOf: "2015-07-01" })));
  });
});

describe("POST /questions", () => {
  test("puts the questions that assess() has, in its order, without those about what has ended", async () => {
    const { results, questions } = assess({}, { asOf });
    const alive = new Set(results.filter(({ status }) => status !== "ended").map(({ measure }) => measure.id));
    const { body } = await post(handler, "/questions", { profile: {}, asOf });
    expect(body).toEqual(
      sent({ asOf, questions: questions.filter((each) => each.measures.some((id) => alive.has(id))) }),
    );
  });

  test("a need comes first, and only what its subsidies, reductions and procedures wait for is asked", async () => {
    const all = await post(handler, "/questions", { profile: {}, asOf });
    const { body } = await post(handler, "/questions", { profile: {}, asOf, need: "counterfeits" });
    expect(body.questions[0].fact).toBe("overseas.disputes");
    expect(body.questions.length).toBeLessThan(all.body.questions.length);
  });
});

describe("POST /explain", () => {
  test.each(["ja", "en"] as const)("tells one result in words, %s", async (lang) => {
    const result = assess(duel, { asOf: "2015-07-01" }).results.find(
      ({ measure }) => measure.id === "foreign-filing-subsidy",
    );
    if (result === undefined) throw new Error("no such measure");
    const request = { profile: duel, asOf: "2015-07-01", measure: "foreign-filing-subsidy" };
    const { body } = await post(handler, `/explain?lang=${lang}`, { ...request, detail: "full", format: "markdown" });
    expect(body).toEqual({
      measure: "foreign-filing-subsidy",
      asOf: "2015-07-01",
      eligibility: "eligible",
      name: result.measure.name[lang],
      why: why(result, { lang }),
      amount: explainAmount(result.estimate, { lang }),
      text: explain(result, { lang, detail: "full", format: "markdown" }),
    });
    const brief = await post(handler, `/explain?lang=${lang}`, request);
    expect(brief.body.text).toBe(explain(result, { lang }));
  });
});

describe("search", () => {
  const text = "海外で商標を真似された";
  const query = (values: Record<string, string>) => `/search?${new URLSearchParams(values)}`;

  test("GET finds what search() finds", async () => {
    const { body } = await send(handler, query({ q: text }));
    expect(body).toEqual(sent(search(text)));
    expect(body.hits.length).toBeGreaterThan(3);
  });

  test("GET narrows by number, kind, right, place and window", async () => {
    const values = {
      q: "特許",
      kind: "subsidy",
      right: "patent",
      prefecture: "東京",
      availability: "closed",
      limit: "3",
    };
    const { body } = await send(handler, query({ ...values, asOf }));
    const filters = { kind: "subsidy", right: "patent", prefecture: "東京都", availability: "closed" } as const;
    expect(body).toEqual(sent(search("特許", { asOf, limit: 3, filters })));
    expect(body.hits.length).toBeGreaterThan(0);
    expect(body.hits.length).toBeLessThan(search("特許").hits.length);
  });

  test("POST puts the verdict for a company beside each hit", async () => {
    const request = { q: text, profile: duel, asOf, kind: "subsidy", limit: 5 };
    const { body } = await post(handler, "/search", request);
    expect(body).toEqual(sent(search(text, { profile: duel, asOf, limit: 5, filters: { kind: "subsidy" } })));
    expect(body.hits[0]).toHaveProperty("eligibility");
  });
});

describe("measures", () => {
  test("are listed with their status on the day", async () => {
    const { body } = await send(handler, "/measures?asOf=2015-07-01");
    expect(body.measures.map(({ id }: { id: string }) => id)).toEqual(catalog.measures.map(({ id }) => id));
    const later = await send(handler, `/measures?asOf=${asOf}`);
    expect(later.body.measures).not.toEqual(body.measures);
    expect(body.notCovered.length).toBe(Object.keys(catalog.notCovered).length);
  });

  test("every one is shown as getTerms() has it", async () => {
    for (const { id } of catalog.measures) {
      const { status, body } = await send(handler, `/measures/${id}?asOf=${asOf}`);
      expect(status).toBe(200);
      expect(body).toEqual(sent(getTerms(id, { asOf })));
    }
  });

  test("a former id leads to the measure that took its place", async () => {
    const renamed = { ...catalog, redirects: { "old-name": "foreign-filing-subsidy" } };
    const { body } = await send(createHandler({ catalog: renamed }), `/measures/old-name?asOf=${asOf}`);
    expect(body.id).toBe("foreign-filing-subsidy");
  });
});

test("the index names every route of the document", async () => {
  const { body } = await send(handler, "/?lang=en");
  const { paths } = await openApi();
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const listed = body.routes.map(({ method, path }: { method: string; path: string }) => `${method} ${path}`);
  expect(listed.toSorted()).toEqual(described.toSorted());
  expect(body.measures).toBe(catalog.measures.length);
});

describe("what may be kept", () => {
  test("a GET carries a tag of version and content; who holds it is told that nothing changed", async () => {
    const first = await send(handler, `/measures?asOf=${asOf}`);
    const etag = first.headers.get("etag") as string;
    expect(etag).toMatch(new RegExp(`^"${catalog.version}-[0-9a-f]{16}"$`));
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await send(handler, `/measures?asOf=${asOf}`, { headers: { "if-none-match": held } });
      expect([again.status, again.body, again.headers.get("etag")]).toEqual([304, undefined, etag]);
    }
    const other = await send(handler, `/measures?asOf=${asOf}`, { headers: { "if-none-match": '"other"' } });
    expect(other.status).toBe(200);
  });

  test("a catalog that says something else has another tag, though its version is the same", async () => {
    const own = extendCatalog(catalog, { redirects: { "old-name": "foreign-filing-subsidy" } });
    const fewer = { ...own, notCovered: {} };
    const tag = async (options: object) =>
      (await send(createHandler(options), `/measures?asOf=${asOf}`)).headers.get("etag");
    expect(await tag({ catalog: own })).toBe(await tag({}));
    expect(await tag({ catalog: fewer })).not.toBe(await tag({}));
  });

  test("where the day is the server's, the next day has another tag", async () => {
    let day = "2015-07-01";
    const dated = createHandler({ today: () => day });
    const before = await send(dated, "/measures/foreign-filing-subsidy");
    day = asOf;
    const after = await send(dated, "/measures/foreign-filing-subsidy");
    expect(before.headers.get("etag")).not.toBe(after.headers.get("etag"));
  });
});
