import type { Catalog } from "../catalog/catalog.ts";
import { profileFromRow, type Row, rowName } from "../columns/row.ts";
import type { Companies } from "../compiled/slices/companies.ts";
import { issue, ProfileError } from "../errors.ts";
import { parseProfile } from "../facts/parse-profile.ts";
import type { Chunk } from "./chunk.ts";
import { CsvLines } from "./csv.ts";
import { requireColumns } from "./csv-groups.ts";
import { TableRows } from "./table-rows.ts";
import type { Taker } from "./taker.ts";

type Of<Kind extends Chunk["kind"]> = Extract<Chunk, { kind: Kind }>;

/** Reads chunks; what it learns about the texts of a file, it remembers for the next one. */
export function chunkReader(
  catalog: Catalog,
  companies: Companies,
): (chunk: Chunk, after: number, taker: Taker) => void {
  const files = new Map<string, CsvLines>();
  let rows: { table: number; of: TableRows } | undefined;

  function readCsv({ line: first, header, bytes }: Of<"csv">, taker: Taker): void {
    const key = header.join("\u0000");
    const lines = files.get(key) ?? new CsvLines(header, catalog, companies);
    files.set(key, lines);
    lines.begin(bytes);
    for (let line = first; !lines.isDone; line += lines.breaks) {
      const read = lines.read();
      if (read.kind === "said") taker.said(line, lines);
      else if (read.kind === "whole") taker.profile(line, lines.id, read.profile);
      else if (read.kind === "fault") taker.fault(line, read.issues);
    }
  }

  return (chunk, after, taker) => {
    switch (chunk.kind) {
      case "csv":
        readCsv(chunk, taker);
        break;
      case "ndjson":
        readJson(chunk, taker);
        break;
      case "profiles":
        for (const [at, profile] of chunk.profiles.entries()) takeProfile(chunk.line + at, profile, taker);
        break;
      case "table":
        if (rows?.table !== chunk.table) rows = { table: chunk.table, of: new TableRows(chunk, catalog, companies) };
        rows.of.read(chunk, after, taker);
        break;
      case "rows":
        requireColumns(chunk.header, catalog);
        for (const [at, row] of chunk.rows.entries()) takeRow(chunk.line + at, row, catalog, taker);
        break;
    }
  };
}

function readJson({ line: first, bytes }: Of<"ndjson">, taker: Taker): void {
  for (const [at, text] of new TextDecoder().decode(bytes).split("\n").entries()) {
    if (text.trim() === "") continue;
    let input: unknown;
    try {
      input = JSON.parse(text);
    } catch (error) {
      taker.fault(first + at, [issue("", "not-json", { reason: (error as Error).message })]);
      continue;
    }
    takeProfile(first + at, input, taker);
  }
}

/** A profile as it is handed in; `id` is no fact but the caller's own name for it. */
function takeProfile(line: number, input: unknown, taker: Taker): void {
  const isNamed = typeof input === "object" && input !== null && Object.hasOwn(input, rowName);
  const { [rowName]: id, ...rest } = isNamed ? (input as Record<string, unknown>) : {};
  try {
    taker.profile(line, idOf(id), parseProfile(isNamed ? rest : input));
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    taker.fault(line, error.issues);
  }
}

function takeRow(line: number, row: Row, catalog: Catalog, taker: Taker): void {
  const { profile, issues } = profileFromRow(row, catalog);
  if (profile === null) taker.fault(line, issues);
  else taker.profile(line, idOf(row[rowName]), profile);
}

const idOf = (id: unknown): string | undefined => (id === undefined || id === null ? undefined : String(id));
