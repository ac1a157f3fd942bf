/** Builds the one-file scripts of the form from src/generated, one for each language, into dist. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { oneFile } from "./one-file.ts";

mkdirSync("dist", { recursive: true });
for (const [file, lang, module] of [
  ["chizai-navi.form.js", "ja", "script.ts"],
  ["chizai-navi.form.en.js", "en", "script-en.ts"],
] as const)
  writeFileSync(`dist/${file}`, await oneFile(readFileSync(`src/form/${module}`, "utf8"), lang));
