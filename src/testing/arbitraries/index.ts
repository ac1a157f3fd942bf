/**
 * Random input for property tests with fast-check, which the caller installs: profiles that contradict nothing, and
 * small catalogs that `parseCatalog` accepts.
 */
export { type SmallCatalogOptions, smallCatalogs } from "./catalogs.ts";
export { profiles, type Situation, situations } from "./profiles.ts";
