import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measuresOf } from "../../src/catalog/catalog.ts";
import { prepare } from "../../src/compiled/compile.ts";
import { slices } from "../../src/compiled/slices/slices.ts";
import { derive } from "../../src/facts/derive.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";
import { scopeOf } from "../../src/facts/scope.ts";
import type { Profile } from "../../src/schema/profile.ts";
import { judge } from "../../src/verdict/judge.ts";
import { losses, thin } from "../support/thin.ts";
import { under, worlds } from "../support/worlds.ts";

/** The lists of entries that a profile can have, left out: what slices are for. */
function withoutLists(profile: Profile): Profile {
  const { company, ip, overseas, project, ...rest } = structuredClone(profile);
  delete rest.group;
  delete rest.grants;
  if (company !== undefined) {
    delete company.offices;
    delete company.ownership?.holders;
  }
  for (const list of ["filings", "pctFilings", "trials", "plantVarieties", "deals", "rightsHeld"] as const)
    if (ip !== undefined) delete ip[list];
  for (const list of ["filings", "disputes"] as const) if (overseas !== undefined) delete overseas[list];
  if (project !== undefined) delete project.members;
  return { ...rest, ...defined({ company, ip, overseas, project }) };
}

const defined = (groups: Pick<Profile, "company" | "ip" | "overseas" | "project">): Profile =>
  Object.fromEntries(Object.entries(groups).filter(([, group]) => group !== undefined));

describe.each(worlds)("under $rules", ({ catalogs, numRuns }) => {
  const many = fc.array(fc.tuple(under(catalogs), losses), { minLength: 1, maxLength: 12 });

  test("Slices give the verdicts of the evaluator, whichever companies stand beside each other.", () => {
    let seen = 0;
    fc.assert(
      fc.property(many, fc.nat({ max: 2100 }), fc.nat(), (drawn, copies, turn) => {
        const [[{ catalog, asOf }]] = drawn as [[(typeof drawn)[0][0], unknown]];
        const prepared = prepare(catalog, asOf);
        const { companies, tell } = slices(prepared, 3000);
        const profiles = drawn.map(([{ profile }, lost]) => withoutLists(parseProfile(thin(profile, lost))));
        // Twice, so that what the first batch met is told from what the second one meets.
        for (const batch of [profiles.slice(0, 2), profiles]) {
          const said = batch.map((profile) => companies.said(profile));
          companies.clear();
          for (let row = 0; row < batch.length + copies; row += 1) {
            const name = row < batch.length ? row : (row * (turn + 1)) % batch.length;
            const known = said[name];
            if (known === undefined) continue;
            companies.put(known);
            companies.next(name);
          }
          seen += companies.count;
          const found = batch.map(() => new Map<string, string>());
          tell(
            (name) => batch[name] as Profile,
            ({ measure, memory, certain, possible, names }) => {
              for (let place = 0; place < 1024; place += 1) {
                const isIn = (start: number) => ((memory[start + (place >> 5)] as number) >>> (place & 31)) & 1;
                if (isIn(possible) === 0) continue;
                const verdict = isIn(certain) === 1 ? "eligible" : "undetermined";
                const name = names[place] as number;
                const id = prepared.measures[measure] as string;
                expect(found[name]?.get(id) ?? verdict).toBe(verdict);
                found[name]?.set(id, verdict);
              }
            },
          );
          for (const [name, profile] of batch.entries()) {
            if (said[name] === undefined) continue;
            const scope = scopeOf(derive(profile), catalog, asOf);
            const expected = measuresOf(catalog).flatMap((measure) => {
              const { eligibility } = judge(measure, scope);
              return eligibility === "ineligible" ? [] : [`${measure.id} ${eligibility}`];
            });
            expect([...(found[name] ?? [])].map((each) => each.join(" ")).sort()).toEqual(expected.sort());
          }
        }
      }),
      { numRuns },
    );
    expect(seen).toBeGreaterThan(numRuns);
  });
});
