/** From which sites browsers may read the answers: named ones (`https://portal.example`), or all. */
export interface Cors {
  origins: "*" | readonly string[];
}

/** The headers of CORS for a request, none for a site that is not named. No cookie is ever asked for. */
export function corsHeaders(request: Request, { origins }: Cors, allow: string): Record<string, string> {
  const origin = request.headers.get("origin");
  const vary = origins === "*" ? {} : { vary: "Origin" };
  if (origin === null || (origins !== "*" && !origins.includes(origin))) return vary;
  return {
    ...vary,
    "access-control-allow-origin": origins === "*" ? "*" : origin,
    "access-control-expose-headers": "etag",
    ...(request.method === "OPTIONS"
      ? { "access-control-allow-methods": allow, "access-control-allow-headers": "content-type, if-none-match" }
      : {}),
  };
}
