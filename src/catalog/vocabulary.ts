import type { FactEntry, Vocabulary } from "../schema/law.ts";
import type { Catalog } from "./catalog.ts";

/** The vocabulary's entry for a profile path: indexes fall away, an entry is told as its list, parties share their words. */
export function entryFor(path: string, facts: Vocabulary): FactEntry | undefined {
  const known = namesOf(path).find((each) => Object.hasOwn(facts, each));
  return known === undefined ? undefined : facts[known];
}

const namesOf = (path: string): string[] => {
  const name = path.replace(/\[\d*\]/g, "[]").replace(/(\.complete|\[\])$/, "");
  const asParty = name.replace(/^.*(?:company|coApplicants\[\]|members\[\]|holders\[\])\./, "party.");
  const asHolder = name.replace(/^.*\.holders\[\]\./, "party.ownership.holders[].");
  return [name, asHolder, asParty];
};

/** The path that stands today: a renamed fact is followed through redirects, its indexes stay where they were. */
export function currentFact(path: string, { factRedirects = {} }: Pick<Catalog, "factRedirects">): string {
  const former = namesOf(path).find((each) => Object.hasOwn(factRedirects, each));
  if (former === undefined) return path;
  const written = path.replace(/\[\d+\]/g, "[]");
  const own = former.replace(/^party\./, "");
  const present = (factRedirects[former] as string).replace(/^party\./, "");
  const start = written.lastIndexOf(own);
  const indexes = path.match(/\[\d+\]/g) ?? [];
  return `${written.slice(0, start)}${present}${written.slice(start + own.length)}`.replace(
    /\[\]/g,
    () => indexes.shift() ?? "[]",
  );
}
