import { catalog as bundled } from "../../src/catalog/bundled.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Condition } from "../../src/schema/condition.ts";
import type { Definition, Parameter, Vocabulary } from "../../src/schema/law.ts";
import type { Measure } from "../../src/schema/measure.ts";

interface Law {
  facts?: Vocabulary;
  parameters?: Catalog["parameters"];
  definitions?: Catalog["definitions"];
}

const text = { ja: "施策", en: "A measure" };

/** A measure for companies that asks for one thing, unless more is said. */
export const measure = (id: string, condition: Condition, more: Partial<Measure> = {}): Measure => ({
  id,
  name: text,
  kind: "subsidy",
  authority: "office",
  rights: [],
  applicant: "company",
  status: [{ from: null, is: "available", source: "one" }],
  terms: [
    {
      from: null,
      lastSeen: "2026-01-01",
      renewal: "standing",
      criteria: [{ id: "rule", text, condition, source: "one" }],
      benefit: { kind: "unstated", source: "one" },
      sources: ["one"],
    },
  ],
  ...more,
});

/** Rules made by hand, with the bundled vocabulary and law beside what is given. Not checked: these rules may be strange. */
export const catalogOf = (measures: readonly Measure[], { facts, parameters, definitions }: Law = {}): Catalog => ({
  ...bundled,
  facts: { ...bundled.facts, ...facts },
  parameters: { ...bundled.parameters, ...parameters },
  definitions: { ...bundled.definitions, ...definitions },
  measures,
});

export const parameter = (id: string, values: Parameter["values"]): Record<string, Parameter> => ({
  [id]: { id, unit: "years", label: text, values },
});

export const definition = (
  id: string,
  condition: Condition,
  declared?: Definition["declared"],
): Record<string, Definition> => ({
  [id]: {
    id,
    name: text,
    ...(declared === undefined ? {} : { declared }),
    terms: [{ from: null, renewal: "standing", condition, source: "one" }],
  },
});
