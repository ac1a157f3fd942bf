import { once } from "node:events";
import { closeSync, createWriteStream, existsSync, fstatSync, ftruncateSync, openSync, readSync } from "node:fs";
import type { Writable } from "node:stream";
import { issue, ProfileError } from "../errors.ts";

/** Where lines go, no faster than they are taken. */
export interface Output {
  /** @returns false when nobody takes any more. */
  write(text: string): Promise<boolean>;
  end(): Promise<void>;
}

/** Standard output, or a file: begun anew, or gone on with. */
export function openOutput(path: string | undefined, goesOn: boolean): Output {
  if (path === undefined) return { write: (text) => written(process.stdout, text), end: async () => undefined };
  const file = createWriteStream(path, { flags: goesOn ? "a" : "w" });
  return {
    write: (text) => written(file, text),
    async end() {
      file.end();
      await once(file, "finish");
    },
  };
}

async function written(stream: Writable, text: string): Promise<boolean> {
  if (!stream.writable) return false;
  if (!stream.write(text)) await taken(stream);
  return stream.writable;
}

/** Until there is room again. That a reader closes the pipe early is no fault. */
const taken = (stream: Writable): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (error?: NodeJS.ErrnoException): void => {
      for (const event of events) stream.off(event, settle);
      if (error === undefined || error.code === "EPIPE") resolve();
      else reject(error);
    };
    for (const event of events) stream.once(event, settle);
  });

const events = ["drain", "close", "error"] as const;

/** No company fills more. */
const tail = 2 ** 22;

/**
 * The line of the input that an earlier run was done with: that of the last whole line of what it wrote (NDJSON). What comes
 * behind it, of a run that was cut off, is cut away. 0 if there is nothing.
 *
 * @throws ProfileError if the file holds something else.
 */
export function doneBefore(path: string): number {
  if (!existsSync(path)) return 0;
  const file = openSync(path, "r+");
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, tail));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    const end = bytes.lastIndexOf("\n");
    ftruncateSync(file, size - bytes.length + end + 1);
    if (end === -1) return 0;
    return lineIn(path, bytes.toString("utf8", bytes.lastIndexOf("\n", end - 1) + 1, end));
  } finally {
    closeSync(file);
  }
}

function lineIn(path: string, text: string): number {
  try {
    const { line } = JSON.parse(text) as { line?: unknown };
    if (typeof line === "number" && Number.isInteger(line)) return line;
  } catch {
    // Told below, as what is JSON but no line of a batch.
  }
  throw new ProfileError([issue(path, "not-a-batch", { value: text.slice(0, 60) })]);
}
