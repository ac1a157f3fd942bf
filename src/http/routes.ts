import { assessment, explanation, found, list, questions, terms } from "./answers.ts";
import { index, openApi } from "./openapi.ts";
import type { parameterWords, routeWords } from "./route-words.ts";
import type { ComponentName } from "./schemas/components.ts";
import { AssessRequest, ExplainRequest, QuestionsRequest, SearchRequest, searchShape } from "./schemas/requests.ts";
import type { Call } from "./service.ts";

type QueryName = Exclude<keyof typeof parameterWords, "id">;

export interface Route {
  /** Names the route in the OpenAPI document. */
  id: keyof typeof routeWords;
  method: "GET" | "POST";
  /** `{id}` stands for one segment. */
  path: string;
  /** What the query may hold besides `lang`. */
  query: readonly QueryName[];
  body?: { name: ComponentName; keys: readonly string[] };
  answer: ComponentName;
  respond: (call: Call) => unknown;
}

const keysOf = ({ shape }: { shape: object }): string[] => Object.keys(shape);
const noQuery: readonly QueryName[] = [];

/** What the interface consists of: handled and described from this one table. */
export const routes: readonly Route[] = [
  {
    id: "index",
    method: "GET",
    path: "/",
    query: noQuery,
    answer: "Index",
    respond: (call) => index(call, routes),
  },
  {
    id: "assess",
    method: "POST",
    path: "/assess",
    query: noQuery,
    body: { name: "AssessRequest", keys: keysOf(AssessRequest) },
    answer: "Assessment",
    respond: assessment,
  },
  {
    id: "questions",
    method: "POST",
    path: "/questions",
    query: noQuery,
    body: { name: "QuestionsRequest", keys: keysOf(QuestionsRequest) },
    answer: "Questions",
    respond: questions,
  },
  {
    id: "explain",
    method: "POST",
    path: "/explain",
    query: noQuery,
    body: { name: "ExplainRequest", keys: keysOf(ExplainRequest) },
    answer: "Explanation",
    respond: explanation,
  },
  {
    id: "search",
    method: "GET",
    path: "/search",
    query: Object.keys(searchShape) as (keyof typeof searchShape)[],
    answer: "SearchAnswer",
    respond: found,
  },
  {
    id: "searchFor",
    method: "POST",
    path: "/search",
    query: noQuery,
    body: { name: "SearchRequest", keys: keysOf(SearchRequest) },
    answer: "SearchAnswer",
    respond: found,
  },
  { id: "list", method: "GET", path: "/measures", query: ["asOf"], answer: "MeasureList", respond: list },
  { id: "show", method: "GET", path: "/measures/{id}", query: ["asOf"], answer: "MeasureTerms", respond: terms },
  {
    id: "document",
    method: "GET",
    path: "/openapi.json",
    query: noQuery,
    answer: "OpenApiDocument",
    respond: (call) => openApi(call, routes),
  },
];

export interface Place {
  /** The routes at one path, by method. */
  routes: readonly Route[];
  /** What stands for `{id}`; empty where the path has none. */
  id: string;
}

/** What stands at a path; no routes where the path is not known. */
export function placeOf(path: string): Place {
  const exact = routes.filter((route) => route.path === path);
  const [, measure] = /^\/measures\/([^/]+)$/.exec(path) ?? [];
  return exact.length > 0 || measure === undefined
    ? { routes: exact, id: "" }
    : { routes: routes.filter((route) => route.path === "/measures/{id}"), id: decoded(measure) };
}

/** An escape that is no UTF-8 stays as it is: no measure has such an id. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
