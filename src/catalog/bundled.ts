import data from "../generated/catalog.json" with { type: "json" };
import { type Catalog, deepFreeze } from "./catalog.ts";

/** The measures that the package knows. Checked when the package was built; frozen. */
export const catalog: Catalog = deepFreeze(data as unknown as Catalog);
