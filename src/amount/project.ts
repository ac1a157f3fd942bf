import type { Scope } from "../facts/scope.ts";
import type { Step } from "../schema/assessment.ts";
import { type CapContext, type CapSpan, capSpan, capSteps } from "./caps.ts";
import type { Claim } from "./cases.ts";
import { type Amount, capped, nothing, sumOf } from "./yen.ts";

/**
 * Cases of a project that runs for years: each year under its cap, the first years together under theirs. A case whose
 * year is not known may share a year with all others, or with none.
 */
export function overYears(
  groups: readonly Claim[][],
  cases: readonly Amount[],
  context: CapContext,
  scope: Scope,
): { amount: Amount; steps: Step[] } {
  const yearly = capSpan(context, "project-year", scope);
  const lengths = [...new Set(context.caps.flatMap(({ years }) => years ?? []))];
  const prefixes = new Map(lengths.map((years) => [years, capSpan(context, "project", scope, years)]));
  const steps: Step[] = [];
  const byYear = new Map<number, Amount[]>();
  const undated: Amount[] = [];
  for (const [index, amount] of cases.entries()) {
    const years = new Set(groups[index]?.map((claim) => claim.projectYear));
    const [year] = years.size === 1 ? years : [undefined];
    if (year === undefined) undated.push(amount);
    else byYear.set(year, [...(byYear.get(year) ?? []), amount]);
  }
  const total = (amounts: ReadonlyMap<number, Amount[]>, tell: boolean): Amount => {
    let running = nothing;
    const apply = (cap: CapSpan, before: Amount, args: Record<string, unknown>): Amount => {
      const after = capped(before, cap);
      if (tell) steps.push(...capSteps(cap, before, after, context.source, args));
      return after;
    };
    for (const year of [...new Set([...amounts.keys(), ...lengths])].sort((left, right) => left - right)) {
      const ofYear = sumOf(amounts.get(year) ?? []);
      running = sumOf([running, amounts.has(year) ? apply(yearly, ofYear, { year }) : nothing]);
      const prefix = prefixes.get(year);
      if (prefix !== undefined) running = apply(prefix, running, {});
    }
    return running;
  };
  const dated = total(byYear, true);
  if (undated.length === 0) return { amount: dated, steps };
  const inOneYear = total(new Map([[1, [...cases]]]), false);
  const apart = sumOf([dated, ...undated.map((amount) => capped(amount, yearly))]);
  return { amount: { min: inOneYear.min, max: apart.max }, steps };
}
