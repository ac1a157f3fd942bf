import { type Issue, issue } from "../errors.ts";
import type { IssueArgs, IssueCode } from "../issues.ts";
import { readsOf, readsOfSubsidy } from "../schema/benefit-reads.ts";
import type { Measure, MeasureFile, Terms } from "../schema/measure.ts";
import { callsOf, criteriaOf } from "../schema/parts-of-terms.ts";
import type { Dated } from "../schema/primitives.ts";
import type { Catalog } from "./catalog.ts";
import { checkCondition } from "./check-condition.ts";
import { checkTerms } from "./check-values.ts";
import { benefitsOf, factName, inside, placesOf } from "./walk.ts";

type Report = (id: string, at: string, code: IssueCode, args?: IssueArgs) => void;

/** Promises between files: what is referred to exists, names agree, dates are in order, conditions are exact. */
export function check(catalog: Catalog, fileOf: (id: string) => string): Issue[] {
  const issues: Issue[] = [];
  const report: Report = (id, at, code, args) => {
    issues.push(issue(`${fileOf(id)}: ${at}`, code, args));
  };
  for (const file of catalog.measures) {
    named(file.id, fileOf, report);
    checkMeasure(file, catalog, report);
  }
  for (const definition of Object.values(catalog.definitions)) {
    named(definition.id, fileOf, report);
    ordered(definition.id, "terms", definition.terms, report);
    for (const [index, terms] of definition.terms.entries()) {
      const at = `terms[${index}]`;
      exists(catalog.sources, "sources", terms.source, (args) =>
        report(definition.id, `${at}.source`, "unknown-reference", args),
      );
      const place = { at: `${at}.condition`, condition: terms.condition, names: { self: partyNames } };
      for (const each of inside(place, catalog.facts))
        checkCondition(each, catalog, (code, args) => report(definition.id, each.at, code, args));
    }
    const cycle = cycleFrom(definition.id, catalog);
    if (cycle !== undefined) report(definition.id, "terms", "definition-cycle", { cycle: cycle.join(" → ") });
  }
  for (const parameter of Object.values(catalog.parameters)) {
    ordered(parameter.id, parameter.id, parameter.values, report);
    for (const { source } of parameter.values) {
      exists(catalog.sources, "sources", source, (args) =>
        report(parameter.id, `${parameter.id}.values`, "unknown-reference", args),
      );
    }
  }
  checkRegistries(catalog, report);
  for (const [from, to] of Object.entries(catalog.redirects)) {
    if (!catalog.measures.some(({ id }) => id === to))
      report(from, from, "unknown-reference", { kind: "measures", id: to, suggestion: "" });
  }
  for (const [from, to] of Object.entries(catalog.factRedirects ?? {})) {
    if (Object.hasOwn(catalog.facts, from)) report(from, from, "duplicate-id", { id: from });
    if (!Object.hasOwn(catalog.facts, to)) report(from, from, "unknown-fact", { fact: to });
  }
  return issues;
}

function checkRegistries({ notCovered, bureaus, prefectures, sources }: Catalog, report: Report): void {
  const desks = Object.entries(prefectures).flatMap(([id, { desk }]) =>
    desk === undefined ? [] : [[id, desk] as const],
  );
  const sourced = [...[notCovered, bureaus, prefectures].flatMap((each) => Object.entries(each)), ...desks];
  for (const [id, { source }] of sourced)
    exists(sources, "sources", source, (args) => report(id, `${id}.source`, "unknown-reference", args));
  for (const [id, { bureau }] of Object.entries(prefectures))
    exists(bureaus, "bureaus", bureau, (args) => report(id, `${id}.bureau`, "unknown-reference", args));
}

/** A definition may be of the company, of any party, or of a holder. */
const partyNames = ["company", "party", "party.ownership.holders[]"];

function named(id: string, fileOf: (id: string) => string, report: Report): void {
  const file = (fileOf(id).split("/").at(-1) ?? "").replace(/\.ya?ml$/, "");
  if (file !== id) report(id, "id", "id-is-not-file-name", { id, file });
}

function exists(known: object, kind: string, id: string, report: (args: IssueArgs) => void): void {
  if (!Object.hasOwn(known, id)) report({ kind, id, suggestion: "" });
}

function checkMeasure(file: MeasureFile, catalog: Catalog, report: Report): void {
  const unknown = (at: string) => (args: IssueArgs) => report(file.id, at, "unknown-reference", args);
  const parent =
    "viewOf" in file ? catalog.measures.find((each) => each.id === file.viewOf && !("viewOf" in each)) : undefined;
  if ("viewOf" in file) {
    exists(catalog.sources, "sources", file.source, unknown("source"));
    if (parent === undefined)
      report(file.id, "viewOf", "unknown-reference", { kind: "measures", id: file.viewOf, suggestion: "" });
  } else {
    exists({ ...catalog.authorities, "not-stated": {} }, "authorities", file.authority, unknown("authority"));
    if (file.fits !== undefined) exists(catalog.sources, "sources", file.fits.source, unknown("fits.source"));
    for (const [index, { measure, source }] of (file.exclusiveWith ?? []).entries()) {
      const at = `exclusiveWith[${index}]`;
      exists(catalog.sources, "sources", source, unknown(`${at}.source`));
      if (measure === file.id || !catalog.measures.some(({ id }) => id === measure))
        unknown(`${at}.measure`)({ kind: "measures", id: measure, suggestion: "" });
    }
    const umbrella = catalog.measures.find((each) => each.id === file.parent);
    if (file.parent !== undefined && (umbrella === undefined || "viewOf" in umbrella))
      unknown("parent")({ kind: "measures", id: file.parent, suggestion: "" });
    else if (
      umbrella !== undefined &&
      "terms" in umbrella &&
      umbrella.terms.some(({ benefit }) => benefit.kind !== "parts")
    )
      report(file.id, "parent", "parent-with-amount", { parent: umbrella.id });
    if (file.each !== undefined && catalog.facts[file.each]?.type !== "list")
      report(file.id, "each", "unknown-fact", { fact: file.each });
    if (new Set(file.terms.map((terms) => terms.on)).size > 1) report(file.id, "terms", "different-triggers");
    const benefits = new Set(file.terms.map((terms) => terms.benefit.kind));
    if (file.terms.some((terms) => terms.on !== undefined) && benefits.size > 1) {
      report(file.id, "terms", "mixed-benefits", { kinds: [...benefits].join(", ") });
    }
    for (const [index, row] of file.status.entries())
      exists(catalog.sources, "sources", row.source, unknown(`status[${index}]`));
    ordered(file.id, "status", file.status, report);
    ordered(file.id, "terms", file.terms, report);
    for (const [index, terms] of file.terms.entries()) {
      checkTerms(terms, file.each, catalog, (at, code, args) => report(file.id, `terms[${index}].${at}`, code, args));
      for (const [at, id] of sourcesOf(terms)) exists(catalog.sources, "sources", id, unknown(`terms[${index}].${at}`));
      for (const route of terms.routes ?? [])
        exists(catalog.authorities, "authorities", route.authority, unknown(`terms[${index}].routes.${route.id}`));
    }
  }
  for (const { at, reads, names } of benefitsOf(file, catalog.facts)) {
    for (const { at: place, path } of reads.paths) {
      if (factName(path, names, catalog.facts) === undefined)
        report(file.id, `${at}.${place}`, "unknown-fact", { fact: path });
    }
    for (const { at: place, id } of reads.parameters)
      exists(catalog.parameters, "parameters", id, unknown(`${at}.${place}`));
    if (reads.each !== undefined && catalog.facts[reads.each]?.type !== "list")
      report(file.id, `${at}.expense.each`, "unknown-fact", { fact: reads.each });
    if (reads.each !== undefined && "each" in file && file.each !== undefined)
      report(file.id, `${at}.expense`, "expense-of-entries", { each: file.each });
  }
  for (const place of placesOf(file, catalog.facts, parent as Measure | undefined)) {
    for (const each of inside(place, catalog.facts))
      checkCondition(each, catalog, (code, args) => report(file.id, each.at, code, args));
  }
}

function sourcesOf(terms: Terms): [string, string][] {
  const { routes = [], benefit, sources } = terms;
  return [
    ...[...criteriaOf(terms), ...callsOf(terms)].map((each): [string, string] => [each.id, each.source]),
    ...[readsOf(benefit), ...routes.map((route) => readsOfSubsidy(route.benefit ?? {}))].flatMap((reads) =>
      reads.sources.map(({ at, id }): [string, string] => [at, id]),
    ),
    ...sources.map((id): [string, string] => ["sources", id]),
  ];
}

/** Periods follow each other, and none ends before it begins. */
function ordered(id: string, at: string, entries: readonly Dated[], report: Report): void {
  for (const [index, { from, to }] of entries.entries()) {
    const next = entries[index + 1];
    if (from !== null && typeof to === "string" && to < from)
      report(id, `${at}[${index}]`, "dates-not-ordered", { later: to, earlier: from });
    if (next === undefined) continue;
    if (next.from === null || next.from <= (from ?? "")) {
      report(id, `${at}[${index + 1}]`, "dates-not-ordered", { later: next.from ?? "null", earlier: from ?? "null" });
    } else if (typeof to === "string" && to >= next.from) {
      report(id, `${at}[${index}]`, "overlapping-dates", { first: from ?? "null", second: next.from });
    }
  }
}

function cycleFrom(start: string, catalog: Catalog, path: readonly string[] = []): string[] | undefined {
  if (path.includes(start)) return path[0] === start ? [...path, start] : undefined;
  for (const terms of catalog.definitions[start]?.terms ?? []) {
    for (const { condition } of inside({ at: "", condition: terms.condition, names: {} }, catalog.facts)) {
      if (typeof condition !== "object" || !("definition" in condition)) continue;
      const cycle = cycleFrom(condition.definition, catalog, [...path, start]);
      if (cycle !== undefined) return cycle;
    }
  }
  return undefined;
}
