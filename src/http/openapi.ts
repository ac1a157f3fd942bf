import * as z from "zod/mini";
import { type JsonSchema, jsonSchemaOf, schemasByName } from "../schema/json-schema.ts";
import { Id } from "../schema/primitives.ts";
import { answerWords, description, parameterWords, routeWords } from "./route-words.ts";
import type { Route } from "./routes.ts";
import { type ComponentName, components, describedByFacts } from "./schemas/components.ts";
import { searchShape } from "./schemas/requests.ts";
import type { Call } from "./service.ts";

const at = "#/components/schemas/";
const referTo = (name: ComponentName) => ({ $ref: `${at}${name}` });
const json = (name: ComponentName) => ({ "application/json": { schema: referTo(name) } });

/** The interface in short, for whoever comes to it first. */
export function index({ catalog, lang }: Call, routes: readonly Route[]) {
  return {
    name: "chizai-navi",
    version: catalog.version,
    measures: catalog.measures.length,
    description: description[lang],
    routes: routes.map(({ method, path, id }) => ({ method, path, summary: routeWords[id][lang] })),
  };
}

/** The interface as an OpenAPI 3.1 document; labels and questions of facts are those of the catalog. */
export function openApi({ catalog, lang, today }: Call, routes: readonly Route[]) {
  const dayIsRequired = today === undefined;
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const operations = paths[route.path] ?? {};
    paths[route.path] = operations;
    operations[route.method.toLowerCase()] = operation(route, lang, dayIsRequired);
  }
  const schemas = schemasByName(components, at, catalog.facts, describedByFacts);
  for (const { id, body } of routes)
    if (body !== undefined && isDay(id, "asOf", dayIsRequired)) requireDay(schemas[body.name] as JsonSchema);
  return {
    openapi: "3.1.0",
    info: {
      title: "chizai-navi",
      version: catalog.version,
      description: description[lang],
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    // Relative to where the document is served, so that it holds under any prefix.
    servers: [{ url: "." }],
    paths,
    components: { schemas },
  };
}

function operation({ id, method, path, query, body, answer }: Route, lang: Call["lang"], dayIsRequired: boolean) {
  const parameters = [
    ...(path.includes("{id}") ? [parameter("id", "path", true, lang)] : []),
    ...query.map((name) => parameter(name, "query", name === "q" || isDay(id, name, dayIsRequired), lang)),
    parameter("lang", "query", false, lang),
  ];
  return {
    operationId: id,
    summary: routeWords[id][lang],
    parameters,
    ...(body === undefined ? {} : { requestBody: { required: true, content: json(body.name) } }),
    responses: {
      200: { description: answerWords.done[lang], content: json(answer) },
      ...(method === "GET" ? { 304: { description: answerWords.notModified[lang] } } : {}),
      default: {
        description: answerWords.failed[lang],
        content: { "application/problem+json": { schema: referTo("Problem") } },
      },
    },
  };
}

/** A search needs a day only where it reads rules. */
const isDay = (id: Route["id"], name: string, dayIsRequired: boolean): boolean =>
  name === "asOf" && id !== "search" && id !== "searchFor" && dayIsRequired;

/** The schemas leave the day open, for servers that name one themselves. */
function requireDay(request: JsonSchema): void {
  request["required"] = [...((request["required"] ?? []) as string[]), "asOf"];
}

function parameter(name: keyof typeof parameterWords, where: "path" | "query", required: boolean, lang: Call["lang"]) {
  return {
    name,
    in: where,
    required,
    description: parameterWords[name][lang],
    schema: jsonSchemaOf(parameterSchemas[name]),
  };
}

const parameterSchemas: Record<keyof typeof parameterWords, z.ZodMiniType> = {
  lang: z.enum(["ja", "en"]),
  id: Id,
  q: searchShape.q,
  limit: searchShape.limit,
  kind: searchShape.kind,
  right: searchShape.right,
  prefecture: searchShape.prefecture,
  availability: searchShape.availability,
  asOf: searchShape.asOf,
};
