import { expect, test } from "vitest";
import { assess, type RankKey, type Result, rankedBy, whyAbove } from "../src/index.ts";

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

test("the keys stand in this order, and each pair of neighbors is told by the first in which it differs", () => {
  const inOrder: RankKey[] = [
    "verdict",
    "elsewhere",
    "open-to-all",
    "window",
    "freshness",
    "view",
    "needs",
    "stage",
    "character",
    "region",
    "least-amount",
    "most-amount",
    "effort",
    "id",
  ];
  const { results } = order(
    { company, ip: { stage: 1, character: "regional-brand" }, needs: ["design"] },
    "2026-11-21",
  );
  const deciding = results.slice(1).map((lower, index) => rankedBy(results[index] as Result, lower));
  expect(new Set(deciding).size).toBeGreaterThan(8);
  for (const key of deciding) expect(inOrder).toContain(key);
  // A key that differs is never outweighed by a later one.
  for (const [index, lower] of results.slice(1).entries()) {
    const upper = results[index] as Result;
    if (deciding[index] === "verdict") expect(upper.eligibility).not.toBe(lower.eligibility);
    else expect(upper.eligibility).toBe(lower.eligibility);
    if (deciding[index] === "needs") {
      const needs = ({ fits }: Result) => fits.filter(({ by }) => by === "need").length;
      expect(needs(upper)).toBeGreaterThan(needs(lower));
      expect(upper.availability).toBe(lower.availability);
    }
  }
});

test("why one stands above another is said in words", () => {
  const { of } = order({ company, needs: ["design"] });
  expect(whyAbove(of("design-expert-dispatch"), of("ip-business-matching"), { lang: "ja" })).toMatch(
    /^「デザイン専門家派遣」を「知財ビジネスマッチング」より上に並べた理由: 関心・課題に合う$/,
  );
});
