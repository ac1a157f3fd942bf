import type { FactEntry, Vocabulary } from "../schema/law.ts";

/** The vocabulary's entry for a profile path: indexes fall away, an entry is told as its list, parties share their words. */
export function entryFor(path: string, facts: Vocabulary): FactEntry | undefined {
  const name = path.replace(/\[\d*\]/g, "[]").replace(/(\.complete|\[\])$/, "");
  const asParty = name.replace(/^.*(?:company|coApplicants\[\]|members\[\]|holders\[\])\./, "party.");
  const asHolder = name.replace(/^.*\.holders\[\]\./, "party.ownership.holders[].");
  return facts[name] ?? facts[asHolder] ?? facts[asParty];
}
