import { entryFor } from "../catalog/vocabulary.ts";
import type { Vocabulary } from "../schema/law.ts";
import type { Given } from "./session.ts";

/** A profile as the answers that it would have been made of, lists before their entries. */
export const factsIn = (profile: object, facts: Vocabulary): Given[] => given(profile, "", facts);

function given(known: unknown, path: string, facts: Vocabulary): Given[] {
  const value = (each: unknown): Given[] => [{ fact: path, type: entryFor(path, facts)?.type ?? "text", value: each }];
  if (typeof known !== "object" || known === null || "min" in known || "max" in known) return value(known);
  if (Array.isArray(known)) {
    const isOfEntries = known.some((each) => typeof each === "object");
    if (!isOfEntries) return value(known);
    return [
      { fact: path, type: "list", value: known.length },
      ...known.flatMap((each, index) => given(each, `${path}[${index}]`, facts)),
    ];
  }
  if ("items" in known)
    return [...given(known.items, path, facts), { fact: `${path}.complete`, type: "boolean", value: false }];
  return Object.entries(known).flatMap(([key, each]) => given(each, path === "" ? key : `${path}.${key}`, facts));
}
