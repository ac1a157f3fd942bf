import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHandler } from "../../src/http/index.ts";
import { assess, search } from "../../src/index.ts";
import { base, post, send } from "../support/http.ts";

const handler = createHandler({ onError: (error) => unforeseen.push(error) });
/** What a 500 was for. */
const unforeseen: unknown[] = [];
const asOf = "2026-11-21";

const strings = [
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  '"><iframe srcdoc="<script>alert(1)</script>">',
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "' OR 1=1 --",
  "'; DROP TABLE measures; --",
  "{{7*7}}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of an attack on templates
  "${7*7}",
  "#{7*7}",
  "<%= 7*7 %>",
  "{count}{id}{allow}",
  "$(reboot)",
  "`reboot`",
  "| cat /etc/passwd",
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "\u0000",
  "line\r\nset-cookie: a=b",
  "\u202egnp.exe\u202c",
  "\u2066\u200b\u2069\ufeff",
  "\ud800",
  "\udfff\ud800",
  "\u0301".repeat(100),
  "𠮷野家👨‍👩‍👧‍👦",
  '=HYPERLINK("http://evil.test")',
  "__proto__",
  "constructor",
  "%00%ff%E0%A4%A",
  "a".repeat(20_000),
  "(a+)+$".repeat(200),
];

test.each(strings.map((text) => [text.slice(0, 40), text]))("%j is only ever text", async (_, text) => {
  // An address holds no half of a character.
  const whole = Buffer.from(text).toString();
  const encoded = encodeURIComponent(whole);
  const inQuery = await send(handler, `/search?q=${encoded}`);
  expect(inQuery.body).toEqual(JSON.parse(JSON.stringify(search(whole))));
  const named = await post(handler, "/assess", { profile: { company: { name: text.slice(0, 200) } }, asOf });
  expect(named.body).toEqual(JSON.parse(JSON.stringify(assess({}, { asOf }))));
  const refused = [
    await send(handler, `/measures/${encoded}?asOf=${asOf}`),
    await send(handler, `/measures?asOf=${encoded}`),
    await send(handler, `/?lang=${encoded}`),
    await send(handler, `/?${encoded}=1`),
    await post(handler, "/assess", { profile: { company: { industry: text, [text]: 1 } }, asOf }),
    await post(handler, "/assess", { profile: {}, asOf: text }),
    await post(handler, "/questions", { profile: {}, asOf, need: text }),
    await post(handler, "/explain", { profile: {}, asOf, measure: text }),
    await post(handler, "/search", { q: text, kind: text, prefecture: text, limit: text }),
  ];
  for (const { status, headers, body } of [inQuery, named, ...refused]) {
    expect(headers.get("content-type")).toMatch(/^application\/(problem\+)?json$/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("set-cookie")).toBeNull();
    if (status !== 200) expect(JSON.stringify(body).length).toBeLessThan(70_000);
  }
  expect(refused.map(({ status }) => status).filter((status) => status !== 400 && status !== 404)).toEqual([]);
});

describe("bodies that are no request", () => {
  const sendText = (body: string | Uint8Array<ArrayBuffer>) =>
    send(handler, "/assess", { method: "POST", headers: { "content-type": "application/json" }, body });
  const fault = async (body: string | Uint8Array<ArrayBuffer>) => {
    const answer = await sendText(body);
    return [answer.status, answer.body.issues?.map(({ code }: { code: string }) => code)];
  };

  test.each([
    ["nothing", ""],
    ["NaN", `{"profile":{"company":{"statedCapital":NaN}},"asOf":"${asOf}"}`],
    ["a comment", `{"profile":{},/* */"asOf":"${asOf}"}`],
    ["half of it", '{"profile":{"company":'],
  ])("%s", async (_, body) => expect(await fault(body)).toEqual([400, ["not-json"]]));

  test("bytes that are no UTF-8 are not taken for something near", async () => {
    const bytes = new TextEncoder().encode(`{"profile":{"company":{"name":"xx"}},"asOf":"${asOf}"}`);
    bytes.set([0xc3, 0x28], new TextDecoder().decode(bytes).indexOf("xx"));
    expect(await fault(bytes)).toEqual([400, ["not-json"]]);
  });

  test("a byte order mark is no part of the JSON", async () => {
    expect((await sendText(`\ufeff{"profile":{},"asOf":"${asOf}"}`)).status).toBe(200);
  });

  test.each([
    ["lists", "[", "]"],
    ["objects", '{"company":', "}"],
  ])("nested %s, as deep as a body allows", async (_, open, close) => {
    const deep = `${open.repeat(20_000)}1${close.repeat(20_000)}`;
    expect(await fault(`{"profile":${deep},"asOf":"${asOf}"}`)).toEqual([400, [expect.stringMatching(/^too-/)]]);
    expect(await fault(deep)).toEqual([400, [expect.stringMatching(/^(wrong-type|unknown-key)$/)]]);
    const inDay = await fault(`{"profile":{},"asOf":${deep}}`);
    expect(inDay).toEqual([400, ["not-a-date"]]);
  });

  test.each([
    `{"__proto__":{"profile":{},"asOf":"${asOf}"}}`,
    `{"profile":{"__proto__":{"company":{"industry":"retail"}}},"asOf":"${asOf}"}`,
    `{"profile":{"company":{"__proto__":{"polluted":true}}},"asOf":"${asOf}"}`,
    `{"profile":{"constructor":{"prototype":{"polluted":true}}},"asOf":"${asOf}"}`,
    `{"profile":{},"asOf":"${asOf}","toString":1,"__proto__":{"only":"eligible"}}`,
  ])("keys of the prototype are refused: %s", async (body) => {
    expect(await fault(body)).toEqual([400, ["unknown-key"]]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("a number beyond all numbers is no amount", async () => {
    const { status, body } = await sendText(`{"profile":{"company":{"statedCapital":1e999}},"asOf":"${asOf}"}`);
    expect([status, body.issues[0].path]).toEqual([400, "company.statedCapital"]);
  });

  test("a day that cannot even be written is no day", async () => {
    expect(await fault('{"profile":{},"asOf":{"toString":1,"valueOf":1}}')).toEqual([400, ["not-a-date"]]);
  });
});

test("no JSON and no path makes it fail", async () => {
  const paths = fc.constantFrom("/assess", "/questions", "/explain", "/search");
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record({ profile: fc.jsonValue(), asOf: fc.oneof(fc.constant(asOf), fc.jsonValue()) }),
    fc.record({ q: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()), limit: fc.jsonValue() }),
    fc.record({ profile: fc.constant({}), asOf: fc.constant(asOf), measure: fc.string(), need: fc.jsonValue() }),
  );
  await fc.assert(
    fc.asyncProperty(paths, anything, async (path, body) => {
      const { status } = await post(handler, path, body);
      expect([200, 400, 404]).toContain(status);
    }),
    { numRuns: 200 },
  );
  await fc.assert(
    fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), async (path, query) => {
      const response = await handler(new Request(`${base}${path}?${query}`));
      expect([200, 400, 404, 405]).toContain(response.status);
    }),
    { numRuns: 200 },
  );
  expect(unforeseen).toEqual([]);
});
