/** What the one-file form weighs, minified and gzipped, with its catalog and without: `npm run build && npm run size`. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { oneFile } from "./one-file.ts";

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const weighed = (name: string, text: Uint8Array): string =>
  `${name.padEnd(36)} ${kilobytes(text.length).padStart(10)}  gzip ${kilobytes(gzipSync(text, { level: 9 }).length).padStart(9)}`;

for (const lang of ["ja", "en"] as const) {
  const script = await oneFile(
    'import { ChizaiNavi } from "./element.ts"; customElements.define("chizai-navi", ChizaiNavi);',
    lang,
  );
  console.log(weighed(`script without catalog, ${lang}`, Buffer.from(script)));
}
for (const file of ["chizai-navi.form.js", "chizai-navi.form.en.js", "catalog.json"])
  console.log(weighed(file, readFileSync(`dist/${file}`)));
