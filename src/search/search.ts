import * as spelling from "./correct.ts";
import { type SearchAnswer, type SearchOptions, searchWith } from "./search-with.ts";

export type { Hit, SearchAnswer, SearchFilters, SearchOptions } from "./search-with.ts";

/**
 * The measures that a text in Japanese or English is about, best first; with a profile each with this company's verdict.
 * Any string is safe, and every word helps without being required.
 *
 * @throws ProfileError for a bad profile or day.
 */
export const search = (text: string, options: SearchOptions): SearchAnswer => searchWith(text, options, spelling);
