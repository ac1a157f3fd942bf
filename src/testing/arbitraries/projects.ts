import fc from "fast-check";
import { addDays } from "../../normalize/calendar.ts";
import { around, type Json, maybe, optionsOf, pick } from "./draw.ts";
import { cost } from "./filings.ts";
import { identity, ownership, partyFacts } from "./parties.ts";

/* A project that several carry out over years, an insurance, and what was granted before. */

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;

const member = fc.record({
  ...partyFacts,
  ownership,
  role: fc.constantFrom(...optionsOf("project.members[].role")),
  averageTaxableIncome: around(1, 1_500_000_000),
  costs: fc.array(fc.record({ year: fc.integer({ min: 1, max: 5 }), yen: cost }), { maxLength: 3 }),
});

export const project = fc.record({
  members: fc.array(member, { maxLength: 3 }),
  years: fc.integer({ min: 1, max: 5 }),
  cost,
  localGovernmentShare: fc.oneof(around(112_500, 1_500_000), fc.nat({ max: 4_000_000 })),
  plannedInvestment: fc.oneof(fc.nat({ max: 4_000_000 }), cost),
  ownResearchResult: fc.boolean(),
});

export const projectFacts = ({ members, ...rest }: Drawn<typeof project>, asOf: string): Json => ({
  ...rest,
  members: members.map(({ role, averageTaxableIncome, costs, ownership, ...party }) => ({
    ...identity(party, asOf),
    ownership,
    role,
    averageTaxableIncome,
    costs,
  })),
});

export const insurance = fc.record({
  premium: cost,
  startsIn: fc.integer({ min: -500, max: 500 }),
  subsidizedYears: fc.nat({ max: 3 }),
});

export const insuranceFacts = ({ startsIn, ...rest }: Drawn<typeof insurance>, asOf: string): Json => ({
  ...rest,
  startsOn: addDays(asOf, startsIn),
});

const grant = fc.record({
  measure: pick("foreign-filing-subsidy", "anti-counterfeit-support"),
  pool: maybe(pick("foreign-filing", "other")),
  year: fc.integer({ min: -1, max: 2 }),
  yen: fc.oneof(around(1_500_000, 3_000_000), fc.nat({ max: 4_000_000 })),
});

export const grants = maybe(fc.array(grant, { maxLength: 2 }), 1);

export const grantFacts = (drawn: Drawn<typeof grants>, asOf: string): Json[] | undefined =>
  drawn?.map(({ year, ...grant }) => ({ ...grant, fiscalYear: Number(asOf.slice(0, 4)) + year - 1 }));
