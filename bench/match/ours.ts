import { type Catalog, measuresOf } from "../../src/catalog/catalog.ts";
import { compile } from "../../src/compiled/compile.ts";
import type { Profile } from "../../src/schema/profile.ts";
import type { Answer } from "./answer.ts";

/** The library's own way to verdicts alone. */
export interface Ours {
  /** What is timed: from a canonical profile, encoding included. */
  match: (profile: Profile) => Answer;
  /** Of each index in an answer the index in the catalog. */
  positions: readonly number[];
}

export function ours(catalog: Catalog, asOf: string): Ours {
  const { measures, verdicts } = compile(catalog, asOf);
  const places = new Map(measuresOf(catalog).map(({ id }, index) => [id, index]));
  return { match: verdicts, positions: measures.map((id) => places.get(id) as number) };
}

/** The answer as all others give it, to be compared with theirs. */
export function comparable({ match, positions }: Ours): (profile: Profile) => Answer {
  const inCatalog = (indexes: readonly number[]) =>
    indexes.map((index) => positions[index] as number).sort((left, right) => left - right);
  return (profile) => {
    const { eligible, undetermined } = match(profile);
    return { eligible: inCatalog(eligible), undetermined: inCatalog(undetermined) };
  };
}
