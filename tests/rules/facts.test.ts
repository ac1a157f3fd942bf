import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";
import { assess } from "../../src/assess.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import { entryFor } from "../../src/catalog/vocabulary.ts";
import type { ProfileInput } from "../../src/facts/parse-profile.ts";
import { FactEntry, type Vocabulary } from "../../src/schema/law.ts";
import { Profile } from "../../src/schema/profile.ts";

const document: Record<string, unknown> = parse(
  readFileSync(new URL("../../rules/facts.yaml", import.meta.url), "utf8"),
);
const facts = document as Vocabulary;
const entries = Object.entries(facts);
const helped = entries.flatMap(([name, { help, question }]) =>
  help === undefined ? [] : [[name, help, question] as const],
);

interface Schema {
  type?: string;
  const?: unknown;
  enum?: string[];
  pattern?: string;
  maximum?: number;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
  prefixItems?: Schema[];
}

/** A place in the profile that one entry describes. */
interface Leaf {
  path: string;
  /** The names under which the vocabulary may know it. */
  names: string[];
  type: FactEntry["type"];
  options: string[] | undefined;
  ofParties: boolean;
}

const alternatives = (schema: Schema): Schema[] => schema.anyOf?.flatMap(alternatives) ?? [schema];
const isRange = ({ properties = {} }: Schema) => "min" in properties || "max" in properties;
const isParty = ({ properties = {} }: Schema) => "legalForm" in properties;

function leavesOf(schema: Schema, path: string, names: string[]): Leaf[] {
  const forms = alternatives(schema);
  const leaf = (type: FactEntry["type"], options?: string[], ofParties = false): Leaf => ({
    path,
    names,
    type,
    options,
    ofParties,
  });
  const list = forms.find(({ type }) => type === "array");
  if (list?.prefixItems !== undefined) return [leaf("years")];
  if (list?.items !== undefined) {
    const { items } = list;
    if (items.properties === undefined) return [leaf("options", items.enum)];
    const entries = [...names.map((name) => `${name}[]`), ...(isParty(items) ? ["party"] : [])];
    return [leaf("list", undefined, isParty(items)), ...fieldsOf(items, `${path}[]`, entries)];
  }
  const exact = forms.filter((form) => !isRange(form) && form.const === undefined);
  const [form] = exact as [Schema];
  if (form.properties !== undefined) {
    return fieldsOf(form, path, isParty(form) ? [...names, "party"] : names);
  }
  if (form.enum !== undefined) return [leaf("option", form.enum)];
  if (form.type === "integer") return [leaf(form.maximum === 1e13 ? "yen" : "count")];
  if (form.type === "boolean") return [leaf("boolean")];
  if (form.pattern?.includes("/")) return [leaf("share")];
  return [leaf(forms.some(isRange) ? "date" : "text")];
}

function fieldsOf({ properties = {} }: Schema, path: string, names: string[]): Leaf[] {
  const join = (name: string, key: string) => (name === "" ? key : `${name}.${key}`);
  return Object.entries(properties).flatMap(([key, schema]) =>
    leavesOf(
      schema,
      join(path, key),
      names.map((name) => join(name, key)),
    ),
  );
}

const root = z.toJSONSchema(Profile, { io: "output", unrepresentable: "any" }) as Schema;
const leaves = fieldsOf(root, "", [""]);
const entriesOf = ({ names }: Leaf) => names.filter((name) => Object.hasOwn(facts, name));

describe("the vocabulary and the profile are the same words", () => {
  test("the walk reaches the innermost party, the short lists and both ends of a payment", () => {
    expect(leaves.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "ip.filings[].coApplicants[].ownership.holders[].largeEnterprise",
        "project.members[].taxStatus",
        "ip.filings[].annuities.years",
        "grants[].yen",
      ]),
    );
  });

  test("every field of the profile has exactly one entry", () => {
    const wrong = leaves.filter((leaf) => entriesOf(leaf).length !== 1).map((leaf) => [leaf.path, entriesOf(leaf)]);
    expect(wrong).toEqual([]);
  });

  test("every entry names a field of the profile", () => {
    const known = new Set(["asOf", ...leaves.flatMap(({ names }) => names)]);
    expect(Object.keys(facts).filter((name) => !known.has(name))).toEqual([]);
  });

  test("every entry has the type, the options and the parties of its field", () => {
    for (const leaf of leaves) {
      const entry = facts[entriesOf(leaf)[0] ?? ""];
      expect(entry?.type, leaf.path).toBe(leaf.type);
      expect(entry?.of, leaf.path).toBe(leaf.ofParties ? "party" : undefined);
      if (leaf.options !== undefined) expect(Object.keys(entry?.options ?? {}), leaf.path).toEqual(leaf.options);
    }
  });
});

describe("every entry of the vocabulary", () => {
  test.each(Object.entries(document))("%s is well formed, with a question in both languages", (name, entry) => {
    expect(z.safeParse(FactEntry, entry).error?.issues ?? []).toEqual([]);
    const { label, question, options = {}, type, unit, changeable } = entry as FactEntry;
    for (const text of [label, question, ...Object.values(options)]) {
      expect(text?.ja, name).toMatch(/\S/);
      expect(text?.en, name).toMatch(/^[\x20-\x7e]+$/);
    }
    expect([label.ja, label.en]).not.toContain(name);
    expect(label.ja).toMatch(/[^\x20-\x7e]/);
    expect(question?.ja).toMatch(/^[^。]+。$/);
    expect(type === "yen" ? unit : "yen").toBe("yen");
    expect(typeof changeable).toBe(name === "asOf" ? "undefined" : "boolean");
  });

  test.each(helped)("the help for %s is one or two polite sentences in both languages", (_, help, question) => {
    expect(help.ja).toMatch(/^([^。]+(です|ます|ません|ください)。){1,2}$/);
    expect(help.en).toMatch(/^[\x20-\x7e]+[.]$/);
    expect(question?.ja).not.toContain(help.ja.slice(0, -1));
  });

  test("what can be changed says what that takes, and nothing else does", () => {
    const wrong = entries.filter(([, { changeable, effort }]) => (changeable === true) !== (effort !== undefined));
    expect(wrong).toEqual([]);
  });

  test.each([
    [
      "what has happened",
      /foundedOn|since|[Ff]iledOn|RequestedOn|registeredOn|disclosedOn|sold\w+|filingGrant\w*|grants.*/,
    ],
    ["what an office decides", /ip\.\w+\[\]\.status|examinationStarted|rightsHeld.*|rightHeld\w+|sameMarkInJapan/],
    ["what a business does or earns", /industry|taxStatus|averageTaxableIncome|netAssets|rdExpenseRatio/],
    ["what follows from the figures", /size|startup|largeEnterprise/],
  ])("%s cannot be changed", (_, words) => {
    const named = entries.filter(([name]) => new RegExp(`(?:^|\\.)(?:${words.source})$`).test(name));
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter(([, { changeable }]) => changeable)).toEqual([]);
  });

  test("whatever is asked, of an empty profile and of real ones, has a question of its own", () => {
    const folder = new URL("../../examples/profiles/", import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
    const profiles = files.map((file): unknown => JSON.parse(readFileSync(new URL(file, folder), "utf8")));
    const asked = [{}, ...profiles].flatMap((profile) =>
      ["2015-07-01", "2026-11-21"].flatMap((asOf) => assess(profile as ProfileInput, { asOf, catalog }).questions),
    );
    expect(new Set(asked.map(({ fact }) => fact)).size).toBeGreaterThan(40);
    // Of an open list it is asked whether that is all.
    for (const { fact, text } of asked.filter((each) => !each.fact.endsWith(".complete")))
      expect(text, fact).toEqual(entryFor(fact, facts)?.question);
  });

  test("nothing is presumed but the closed list", () => {
    const presumed = Object.entries(facts).filter(([, entry]) => entry.presumed !== undefined);
    expect(Object.fromEntries(presumed.map(([name, entry]) => [name, entry.presumed]))).toEqual({
      "ip.filings[].annuities.years": [1, 10],
      "ip.filings[].annuities.paidOn": "asOf",
      "overseas.filings[].status": "planned",
      "overseas.filings[].applicantShare": "1/1",
      "overseas.filings[].secrecyDesignated": false,
      "ip.filings[].applicantShare": "1/1",
      "ip.filings[].coApplicants": [],
      "ip.filings[].examinationStarted": false,
      "company.reducedExaminationRequests": 0,
      grants: [],
    });
  });

  test("an act that is still to come names the statuses of its own list, and the act before it", () => {
    const pending = Object.entries(facts).filter(([, entry]) => entry.pendingWhile !== undefined);
    expect(pending.map(([name, entry]) => [name, entry.pendingWhile, entry.notBefore])).toEqual([
      ["ip.filings[].filedOn", ["planned"], undefined],
      ["ip.filings[].examinationRequestedOn", ["planned", "filed"], "filedOn"],
      ["ip.filings[].registeredOn", ["planned", "filed", "examination-requested", "examined"], "filedOn"],
      ["ip.plantVarieties[].filedOn", ["planned"], undefined],
    ]);
  });
});
