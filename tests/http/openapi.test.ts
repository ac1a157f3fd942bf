import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createHandler } from "../../src/http/index.ts";
import { parseProfile } from "../../src/index.ts";
import { type OpenApi, openApi, send } from "../support/http.ts";
import { faultsOf, resolved } from "../support/json-schema.ts";

const asOf = "2026-11-21";
const document = await openApi();

/** Every value that stands under the key, wherever. */
const valuesOf = (key: string, value: unknown): unknown[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([name, each]) => [...(name === key ? [each] : []), ...valuesOf(key, each)]);

test("is OpenAPI 3.1, with what the specification requires", () => {
  expect(document.openapi).toBe("3.1.0");
  expect(document).toMatchObject({ info: { title: "chizai-navi", version: expect.stringMatching(/^\d+\.\d+\.\d+$/) } });
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const ids = operations.map((each) => (each as unknown as { operationId: string }).operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { responses } of operations)
    for (const response of Object.values(responses)) expect(response).toHaveProperty("description");
  for (const path of Object.keys(document.paths)) expect(path).toMatch(/^\//);
});

test("every reference resolves, and every component is referred to", () => {
  const refs = valuesOf("$ref", document) as string[];
  expect(refs.length).toBeGreaterThan(100);
  for (const ref of refs) expect(() => resolved(ref, document)).not.toThrow();
  const used = new Set(refs.map((ref) => ref.split("/").at(-1)));
  expect(Object.keys(document.components.schemas).filter((name) => !used.has(name))).toEqual([]);
});

test("each path parameter is described, and each asked for once", () => {
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const operation of Object.values(operations)) {
      const { parameters } = operation as unknown as { parameters: { name: string; in: string; required: boolean }[] };
      const inPath = parameters.filter((each) => each.in === "path").map(({ name }) => `{${name}}`);
      expect(path.match(/\{\w+\}/g) ?? []).toEqual(inPath);
      expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
    }
  }
});

describe("requests", () => {
  const faults = (name: string, value: unknown, within: OpenApi = document) =>
    faultsOf(value, { $ref: `#/components/schemas/${name}` }, within);

  test.each(readdirSync("examples/profiles").filter((file) => file.endsWith(".json")))(
    "%s in canonical form is one",
    (file) => {
      const profile = parseProfile(JSON.parse(readFileSync(`examples/profiles/${file}`, "utf8")));
      expect(faults("AssessRequest", { profile, asOf })).toEqual([]);
      expect(faults("SearchRequest", { q: "特許", profile, asOf, limit: 3 })).toEqual([]);
    },
  );

  test("what the handler refuses is none", () => {
    for (const bad of [
      { profile: {}, asOf, only: "perhaps" },
      { profile: { company: { regularEmployees: -1 } }, asOf },
      { profile: { company: { regularEmployee: 1 } }, asOf },
      { profile: { company: null }, asOf },
      { asOf },
    ])
      expect(faults("AssessRequest", bad)).not.toEqual([]);
  });

  test("a day is required, but where the server names one", async () => {
    expect(faults("AssessRequest", { profile: {} })).not.toEqual([]);
    expect(faults("SearchRequest", { q: "特許" })).toEqual([]);
    const { body } = await send(createHandler({ today: () => asOf }), "/openapi.json");
    expect(faults("AssessRequest", { profile: {} }, body)).toEqual([]);
    const required = (of: OpenApi) =>
      JSON.stringify(of.paths["/measures"]).includes('"asOf","in":"query","required":true');
    expect([required(document), required(body)]).toEqual([true, false]);
  });
});

test("the facts of a profile carry their labels and questions", () => {
  const schemas = JSON.stringify(document.components.schemas);
  expect(schemas).toContain("常時使用する従業員の数 / Number of regular employees");
  const { CoApplicant } = document.components.schemas;
  expect(JSON.stringify(CoApplicant)).toContain("資本金の額又は出資の総額");
});

test("words are in the language asked for", async () => {
  const { body } = await send(createHandler(), "/openapi.json?lang=en");
  const summaries = (of: OpenApi) => valuesOf("summary", of.paths).join("\n");
  expect(summaries(body)).not.toMatch(/[ぁ-ん一-龯]/);
  expect(summaries(document)).toMatch(/支援策/);
});
