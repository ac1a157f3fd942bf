/** The words that measures and profiles are written with. */

export const kinds = [
  "subsidy",
  "fee-reduction",
  "procedure",
  "expert-dispatch",
  "consultation-desk",
  "finance",
  "information",
  "training",
  "network",
  "regional-program",
  "award",
  "event",
] as const;
export type Kind = (typeof kinds)[number];

export const rights = ["patent", "utility-model", "design", "trademark", "regional-collective-trademark"] as const;
export type Right = (typeof rights)[number];

/** What kind of company it is by the way it uses its intellectual property. */
export const characters = ["self-development", "subcontracting", "design", "regional-brand"] as const;

/** What a company may be after. */
export const needs = [
  "overseas-filing",
  "counterfeits",
  "design",
  "branding",
  "trade-secrets",
  "licensing",
  "financing",
  "training",
  "fast-examination",
  "fees",
] as const;

export const statuses = ["available", "planned", "under-study", "ended"] as const;
export type Status = (typeof statuses)[number];

export const roles = ["applicant", "beneficiary", "none", "unknown"] as const;
export type Role = (typeof roles)[number];

/** What a step has to come before, where no day is named. */
export const befores = ["request", "filing", "grant-decision"] as const;
