import { localitiesOf } from "../catalog/localities.ts";
import { factAt, listAt, type Scope } from "../facts/scope.ts";
import type { Fit } from "../schema/assessment.ts";
import type { Measure } from "../schema/measure.ts";

/** What of the profile the measure serves best. It orders results and decides nothing; what is unknown fits nothing. */
export function fitsOf({ fits }: Measure, scope: Scope): Fit[] {
  if (fits === undefined) return [];
  const exact = (path: string): unknown => {
    const { known } = factAt(scope, path);
    return known.kind === "exact" ? known.value : undefined;
  };
  const stage = fits.stages?.find((each) => each === exact("ip.stage"));
  const character = fits.characters?.find((each) => each.confidence !== "low" && each.is === exact("ip.character"));
  const wanted = listAt(scope, "needs").entries.map((entry) => entry.value);
  return [
    ...(stage === undefined ? [] : [{ by: "stage", value: stage } as const]),
    ...(character === undefined ? [] : [{ by: "character", value: character.is } as const]),
    ...(fits.needs ?? []).filter((need) => wanted.includes(need)).map((value) => ({ by: "need", value }) as const),
  ];
}

/** Whether a local measure is near: it orders results too, while offices that nobody listed may still decide. */
export function placeOf(measure: Measure, scope: Scope): "here" | "elsewhere" | null {
  const places = localitiesOf(measure);
  const { known } = factAt(scope, "company.prefecture");
  if (places.length === 0 || known.kind !== "exact") return null;
  return places.includes(String(known.value)) ? "here" : "elsewhere";
}
