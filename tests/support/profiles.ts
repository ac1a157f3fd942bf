import fc from "fast-check";
import { catalog } from "../../src/catalog/bundled.ts";
import { addDays } from "../../src/normalize/calendar.ts";

const optionsOf = (fact: string): string[] => Object.keys(catalog.facts[fact]?.options ?? {});
const legalForms = optionsOf("party.legalForm");
const industries = optionsOf("party.industry");

/** A profile as a caller sends it: plain JSON. */
export type Json = { [key: string]: unknown };

/** A profile and the date that it is judged on. */
export interface Situation {
  asOf: string;
  profile: Json;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>, frequency = 5) =>
  fc.option(arbitrary, { nil: undefined, freq: frequency });
const pick = <T>(...values: T[]) => fc.constantFrom(...values);
/** A figure, and its neighbors on both sides. */
const around = (...figures: number[]) => fc.constantFrom(...figures.flatMap((each) => [each - 1, each, each + 1]));

const days = (first: string, count: number) => fc.nat({ max: count }).map((days) => addDays(first, days));

/** Days on which something changes in the bundled rules or near them, and any other day. */
export const asOfDay: fc.Arbitrary<string> = fc.oneof(
  days("2014-01-01", 14 * 365),
  pick(
    "2015-06-01",
    "2016-04-01",
    "2017-04-01",
    "2018-07-08",
    "2018-07-09",
    "2019-04-01",
    "2024-03-31",
    "2024-04-01",
    "2025-04-01",
    "2026-03-10",
    "2026-04-01",
    "2026-06-10",
    "2026-11-21",
    "2027-04-01",
  ),
);

const yen = fc.oneof(around(1, 50_000_000, 100_000_000, 300_000_000, 500_000_000), fc.nat({ max: 1_000_000_000 }));
const staff = fc.oneof(around(1, 5, 20, 50, 100, 200, 300, 900), fc.nat({ max: 2000 }));
const cost = fc.oneof(
  around(450_000, 600_000, 900_000, 1_200_000, 3_000_000, 6_000_000, 6_000_001),
  fc.nat({ max: 8_000_000 }),
  fc.nat({ max: 3000 }),
);
const share = pick("0/1", "1/4", "1/3", "1/2", "2/3", "3/4", "1/1");
const right = pick("patent", "utility-model", "design", "trademark", "regional-collective-trademark");
const company = pick("stock-company", "limited-liability-company", "limited-company", "partnership");
const legalForm = fc.oneof(
  { arbitrary: company, weight: 3 },
  {
    arbitrary: pick("sole-proprietor", "sme-group", "cooperative", "university", "chamber-of-commerce", "npo"),
    weight: 3,
  },
  { arbitrary: fc.constantFrom(...legalForms), weight: 1 },
);
const prefecture = pick("東京都", "大阪府", "徳島県", "福岡県", "静岡県", "広島県", "沖縄県");

/** How long ago, in days: a day at random, or near ten years, the age that startups must be below. */
const ago = fc.oneof(fc.nat({ max: 6000 }), around(3652, 3653), fc.nat({ max: 60 }));

interface Party {
  legalForm: string;
  industry: string;
  statedCapital: number;
  regularEmployees: number;
  founded: number;
  states: boolean;
}

const partyFacts = {
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

/** A stated size is given only where no act's numbers can contradict it. */
function statedSize({ statedCapital, regularEmployees, states }: Party): string | undefined {
  if (!states) return undefined;
  if (regularEmployees <= small.micro && statedCapital <= small.capital) return "micro";
  if (regularEmployees > 20 && regularEmployees <= small.staff && statedCapital <= small.capital) return "sme";
  return regularEmployees > large.staff && statedCapital > large.capital ? "large" : undefined;
}

const statedStartup = ({ founded, statedCapital, states }: Party): boolean | undefined =>
  !states || statedCapital > small.capital ? undefined : founded < 1000 ? true : founded > 365 * 30 ? false : undefined;

const identity = (party: Party, asOf: string): Json => ({
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

/** Holders whose shares add up to one at most. */
const holders = fc.array(holder, { maxLength: 3 }).map((list) => withinOne(list));

const parts: Record<string, number> = {
  "0/1": 0,
  "1/6": 2,
  "1/4": 3,
  "1/3": 4,
  "1/2": 6,
  "2/3": 8,
  "3/4": 9,
  "1/1": 12,
};

function withinOne<T extends { share: string }>(list: T[]): T[] {
  let left = 12;
  return list.filter(({ share }) => {
    const part = parts[share] ?? 12;
    if (part > left) return false;
    left -= part;
    return true;
  });
}

const ownership = fc.record({
  holders,
  officersFromLargeEnterprises: share,
  averageTaxableIncome: around(0, 1_500_000_000).map((n) => Math.max(0, n)),
});
const certifications = fc.uniqueArray(
  pick("fukushima-recovery-plan", "management-innovation-plan", "sbir", "go-tech"),
  { maxLength: 2 },
);
const ratio = pick("0/1", "3/100", "31/1000", "1/10");

const partner =
  (asOf: string) =>
  (
    raw: Party & { ownership: unknown; rdExpenseRatio: string; certifications: string[]; share: string },
  ): Json & { share: string } => ({
    ...identity(raw, asOf),
    ownership: raw.ownership,
    rdExpenseRatio: raw.rdExpenseRatio,
    certifications: raw.certifications,
    share: raw.share,
  });
const partnerFacts = fc.record({ ...partyFacts, ownership, rdExpenseRatio: ratio, certifications, share });

const domesticFiling = fc.record({
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
  coApplicants: fc.array(partnerFacts, { maxLength: 2 }),
});

const overseasFiling = fc.record({
  right,
  country: pick("US", "CN", "EP"),
  status: maybe(
    fc.oneof({ arbitrary: fc.constant("planned"), weight: 4 }, { arbitrary: pick("ordered", "filed"), weight: 1 }),
    2,
  ),
  plannedIn: maybe(fc.integer({ min: -100, max: 500 }), 2),
  cost,
  costs: maybe(
    fc.array(
      fc.record({
        kind: pick("foreign-office-fee", "foreign-agent", "translation", "search", "office-action"),
        yen: cost,
      }),
      { maxLength: 2 },
    ),
    1,
  ),
  basis: maybe(pick("JP-0", "JP-1", "mark"), 8),
  basedOnJapaneseFiling: fc.boolean(),
  purpose: pick("business", "anti-bad-faith"),
  regionalCollective: fc.boolean(),
  secrecyDesignated: maybe(pick(false, false, false, true), 1),
  applicantShare: maybe(pick("1/1", "1/2", "1/3"), 1),
});

const dispute = fc.record({
  kind: pick("counterfeit", "counterfeit", "accused", "bad-faith-trademark"),
  country: pick("CN", "VN"),
  right,
  rightHeldThere: pick(true, true, false),
  evidence: pick(true, true, false),
  cost,
});

const grant = fc.record({
  measure: pick("foreign-filing-subsidy", "anti-counterfeit-support"),
  pool: maybe(pick("foreign-filing", "other")),
  year: fc.integer({ min: -1, max: 2 }),
  yen: fc.oneof(around(1_500_000, 3_000_000), fc.nat({ max: 4_000_000 })),
});

const raw = fc.record({
  asOf: asOfDay,
  company: fc.record({
    ...partyFacts,
    ownership,
    rdExpenseRatio: ratio,
    certifications,
    netAssets: around(1, 500_000_000),
    prefecture,
    headquartersInJapan: pick(true, true, false),
    memberships: fc.uniqueArray(pick("chamber-of-commerce", "society-of-commerce", "sme-federation-body"), {
      maxLength: 2,
    }),
    reducedExaminationRequests: maybe(pick(0, 177, 178, 179, 180, 181), 1),
  }),
  members: fc.array(fc.record({ ...partyFacts, ownership }), { maxLength: 4 }),
  domestic: fc.array(domesticFiling, { maxLength: 3 }),
  abroad: fc.oneof(
    { arbitrary: fc.array(overseasFiling, { maxLength: 3 }), weight: 9 },
    { arbitrary: fc.array(overseasFiling, { minLength: 5, maxLength: 8 }), weight: 1 },
  ),
  disputes: fc.array(dispute, { maxLength: 2 }),
  grants: maybe(fc.array(grant, { maxLength: 2 }), 1),
});

/** Everything that the rules read, and nothing that contradicts itself. */
export const fullSituation: fc.Arbitrary<Situation> = raw.map(
  ({ asOf, company, members, domestic, abroad, disputes, grants }) => {
    const { reducedExaminationRequests, netAssets, prefecture, headquartersInJapan, memberships } = company;
    const based = new Set(domestic.flatMap(({ office }, index) => (office === "JP" ? [`JP-${index}`] : [])));
    return {
      asOf,
      profile: compact({
        company: {
          ...identity(company as Party, asOf),
          ownership: company.ownership,
          rdExpenseRatio: company.rdExpenseRatio,
          certifications: company.certifications,
          netAssets,
          prefecture,
          headquartersInJapan,
          memberships,
          reducedExaminationRequests,
        },
        group: {
          members: members.map((member) => ({ ...identity(member as Party, asOf), ownership: member.ownership })),
        },
        ip: { filings: domestic.map((filing, index) => ({ id: `JP-${index}`, ...domesticFacts(filing, asOf) })) },
        overseas: {
          filings: abroad.map(({ plannedIn, costs, cost, ...filing }) => ({
            ...filing,
            ...(costs === undefined ? { cost } : { costs }),
            ...(plannedIn === undefined ? {} : { plannedOn: addDays(asOf, plannedIn) }),
            basedOnJapaneseFiling: based.has(filing.basis ?? "") || filing.basedOnJapaneseFiling,
          })),
          disputes,
        },
        grants: grants?.map(({ year, ...grant }) => ({ ...grant, fiscalYear: Number(asOf.slice(0, 4)) + year - 1 })),
      }) as Json,
    };
  },
);

type DomesticFiling = typeof domesticFiling extends fc.Arbitrary<infer T> ? T : never;

function domesticFacts(filing: DomesticFiling, asOf: string): Json {
  const { filed, waited, dated, lastPaper, coApplicants, status, onlineProcedures, ...rest } = filing;
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
    coApplicants: withinOne(coApplicants.map((each) => partner(asOf)(each as never))),
  };
}

/** Without the keys whose value is undefined, all the way down. */
export function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, compact(each)]])),
  );
}
