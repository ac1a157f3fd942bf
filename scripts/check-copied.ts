/**
 * Finds wording that the rules share with other texts: `npm run -s check:copied -- DIR-OF-TEXTS [FILE-OR-DIR …]`.
 * A run of 20 characters after NFKC counts, with the spaces or without them; names, aliases and addresses may be shared.
 * Exit code 0: none; 1: printed; 2: called wrongly.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, parseAllDocuments, visit } from "yaml";

const length = 20;
const [texts, ...places] = process.argv.slice(2);
if (texts === undefined || !existsSync(texts)) {
  console.error("Usage: npm run -s check:copied -- DIR-OF-TEXTS [FILE-OR-DIR …]   (rules, if none is named)");
  process.exit(2);
}

const filesOf = (place: string): string[] =>
  statSync(place).isDirectory() ? readdirSync(place).flatMap((name) => filesOf(join(place, name))) : [place];
/** Two readings, as a line may break within a sentence of the other text. */
const readings = [
  (text: string) => text.normalize("NFKC").replace(/\s+/g, " "),
  (text: string) => text.normalize("NFKC").replace(/\s+/g, ""),
];

const names: string[] = [];
const shared = new Set(["name", "aliases", "url", "page"]);
/** The file without its names and aliases, which are the authority's own words by nature, and without addresses. */
function own(file: string): string {
  const text = readFileSync(file, "utf8");
  if (!/\.ya?ml$/.test(file)) return text;
  const cut: [number, number][] = [];
  for (const document of parseAllDocuments(text)) {
    visit(document, {
      Pair(_, { key, value }) {
        if (!isScalar(key) || !shared.has(String(key.value))) return undefined;
        visit(isMap(value) ? value : (value as Parameters<typeof visit>[0]), {
          Scalar(_, { value, range }) {
            names.push(String(value));
            if (range) cut.push([range[0], range[1]]);
          },
        });
        return visit.SKIP;
      },
    });
  }
  return cut.reduceRight((rest, [from, to]) => `${rest.slice(0, from)}\u0000${rest.slice(to)}`, text);
}

const rules = (places.length > 0 ? places : ["rules"]).flatMap(filesOf).map((file) => ({ file, text: own(file) }));
const found = new Map<string, string>();
for (const read of readings) {
  const windows = new Map<string, string>();
  for (const file of filesOf(texts)) {
    const text = read(readFileSync(file, "utf8"));
    for (let at = 0; at + length <= text.length; at += 1) windows.set(text.slice(at, at + length), file);
  }
  const allowed = names.map(read);
  for (const { file, text: raw } of rules) {
    const text = read(raw);
    for (let at = 0; at + length <= text.length; at += 1) {
      const source = windows.get(text.slice(at, at + length));
      if (source === undefined) continue;
      let end = at + length;
      while (end < text.length && windows.has(text.slice(end - length + 1, end + 1))) end += 1;
      const run = text.slice(at, end).trim();
      if (run.length >= length && !allowed.some((name) => name.includes(run))) {
        found.set(`${file} ${readings[1]?.(run)}`, `${file}: 「${run}」 also in ${source}`);
      }
      at = end - length;
    }
  }
}
for (const line of [...found.values()].sort()) console.log(line);
console.log(`${rules.length} files, ${found.size} shared runs of ${length} or more characters`);
process.exit(found.size > 0 ? 1 : 0);
