import type { Catalog } from "../catalog/catalog.ts";
import type { Lang } from "../explain/words.ts";

export interface Limits {
  /** Bytes of a body. */
  bodyBytes: number;
  /** Entries of all lists of a profile: filings, disputes, holders … An answer grows with them. */
  entries: number;
}

/** Room for the longest profile that is read, in UTF-8 and indented. */
export const defaultLimits: Limits = { bodyBytes: 256_000, entries: 100 };

/** What all answers are made with. */
export interface Service {
  catalog: Catalog;
  limits: Limits;
  today: (() => string) | undefined;
}

/** One request, as far as a route reads it. */
export interface Call extends Service {
  lang: Lang;
  /** The query or the body; its keys are among those that the route knows. */
  given: Readonly<Record<string, unknown>>;
  /** What stands for `{id}` in the path. */
  id: string;
}
