import { say } from "../explain/words.ts";
import type { MeasureTerms } from "../get-terms.ts";
import { type Subsidy, withPatch } from "../schema/benefit.ts";
import type { Condition } from "../schema/condition.ts";
import { known, type MatcherOptions } from "./matcher.ts";
import { frames } from "./words.ts";

/** The subsidy as one way in grants it. */
interface Variant {
  /** Absent where the terms speak for all ways in. */
  route?: string;
  subsidy: Omit<Subsidy, "source">;
}

/**
 * The subsidy of the terms, and as each route changes it; of the named route alone where one is named.
 *
 * @throws MatcherError where the terms have no such route.
 */
export function variantsOf({ terms }: MeasureTerms, route: string | undefined): Variant[] {
  if (terms === null || terms.benefit.kind !== "subsidy") return [];
  const subsidy = terms.benefit;
  if (route !== undefined)
    known(
      route,
      terms.routes.map(({ id }) => id),
      "the route",
    );
  const routes = terms.routes.filter((each) => (route === undefined ? each.benefit !== undefined : each.id === route));
  return [
    ...(route === undefined ? [{ subsidy }] : []),
    ...routes.map((each) => ({ route: each.id, subsidy: withPatch(subsidy, each.benefit ?? {}) })),
  ];
}

export const routeText = ({ route }: Pick<Variant, "route">, { lang }: MatcherOptions): string =>
  route === undefined ? "" : say(frames.route, lang, { id: route });

export const conditionText = (when: Condition | undefined, { lang }: MatcherOptions): string =>
  when === undefined ? "" : say(frames.where, lang, { condition: JSON.stringify(when) });

/** The lines, each once, or that there are none. */
export function listed(lines: readonly string[], { terms }: MeasureTerms, { lang }: MatcherOptions): string[] {
  if (terms === null) return [frames.noTerms[lang]];
  return lines.length === 0 ? [frames.nothing[lang]] : [...new Set(lines)].map((line) => `- ${line}`);
}
