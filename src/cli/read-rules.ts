import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parseDocument } from "yaml";
import type { Catalog } from "../catalog/catalog.ts";
import { assemble, type Document } from "../catalog/parse.ts";
import { type Issue, issue } from "../errors.ts";

/** The only place that reads rule files. Every fault of every file comes back, with the file's own path. */
export function readRules(directory: string, version: string): { catalog: Catalog; issues: Issue[] } {
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    const unreadable = issue(directory, "not-readable", { value: directory, reason: "no such directory" });
    return { catalog: assemble([], version).catalog, issues: [unreadable] };
  }
  const faults: Issue[] = [];
  const documents = filesBelow(directory).flatMap((path): Document[] => {
    const file = relative(directory, path).split(sep).join("/");
    const kind = kindOf(file);
    if (kind === undefined) return [];
    const parsed = parseDocument(readFileSync(path, "utf8"), { strict: true, uniqueKeys: true });
    faults.push(
      ...parsed.errors.map((error) => issue(file, "not-yaml", { reason: error.message.split("\n")[0] ?? "" })),
    );
    return parsed.errors.length > 0 ? [] : [{ kind, file, data: parsed.toJS() }];
  });
  const { catalog, issues } = assemble(documents, version);
  return { catalog, issues: [...faults, ...issues] };
}

const filesBelow = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? filesBelow(path) : /\.ya?ml$/.test(entry.name) ? [path] : [];
    });

/** The folder says what a file is. */
function kindOf(file: string): Document["kind"] | undefined {
  const [top = ""] = file.split("/");
  const folders: Record<string, Document["kind"]> = {
    measures: "measure",
    definitions: "definition",
    parameters: "parameters",
  };
  const files: Record<string, Document["kind"]> = {
    facts: "facts",
    authorities: "authorities",
    sources: "sources",
    bureaus: "bureaus",
    prefectures: "prefectures",
    "not-covered": "notCovered",
    synonyms: "synonyms",
    redirects: "redirects",
    "fact-redirects": "factRedirects",
  };
  return folders[top] ?? files[file.replace(/\.ya?ml$/, "")];
}
