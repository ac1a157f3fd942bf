import { catalog as bundled } from "../catalog/bundled.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Lang } from "../explain/words.ts";
import { type Cors, corsHeaders } from "./cors.ts";
import { problemOf, RequestError } from "./problem.ts";
import { readBody } from "./read-body.ts";
import { onlyKnown, readOption, readQuery } from "./read-values.ts";
import { answered, answeredOnce, failed } from "./respond.ts";
import { type Place, placeOf, type Route } from "./routes.ts";
import { type Call, defaultLimits, type Limits, type Service } from "./service.ts";

export interface HandlerOptions {
  /** The bundled catalog where absent. */
  catalog?: Catalog;
  /** A body of 256,000 bytes, and 100 entries of all lists of a profile, where absent. */
  limits?: Partial<Limits>;
  /** The day for requests that name none: `todayInJapan`. Where absent, they are refused: the handler reads no clock. */
  today?: () => string;
  /** Off where absent: no browser of another site reads the answers. */
  cors?: Cors;
  /** Told of errors that nobody foresaw, which the answer (500) says nothing of. */
  onError?: (error: unknown) => void;
}

export type Handler = (request: Request) => Promise<Response>;

/**
 * The library as JSON over HTTP, for any runtime that has `Request` and `Response`. It keeps nothing between requests
 * and writes no log. What goes wrong is answered as problem details (RFC 9457).
 */
export function createHandler(options: HandlerOptions = {}): Handler {
  const { catalog = bundled, limits, today, cors, onError } = options;
  const service: Service = { catalog, limits: { ...defaultLimits, ...limits }, today };
  return async (request) => {
    const url = new URL(request.url);
    const place = placeOf(url.pathname);
    const lang = url.searchParams.get("lang") === "en" ? "en" : "ja";
    const response = await respond(request, url, place, service, lang).catch((error: unknown) => {
      const problem = problemOf(error, url.pathname, lang);
      if (problem.status === 500) onError?.(error);
      return failed(request, problem, lang, problem.status === 405 ? allowed(place) : undefined);
    });
    if (cors !== undefined)
      for (const [name, value] of Object.entries(corsHeaders(request, cors, allowed(place))))
        response.headers.set(name, value);
    return response;
  };
}

async function respond(request: Request, url: URL, place: Place, service: Service, lang: Lang): Promise<Response> {
  if (place.routes.length === 0) throw new RequestError("unknown-path");
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: { allow: allowed(place) } });
  const method = request.method === "HEAD" ? "GET" : request.method;
  const route = place.routes.find((each) => each.method === method);
  if (route === undefined) throw new RequestError("method-not-allowed", { allow: allowed(place) });
  const given = await readGiven(request, url, route, service.limits);
  const answer = route.respond({ ...service, lang, given, id: place.id });
  return method === "POST" ? answered(answer) : answeredOnce(request, answer, service.catalog.version);
}

/** The body of a POST, the query of a GET; `lang` may stand in the query of both. */
async function readGiven(request: Request, url: URL, { body, query }: Route, limits: Limits): Promise<Call["given"]> {
  const { lang, ...rest } = onlyKnown(readQuery(url.searchParams), ["lang", ...query]);
  readOption("lang", lang, ["ja", "en"]);
  return body === undefined ? rest : onlyKnown(await readBody(request, limits.bodyBytes), body.keys);
}

/** As the header `Allow` lists them. */
const allowed = ({ routes }: Place): string =>
  [...routes.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method])), "OPTIONS"].join(", ");
