import type * as z from "zod/mini";
import type * as schemas from "./benefit-schema.ts";

/** From the narrowest to the widest; `unstated` where a source prints a cap and not what it caps. */
export const capScopes = [
  "procedure",
  "case",
  "project-year",
  "project",
  "applicant-fiscal-year",
  "applicant",
  "unstated",
] as const;
export type CapScope = (typeof capScopes)[number];

export type Cap = z.infer<typeof schemas.Cap>;
export type Rounding = z.infer<typeof schemas.Rounding>;
export type RateCase = z.infer<typeof schemas.RateCase>;
export type Subsidy = z.infer<typeof schemas.Subsidy>;
export type Fee = z.infer<typeof schemas.Fee>;
export type FeeClass = z.infer<typeof schemas.FeeClass>;
export type FeeReduction = z.infer<typeof schemas.FeeReduction>;
export type Benefit = z.infer<typeof schemas.Benefit>;
export type SubsidyPatch = z.infer<typeof schemas.SubsidyPatch>;

/** The subsidy as a route grants it. A rate replaces the terms' own, in whichever of its forms either is written. */
export function withPatch<T extends Omit<Subsidy, "source">>(subsidy: T, patch: SubsidyPatch): T {
  const { rate: _, rates: __, fixed: ___, ...rest } = subsidy;
  const isRated = ["rate", "rates", "fixed"].some((key) => key in patch);
  return { ...(isRated ? rest : subsidy), ...patch } as T;
}
