import fc from "fast-check";
import { addDays } from "../../normalize/calendar.ts";
import { around, type Json, maybe, optionsOf, pick } from "./draw.ts";
import { ago, coApplicants, partners } from "./parties.ts";

/* Filings and disputes, at home and abroad, and what they cost. */

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;

export const cost = fc.oneof(
  around(450_000, 600_000, 900_000, 1_200_000, 3_000_000, 6_000_000, 6_000_001),
  fc.nat({ max: 8_000_000 }),
  fc.nat({ max: 3000 }),
);
const right = pick("patent", "utility-model", "design", "trademark", "regional-collective-trademark");

/** The first year paid for, and how many more. */
const annuities = fc.record({
  years: fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.nat({ max: 12 }))
    .map(([first, more]): [number, number] => [first, first + more]),
  paidIn: maybe(fc.integer({ min: -1500, max: 500 })),
});

export const domesticFiling = fc.record({
  right: fc.oneof({ arbitrary: fc.constant("patent"), weight: 4 }, { arbitrary: right, weight: 1 }),
  office: pick("JP", "JP", "JP", "US"),
  status: maybe(pick("planned", "filed", "examination-requested", "examined", "granted"), 6),
  filed: ago,
  waited: fc.nat({ max: 1200 }),
  dated: fc.boolean(),
  claims: fc.integer({ min: 1, max: 30 }),
  working: fc.boolean(),
  foreignRelated: fc.boolean(),
  onlineProcedures: maybe(fc.boolean()),
  lastPaper: maybe(fc.oneof(around(27, 28, 29), pick("none" as const))),
  coApplicants: partners,
  annuities: maybe(annuities, 2),
});

export function domesticFacts(filing: Drawn<typeof domesticFiling>, asOf: string): Json {
  const { filed, waited, dated, lastPaper, status, onlineProcedures, annuities, ...rest } = filing;
  const requested = status !== undefined && ["examination-requested", "examined", "granted"].includes(status);
  return {
    ...rest,
    status,
    // What is still to come is read on asOf: a later day would contradict that.
    filedOn: status === "planned" ? undefined : addDays(asOf, -filed),
    examinationRequestedOn: requested && dated ? addDays(asOf, -Math.max(0, filed - waited)) : undefined,
    // As declared: whether every procedure of the last four weeks was made online.
    onlineProcedures: lastPaper === "none" ? true : typeof lastPaper === "number" ? lastPaper >= 28 : onlineProcedures,
    lastPaperProcedureOn: typeof lastPaper === "number" ? addDays(asOf, -lastPaper) : lastPaper,
    coApplicants: coApplicants(filing.coApplicants, asOf),
    annuities: annuities && {
      years: annuities.years,
      paidOn: annuities.paidIn === undefined ? undefined : addDays(asOf, annuities.paidIn),
    },
  };
}

export const pctFiling = fc.record({
  filed: ago,
  language: pick("ja", "ja", "en"),
  demanded: maybe(fc.nat({ max: 900 }), 2),
  coApplicants: partners,
});

export const pctFacts = (filing: Drawn<typeof pctFiling>, asOf: string): Json => ({
  filedOn: addDays(asOf, -filing.filed),
  language: filing.language,
  demandOn: filing.demanded === undefined ? undefined : addDays(asOf, filing.demanded - filing.filed),
  coApplicants: coApplicants(filing.coApplicants, asOf),
});

/** Itemized costs, some of a kind that a subsidy leaves out. */
const costsOf = (list: string) =>
  fc.array(fc.record({ kind: fc.constantFrom(...optionsOf(`${list}[].costs[].kind`)), yen: cost }), { maxLength: 3 });

export const overseasFiling = fc.record({
  right,
  country: pick("US", "CN", "EP"),
  status: maybe(
    fc.oneof({ arbitrary: fc.constant("planned"), weight: 4 }, { arbitrary: pick("ordered", "filed"), weight: 1 }),
    2,
  ),
  plannedIn: maybe(fc.integer({ min: -100, max: 500 }), 2),
  cost,
  costs: maybe(costsOf("overseas.filings"), 1),
  basis: maybe(pick("JP-0", "JP-1", "mark"), 8),
  basedOnJapaneseFiling: fc.boolean(),
  purpose: pick("business", "anti-bad-faith"),
  regionalCollective: fc.boolean(),
  secrecyDesignated: maybe(pick(false, false, false, true), 1),
  applicantShare: maybe(pick("1/1", "1/2", "1/3"), 1),
});

export function overseasFacts(filing: Drawn<typeof overseasFiling>, asOf: string, bases: ReadonlySet<string>): Json {
  const { plannedIn, costs, cost, ...rest } = filing;
  return {
    ...rest,
    ...(costs === undefined ? { cost } : { costs }),
    ...(plannedIn === undefined ? {} : { plannedOn: addDays(asOf, plannedIn) }),
    basedOnJapaneseFiling: bases.has(filing.basis ?? "") || filing.basedOnJapaneseFiling,
  };
}

export const dispute = fc
  .record({
    kind: pick("counterfeit", "counterfeit", "accused", "bad-faith-trademark"),
    country: pick("CN", "VN"),
    right,
    rightHeldThere: pick(true, true, false),
    evidence: pick(true, true, false),
    cost,
    costs: maybe(costsOf("overseas.disputes"), 1),
  })
  .map(({ cost, costs, ...rest }) => ({ ...rest, ...(costs === undefined ? { cost } : { costs }) }));
