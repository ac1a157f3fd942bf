import { describe, expect, test } from "vitest";
import { createHandler } from "../../src/http/index.ts";
import { catalog, type Issue, issueMessage, ProfileError, parseProfile } from "../../src/index.ts";
import { base, post, send } from "../support/http.ts";

const handler = createHandler();
const asOf = "2026-11-21";
const json = { "content-type": "application/json" };

/** What the library itself says is wrong. */
function issuesOf(profile: unknown): readonly Issue[] {
  try {
    parseProfile(profile);
  } catch (error) {
    if (error instanceof ProfileError) return error.issues;
  }
  throw new Error("nothing is wrong");
}

describe("400", () => {
  const bad = { company: { industry: null, statedCapital: "たくさん", regularEmployee: 3 }, needs: ["money"] };

  test.each(["ja", "en"] as const)("tells every fault of profile, day and choice at once, %s", async (lang) => {
    const { status, body, headers } = await post(handler, `/assess?lang=${lang}`, {
      profile: bad,
      asOf: "2026-02-30",
      only: "perhaps",
    });
    expect(status).toBe(400);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(headers.get("content-language")).toBe(lang);
    expect(headers.get("cache-control")).toBe("no-store");
    const own = issuesOf(bad);
    expect(own.length).toBeGreaterThan(3);
    expect(body.issues.slice(0, own.length)).toEqual(
      own.map(({ path, code, args }) => ({ path, code, message: issueMessage(code, args, lang) })),
    );
    expect(body.issues.slice(own.length).map(({ path, code }: Issue) => `${path} ${code}`)).toEqual([
      "asOf not-a-date",
      "only unknown-option",
    ]);
    expect(body).toMatchObject({
      type: "urn:problem-type:chizai-navi:invalid-input",
      status: 400,
      instance: "/assess",
    });
    expect(body.title).toBe(lang === "ja" ? "入力に誤りがあります" : "The input has faults");
  });

  test.each([
    ["/assess", { profile: {} }, "asOf missing-key"],
    ["/assess", { asOf }, "profile missing-key"],
    ["/assess", { profile: {}, asOf, onyl: "eligible" }, " unknown-key"],
    ["/assess", [], " wrong-type"],
    ["/assess", { profile: "{}", asOf }, " wrong-type"],
    ["/questions", { profile: {}, asOf, need: "money" }, "need unknown-option"],
    ["/explain", { profile: {}, asOf }, "measure missing-key"],
    ["/explain", { profile: {}, asOf, measure: 7 }, "measure wrong-type"],
    ["/explain", { profile: {}, asOf, measure: "x", format: "html" }, "format unknown-option"],
    ["/search", { q: "特許", profile: {} }, "asOf missing-key"],
    ["/search", { q: "特許", prefecture: "江戸", asOf }, "prefecture not-a-prefecture"],
    ["/search", { q: "特許", limit: 2.5 }, "limit not-a-number"],
  ])("POST %s %j: %s", async (path, request, fault) => {
    const { status, body } = await post(handler, path, request);
    expect([status, body.issues.map(({ path, code }: Issue) => `${path} ${code}`)]).toEqual([400, [fault]]);
  });

  test.each([
    ["/measures", "asOf missing-key"],
    ["/measures?asof=2026-11-21", " unknown-key"],
    ["/measures?asOf=2026-11-21&asOf=2015-07-01", "asOf exactly-one-of"],
    ["/measures/foreign-filing-subsidy?asOf=yesterday", "asOf not-a-date"],
    ["/search", "q missing-key"],
    ["/search?q=a&limit=101", "limit out-of-range"],
    ["/search?q=a&limit=0", "limit out-of-range"],
    ["/search?q=a&prefecture=Fukuoka", "asOf missing-key"],
    ["/search?q=a&availability=open", "asOf missing-key"],
    ["/search?q=a&kind=money", "kind unknown-option"],
    ["/?lang=fr", "lang unknown-option"],
  ])("GET %s: %s", async (path, fault) => {
    const { status, body } = await send(handler, path);
    expect([status, body.issues.map(({ path, code }: Issue) => `${path} ${code}`)]).toEqual([400, [fault]]);
  });
});

describe("404", () => {
  test("an unknown measure is answered with the nearest ids", async () => {
    const asked = await send(handler, `/measures/foreign-filling-subsidy?asOf=${asOf}`);
    expect([asked.status, asked.body.nearest[0]]).toEqual([404, "foreign-filing-subsidy"]);
    const explained = await post(handler, "/explain", { profile: {}, asOf, measure: "foreign-filling-subsidy" });
    expect([explained.status, explained.body.nearest]).toEqual([404, asked.body.nearest]);
  });

  test.each(["/nothing", "/measures/", "/measures/a/b", "/assess/", "//assess", "/%2e%2e/etc/passwd"])(
    "there is nothing at %s, by any method",
    async (path) => {
      for (const method of ["GET", "HEAD", "POST", "OPTIONS"]) {
        expect((await handler(new Request(`${base}${path}`, { method }))).status).toBe(404);
      }
    },
  );
});

test.each([
  ["GET", "/assess", "POST, OPTIONS"],
  ["HEAD", "/questions", "POST, OPTIONS"],
  ["POST", "/", "GET, HEAD, OPTIONS"],
  ["DELETE", "/measures/foreign-filing-subsidy", "GET, HEAD, OPTIONS"],
  ["PUT", "/search", "GET, HEAD, POST, OPTIONS"],
])("405: %s %s, with what is allowed", async (method, path, allow) => {
  const { status, headers } = await send(handler, path, { method });
  expect([status, headers.get("allow")]).toEqual([405, allow]);
});

describe("413", () => {
  const limits = { bodyBytes: 1000 };
  const small = createHandler({ limits });
  /** A body that counts what is taken of it. */
  function poured(chunks: number, size: number) {
    const taken = { bytes: 0, canceled: false };
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (taken.bytes >= chunks * size) return controller.close();
        taken.bytes += size;
        controller.enqueue(new Uint8Array(size).fill(32));
      },
      cancel() {
        taken.canceled = true;
      },
    });
    return { stream, taken };
  }
  const sendStream = (to: typeof handler, body: ReadableStream, headers: object = {}) =>
    send(to, "/assess", { method: "POST", headers: { ...json, ...headers }, body, duplex: "half" } as RequestInit);

  test("10 MB are not taken in: reading stops at the limit", async () => {
    const { stream, taken } = poured(160, 65_536);
    const { status, body } = await sendStream(handler, stream);
    expect([status, body.type]).toEqual([413, "urn:problem-type:chizai-navi:body-too-large"]);
    expect(taken.canceled).toBe(true);
    expect(taken.bytes).toBeLessThanOrEqual(256_000 + 2 * 65_536);
  });

  test("a length that is told and too great is refused before the body is touched", async () => {
    const { stream, taken } = poured(1, 10);
    const { status } = await sendStream(small, stream, { "content-length": "1001" });
    // A stream fills its own queue of one chunk before anybody reads.
    expect([status, taken.bytes]).toEqual([413, 10]);
  });

  test("the limit itself passes, one byte more does not", async () => {
    const request = JSON.stringify({ profile: {}, asOf });
    const padded = (length: number) => post(small, "/assess", request.padEnd(length));
    expect([(await padded(1000)).status, (await padded(1001)).status]).toEqual([200, 413]);
  });

  test("so many entries that an answer would take too long are refused, all lists together", async () => {
    const few = createHandler({ limits: { entries: 3 } });
    const profile = (filings: number, disputes: number) => ({
      overseas: {
        countries: ["US", "CN", "KR", "TW"],
        filings: { items: Array(filings).fill({ right: "design", country: "US" }), complete: false },
        disputes: Array(disputes).fill({ kind: "counterfeit" }),
      },
    });
    expect((await post(few, "/assess", { profile: profile(2, 1), asOf })).status).toBe(200);
    const { status, body } = await post(few, "/assess?lang=en", { profile: profile(2, 2), asOf });
    expect([status, body.detail]).toEqual([413, "Lists may have 3 entries in all and have 4; send them in parts."]);
    expect((await post(handler, "/assess", { profile: profile(101, 0), asOf })).status).toBe(413);
  });
});

test.each([
  [{}],
  [{ "content-type": "text/plain" }],
  [{ "content-type": "application/x-www-form-urlencoded" }],
  [{ "content-type": "application/json; charset=shift_jis" }],
  [{ "content-type": "application/jsonp" }],
  [{ ...json, "content-encoding": "gzip" }],
])("415: %j", async (headers) => {
  const { status } = await send(handler, "/assess", {
    method: "POST",
    headers: { "content-type": "", ...headers },
    body: JSON.stringify({ profile: {}, asOf }),
  });
  expect(status).toBe(415);
});

test.each(["application/json", "Application/JSON; charset=UTF-8", 'application/json;charset="utf-8"'])(
  "%s is read",
  async (type) => {
    const { status } = await send(handler, "/search", {
      method: "POST",
      headers: { "content-type": type },
      body: '{"q":"特許"}',
    });
    expect(status).toBe(200);
  },
);

test("500 says nothing of what went wrong; the one who runs the server is told", async () => {
  const told: unknown[] = [];
  const { measures: _, ...broken } = catalog;
  const failing = createHandler({ catalog: broken as typeof catalog, onError: (error) => told.push(error) });
  const { status, body } = await post(failing, "/assess?lang=en", { profile: {}, asOf });
  expect(status).toBe(500);
  expect(Object.keys(body).toSorted()).toEqual(["detail", "instance", "status", "title", "type"]);
  expect(JSON.stringify(body)).not.toMatch(/measures|undefined|TypeError|\.ts|\n/);
  expect(told).toEqual([expect.any(TypeError)]);
});
