import { type Catalog, measuresOf } from "../../src/catalog/catalog.ts";
import type { Profile } from "../../src/schema/profile.ts";
import type { Answer } from "./answer.ts";
import { referenceAnswer } from "./reference.ts";

/** The library's own way to verdicts alone. */
export interface Ours {
  /** What is timed: from a canonical profile, encoding included. */
  match: (profile: Profile) => Answer;
  /** Of each index in an answer the index in the catalog. */
  positions: readonly number[];
}

export const ours = (catalog: Catalog, asOf: string): Ours => ({
  match: (profile) => referenceAnswer(catalog, asOf, profile),
  positions: measuresOf(catalog).map((_, index) => index),
});

/** The answer as all others give it, to be compared with theirs. */
export function comparable({ match, positions }: Ours): (profile: Profile) => Answer {
  const inCatalog = (indexes: readonly number[]) =>
    indexes.map((index) => positions[index] as number).sort((left, right) => left - right);
  return (profile) => {
    const { eligible, undetermined } = match(profile);
    return { eligible: inCatalog(eligible), undetermined: inCatalog(undetermined) };
  };
}
