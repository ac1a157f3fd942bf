import fc from "fast-check";
import { around, compact, days, type Json, maybe, pick } from "./draw.ts";
import {
  dispute,
  domesticFacts,
  domesticFiling,
  overseasFacts,
  overseasFiling,
  pctFacts,
  pctFiling,
} from "./filings.ts";
import { certifications, identity, ownership, partyFacts, ratio } from "./parties.ts";
import { grantFacts, grants, insurance, insuranceFacts, project, projectFacts } from "./projects.ts";

/** A profile and the date that it is judged on. */
export interface Situation {
  asOf: string;
  profile: Json;
}

/** Days on which something changes in the bundled rules or near them, and any other day. */
const asOfDay: fc.Arbitrary<string> = fc.oneof(
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

const drawn = fc.record({
  company: fc.record({
    ...partyFacts,
    ownership,
    rdExpenseRatio: ratio,
    certifications,
    netAssets: around(1, 500_000_000),
    prefecture: pick("東京都", "大阪府", "徳島県", "福岡県", "静岡県", "広島県", "沖縄県"),
    headquartersInJapan: pick(true, true, false),
    memberships: fc.uniqueArray(pick("chamber-of-commerce", "society-of-commerce", "sme-federation-body"), {
      maxLength: 2,
    }),
    reducedExaminationRequests: maybe(pick(0, 177, 178, 179, 180, 181), 1),
  }),
  members: fc.array(fc.record({ ...partyFacts, ownership }), { maxLength: 4 }),
  domestic: fc.array(domesticFiling, { maxLength: 3 }),
  pct: fc.array(pctFiling, { maxLength: 2 }),
  abroad: fc.oneof(
    { arbitrary: fc.array(overseasFiling, { maxLength: 3 }), weight: 9 },
    { arbitrary: fc.array(overseasFiling, { minLength: 5, maxLength: 8 }), weight: 1 },
  ),
  disputes: fc.array(dispute, { maxLength: 2 }),
  insurance,
  project,
  grants,
});

/**
 * Random profiles as of a day: everything that rules read is known, and nothing contradicts itself. Figures lie on both
 * sides of the thresholds that acts print.
 */
export const profiles = (asOf: string): fc.Arbitrary<Json> => drawn.map((each) => profileOf(each, asOf));

/** Random profiles, each with the day on which it is judged. */
export const situations = (): fc.Arbitrary<Situation> =>
  fc.tuple(asOfDay, drawn).map(([asOf, each]) => ({ asOf, profile: profileOf(each, asOf) }));

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function profileOf({ company, members, domestic, pct, abroad, disputes, ...rest }: Drawn, asOf: string): Json {
  const { reducedExaminationRequests, netAssets, prefecture, headquartersInJapan, memberships } = company;
  const bases = new Set(domestic.flatMap(({ office }, index) => (office === "JP" ? [`JP-${index}`] : [])));
  return compact({
    company: {
      ...identity(company, asOf),
      ownership: company.ownership,
      rdExpenseRatio: company.rdExpenseRatio,
      certifications: company.certifications,
      netAssets,
      prefecture,
      headquartersInJapan,
      memberships,
      reducedExaminationRequests,
    },
    group: { members: members.map((member) => ({ ...identity(member, asOf), ownership: member.ownership })) },
    ip: {
      filings: domestic.map((filing, index) => ({ id: `JP-${index}`, ...domesticFacts(filing, asOf) })),
      pctFilings: pct.map((filing) => pctFacts(filing, asOf)),
    },
    overseas: {
      filings: abroad.map((filing) => overseasFacts(filing, asOf, bases)),
      disputes,
      insurance: insuranceFacts(rest.insurance, asOf),
    },
    project: projectFacts(rest.project, asOf),
    grants: grantFacts(rest.grants, asOf),
  }) as Json;
}
