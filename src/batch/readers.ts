import { issue, ProfileError } from "../errors.ts";
import type { Chunk, Source } from "./chunk.ts";
import { readRecord } from "./csv-record.ts";
import { newlinesIn, wholeLines } from "./whole-lines.ts";

/** A file that is being read: `createReadStream(path)`, standard input, the body of a response. */
export type ByteStream = AsyncIterable<Uint8Array | string>;

/** Bytes that are judged together: enough companies to stand side by side, few enough to be many chunks. */
const leastBytes = { csv: 500_000, ndjson: 100_000, small: 5_000 };

/** One profile as JSON in each line (UTF-8); a key `id` beside the facts is the caller's own name for it. */
export const readNdjson = (stream: ByteStream): Source => ({
  async *chunks(isSmall) {
    const least = isSmall ? leastBytes.small : leastBytes.ndjson;
    for await (const lines of wholeLines(stream, { least, quoted: false })) yield { kind: "ndjson", ...lines };
  },
});

/**
 * One company in each line of a CSV file (UTF-8, RFC 4180). The header names facts by their profile paths, with `.min` and
 * `.max` for the ends of a range; a column `id` is the caller's own name for a company. An empty cell is unknown, members of
 * a set have `;` between them, and `none` is the empty set.
 */
export const readCsv = (stream: ByteStream): Source => ({
  async *chunks(isSmall) {
    const least = isSmall ? leastBytes.small : leastBytes.csv;
    let header: string[] | undefined;
    for await (const lines of wholeLines(stream, { least, quoted: true })) {
      if (header !== undefined) yield { kind: "csv", header, ...lines };
      else {
        const first = readRecord(lines.bytes, 0);
        if (first.isMalformed) throw new ProfileError([issue("line 1", "malformed-line")]);
        header = first.texts.map((name) => name.trim());
        const line = lines.line + newlinesIn(lines.bytes.subarray(0, first.next));
        yield { kind: "csv", header, line, bytes: lines.bytes.subarray(first.next), end: lines.end };
      }
    }
  },
});

/** Entries that are judged together: profiles have to be copied to other threads. */
export const entriesPerChunk = { many: 256, small: 16 };

/** Profiles one after the other. */
export const fromProfiles = (profiles: Iterable<unknown> | AsyncIterable<unknown>): Source => ({
  async *chunks(isSmall) {
    const perChunk = isSmall ? entriesPerChunk.small : entriesPerChunk.many;
    let gathered: unknown[] = [];
    let line = 1;
    const chunk = (): Chunk => ({ kind: "profiles", line, end: line + gathered.length - 1, profiles: gathered });
    for await (const profile of profiles) {
      gathered.push(profile);
      if (gathered.length < perChunk) continue;
      yield chunk();
      line += gathered.length;
      gathered = [];
    }
    if (gathered.length > 0) yield chunk();
  },
});
