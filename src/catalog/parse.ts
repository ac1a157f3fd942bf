import * as z from "zod/mini";
import { CatalogError, type Issue, issue } from "../errors.ts";
import { reporting, toIssues } from "../schema/issues.ts";
import { Definition, FactEntry, ParameterFile } from "../schema/law.ts";
import { tooLarge } from "../schema/limits.ts";
import { MeasureFile } from "../schema/measure.ts";
import { Bilingual, Id } from "../schema/primitives.ts";
import { Bureau, NotCovered, Prefecture, Synonym } from "../schema/registry.ts";
import { SourceEntry } from "../schema/source.ts";
import { type Catalog, deepFreeze } from "./catalog.ts";
import { check } from "./check.ts";

/** One rule file, or the part of a catalog that would be one. `file` is what a message names. */
export interface Document {
  kind: keyof typeof shapes;
  file: string;
  data: unknown;
}

const shapes = {
  facts: z.record(z.string(), FactEntry),
  authorities: z.record(Id, z.strictObject({ name: Bilingual })),
  sources: z.record(Id, SourceEntry),
  parameters: ParameterFile,
  definition: Definition,
  measure: MeasureFile,
  notCovered: z.record(Id, NotCovered),
  bureaus: z.record(Id, Bureau),
  prefectures: z.record(z.string(), Prefecture),
  synonyms: z.record(Id, Synonym),
  redirects: z.record(Id, Id),
  factRedirects: z.record(z.string(), z.string()),
};

/** The schema of each kind of rule file, for editors. */
export const documentSchemas = shapes;

/** Assembles a catalog from documents and reports every fault of every one of them. */
export function assemble(documents: readonly Document[], version: string): { catalog: Catalog; issues: Issue[] } {
  const issues: Issue[] = [];
  const fileOf: Record<string, string> = {};
  /** Everything of a kind by id, from all its files. An id that stands twice is a fault. */
  const collect = <K extends Document["kind"], T>(
    kind: K,
    entries: (data: z.infer<(typeof shapes)[K]>) => [string, T][],
  ): Record<string, T> => {
    const found: Record<string, T> = {};
    for (const { file, data } of documents.filter((document) => document.kind === kind)) {
      const result = z.safeParse(shapes[kind] as z.ZodMiniType, data, reporting);
      if (!result.success) issues.push(...toIssues(result.error.issues, data, `${file}: `));
      for (const [id, value] of result.success ? entries(result.data as never) : []) {
        if (Object.hasOwn(found, id)) issues.push(issue(`${file}: ${id}`, "duplicate-id", { id }));
        found[id] = value;
        fileOf[id] = file;
      }
    }
    return found;
  };
  const catalog: Catalog = {
    version,
    facts: collect("facts", Object.entries),
    authorities: collect("authorities", Object.entries),
    sources: collect("sources", Object.entries),
    parameters: collect("parameters", (data) => data.parameters.map((parameter) => [parameter.id, parameter])),
    definitions: collect("definition", (data) => [[data.id, data]]),
    measures: Object.values(collect("measure", (data) => [[data.id, data]])).sort(byId),
    notCovered: collect("notCovered", Object.entries),
    bureaus: collect("bureaus", Object.entries),
    prefectures: collect("prefectures", Object.entries),
    synonyms: collect("synonyms", Object.entries),
    redirects: collect("redirects", Object.entries),
    factRedirects: collect("factRedirects", Object.entries),
  };
  // What cannot be read is reported alone: its absence would raise a flood of follow-on faults.
  if (issues.length === 0) issues.push(...check(catalog, (id) => fileOf[id] ?? id));
  return { catalog, issues };
}

const byId = (left: { id: string }, right: { id: string }): number => (left.id < right.id ? -1 : 1);

/**
 * Reads a catalog from what `catalog.json` holds. Throws `CatalogError` with every issue; the result is frozen.
 */
export function parseCatalog(input: unknown): Catalog {
  const large = tooLarge(input, catalogLimits);
  if (large !== undefined) throw new CatalogError([large]);
  const { catalog, issues } = assemble(documentsOf(input), versionOf(input));
  if (issues.length > 0) throw new CatalogError(issues);
  return deepFreeze(catalog);
}

const catalogLimits = { bytes: 5_000_000, depth: 64 };

/** What stands in one file of entries by id. */
const registries = [
  "facts",
  "authorities",
  "sources",
  "notCovered",
  "bureaus",
  "prefectures",
  "synonyms",
  "redirects",
  "factRedirects",
] as const;

/** What a caller adds to a catalog. An id that already stands there is refused, not replaced. */
export type Extension = Partial<Pick<Catalog, (typeof registries)[number]>> & {
  parameters?: readonly unknown[];
  definitions?: readonly unknown[];
  measures?: readonly unknown[];
};

/** The catalog with more in it, checked as a whole. Throws `CatalogError` with every issue. */
export function extendCatalog(catalog: Catalog, extension: Extension): Catalog {
  const { issues, ...rest } = assemble([...documentsOf(catalog), ...documentsOf(extension)], catalog.version);
  if (issues.length > 0) throw new CatalogError(issues);
  return deepFreeze(rest.catalog);
}

function documentsOf(input: unknown): Document[] {
  const parts = (typeof input === "object" && input !== null ? input : {}) as Record<string, unknown>;
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : Object.values((value ?? {}) as object));
  const idOf = (value: unknown) => (value as { id?: unknown })?.id ?? "?";
  return [
    ...registries.map((kind): Document => ({ kind, file: kind, data: parts[kind] ?? {} })),
    { kind: "parameters", file: "parameters", data: { parameters: list(parts["parameters"]) } },
    ...list(parts["definitions"]).map(
      (data): Document => ({ kind: "definition", file: `definitions/${idOf(data)}`, data }),
    ),
    ...list(parts["measures"]).map((data): Document => ({ kind: "measure", file: `measures/${idOf(data)}`, data })),
  ];
}

function versionOf(input: unknown): string {
  const version = (input as { version?: unknown } | null)?.version;
  return typeof version === "string" ? version : "0.0.0";
}
