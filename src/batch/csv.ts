import type { Catalog } from "../catalog/catalog.ts";
import { profileFromRow, type Row, rowName } from "../columns/row.ts";
import type { Field } from "../compiled/field.ts";
import type { Companies, Said } from "../compiled/slices/companies.ts";
import { type Issue, issue } from "../errors.ts";
import type { Profile } from "../schema/profile.ts";
import { type Group, groupsOf } from "./csv-groups.ts";
import { readRecord } from "./csv-record.ts";
import { hashed, Memo, most, noHash } from "./memo.ts";
import { newlinesIn } from "./whole-lines.ts";

/** What a line says. `said`: it is in the cells. `whole`: somebody has to look at the profile. */
export type Line =
  | { kind: "said" | "blank" }
  | { kind: "whole"; profile: Profile }
  | { kind: "fault"; issues: readonly Issue[] };

/** What the texts of a group came to. */
type Meaning = Said | "whole" | "fault";

/** A group, and what its texts came to before. */
interface Known extends Group {
  byTexts: Map<string, Meaning>;
  byBytes: Memo<Meaning>;
  digits: Digits | undefined;
}

/** Figures in plain digits that are read as the number that they are: between two that are. */
interface Digits {
  least: number;
  most: number;
  field: Field | undefined;
}

const [quote, comma, newline, carriageReturn, zero, nine] = [34, 44, 10, 13, 48, 57];
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
  readonly #groups: readonly Known[];
  /** By column: its group, where it is the only one in it. */
  readonly #alone: readonly (Known | undefined)[];
  readonly #joint: readonly Known[];
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
    this.#groups = groupsOf(header, catalog).map((group) => ({
      ...group,
      byTexts: new Map(),
      byBytes: new Memo<Meaning>(),
      digits: group.figure === undefined ? undefined : this.#digitsOf(group.figure),
    }));
    this.#alone = header.map((_, at) => this.#groups.find(({ columns }) => columns.length === 1 && columns[0] === at));
    this.#joint = this.#groups.filter(({ columns }) => columns.length > 1);
  }

  begin(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#at = 0;
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
      const start = at;
      let hash = noHash;
      let number = 0;
      let byte = bytes[at];
      while (byte !== comma && byte !== newline && byte !== carriageReturn && byte !== quote && byte !== undefined) {
        hash = hashed(hash, byte);
        number = byte >= zero && byte <= nine ? number * 10 + byte - zero : Number.NaN;
        at += 1;
        byte = bytes[at];
      }
      const group = columns[column];
      if (group !== undefined && at > start && !this.#say(group, start, at, hash, number)) return undefined;
      if (byte === carriageReturn) {
        at += 1;
        byte = bytes[at] === newline ? newline : quote;
      }
      const isLast = column === columns.length - 1;
      if (byte === quote || isLast === (byte === comma)) return undefined;
      at += 1;
    }
    if (at - this.#start >= longest) return undefined;
    return this.#joint.length === 0 || this.#sayTexts(this.#joint, readRecord(bytes, this.#start).texts)
      ? at
      : undefined;
  }

  /** @returns whether it could be said in cells. */
  #say({ digits, byBytes, columns }: Known, start: number, end: number, hash: number, number: number): boolean {
    if (digits !== undefined && number >= digits.least && number <= digits.most) {
      const isPlain = end - start === 1 || this.#bytes[start] !== zero;
      const cell = digits.field?.cell(number) ?? 0;
      if (isPlain && (digits.field === undefined || this.#companies.isMet(digits.field.slot, cell))) {
        if (digits.field !== undefined) this.#companies.putCell(digits.field.slot, cell);
        return true;
      }
    }
    let meaning = byBytes.find(this.#bytes, start, end, hash);
    if (meaning === undefined) {
      const text = decoder.decode(this.#bytes.subarray(start, end));
      meaning = this.#meaningOf({ [this.#header[columns[0] as number] as string]: text });
      byBytes.add(this.#bytes, start, end, hash, meaning);
    }
    if (typeof meaning === "string") return false;
    this.#companies.put(meaning);
    return true;
  }

  /** The same, of texts. */
  #sayTexts(groups: readonly Known[], texts: readonly string[]): boolean {
    return groups.every(({ columns, byTexts }) => {
      const given = columns.map((column) => texts[column] as string);
      if (given.every((text) => text === "")) return true;
      const key = given.join("\u0000");
      const meaning =
        byTexts.get(key) ??
        this.#meaningOf(Object.fromEntries(columns.map((column, at) => [this.#header[column], given[at]])));
      if (byTexts.size >= most) byTexts.clear();
      byTexts.set(key, meaning);
      if (typeof meaning !== "string") this.#companies.put(meaning);
      return typeof meaning !== "string";
    });
  }

  #meaningOf(row: Row): Meaning {
    const { profile } = profileFromRow(row, this.#catalog);
    return profile === null ? "fault" : (this.#companies.said(profile) ?? "whole");
  }

  #profileOf(texts: readonly string[]) {
    return profileFromRow(Object.fromEntries(this.#header.map((name, column) => [name, texts[column]])), this.#catalog);
  }

  /** Between the least and the greatest figure in plain digits that can be read, all can. */
  #digitsOf(path: string): Digits | undefined {
    const isRead = (number: number) => profileFromRow({ [path]: `${number}` }, this.#catalog).profile !== null;
    const least = [0, 1].find(isRead);
    const greatest = Array.from({ length: 14 }, (_, zeros) => 10 ** (13 - zeros)).find(isRead);
    if (least === undefined || greatest === undefined) return undefined;
    return { least, most: greatest, field: this.#companies.fieldAt(path) };
  }
}

const decoder = new TextDecoder();

const isBlank = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === newline || (bytes[at] === carriageReturn && bytes[at + 1] === newline);
