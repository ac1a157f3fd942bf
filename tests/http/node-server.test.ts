import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHandler } from "../../src/http/index.ts";
import { assess } from "../../src/index.ts";
import { expectDescribed } from "../support/http.ts";

const handler = createHandler();
const asOf = "2026-11-21";

/** What an adapter for Node does: a request in, a response out. */
async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = "GET", url = "/", headers } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  const request = new Request(`http://127.0.0.1${url}`, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" } : {}),
  } as RequestInit);
  const response = await handler(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(await response.text());
}

const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
let origin = "";
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("an assessment over the wire is that of assess()", async () => {
  const profile = { company: { industry: "manufacturing", regularEmployees: "１０１人" } };
  const response = await fetch(`${origin}/assess`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ profile, asOf }),
  });
  const body = await response.json();
  expect(response.status).toBe(200);
  expect(body).toEqual(JSON.parse(JSON.stringify(assess(profile, { asOf }))));
  await expectDescribed("/assess", "POST", response, body);
});

test("a tag that the client sends back is answered without a body", async () => {
  const first = await fetch(`${origin}/measures?asOf=${asOf}`);
  const etag = first.headers.get("etag") as string;
  const again = await fetch(`${origin}/measures?asOf=${asOf}`, { headers: { "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

test("who goes on pouring is answered before the end", async () => {
  const answer = await new Promise<string>((done, failed) => {
    let sent = 0;
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.on("error", failed);
    socket.on("data", (data) => {
      done(`${sent < 10_000_000} ${String(data).split("\r\n")[0]}`);
      socket.destroy();
    });
    socket.write(
      "POST /assess HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
    );
    const chunk = Buffer.concat([Buffer.from("10000\r\n"), Buffer.alloc(65_536, 32), Buffer.from("\r\n")]);
    const pour = () => {
      if (socket.destroyed || sent >= 10_000_000) return;
      sent += 65_536;
      socket.write(chunk, () => setImmediate(pour));
    };
    pour();
  });
  expect(answer).toBe("true HTTP/1.1 413 Payload Too Large");
});
