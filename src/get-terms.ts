import { type Catalog, findMeasure, sourceOf } from "./catalog/catalog.ts";
import { isStale } from "./engine/dated.ts";
import { CatalogError, issue } from "./errors.ts";
import { coverage, onDay } from "./facts/days.ts";
import { parseAsOf } from "./facts/parse-as-of.ts";
import type { Call, Criterion, Route, Status, Terms } from "./schema/measure.ts";
import type { Bilingual } from "./schema/primitives.ts";
import type { Source } from "./schema/source.ts";
import { saidOn, statusOn } from "./verdict/terms.ts";

/** What a measure says on a date, for people who show it or test it. Sources stand in full. */
export interface MeasureTerms {
  id: string;
  name: Bilingual;
  aliases: string[];
  kind: string;
  authority: string;
  applicant: string;
  status: Status;
  /** Where it stands that the measure is available, planned, studied or ended. */
  statusSources: Source[];
  freshness: "current" | "last-known" | "none";
  /** The official page, where one is known. */
  page: string | null;
  documents: Bilingual[];
  parent: string | null;
  viewOf: string | null;
  /** Measures that cannot be granted beside it in one fiscal year. */
  exclusiveWith: { measure: string; source: Source }[];
  terms: {
    from: string | null;
    to: string | null;
    lastSeen: string;
    renewal: "yearly" | "standing";
    on: string;
    criteria: "not-stated" | Sourced<Criterion>[];
    exclusions: Sourced<Criterion>[];
    benefit: Sourced<Terms["benefit"]>;
    routes: SourcedRoute[];
    calls: Sourced<Call>[];
    sources: Source[];
  } | null;
}

type Sourced<T extends { source: string }> = T extends unknown ? Omit<T, "source"> & { source: Source } : never;
type SourcedRoute = Omit<Route, "criteria" | "calls"> & { criteria: Sourced<Criterion>[]; calls: Sourced<Call>[] };

/** @throws CatalogError for an unknown id, ProfileError for a bad date. */
export function getTerms(id: string, options: { asOf: string; catalog: Catalog }): MeasureTerms {
  const { catalog } = options;
  const asOf = parseAsOf(options.asOf);
  const measure = findMeasure(catalog, id);
  if (measure === undefined)
    throw new CatalogError([issue(id, "unknown-reference", { kind: "measures", id, suggestion: "" })]);
  const status = statusOn(measure, asOf);
  const terms = saidOn(measure, status, onDay(asOf)).find((said) => said.terms !== null)?.terms ?? null;
  const sourced = <T extends { source: string }>(entry: T) =>
    ({ ...entry, source: sourceOf(catalog, entry.source) }) as unknown as Sourced<T>;
  // A criterion or a route may begin or end inside its terms.
  const held = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
    coverage({ min: from, max: to }, onDay(asOf)) !== "none";
  const only = measure.view === undefined ? [] : [measure.view.only];
  return {
    id: measure.id,
    name: measure.name,
    aliases: [...(measure.aliases ?? [])],
    kind: measure.kind,
    authority: measure.authority,
    applicant: measure.applicant,
    status,
    statusSources: [...new Set(measure.status.map(({ source }) => source))].map((id) => sourceOf(catalog, id)),
    freshness: terms === null ? "none" : status === "ended" || isStale(terms, onDay(asOf)) ? "last-known" : "current",
    page: measure.page ?? null,
    documents: [...(measure.documents ?? [])],
    parent: measure.parent ?? null,
    viewOf: measure.view?.of ?? null,
    exclusiveWith: (measure.exclusiveWith ?? []).map(({ measure: other, source }) => ({
      measure: other,
      source: sourceOf(catalog, source),
    })),
    terms: terms && {
      from: terms.from,
      to: terms.to ?? null,
      lastSeen: terms.lastSeen,
      renewal: terms.renewal,
      on: terms.on ?? "asOf",
      criteria: terms.criteria === "not-stated" ? "not-stated" : [...only, ...terms.criteria].filter(held).map(sourced),
      exclusions: (terms.exclusions ?? []).filter(held).map(sourced),
      benefit: sourced(terms.benefit),
      routes: (terms.routes ?? []).filter(held).map((route) => ({
        ...route,
        criteria: (route.criteria ?? []).filter(held).map(sourced),
        calls: (route.calls ?? []).map(sourced),
      })),
      calls: (terms.calls ?? []).map(sourced),
      sources: terms.sources.map((source) => sourceOf(catalog, source)),
    },
  };
}
