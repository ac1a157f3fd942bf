import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { once } from "node:events";
import { countMany, readCsv } from "../../src/batch/index.ts";
import type { Profile } from "../../src/schema/profile.ts";
import { allFacts } from "../match/facts.ts";
import type { BatchContender } from "./contender.ts";

const header = allFacts.map(({ path }) => path);

/** The library's own way: a CSV file, read anew each time, counted on so many threads. */
export const ours: BatchContender = {
  name: "chizai-navi, from a CSV file",

  async prepare(folder, chunks) {
    const file = createWriteStream(csvFile(folder));
    await write(file, `${header.join(",")}\n`);
    for (const chunk of chunks) await write(file, chunk.map((profile) => `${lineOf(profile)}\n`).join(""));
    file.end();
    await once(file, "finish");
  },

  async open(folder, catalog, asOf, threads) {
    return async () => {
      const file = createReadStream(csvFile(folder), { highWaterMark: 1_000_000 });
      const found = await countMany(readCsv(file), { asOf, catalog, threads });
      return {
        eligible: found.map(({ eligible }) => eligible),
        undetermined: found.map(({ undetermined }) => undetermined),
      };
    };
  },
};

const csvFile = (folder: string): string => `${folder}/profiles.csv`;

async function write(file: WriteStream, text: string): Promise<void> {
  if (!file.write(text)) await once(file, "drain");
}

const lineOf = (profile: Profile): string =>
  header
    .map((path) => path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], profile))
    .map((value) => (value === undefined ? "" : Array.isArray(value) ? value.join(";") || "none" : String(value)))
    .join(",");
