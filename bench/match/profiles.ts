import { addDays, addYears, daysInMonth, writeDate } from "../../src/normalize/calendar.ts";
import type { Profile } from "../../src/schema/profile.ts";
import { type Draw, drawFrom } from "../random.ts";
import { asOf } from "./catalogs.ts";
import { allFacts, type BenchFact } from "./facts.ts";

/** Made-up companies in canonical form. Of 36 % some facts are absent, each with a chance of one in five. */
export function profilesOf(count: number, seed = 1): Profile[] {
  const draw = drawFrom(seed);
  return Array.from({ length: count }, () => {
    const patchy = draw.chance(0.36);
    const profile: Record<string, unknown> = {};
    for (const fact of allFacts) {
      const value = drawnValue(fact, draw);
      if (!patchy || !draw.chance(0.2)) put(profile, fact.path, value);
    }
    return profile as Profile;
  });
}

function drawnValue(fact: BenchFact, draw: Draw): unknown {
  switch (fact.kind) {
    case "option":
      return draw.pick(fact.values);
    case "options":
      return draw.some(fact.values, draw.between(0, 5));
    case "number":
      // Most companies are small: near the figures of the rules, and now and then on one.
      return draw.chance(0.2) ? draw.pick(fact.values) : Math.floor(fact.most * (draw.between(0, 1000) / 1000) ** 2);
    case "founded": {
      // Some are founded so that an age which rules ask for is reached today or tomorrow.
      if (draw.chance(0.2)) return addDays(addYears(asOf, -draw.pick(fact.values)), draw.between(0, 1));
      const [year, month] = [draw.between(1985, 2025), draw.between(1, 12)];
      return writeDate(year, month, draw.between(1, daysInMonth(year, month)));
    }
    case "boolean":
      return draw.chance(0.7);
  }
}

function put(profile: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split(".");
  const last = keys.pop() as string;
  let place = profile;
  for (const key of keys) {
    place[key] ??= {};
    place = place[key] as Record<string, unknown>;
  }
  place[last] = value;
}
