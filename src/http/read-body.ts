import { issue, ProfileError } from "../errors.ts";
import { RequestError } from "./problem.ts";

/**
 * The body as JSON. Its bytes are counted as they come in, and no more are taken than the limit.
 *
 * @throws RequestError for another media type or too many bytes, ProfileError for what is no JSON in UTF-8.
 */
export async function readBody(request: Request, limit: number): Promise<unknown> {
  const { headers } = request;
  if (!isJson(headers.get("content-type") ?? "") || (headers.get("content-encoding") ?? "identity") !== "identity")
    throw new RequestError("unsupported-media-type");
  if (Number(headers.get("content-length") ?? 0) > limit) throw new RequestError("body-too-large", { limit });
  const bytes = await readBytes(request.body, limit);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    throw new ProfileError([issue("", "not-json", { reason: (error as Error).message })]);
  }
}

/** `application/json`, or with `charset=utf-8` behind it. */
const isJson = (type: string): boolean => /^\s*application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type);

async function readBytes(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw new RequestError("body-too-large", { limit });
    }
    chunks.push(next.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
