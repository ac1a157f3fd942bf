import { expect, test } from "vitest";
import { assess, type Result } from "../src/index.ts";

const company = {
  legalForm: "stock-company",
  industry: "manufacturing",
  statedCapital: 10_000_000,
  regularEmployees: 12,
  headquarters: { prefecture: "大分県", city: "大分市" },
} as const;
const order = (profile: object, asOf = "2015-07-01") => {
  const { results } = assess(profile, { asOf });
  const at = (id: string) => results.findIndex(({ measure }) => measure.id === id);
  const of = (id: string) => results.find(({ measure }) => measure.id === id) as Result;
  return { results, at, of };
};

test("what fits the company's character stands higher and says so; a reading marked low does not count", () => {
  const brand = order({ company, ip: { character: "regional-brand" } });
  expect(brand.of("brand-expert-dispatch").fits).toEqual([{ by: "character", value: "regional-brand" }]);
  expect(brand.of("brand-expert-dispatch").eligibility).toBe(
    order({ company }).of("brand-expert-dispatch").eligibility,
  );
  const first = order({ company, ip: { character: "self-development" } });
  expect(first.of("overseas-legal-expert-dispatch").fits).toEqual([]);
});

test("what serves a need stands before what does not, among those decided alike", () => {
  const ids = ["design-expert-dispatch", "ip-business-matching"] as const;
  const [design, matching] = ids;
  for (const [need, before, after] of [
    ["design", design, matching],
    ["licensing", matching, design],
  ] as const) {
    const { at, of } = order({ company, needs: [need] });
    expect(ids.map((id) => of(id).eligibility)).toEqual(["eligible", "eligible"]);
    expect(at(before)).toBeLessThan(at(after));
  }
});

test("a local measure of another prefecture ranks below those of the company's own and of the whole country", () => {
  const { results, of } = order({ company }, "2026-11-21");
  expect(of("oita-ip-filing-grant").place).toBe("here");
  expect(of("utsunomiya-ip-acquisition-grant").place).toBe("elsewhere");
  expect(of("foreign-filing-subsidy").place).toBeNull();
  for (const eligibility of ["eligible", "undetermined", "ineligible"]) {
    const places = results.filter((each) => each.eligibility === eligibility).map(({ place }) => place);
    const first = places.indexOf("elsewhere");
    if (first !== -1) expect(places.lastIndexOf("here")).toBeLessThan(first);
  }
});

test("while the prefecture is not known no place is elsewhere", () => {
  expect(order({}, "2026-11-21").results.filter(({ place }) => place !== null)).toEqual([]);
});

test("what is confirmed for the day stands before what is only last known", () => {
  const { results } = order({ company }, "2026-11-21");
  const open = results.filter(
    (each) => each.eligibility === "eligible" && each.determining.length > 0 && each.availability === "unknown",
  );
  const fresh = open.map(({ freshness }) => freshness);
  expect(fresh).toContain("last-known");
  expect([...fresh].sort()).toEqual(fresh);
});
