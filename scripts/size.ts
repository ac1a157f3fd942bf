/** What the parts weigh, minified and gzipped, and how long they take to load: `npm run build && npm run size`. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { oneFile } from "./one-file.ts";

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const verdict = (value: number, most: number | undefined, told = String(most)): string =>
  most === undefined ? "" : `  at most ${told}: goal ${value <= most ? "met" : "missed"}`;

function tellWeight(name: string, text: string | Buffer, most?: number): void {
  const packed = gzipSync(text, { level: 9 }).length;
  const raw = kilobytes(Buffer.byteLength(text)).padStart(10);
  console.log(`${name.padEnd(40)} ${raw}  gzip ${kilobytes(packed).padStart(9)}${verdict(packed / 1000, most)}`);
}

/** A module as a bundler of today packs it for a page. */
async function bundled(contents: string, resolveDir = "src"): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

const element = `import { ChizaiNavi } from "./element.ts"; customElements.define("chizai-navi", ChizaiNavi);`;
for (const lang of ["ja", "en"] as const)
  tellWeight(`script without catalog, ${lang}`, await oneFile(element, lang), 60);
for (const file of ["chizai-navi.form.js", "chizai-navi.form.en.js"])
  tellWeight(file, readFileSync(`dist/${file}`), 130);
tellWeight("./form for bundlers, both languages", await bundled(readFileSync("src/form/index.ts", "utf8"), "src/form"));
tellWeight("./core: assess", await bundled(`export { assess } from "./core.ts";`), 20);
tellWeight("./core: verdicts, without validation", await bundled(`export { compile } from "./core.ts";`), 10);
tellWeight("catalog.json", readFileSync("dist/catalog.json"));

const folder = mkdtempSync(join(tmpdir(), "chizai-navi-size-"));
const emptyModule = join(folder, "empty.mjs");
writeFileSync(emptyModule, "export {};\n");
/** Rules of nothing: what is measured is the module, not a catalog. */
const noRules = {
  version: "0",
  facts: {},
  authorities: {},
  sources: {},
  parameters: {},
  definitions: {},
  measures: [],
  notCovered: {},
  bureaus: {},
  prefectures: {},
  synonyms: {},
  redirects: {},
};

/** Milliseconds to load a module, and to do something with it, in a process of its own; the median of nine. */
function loading(module: string, then = ""): number {
  const code = `const start = performance.now(); const it = await import(${JSON.stringify(module)}); ${then}; console.log(performance.now() - start);`;
  const times = Array.from({ length: 9 }, () =>
    Number(execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" })),
  );
  return times.sort((left, right) => left - right)[4] as number;
}
const address = (file: string): string => pathToFileURL(resolve(file)).href;
const nothing = loading(address(emptyModule));
const zod = loading(address("node_modules/zod/mini/index.js"));
const core = loading(
  address("dist/core.js"),
  `it.assess({}, { asOf: "2026-11-21", catalog: ${JSON.stringify(noRules)} })`,
);
rmSync(folder, { recursive: true });
const times = (value: number): string => `${value.toFixed(2)} times`;
console.log(`import of zod/mini                       ${times(zod / nothing)} that of an empty module`);
console.log(`import of ./core and first answer        ${times(core / nothing)} that of an empty module`);
console.log(`the same beside zod/mini                 ${times(core / zod)}${verdict(core / zod, 1 / 3, "a third")}`);
