import { createReadStream, statSync } from "node:fs";
import { type ByteStream, readCsv, readNdjson, readParquet, type Source } from "../batch/index.ts";
import { issue, ProfileError } from "../errors.ts";
import { UsageError } from "./arguments.ts";

/** What is read, and how many bytes it has, where that is known beforehand. */
export interface BatchInput {
  source: Source;
  bytes: number | undefined;
}

const pieceSize = 1_000_000;

/** A file by the end of its name; of standard input the first character tells. @throws ProfileError if it cannot be read. */
export async function openInput(path: string): Promise<BatchInput> {
  if (path === "-") return { source: await sniffed(process.stdin), bytes: undefined };
  const bytes = sizeOf(path);
  const stream = (): ByteStream => createReadStream(path, { highWaterMark: pieceSize });
  if (/\.csv$/i.test(path)) return { source: readCsv(stream()), bytes };
  if (/\.(?:ndjson|jsonl)$/i.test(path)) return { source: readNdjson(stream()), bytes };
  if (/\.parquet$/i.test(path)) return { source: readParquet(path), bytes: undefined };
  throw new UsageError(`batch: \`${path}\` ends neither in .csv, .ndjson, .jsonl nor .parquet`);
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "error";
    throw new ProfileError([issue(path, "not-readable", { value: path, reason })]);
  }
}

/** Profiles begin with a brace, a header with a name. */
async function sniffed(stream: AsyncIterable<Uint8Array>): Promise<Source> {
  const pieces = stream[Symbol.asyncIterator]();
  const first = await pieces.next();
  const bytes = first.done === true ? new Uint8Array(0) : first.value;
  const isJson = new TextDecoder().decode(bytes.subarray(0, 100)).trimStart().startsWith("{");
  const whole: ByteStream = {
    async *[Symbol.asyncIterator]() {
      yield bytes;
      yield* { [Symbol.asyncIterator]: () => pieces };
    },
  };
  return isJson ? readNdjson(whole) : readCsv(whole);
}
