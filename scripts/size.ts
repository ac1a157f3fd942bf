/** What the one-file form weighs, minified and gzipped, with its catalog and without: `npm run build && npm run size`. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const weighed = (name: string, text: Uint8Array): string =>
  `${name.padEnd(36)} ${kilobytes(text.length).padStart(10)}  gzip ${kilobytes(gzipSync(text, { level: 9 }).length).padStart(9)}`;

const { outputFiles } = await build({
  stdin: {
    contents: `import { ChizaiNavi } from "./src/form/element.ts"; customElements.define("chizai-navi", ChizaiNavi);`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  write: false,
});
console.log(weighed("script without catalog", outputFiles[0]?.contents ?? new Uint8Array()));
for (const file of ["chizai-navi.form.js", "chizai-navi.form.en.js", "catalog.json"])
  console.log(weighed(file, readFileSync(`dist/${file}`)));
