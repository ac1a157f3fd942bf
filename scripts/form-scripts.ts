/** Builds the one-file scripts of the form from src/generated, one for each language, into dist. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { packText } from "../src/form/packing/pack.ts";
import { oneFile } from "./one-file.ts";

const script = readFileSync("src/form/script.ts", "utf8");
mkdirSync("dist", { recursive: true });
for (const { file, lang, langs } of [
  { file: "chizai-navi.form.js", lang: "ja", langs: ["ja", "ja-plain"] },
  { file: "chizai-navi.form.en.js", lang: "en", langs: ["en"] },
] as const) {
  const packedCatalog = packText(readFileSync(`src/generated/form-catalog-${lang}.json`, "utf8"));
  writeFileSync(`dist/${file}`, await oneFile(script, lang, { packedCatalog, langs }));
}
