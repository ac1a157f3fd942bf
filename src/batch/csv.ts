import type { Catalog } from "../catalog/catalog.ts";
import { profileFromRow, rowName } from "../columns/row.ts";
import type { Companies } from "../compiled/slices/companies.ts";
import { type Issue, issue } from "../errors.ts";
import type { Profile } from "../schema/profile.ts";
import { GroupReader } from "./csv-group.ts";
import { groupsOf } from "./csv-groups.ts";
import { readRecord } from "./csv-record.ts";
import { hashed } from "./memo.ts";
import { newlinesIn } from "./whole-lines.ts";

/** What a line says. `said`: it is in the cells. `whole`: somebody has to look at the profile. */
export type Line =
  | { kind: "said" | "blank" }
  | { kind: "whole"; profile: Profile }
  | { kind: "fault"; issues: readonly Issue[] };

const [quote, comma, semicolon, newline, carriageReturn] = [34, 44, 59, 10, 13];
/** The bytes that end a cell, or a member of a set. */
const isEnd = new Uint8Array(256);
for (const byte of [quote, comma, newline, carriageReturn]) isEnd[byte] = 1;
const isEndOfMember = isEnd.slice();
isEndOfMember[semicolon] = 1;
const said: Line = { kind: "said" };
const blank: Line = { kind: "blank" };
/** A profile has a limit of its own, which only a long line can reach. */
const longest = 20_000;

/**
 * Reads lines of a CSV file into cells, without profiles on the way: what a text says is asked of the readers of profiles
 * once, and remembered by its bytes. What was never met, and lines with quotation marks or faults, take longer.
 */
export class CsvLines {
  readonly #header: readonly string[];
  readonly #catalog: Catalog;
  readonly #companies: Companies;
  readonly #groups: readonly GroupReader[];
  /** By column: its group, where it is the only one in it. */
  readonly #alone: readonly (GroupReader | undefined)[];
  readonly #joint: readonly GroupReader[];
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #start = 0;
  /** How many line breaks the line has that was read last: one, if none stands in quotation marks. */
  breaks = 1;

  /** @throws ProfileError if the header names what is no column. */
  constructor(header: readonly string[], catalog: Catalog, companies: Companies) {
    this.#header = header;
    this.#catalog = catalog;
    this.#companies = companies;
    this.#groups = groupsOf(header, catalog).map((group) => new GroupReader(group, header, catalog, companies));
    this.#alone = header.map((_, at) => this.#groups.find(({ columns }) => columns.length === 1 && columns[0] === at));
    this.#joint = this.#groups.filter(({ columns }) => columns.length > 1);
  }

  /** From here on these lines are meant. */
  begin(lines: Uint8Array): void {
    this.#at = 0;
    this.#bytes = lines;
    if (lines.at(-1) === newline) return;
    this.#bytes = new Uint8Array(lines.length + 1);
    this.#bytes.set(lines);
    this.#bytes[lines.length] = newline;
  }

  get isDone(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** What the line calls itself in the column `id`. */
  get id(): string | undefined {
    const column = this.#header.indexOf(rowName);
    return column === -1 ? undefined : readRecord(this.#bytes, this.#start).texts[column];
  }

  /** The profile of a line that begins there. */
  profileAt(start: number): Profile {
    return this.#profileOf(readRecord(this.#bytes, start).texts).profile ?? {};
  }

  get start(): number {
    return this.#start;
  }

  /** Reads the next line. What it says of the company is in the cells of the one that is to be next. */
  read(): Line {
    this.#start = this.#at;
    const next = this.#scan();
    if (next !== undefined) {
      this.#at = next;
      this.breaks = 1;
      return next <= this.#start + 2 && isBlank(this.#bytes, this.#start) ? blank : said;
    }
    this.#companies.drop();
    const { texts, isMalformed, next: behind } = readRecord(this.#bytes, this.#start);
    this.#at = behind;
    this.breaks = newlinesIn(this.#bytes.subarray(this.#start, behind));
    if (isMalformed) return { kind: "fault", issues: [issue("", "malformed-line")] };
    const [found, expected] = [texts.length, this.#header.length];
    if (found !== expected) return { kind: "fault", issues: [issue("", "cell-count", { found, expected })] };
    if (behind - this.#start < longest && this.#sayTexts(this.#groups, texts)) return said;
    this.#companies.drop();
    const { profile, issues } = this.#profileOf(texts);
    return profile === null ? { kind: "fault", issues } : { kind: "whole", profile };
  }

  /** One pass over the bytes of a line. @returns where the next one begins; nothing where it has to be looked at again. */
  #scan(): number | undefined {
    const bytes = this.#bytes;
    const columns = this.#alone;
    let at = this.#start;
    if (isBlank(bytes, at)) return bytes[at] === newline ? at + 1 : at + 2;
    for (let column = 0; column < columns.length; column += 1) {
      const group = columns[column];
      const start = at;
      if (group?.isSet) at = this.#saySet(group, start);
      else {
        let hash = 0;
        let byte = bytes[at] as number;
        while (isEnd[byte] === 0) {
          hash = hashed(hash, byte);
          at += 1;
          byte = bytes[at] as number;
        }
        if (at > start && group !== undefined && !group.say(bytes, start, at, hash)) return undefined;
      }
      const isLast = column === columns.length - 1;
      if (isLast && bytes[at] === carriageReturn) at += 1;
      if (bytes[at] !== (isLast ? newline : comma)) return undefined;
      at += 1;
    }
    if (at - this.#start >= longest) return undefined;
    return this.#joint.length === 0 || this.#sayTexts(this.#joint, readRecord(bytes, this.#start).texts)
      ? at
      : undefined;
  }

  /** Members of a set, each by itself. @returns where the cell ends; nowhere if it has to be looked at as a whole. */
  #saySet(group: GroupReader, start: number): number {
    const bytes = this.#bytes;
    for (let at = start; ; at += 1) {
      const from = at;
      let hash = 0;
      let byte = bytes[at] as number;
      while (isEndOfMember[byte] === 0) {
        hash = hashed(hash, byte);
        at += 1;
        byte = bytes[at] as number;
      }
      const isOnly = from === start && byte !== semicolon;
      if (isOnly && at === from) return at;
      const isSaid = isOnly ? group.say(bytes, from, at, hash) : group.sayMember(bytes, from, at, hash);
      if (at === from || !isSaid) return notRead;
      if (byte !== semicolon) return at;
    }
  }

  #sayTexts = (groups: readonly GroupReader[], texts: readonly string[]): boolean =>
    groups.every((group) => group.sayTexts(texts));

  #profileOf(texts: readonly string[]) {
    return profileFromRow(Object.fromEntries(this.#header.map((name, column) => [name, texts[column]])), this.#catalog);
  }
}

/** Where no byte stands. */
const notRead = -1;

const isBlank = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === newline || (bytes[at] === carriageReturn && bytes[at + 1] === newline);
