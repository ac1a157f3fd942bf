import { once } from "node:events";
import { createReadStream, createWriteStream, readFileSync, type WriteStream, writeFileSync } from "node:fs";
import { countMany, openThreads, readCsv, readTable, type Source, type TableColumn } from "../../src/batch/index.ts";
import type { Profile } from "../../src/schema/profile.ts";
import { allFacts } from "../match/facts.ts";
import type { BatchContender } from "./contender.ts";

/** Counted by the library, on so many threads, from whatever `source` reads. */
const counted =
  (source: () => Source): BatchContender["open"] =>
  async (_, catalog, asOf, count) => {
    const threads = count === 1 ? 1 : openThreads(count);
    return async () => {
      const found = await countMany(source(), { asOf, catalog, threads });
      return {
        eligible: found.map(({ eligible }) => eligible),
        undetermined: found.map(({ undetermined }) => undetermined),
      };
    };
  };

const header = allFacts.map(({ path }) => path);

const valueAt = (profile: Profile, path: string): unknown =>
  path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], profile);

/** Columns in shared memory: options, days and truth by number, figures as they are. */
export const table: BatchContender = {
  name: "chizai-navi, columns in memory",

  async prepare(folder, chunks) {
    const columns = allFacts.map(({ kind }) => ({
      kind,
      texts: new Map<string, number>(),
      values: [] as number[],
      ends: [0],
    }));
    const codeOf = ({ texts }: (typeof columns)[number], value: unknown): number => {
      const text = String(value);
      if (!texts.has(text)) texts.set(text, texts.size + 1);
      return texts.get(text) as number;
    };
    for (const chunk of chunks) {
      for (const profile of chunk) {
        for (const [at, column] of columns.entries()) {
          const value = valueAt(profile, header[at] as string);
          if (column.kind === "number") column.values.push(value === undefined ? -1 : (value as number));
          else if (column.kind !== "options") column.values.push(value === undefined ? 0 : codeOf(column, value));
          else {
            const members = value === undefined ? [0] : (value as string[]).map((member) => codeOf(column, member));
            column.values.push(...members);
            column.ends.push(column.values.length);
          }
        }
      }
    }
    for (const [at, { kind, texts, values, ends }] of columns.entries()) {
      const array = kind === "number" ? Int32Array : kind === "founded" ? Uint16Array : Uint8Array;
      writeFileSync(`${folder}/column-${at}.values`, array.from(values));
      if (kind === "options") writeFileSync(`${folder}/column-${at}.ends`, Uint32Array.from(ends));
      writeFileSync(`${folder}/column-${at}.json`, JSON.stringify([...texts.keys()]));
    }
  },

  async open(folder, ...rest) {
    const columns: [string, TableColumn][] = allFacts.map(({ path, kind }, at) => {
      const values = shared(`${folder}/column-${at}.values`);
      if (kind === "number") return [path, { numbers: new Int32Array(values) }];
      const texts = JSON.parse(readFileSync(`${folder}/column-${at}.json`, "utf8")) as string[];
      const codes = kind === "founded" ? new Uint16Array(values) : new Uint8Array(values);
      if (kind !== "options") return [path, { texts, codes }];
      return [path, { texts, codes, offsets: new Uint32Array(shared(`${folder}/column-${at}.ends`)) }];
    });
    const [, first] = columns[0] as [string, Extract<TableColumn, { texts: readonly string[] }>];
    const companies = first.codes.length;
    return counted(() => readTable({ companies, columns: Object.fromEntries(columns) }))(folder, ...rest);
  },
};

function shared(file: string): SharedArrayBuffer {
  const bytes = readFileSync(file);
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

/** A CSV file, read anew each time. */
export const csv: BatchContender = {
  name: "chizai-navi, from a CSV file",

  async prepare(folder, chunks) {
    const file = createWriteStream(csvFile(folder));
    await write(file, `${header.join(",")}\n`);
    for (const chunk of chunks) await write(file, chunk.map((profile) => `${lineOf(profile)}\n`).join(""));
    file.end();
    await once(file, "finish");
  },

  open: (folder, ...rest) => counted(() => readCsv(csvStream(folder)))(folder, ...rest),
};

const csvFile = (folder: string): string => `${folder}/profiles.csv`;
export const csvStream = (folder: string) => createReadStream(csvFile(folder), { highWaterMark: 1_000_000 });

async function write(file: WriteStream, text: string): Promise<void> {
  if (!file.write(text)) await once(file, "drain");
}

const lineOf = (profile: Profile): string =>
  header
    .map((path) => valueAt(profile, path))
    .map((value) => (value === undefined ? "" : Array.isArray(value) ? value.join(";") || "none" : String(value)))
    .join(",");
