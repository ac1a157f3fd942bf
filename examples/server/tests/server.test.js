import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "@hono/node-server";
import { assess } from "chizai-navi";
import { app } from "../app.js";

const asOf = "2026-11-21";
const profile = { company: { legalForm: "stock-company", industry: "manufacturing", regularEmployees: "１４８人" } };
const post = (path, body) => ({
  path,
  init: { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
});

let server;
let origin;
before(async () => {
  origin = await new Promise((listening) => {
    server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ address, port }) =>
      listening(`http://${address}:${port}`),
    );
  });
});
after(() => server.close());

test("listens on this machine only, beside the rest of the application", async () => {
  assert.match(origin, /^http:\/\/127\.0\.0\.1:/);
  assert.equal(await (await fetch(`${origin}/health`)).text(), "ok");
  assert.equal((await fetch(`${origin}/assess`)).status, 404);
});

test("answers what assess() does, in Hono and over the wire", async () => {
  const { path, init } = post("/chizai-navi/assess", { profile, asOf });
  const expected = JSON.parse(JSON.stringify(assess(profile, { asOf })));
  assert.deepEqual(await (await app.request(path, init)).json(), expected);
  assert.deepEqual(await (await fetch(`${origin}${path}`, init)).json(), expected);
});

test("names today where no day is named", async () => {
  const { path, init } = post("/chizai-navi/questions", { profile: {} });
  const { asOf: day } = await (await fetch(`${origin}${path}`, init)).json();
  assert.match(day, /^\d{4}-\d{2}-\d{2}$/);
});

test("the rest of HTTP survives the framework", async () => {
  const at = (path, init) => fetch(`${origin}/chizai-navi${path}`, init);
  const measures = await at(`/measures?asOf=${asOf}`);
  const etag = measures.headers.get("etag");
  assert.equal((await at(`/measures?asOf=${asOf}`, { headers: { "if-none-match": etag } })).status, 304);
  const head = await at(`/measures?asOf=${asOf}`, { method: "HEAD" });
  assert.deepEqual([head.status, await head.text(), head.headers.get("etag")], [200, "", etag]);
  const wrong = await at("/assess", { method: "PUT" });
  assert.deepEqual([wrong.status, wrong.headers.get("allow")], [405, "POST, OPTIONS"]);
  const unknown = await at("/measures/foreign-filling-subsidy");
  assert.equal(unknown.headers.get("content-type"), "application/problem+json");
  assert.ok((await unknown.json()).nearest.includes("foreign-filing-subsidy"));
  const large = await at("/assess", { ...post("", {}).init, body: " ".repeat(1_000_000) });
  assert.equal(large.status, 413);
  const { openapi, servers } = await (await at("/openapi.json")).json();
  assert.deepEqual(
    [openapi, new URL(servers[0].url, `${origin}/chizai-navi/openapi.json`).pathname],
    ["3.1.0", "/chizai-navi/"],
  );
});
