import type { Catalog } from "../catalog/catalog.ts";
import { profileFromRow } from "../columns/row.ts";
import type { Companies, Said } from "../compiled/slices/companies.ts";
import type { Profile } from "../schema/profile.ts";
import type { Chunk } from "./chunk.ts";
import { GroupReader, type Meaning, noMembers } from "./csv-group.ts";
import { groupsOf } from "./csv-groups.ts";
import type { ColumnPart } from "./table.ts";
import type { Origin, Taker } from "./taker.ts";

const decoder = new TextDecoder();

type TableChunk = Extract<Chunk, { kind: "table" }>;

/** What the codes of a column come to. */
interface Coded {
  meanings: readonly (Meaning | undefined)[];
  /** Of each fact that the column tells of: the cell of each code. */
  cells: { slot: number; byCode: Uint16Array }[];
  isRefused: Uint8Array;
  hasSets: boolean;
}

/** Reads the rows of a table column by column: each text once, and then a number for a number. */
export class TableRows implements Origin {
  readonly id = undefined;
  start = 0;
  readonly #companies: Companies;
  readonly #catalog: Catalog;
  readonly #groups: readonly GroupReader[];
  readonly #read = new Map<number, readonly string[]>();
  readonly #coded = new Map<number, Coded>();
  #chunk: TableChunk;

  /** @throws ProfileError if the header names what is no column. */
  constructor(chunk: TableChunk, catalog: Catalog, companies: Companies) {
    this.#chunk = chunk;
    this.#catalog = catalog;
    this.#companies = companies;
    this.#groups = groupsOf(chunk.header, catalog).map(
      (group) => new GroupReader(group, chunk.header, catalog, companies),
    );
  }

  profileAt(row: number): Profile {
    return this.#profileOf(this.#textsOf(row)).profile ?? {};
  }

  /** Every row in its order. Where all can be said column by column, no row is looked at by itself. */
  read(chunk: TableChunk, after: number, taker: Taker): void {
    this.#chunk = chunk;
    const isFast =
      chunk.line > after && this.#companies.count === 0 && this.#groups.every((group) => this.#fill(group));
    if (!isFast) this.#companies.clear();
    for (let row = 0; row < chunk.companies; row += 1) {
      this.start = row;
      if (isFast || this.#say(row)) taker.said(chunk.line + row, this);
      else {
        this.#companies.drop();
        const { profile, issues } = this.#profileOf(this.#textsOf(row));
        if (profile === null) taker.fault(chunk.line + row, issues);
        else taker.profile(chunk.line + row, undefined, profile);
      }
    }
  }

  #say(row: number): boolean {
    const texts = this.#textsOf(row);
    return this.#groups.every((group) => group.sayTexts(texts));
  }

  /** Puts a whole column into cells. @returns whether that was possible. */
  #fill(group: GroupReader): boolean {
    const [column = 0, ...others] = group.columns;
    const part = this.#chunk.parts[column] as ColumnPart;
    if (others.length > 0) return false;
    if ("numbers" in part) return this.#fillNumbers(group, part.numbers);
    const coded = this.#codedOf(column, part.texts, group);
    if (coded.isRefused.includes(1) && part.codes.some((code) => coded.isRefused[code] === 1)) return false;
    return part.offsets === undefined
      ? this.#fillCodes(coded, part.codes)
      : this.#fillMembers(coded, part.codes, part.offsets);
  }

  #fillNumbers(group: GroupReader, numbers: Int32Array | Float64Array): boolean {
    for (let row = 0; row < numbers.length; row += 1) {
      const number = numbers[row] as number;
      // Also false of what is no number.
      if (number >= 0 && !group.sayNumber(number, row)) return false;
    }
    return true;
  }

  #fillCodes({ cells, meanings, hasSets }: Coded, codes: ArrayLike<number>): boolean {
    for (const { slot, byCode } of cells) {
      const column = this.#companies.columns[slot] as Uint16Array;
      for (let row = 0; row < codes.length; row += 1) column[row] = byCode[codes[row] as number] as number;
    }
    for (let row = 0; hasSets && row < codes.length; row += 1) {
      const code = codes[row] as number;
      if (code !== 0) this.#companies.putMembers(meanings[code] as Said, row);
    }
    return true;
  }

  #fillMembers({ meanings }: Coded, codes: ArrayLike<number>, offsets: Uint32Array): boolean {
    const first = offsets[0] as number;
    for (let row = 0; row + 1 < offsets.length; row += 1) {
      const [from, to] = [(offsets[row] as number) - first, (offsets[row + 1] as number) - first];
      if (from === to) this.#companies.putMembers(meanings[0] as Said, row);
      for (let at = from; at < to; at += 1) {
        const code = codes[at] as number;
        if (code !== 0) this.#companies.putMembers(meanings[code] as Said, row);
      }
    }
    return true;
  }

  /** Of several codes the first stands for the empty set; of a single one for what is unknown. */
  #codedOf(column: number, bytes: Uint8Array, group: GroupReader): Coded {
    const before = this.#coded.get(column);
    if (before !== undefined) return before;
    const meanings = this.#texts(column, bytes).map((text, code) =>
      code === 0 ? (group.isSet ? group.meaningOf(noMembers) : undefined) : group.meaningOf(text),
    );
    const slots = new Set(
      meanings.flatMap((each) => (each === undefined || each === "refused" ? [] : each.cells.map(({ slot }) => slot))),
    );
    const cellIn = (slot: number) => (each: Meaning | undefined) =>
      each === undefined || each === "refused" ? 0 : (each.cells.find((cell) => cell.slot === slot)?.cell ?? 0);
    const coded = {
      meanings,
      cells: [...slots].map((slot) => ({ slot, byCode: Uint16Array.from(meanings, cellIn(slot)) })),
      // What says that a set is empty is no member of one.
      isRefused: Uint8Array.from(meanings, (each, code) =>
        code > 0 && (each === undefined || each === "refused" || each.isEmptySet) ? 1 : 0,
      ),
      hasSets: group.isSet,
    };
    this.#coded.set(column, coded);
    return coded;
  }

  /** The row as a line of a CSV file. */
  #textsOf(row: number): string[] {
    return this.#chunk.parts.map((part, column) => {
      if ("numbers" in part) return (part.numbers[row] as number) >= 0 ? String(part.numbers[row]) : "";
      const texts = this.#texts(column, part.texts);
      const { codes, offsets } = part;
      if (offsets === undefined) return texts[codes[row] as number] as string;
      const [first, from, to] = [offsets[0] as number, offsets[row] as number, offsets[row + 1] as number];
      const members = [...codes.subarray(from - first, to - first)].map((code) => texts[code] as string);
      return members.length === 0 ? noMembers : members.join(";");
    });
  }

  /** By code; the first is what is unknown. */
  #texts(column: number, bytes: Uint8Array): readonly string[] {
    const texts = this.#read.get(column) ?? ["", ...(JSON.parse(decoder.decode(bytes.slice())) as string[])];
    this.#read.set(column, texts);
    return texts;
  }

  #profileOf(texts: readonly string[]) {
    return profileFromRow(
      Object.fromEntries(this.#chunk.header.map((name, column) => [name, texts[column]])),
      this.#catalog,
    );
  }
}
