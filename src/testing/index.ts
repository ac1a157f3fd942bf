/**
 * The kit with which people test subsidy rates, caps and verdicts: matchers, boundary cases, random input. It needs no
 * test runner, but `fast-check` for the random input.
 */
export { profiles, type Situation, type SmallCatalogOptions, situations, smallCatalogs } from "./arbitraries/index.ts";
export type { ExpectedYen } from "./assessments.ts";
export { type BoundaryDay, boundaryDays } from "./boundaries/days.ts";
export { type BoundaryProfile, boundaryProfiles } from "./boundaries/profiles.ts";
export type { ExpectedCap } from "./caps.ts";
export { MatcherError, type MatcherResult } from "./matcher.ts";
export { type CatalogMatchers, type Matchers, matchers, matchersFor } from "./matchers.ts";
export type { ExpectedRate, PayableOf, ShareInput } from "./rates.ts";
