import { issue, ProfileError } from "../errors.ts";

/** Whole lines of a text, and the number of the first. */
export interface Lines {
  line: number;
  bytes: Uint8Array;
  /** How many bytes of the text are behind when they are done. */
  end: number;
}

const newline = 10;
const quote = 34;
/** No line may be longer: a quotation mark that is never closed would hold the whole file. */
const longest = 16_000_000;

/**
 * Cuts a text, as it comes in, between lines, into pieces of so many bytes or little more. Where `quoted`, a line break between
 * quotation marks ends no line (RFC 4180). The mark of the byte order is left out.
 *
 * @throws ProfileError if a line is longer than 16 MB.
 */
export async function* wholeLines(
  stream: AsyncIterable<Uint8Array | string>,
  { least, quoted }: { least: number; quoted: boolean },
): AsyncGenerator<Lines> {
  let held: Uint8Array[] = [];
  let size = 0;
  let line = 1;
  let end = 0;
  let inQuotes = false;
  for await (const bytes of parts(stream, 2 * least)) {
    const cut: Cut = quoted ? lastEnd(bytes, inQuotes) : { at: bytes.lastIndexOf(newline) + 1, inQuotes };
    inQuotes = cut.inQuotes;
    if (cut.at === 0 && size > longest)
      throw new ProfileError([issue(`line ${line}`, "line-too-long", { limit: longest })]);
    if (cut.at === 0 || size + cut.at < least) {
      held.push(bytes);
      size += bytes.length;
      continue;
    }
    const whole = joined([...held, bytes.subarray(0, cut.at)]);
    end += whole.length;
    yield { line, bytes: withoutMark(whole, line), end };
    line += newlinesIn(whole);
    held = [bytes.subarray(cut.at)];
    size = bytes.length - cut.at;
  }
  const last = joined(held);
  if (last.length > 0) yield { line, bytes: withoutMark(last, line), end: end + last.length };
}

/** No piece larger than so many bytes. */
async function* parts(stream: AsyncIterable<Uint8Array | string>, most: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of stream) {
    const bytes = typeof piece === "string" ? encoder.encode(piece) : piece;
    for (let at = 0; at < bytes.length; at += most) yield bytes.subarray(at, at + most);
  }
}

interface Cut {
  at: number;
  inQuotes: boolean;
}

/** Behind the last line break that ends a line; 0 where none does. */
function lastEnd(bytes: Uint8Array, startsInQuotes: boolean): Cut {
  let inQuotes = startsInQuotes;
  let at = 0;
  let from = 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(quote, from);
    const until = found === -1 ? bytes.length : found;
    const ended = inQuotes ? -1 : bytes.subarray(from, until).lastIndexOf(newline);
    if (ended !== -1) at = from + ended + 1;
    if (found === -1) break;
    inQuotes = !inQuotes;
    from = found + 1;
  }
  return { at, inQuotes };
}

export function newlinesIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count += 1;
  return count;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function withoutMark(bytes: Uint8Array, line: number): Uint8Array {
  const isMarked = line === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMarked ? bytes.subarray(3) : bytes;
}
