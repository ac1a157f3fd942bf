import { expect } from "vitest";
import { createHandler, type Handler } from "../../src/http/index.ts";
import { faultsOf } from "./json-schema.ts";

export const base = "https://example.test";

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: Record<string, unknown> }> }>;
}
export interface OpenApi {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Record<string, unknown>> };
}

let read: Promise<OpenApi> | undefined;
export const openApi = (): Promise<OpenApi> => {
  read ??= createHandler()(new Request(`${base}/openapi.json`)).then((response) => response.json() as Promise<OpenApi>);
  return read;
};

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of any route; what they must look like is checked against the document.
  body: any;
}

/** Sends a request, and holds whatever is answered against what the OpenAPI document says of the route. */
export async function send(handler: Handler, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await handler(new Request(`${base}${path}`, init));
  const text = await response.text();
  const body: unknown = text === "" ? undefined : JSON.parse(text);
  if (body !== undefined) await expectDescribed(path, init.method ?? "GET", response, body);
  return { status: response.status, headers: response.headers, body };
}

/** As `send`, with a body. */
export const post = (handler: Handler, path: string, body: unknown): Promise<Answer> =>
  send(handler, path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

export async function expectDescribed(path: string, method: string, response: Response, body: unknown): Promise<void> {
  const document = await openApi();
  const { pathname } = new URL(path, base);
  const template = pathname.startsWith("/measures/") ? "/measures/{id}" : pathname;
  const operation = document.paths[template]?.[method.toLowerCase()];
  const type = response.headers.get("content-type") ?? "";
  // Where the document has no such operation there is nothing but a problem.
  const told = operation?.responses[String(response.status)] ?? operation?.responses["default"];
  const problem = { schema: { $ref: "#/components/schemas/Problem" } };
  const schema = operation === undefined ? problem.schema : told?.content?.[type]?.schema;
  if (schema === undefined) throw new Error(`${method} ${path} answers ${response.status} as ${type}: not described`);
  expect(faultsOf(body, schema, document).slice(0, 5)).toEqual([]);
}
