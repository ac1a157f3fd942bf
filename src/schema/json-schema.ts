import * as z from "zod/mini";
import type { Vocabulary } from "./law.ts";
import { Day } from "./primitives.ts";
import { Profile } from "./profile.ts";

export type JsonSchema = Record<string, unknown>;

const settings = {
  io: "output",
  unrepresentable: "any",
  // That a text is a day is a check of our own, which zod cannot name.
  override: ({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: JsonSchema }) => {
    if (zodSchema === Day) jsonSchema["format"] = "date";
  },
} as const;

/** One schema, where no other refers to it. */
export function jsonSchemaOf(schema: z.ZodMiniType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, settings);
  return rest;
}

/** JSON Schemas of the canonical profile and of each kind of rule file, for editors and other languages. */
export function jsonSchemas(documents: Record<string, unknown>, facts: Vocabulary): Record<string, JsonSchema> {
  const emit = (schema: unknown): JsonSchema => z.toJSONSchema(schema as z.ZodMiniType, settings) as JsonSchema;
  const profile = emit(Profile);
  describe(profile, [""], facts);
  return { ...Object.fromEntries(Object.entries(documents).map(([kind, schema]) => [kind, emit(schema)])), profile };
}

/**
 * Schemas that refer to each other by name, `at` which they stand in a larger document: `#/components/schemas/Profile`.
 * `described` names those that hold facts, by the paths that lead to them.
 */
export function schemasByName(
  schemas: Record<string, z.ZodMiniType>,
  at: string,
  facts: Vocabulary,
  described: Record<string, readonly string[]>,
): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const emitted = z.toJSONSchema(registry, { ...settings, uri: (id) => `${at}${id}` }).schemas;
  return Object.fromEntries(
    Object.entries(emitted).map(([id, { $schema: _, $id: __, ...schema }]) => {
      const paths = described[id];
      if (paths !== undefined) describe(schema, paths, facts);
      return [id, schema];
    }),
  );
}

/** The vocabulary is the one home of labels and questions, so the schema's descriptions come from there. */
function describe(schema: JsonSchema, names: readonly string[], facts: Vocabulary): void {
  const entry = names.map((name) => facts[name]).find((each) => each !== undefined);
  if (entry !== undefined) {
    schema["title"] = `${entry.label.ja} / ${entry.label.en}`;
    if (entry.question !== undefined) schema["description"] = `${entry.question.ja} / ${entry.question.en}`;
  }
  for (const branch of (schema["anyOf"] ?? []) as JsonSchema[]) describeParts(branch, names, facts);
  describeParts(schema, names, facts);
}

function describeParts(schema: JsonSchema, names: readonly string[], facts: Vocabulary): void {
  const properties = (schema["properties"] ?? {}) as Record<string, JsonSchema>;
  const isOpenList = "items" in properties && "complete" in properties;
  for (const [key, part] of Object.entries(properties)) {
    if (isOpenList && key === "items") describeParts(part, names, facts);
    else if (!isOpenList)
      describe(
        part,
        names.flatMap((name) => (name === "" ? [key, ...(key === "company" ? ["party"] : [])] : [`${name}.${key}`])),
        facts,
      );
  }
  const items = schema["items"] as JsonSchema | undefined;
  if (items !== undefined) {
    const isParty = names.some((name) => facts[name]?.of === "party");
    describeParts(items, [...names.map((name) => `${name}[]`), ...(isParty ? ["party"] : [])], facts);
  }
}
