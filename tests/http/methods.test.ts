import { describe, expect, test } from "vitest";
import { createHandler } from "../../src/http/index.ts";
import { base, send } from "../support/http.ts";

const handler = createHandler();
const asOf = "2026-11-21";

describe("HEAD and OPTIONS", () => {
  test.each(["/", `/measures?asOf=${asOf}`, "/openapi.json", "/search?q=a", "/measures", "/nothing"])(
    "HEAD %s has the status and headers of GET, and no body",
    async (path) => {
      const get = await handler(new Request(`${base}${path}`));
      const head = await handler(new Request(`${base}${path}`, { method: "HEAD" }));
      expect([head.status, Object.fromEntries(head.headers), await head.text()]).toEqual([
        get.status,
        Object.fromEntries(get.headers),
        "",
      ]);
    },
  );

  const preflight = { method: "OPTIONS", headers: { origin: "https://portal.example" } };
  const corsOf = ({ headers }: { headers: Headers }) =>
    Object.fromEntries([...headers].filter(([name]) => /^access-control|^vary$/.test(name)));

  test("OPTIONS tells the methods; other sites are let in by no header unless asked for", async () => {
    const { status, headers } = await send(handler, "/search", preflight);
    expect([status, headers.get("allow")]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
    expect(corsOf({ headers })).toEqual({});
  });

  test("CORS lets in the sites that are named, and no other", async () => {
    const named = createHandler({ cors: { origins: ["https://portal.example"] } });
    expect(corsOf(await send(named, "/assess", preflight))).toEqual({
      "access-control-allow-headers": "content-type, if-none-match",
      "access-control-allow-methods": "POST, OPTIONS",
      "access-control-allow-origin": "https://portal.example",
      "access-control-expose-headers": "etag",
      vary: "Origin",
    });
    expect(corsOf(await send(named, "/", { headers: { origin: "https://portal.example.evil.test" } }))).toEqual({
      vary: "Origin",
    });
    expect(corsOf(await send(named, "/"))).toEqual({ vary: "Origin" });
    // A site must be able to read why it was refused.
    const refused = await send(named, "/measures", { headers: { origin: "https://portal.example" } });
    expect([refused.status, corsOf(refused)["access-control-allow-origin"]]).toEqual([400, "https://portal.example"]);
  });

  test("CORS for all sites", async () => {
    const open = createHandler({ cors: { origins: "*" } });
    expect(corsOf(await send(open, "/", { headers: { origin: "https://any.example" } }))).toEqual({
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "etag",
    });
  });
});
