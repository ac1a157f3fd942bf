import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { build, type Plugin } from "esbuild";
import { minify } from "rolldown/utils";
import ts from "typescript";

export type Lang = "ja" | "en";

const target = "es2022";

/**
 * A module as one script, told in one language, with what of zod the profile needs.
 *
 * @param contents the module, as if it stood in `src/form`.
 * @param define values put in for names that it declares.
 */
export async function oneFile(contents: string, lang: Lang, define: Record<string, unknown> = {}): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: resolve("src/form"), loader: "ts" },
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target,
    // Japanese as it is: half the size of escapes. Pages that are not UTF-8 say charset="utf-8" on the script.
    charset: "utf8",
    write: false,
    plugins: [withoutRuleMessages, inOneLanguage(lang), leanZod],
    // What the lean zod lacks is a fault of the build, not of the visitor's browser.
    logOverride: { "import-is-undefined": "error" },
  });
  const bundled = outputFiles[0]?.text ?? "";
  const { code, errors } = await minify("form.js", bundled, { compress: { target }, mangle: { toplevel: true } });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return code;
}

export const leanZod: Plugin = {
  name: "lean-zod",
  setup: (build) => {
    build.onResolve({ filter: /^zod\/mini$/ }, () => ({ path: resolve("src/schema/lean-zod.ts") }));
  },
};

/** No form reads rule files, so it never says what is wrong with one. */
const withoutRuleMessages: Plugin = {
  name: "without-rule-messages",
  setup: (build) => {
    build.onLoad({ filter: /src\/messages\/rules\.ts$/ }, () => ({ contents: "export const ruleMessages = {};" }));
  },
};

const inOneLanguage = (lang: Lang): Plugin => ({
  name: `in-${lang}`,
  setup: (build) => {
    // Names of places are no words of the form: they are read in either language.
    build.onLoad({ filter: /\/src\/(?:explain|messages|form|issues)\b.*\.ts$/ }, ({ path }) => ({
      contents: wordsIn(readFileSync(path, "utf8"), lang),
      loader: "ts",
    }));
  },
});

const oneTextModule = JSON.stringify(resolve("src/form/one-text.ts"));

/** A TypeScript source with each `{ ja: "…", en: "…" }` told in one language, whichever is asked for at run time. */
export function wordsIn(source: string, lang: Lang): string {
  const file = ts.createSourceFile("words.ts", source, ts.ScriptTarget.ES2022);
  const told: { start: number; end: number; text: string }[] = [];
  const look = (node: ts.Node): void => {
    const texts = ts.isObjectLiteralExpression(node) ? textsOf(node, file) : undefined;
    if (texts === undefined) ts.forEachChild(node, look);
    else {
      const words = lang === "ja" ? [texts["ja"], texts["ja-plain"] ?? []].flat() : [texts["en"]];
      const text = `/* @__PURE__ */ oneText(${words.join(", ")})`;
      told.push({ start: node.getStart(file), end: node.end, text });
    }
  };
  look(file);
  if (told.length === 0) return source;
  const words = told.reduceRight((text, each) => text.slice(0, each.start) + each.text + text.slice(each.end), source);
  return `import { oneText } from ${oneTextModule};\n${words}`;
}

/** The texts, as written, of a literal that holds nothing but texts by language. */
function textsOf(node: ts.ObjectLiteralExpression, file: ts.SourceFile): Record<string, string> | undefined {
  const texts: Record<string, string> = {};
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property) || !ts.isStringLiteralLike(property.initializer)) return undefined;
    const { name, initializer } = property;
    texts[ts.isStringLiteral(name) ? name.text : name.getText(file)] = initializer.getText(file);
  }
  return "ja" in texts && "en" in texts ? texts : undefined;
}
