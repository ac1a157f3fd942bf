const [quote, comma, newline, carriageReturn] = [34, 44, 10, 13];

/** A line of a CSV file. */
export interface CsvRecord {
  texts: string[];
  /** Where the next line begins. */
  next: number;
  /** A quotation mark is not closed, or something follows a closing one. */
  isMalformed: boolean;
}

const decoder = new TextDecoder();

/** Reads one line (RFC 4180: cells may be quoted, a quotation mark inside is doubled), letter by letter. */
export function readRecord(bytes: Uint8Array, start: number): CsvRecord {
  const texts: string[] = [];
  let at = start;
  let isMalformed = false;
  for (;;) {
    const isQuoted = bytes[at] === quote;
    const from = isQuoted ? at + 1 : at;
    at = isQuoted ? endOfQuoted(bytes, from) : endOfPlain(bytes, from);
    const text = decoder.decode(bytes.subarray(from, at));
    if (isQuoted) {
      texts.push(text.replaceAll('""', '"'));
      isMalformed ||= bytes[at] !== quote;
      at += 1;
      if (bytes[at] === carriageReturn && bytes[at + 1] === newline) at += 1;
      isMalformed ||= at < bytes.length && bytes[at] !== comma && bytes[at] !== newline;
      at = endOfPlain(bytes, at);
    } else texts.push(text.replace(/\r$/, ""));
    if (bytes[at] !== comma) return { texts, next: at + 1, isMalformed };
    at += 1;
  }
}

function endOfPlain(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== comma && bytes[at] !== newline) at += 1;
  return at;
}

/** The closing quotation mark; a doubled one closes nothing. */
function endOfQuoted(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(quote, from);
  while (at !== -1 && bytes[at + 1] === quote) at = bytes.indexOf(quote, at + 2);
  return at === -1 ? bytes.length : at;
}
