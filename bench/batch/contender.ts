import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Profile } from "../../src/schema/profile.ts";
import type { Counts } from "./counts.ts";

/**
 * A way to go through very many profiles. It is prepared in one process and timed in another, so that memory is that
 * of the counting alone. What it keeps in between lies in files under `folder`.
 */
export interface BatchContender {
  name: string;
  /** Stores the profiles as it likes them best; not timed. */
  prepare(folder: string, chunks: Iterable<readonly Profile[]>): Promise<void>;
  /** Ready to count on so many threads; each call of what it gives is timed. */
  open(folder: string, catalog: Catalog, asOf: string, threads: number): Promise<() => Promise<Counts>>;
}
