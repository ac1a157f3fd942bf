import { readable } from "../amount/estimate.ts";
import { sumsOf, together } from "../amount/estimate-subsidy.ts";
import type { SubsidySum } from "../amount/subsidy.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Interval } from "../schema/assessment.ts";
import type { Judgment } from "../verdict/judge.ts";

/** What others have taken from a pool in a year, in yen. */
export interface Taken {
  pool: string;
  fiscalYear: number;
  yen: number;
}

/** What a measure pays for some of its entries: the estimate of the judgment, restricted to them. */
export class Payer {
  readonly judgment: Judgment;
  readonly #catalog: Catalog;

  constructor(judgment: Judgment, catalog: Catalog) {
    this.judgment = judgment;
    this.#catalog = catalog;
  }

  /** By set of terms, by way in. Without paths: whatever the measure pays for as a whole. */
  sums(paths: readonly string[] | null, taken: readonly Taken[] = []): SubsidySum[][] {
    const units =
      paths === null
        ? this.judgment.units
        : this.judgment.units.filter(({ node }) => node !== null && paths.includes(node.path));
    const part = withGrants({ ...this.judgment, units }, taken);
    return sumsOf(part, readable(part), this.#catalog, new Map());
  }

  pays(paths: readonly string[] | null, taken: readonly Taken[] = []): Interval {
    const { min, max } = together(this.judgment, this.sums(paths, taken));
    return { min, max };
  }
}

/** What others take from a pool counts as a grant that was received. */
function withGrants(judgment: Judgment, taken: readonly Taken[]): Judgment {
  if (taken.length === 0) return judgment;
  const { scope } = judgment;
  const profile = scope.profile.value as { grants?: unknown[] | { items?: unknown[]; complete?: boolean } };
  const { grants = [] } = profile;
  const all = Array.isArray(grants) ? [...grants, ...taken] : { ...grants, items: [...(grants.items ?? []), ...taken] };
  return { ...judgment, scope: { ...scope, profile: { ...scope.profile, value: { ...profile, grants: all } } } };
}
