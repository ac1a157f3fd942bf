import { type Catalog, measuresOf } from "./catalog/catalog.ts";
import { parseAsOf } from "./facts/parse-as-of.ts";
import type { Kind, Right, Status } from "./schema/measure.ts";
import type { Bilingual } from "./schema/primitives.ts";
import type { NotCovered } from "./schema/registry.ts";
import { statusOn } from "./verdict/terms.ts";

/** What a catalog holds, and what is known and no support measure; both by id. */
export interface MeasureList {
  measures: {
    id: string;
    name: Bilingual;
    kind: Kind;
    authority: string;
    applicant: string;
    /** On the day asked for. */
    status: Status;
    rights: Right[];
    aliases: string[];
    viewOf: string | null;
  }[];
  notCovered: (Omit<NotCovered, "aliases"> & { id: string; aliases: string[] })[];
}

/**
 * Every measure of the catalog, with its status on a day.
 *
 * @throws ProfileError if `asOf` is no calendar day.
 */
export function listMeasures(catalog: Catalog, options: { asOf: string }): MeasureList {
  const asOf = parseAsOf(options.asOf);
  return {
    measures: measuresOf(catalog).map((measure) => ({
      id: measure.id,
      name: measure.name,
      kind: measure.kind,
      authority: measure.authority,
      applicant: measure.applicant,
      status: statusOn(measure, asOf),
      rights: [...measure.rights],
      aliases: [...(measure.aliases ?? [])],
      viewOf: measure.view?.of ?? null,
    })),
    notCovered: Object.entries(catalog.notCovered).map(([id, { aliases = [], ...rest }]) => ({
      id,
      ...rest,
      aliases: [...aliases],
    })),
  };
}
