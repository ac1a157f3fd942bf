import fc from "fast-check";
import { addDays } from "../../normalize/calendar.ts";
import { around, type Json, optionsOf, pick } from "./draw.ts";

/* Companies, co-applicants, members: whoever a definition can be asked of. */

const legalForms = optionsOf("party.legalForm");
const industries = optionsOf("party.industry");

const yen = fc.oneof(around(1, 50_000_000, 100_000_000, 300_000_000, 500_000_000), fc.nat({ max: 1_000_000_000 }));
const staff = fc.oneof(around(1, 5, 20, 50, 100, 200, 300, 900), fc.nat({ max: 2000 }));
export const share = pick("0/1", "1/4", "1/3", "1/2", "2/3", "3/4", "1/1");
const companies = ["stock-company", "limited-liability-company", "limited-company", "partnership"];
const legalForm = fc.oneof(
  { arbitrary: fc.constantFrom(...companies), weight: 3 },
  {
    arbitrary: pick("sole-proprietor", "sme-group", "cooperative", "university", "chamber-of-commerce", "npo"),
    weight: 3,
  },
  { arbitrary: fc.constantFrom(...legalForms), weight: 1 },
);

/** How long ago, in days: a day at random, or near ten years, the age that startups must be below. */
export const ago = fc.oneof(fc.nat({ max: 6000 }), around(3652, 3653), fc.nat({ max: 60 }));

export interface Party {
  legalForm: string;
  industry: string;
  statedCapital: number;
  regularEmployees: number;
  founded: number;
  states: boolean;
}

export const partyFacts = {
  legalForm,
  industry: fc.constantFrom(...industries),
  statedCapital: yen,
  regularEmployees: staff,
  founded: ago,
  states: fc.boolean(),
} as unknown as { [K in keyof Party]: fc.Arbitrary<Party[K]> };

/** Of each row, the least limits that any act prints: below both a firm is small by every act. */
const small = { capital: 50_000_000, staff: 50, micro: 5 };
/** Above both a firm is large by every act. */
const large = { capital: 500_000_000, staff: 1000 };

/** Other forms are no enterprises to some acts, whatever their size. */
const isEnterprise = ({ legalForm }: Party): boolean => [...companies, "sole-proprietor"].includes(legalForm);

/** A stated size is given only where no act's numbers can contradict it. */
function statedSize(party: Party): string | undefined {
  const { statedCapital, regularEmployees, states } = party;
  if (!states || !isEnterprise(party)) return undefined;
  if (regularEmployees <= small.micro && statedCapital <= small.capital) return "micro";
  if (regularEmployees > 20 && regularEmployees <= small.staff && statedCapital <= small.capital) return "sme";
  return regularEmployees > large.staff && statedCapital > large.capital ? "large" : undefined;
}

const statedStartup = ({ founded, statedCapital, states }: Party): boolean | undefined =>
  !states || statedCapital > small.capital ? undefined : founded < 1000 ? true : founded > 365 * 30 ? false : undefined;

export const identity = (party: Party, asOf: string): Json => ({
  legalForm: party.legalForm,
  industry: party.industry,
  statedCapital: party.statedCapital,
  regularEmployees: party.regularEmployees,
  foundedOn: addDays(asOf, -party.founded),
  size: statedSize(party),
  startup: statedStartup(party),
});

const holder = fc
  .record({
    kind: pick("company", "company", "individual", "public-body", "investment-company", "investment-partnership"),
    industry: fc.constantFrom(...industries),
    statedCapital: yen,
    regularEmployees: staff,
    share: pick("1/6", "1/4", "1/3", "1/2", "2/3", "1/1"),
    states: fc.boolean(),
  })
  .map(({ states, ...holder }) => ({ ...holder, largeEnterprise: states ? statedLarge(holder) : undefined }));

function statedLarge({
  kind,
  statedCapital,
  regularEmployees,
}: {
  kind: string;
  statedCapital: number;
  regularEmployees: number;
}) {
  if (kind === "individual" || kind === "investment-partnership") return false;
  if (kind === "public-body") return true;
  if (statedCapital <= small.capital || regularEmployees <= small.staff) return false;
  return kind === "company" && statedCapital > large.capital && regularEmployees > large.staff ? true : undefined;
}

const twelfths: Record<string, number> = {
  "0/1": 0,
  "1/6": 2,
  "1/4": 3,
  "1/3": 4,
  "1/2": 6,
  "2/3": 8,
  "3/4": 9,
  "1/1": 12,
};

/** Of the entries, those whose shares add up to one at most. */
function withinOne<T extends { share: string }>(list: T[]): T[] {
  let left = 12;
  return list.filter(({ share }) => {
    const part = twelfths[share] ?? 12;
    if (part > left) return false;
    left -= part;
    return true;
  });
}

export const ownership = fc.record({
  holders: fc.array(holder, { maxLength: 3 }).map((list) => withinOne(list)),
  officersFromLargeEnterprises: share,
  averageTaxableIncome: around(0, 1_500_000_000).map((income) => Math.max(0, income)),
});
export const certifications = fc.uniqueArray(
  pick("fukushima-recovery-plan", "management-innovation-plan", "sbir", "go-tech"),
  { maxLength: 2 },
);
export const ratio = pick("0/1", "3/100", "31/1000", "1/10");

const partner = fc.record({ ...partyFacts, ownership, rdExpenseRatio: ratio, certifications, share });
export const partners = fc.array(partner, { maxLength: 2 });
export type Partners = typeof partners extends fc.Arbitrary<infer T> ? T : never;

/** Co-applicants with a share each, one in all at most. */
export const coApplicants = (drawn: Partners, asOf: string): Json[] =>
  withinOne(
    drawn.map((raw) => ({
      ...identity(raw, asOf),
      ownership: raw.ownership,
      rdExpenseRatio: raw.rdExpenseRatio,
      certifications: raw.certifications,
      share: raw.share,
    })),
  );
