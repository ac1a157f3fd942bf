import type { Catalog } from "../catalog/catalog.ts";
import type { Bilingual } from "../schema/primitives.ts";
import { askedFor, mostLooked, prepare } from "./asked.ts";
import { find } from "./find.ts";

/** A measure by its name, as a list shows it. */
export interface NameFound {
  id: string;
  name: Bilingual;
}

/** The measures that `search` finds without spelling, profile and filters, in its order. */
export function namesFound(text: string, catalog: Catalog, limit: number): NameFound[] {
  const state = prepare(catalog);
  const { folded, terms } = askedFor(text, state);
  return find(folded, terms, state.lookup, mostLooked(limit))
    .flatMap(({ document }): NameFound[] => {
      const measure = state.measures.get(state.lookup.index.documents[document]?.id ?? "");
      return measure === undefined ? [] : [{ id: measure.id, name: measure.name }];
    })
    .slice(0, limit);
}
