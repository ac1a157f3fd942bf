import type { Catalog } from "../catalog/catalog.ts";
import { profileFromRow } from "../columns/row.ts";
import type { Field } from "../compiled/field.ts";
import type { Companies, Said } from "../compiled/slices/companies.ts";
import { isDate } from "../normalize/calendar.ts";
import type { Group } from "./csv-groups.ts";
import { Memo, most } from "./memo.ts";

/** What texts came to. What says that a set is empty is no member of one. */
export type Meaning = (Said & { isEmptySet: boolean }) | "refused";

/** Values in plain form that are read as what they are: between two that are. */
interface Plain<T> {
  least: T;
  most: T;
  /** None if nobody asks. */
  field: Field | undefined;
}

/** What a cell says whose set is empty. */
export const noMembers = "none";
const decoder = new TextDecoder();

/**
 * Reads the cells of a group of columns. What a text says is asked of the readers of profiles once, and remembered; plain
 * figures and days, of which there are too many to remember, go straight into cells.
 */
export class GroupReader {
  readonly columns: readonly number[];
  readonly isSet: boolean;
  readonly #names: readonly string[];
  readonly #catalog: Catalog;
  readonly #companies: Companies;
  readonly #byTexts = new Map<string, Meaning>();
  readonly #byBytes = new Memo<Meaning>();
  readonly #figures: Plain<number> | undefined;
  readonly #days: Plain<string> | undefined;

  constructor({ columns, fact, type }: Group, header: readonly string[], catalog: Catalog, companies: Companies) {
    this.columns = columns;
    this.isSet = type === "options";
    this.#names = columns.map((column) => header[column] as string);
    this.#catalog = catalog;
    this.#companies = companies;
    const isRead = (value: number | string) => profileFromRow({ [fact]: String(value) }, catalog).profile !== null;
    function between<T extends number | string>(least: readonly T[], greatest: readonly T[]): Plain<T> | undefined {
      const [first, last] = [least.find(isRead), greatest.find(isRead)];
      return first === undefined || last === undefined
        ? undefined
        : { least: first, most: last, field: companies.fieldAt(fact) };
    }
    this.#figures = type === "yen" || type === "count" ? between([0, 1], powers) : undefined;
    this.#days = type === "date" ? between(["1900-01-01"], ["2100-12-31"]) : undefined;
  }

  /** The cell of an only column. @returns whether it could be said in cells of the company that is to be next. */
  say(bytes: Uint8Array, start: number, end: number, hash: number): boolean {
    if (this.#figures !== undefined && this.sayNumber(plainNumber(bytes, start, end), this.#companies.count))
      return true;
    const meaning = this.#meaning(bytes, start, end, hash);
    if (meaning === "refused") return false;
    this.#companies.put(meaning);
    return true;
  }

  /** One of several members of a set. */
  sayMember(bytes: Uint8Array, start: number, end: number, hash: number): boolean {
    const meaning = this.#meaning(bytes, start, end, hash);
    if (meaning === "refused" || meaning.isEmptySet) return false;
    this.#companies.putMembers(meaning, this.#companies.count);
    return true;
  }

  /** The same as `say`, of the texts of a whole line. */
  sayTexts(line: readonly string[]): boolean {
    const texts = this.columns.map((column) => line[column] as string);
    return texts.every((text) => text === "") || this.#sayAll(texts);
  }

  #sayAll(texts: readonly string[], row?: number): boolean {
    const key = texts.join("\u0000");
    const meaning = this.#byTexts.get(key) ?? this.#meaningOf(texts);
    if (this.#byTexts.size >= most) this.#byTexts.clear();
    this.#byTexts.set(key, meaning);
    if (meaning !== "refused") this.#companies.put(meaning, row);
    return meaning !== "refused";
  }

  /** A number in yen or persons, of a row. @returns whether it is one that the fact can have. */
  sayNumber(number: number, row: number): boolean {
    const figures = this.#figures;
    if (figures === undefined || number < figures.least || number > figures.most)
      return this.#sayAll([`${number}`], row);
    // The first in its cell is read as any text is.
    const cell = this.#cellOf(figures, number) ?? this.#cellOfMeaning(this.#meaningOf([String(number)]), figures);
    if (cell === undefined) return false;
    if (figures.field !== undefined) this.#companies.putCell(figures.field.slot, cell, row);
    return true;
  }

  #cellOfMeaning(meaning: Meaning, { field }: Plain<number>): number | undefined {
    return meaning === "refused" ? undefined : meaning.cells.find(({ slot }) => slot === field?.slot)?.cell;
  }

  /** What a text says that stands in an only column. */
  meaningOf(text: string): Meaning {
    return this.#meaningOfDay(text) ?? this.#meaningOf([text]);
  }

  /** The cell of a plain value, unless it is the first in it. */
  #cellOf<T extends number | string>({ field }: Plain<T>, value: T): number | undefined {
    if (field === undefined) return 0;
    const cell = field.cell(value);
    return this.#companies.isMet(field.slot, cell) ? cell : undefined;
  }

  #meaning(bytes: Uint8Array, start: number, end: number, hash: number): Meaning {
    const before = this.#byBytes.find(bytes, start, end, hash);
    if (before !== undefined) return before;
    const meaning = this.meaningOf(decoder.decode(bytes.subarray(start, end)));
    this.#byBytes.add(bytes, start, end, hash, meaning);
    return meaning;
  }

  #meaningOfDay(text: string): Meaning | undefined {
    const days = this.#days;
    if (days === undefined || !isDate(text) || text < days.least || text > days.most) return undefined;
    const cell = this.#cellOf(days, text);
    if (cell === undefined) return undefined;
    const cells = days.field === undefined ? [] : [{ slot: days.field.slot, cell }];
    return { cells, sets: [], isEmptySet: false };
  }

  #meaningOf(texts: readonly string[]): Meaning {
    const row = Object.fromEntries(this.#names.map((name, at) => [name, texts[at]]));
    const { profile } = profileFromRow(row, this.#catalog);
    const said = profile === null ? undefined : this.#companies.said(profile);
    const isEmptySet = this.isSet && texts[0]?.trim() === noMembers;
    return said === undefined ? "refused" : { ...said, isEmptySet };
  }
}

/** From the greatest down. */
const powers = Array.from({ length: 14 }, (_, zeros) => 10 ** (13 - zeros));

/** Beyond so many digits no number is exact. */
const mostDigits = 15;
const [zero, nine] = [48, 57];

/** The number that plain digits are; -1 for whatever else. */
function plainNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > mostDigits || (bytes[start] === zero && end - start > 1)) return -1;
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte < zero || byte > nine) return -1;
    number = number * 10 + byte - zero;
  }
  return number;
}
