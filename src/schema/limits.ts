import { type Issue, issue } from "../errors.ts";

export interface Limits {
  /** Of the text that the input would be as JSON, roughly. */
  bytes: number;
  depth: number;
}

/** Size and depth, looked at before anything recurses. A cycle is too deep. */
export function tooLarge(input: unknown, limits: Limits): Issue | undefined {
  const open: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  let size = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (depth > limits.depth) return issue("", "too-deep", { limit: limits.depth });
    size += typeof value === "string" ? value.length + 2 : 8;
    if (size > limits.bytes) return issue("", "too-large", { size, limit: limits.bytes });
    if (typeof value === "object" && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        size += key.length + 3;
        open.push({ value: each, depth: depth + 1 });
      }
    }
  }
  return undefined;
}

/** Paths at which null stands: it could mean "unknown" or "none", so it is refused. */
export function nullPaths(input: unknown, path = ""): string[] {
  if (input === null) return [path];
  if (typeof input !== "object") return [];
  return Object.entries(input).flatMap(([key, each]) =>
    nullPaths(each, Array.isArray(input) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`),
  );
}
