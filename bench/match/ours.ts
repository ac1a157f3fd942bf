import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Profile } from "../../src/schema/profile.ts";
import type { Answer } from "./answer.ts";
import { referenceAnswer } from "./reference.ts";

/** The library's own way to verdicts alone: of a canonical profile, encoding included. */
export const ours =
  (catalog: Catalog, asOf: string): ((profile: Profile) => Answer) =>
  (profile) =>
    referenceAnswer(catalog, asOf, profile);
