import type { Catalog } from "../../src/catalog/catalog.ts";
import { measuresOf } from "../../src/catalog/catalog.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { missingOf } from "../../src/engine/finding.ts";
import { derive } from "../../src/facts/derive.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";
import { scopeOf } from "../../src/facts/scope.ts";
import type { Criterion, Measure } from "../../src/schema/measure.ts";
import { judge } from "../../src/verdict/judge.ts";
import { formalOfTerms } from "./formal.ts";
import { expectationsOf, profileOf, storiesIn, storyFiles } from "./stories.ts";

/** How a criterion came out, and the story that shows it. `open`: every fact is known and no source states the rule. */
export type Seen = Map<"satisfied" | "unsatisfied" | "open", string>;

interface Told {
  name: string;
  asOf: string;
  profile: ReturnType<typeof derive>;
  measures: Set<string>;
}

/**
 * Every formal criterion by measure, id and condition, with the outcomes that stories give it: those of its own
 * measure, and, while they show it one way only, the companies of all others on days when it is in force.
 */
export function seenOf(catalog: Catalog): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  const at = (measure: Measure, { id, condition }: Criterion) => `${measure.id} ${id} ${JSON.stringify(condition)}`;
  const stories = storyFiles.flatMap((file) =>
    storiesIn(file).map(
      (story): Told => ({
        name: story.name,
        asOf: story.asOf,
        profile: derive(parseProfile(profileOf(story))),
        measures: new Set(expectationsOf(file, story).map(({ measure }) => measure)),
      }),
    ),
  );
  const look = (measure: Measure, { name, profile }: Told, asOf: string): void => {
    for (const { terms, scope } of judge(measure, scopeOf(profile, catalog, asOf)).units.flatMap(
      (unit) => unit.candidates,
    )) {
      for (const criterion of terms === null ? [] : decidingOf(terms)) {
        const finding = evaluate(criterion.condition ?? true, scope);
        if (finding.outcome === "unknown" && missingOf(finding).length > 0) continue;
        const outcome = finding.outcome === "unknown" ? "open" : finding.outcome;
        const known = seen.get(at(measure, criterion));
        if (known?.has(outcome) === false) known.set(outcome, name);
      }
    }
  };
  for (const measure of measuresOf(catalog).filter(({ view }) => view === undefined)) {
    const keys = measure.terms.flatMap((terms) =>
      decidingOf(terms).map((each) => [terms.lastSeen, at(measure, each)] as const),
    );
    for (const [, key] of keys) seen.set(key, new Map());
    for (const story of stories) if (story.measures.has(measure.id)) look(measure, story, story.asOf);
    for (const [day, key] of keys) {
      for (const story of stories) {
        if ((seen.get(key)?.size ?? 0) > 1) break;
        look(measure, story, day);
      }
    }
  }
  return seen;
}

/** A criterion that is simply true or false marks a period and is shown by its dates. */
const decidingOf = (terms: Parameters<typeof formalOfTerms>[0]): Criterion[] =>
  formalOfTerms(terms).filter(({ condition }) => typeof condition !== "boolean");
