import type { Lang } from "../explain/words.ts";
import type { Problem } from "./schemas/answers.ts";

const shared = { "x-content-type-options": "nosniff" };

/** What was asked for in a POST is the company's own and is kept nowhere. */
export const answered = (body: unknown): Response =>
  new Response(JSON.stringify(body), {
    headers: { ...shared, "content-type": "application/json", "cache-control": "no-store" },
  });

/**
 * What depends on the catalog only may be kept, if it is asked each time whether it still holds. The tag names the
 * version and the content: catalogs of one's own may share a version, and a day may be the server's.
 */
export async function answeredOnce(request: Request, body: unknown, version: string): Promise<Response> {
  const text = JSON.stringify(body);
  const headers = {
    ...shared,
    etag: `"${version}-${await digest(text)}"`,
    "cache-control": "no-cache",
  };
  if (isHeld(request.headers.get("if-none-match"), headers.etag)) return new Response(null, { status: 304, headers });
  return new Response(request.method === "HEAD" ? null : text, {
    headers: { ...headers, "content-type": "application/json" },
  });
}

export const failed = (request: Request, problem: Problem, lang: Lang, allow: string | undefined): Response =>
  new Response(request.method === "HEAD" ? null : JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...shared,
      "content-type": "application/problem+json",
      "content-language": lang,
      "cache-control": "no-store",
      ...(allow === undefined ? {} : { allow }),
    },
  });

/** A list of tags, weak or strong, or `*`. */
const isHeld = (tags: string | null, tag: string): boolean =>
  (tags ?? "").split(",").some((each) => ["*", tag].includes(each.trim().replace(/^W\//, "")));

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
