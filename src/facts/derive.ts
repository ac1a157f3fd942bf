import { type Issue, issue } from "../errors.ts";
import { add, compare, one, showFraction, toFraction, zero } from "../normalize/fraction.ts";
import { prefectureOfCity } from "../normalize/prefecture.ts";
import type { Profile } from "../schema/profile.ts";

type List<T> = readonly T[] | { items: readonly T[]; complete: boolean } | undefined;

export const itemsOf = <T>(list: List<T>): readonly T[] =>
  list === undefined ? [] : "items" in list ? list.items : list;

const mapList = <T>(list: List<T>, change: (entry: T) => T): List<T> =>
  list === undefined ? undefined : "items" in list ? { ...list, items: list.items.map(change) } : list.map(change);

type DomesticFiling = ReturnType<typeof domesticFilings>[number];
type OverseasFiling = ReturnType<typeof overseasFilings>[number];
const domesticFilings = (profile: Profile) => itemsOf(profile.ip?.filings);
const overseasFilings = (profile: Profile) => itemsOf(profile.overseas?.filings);

/** Works out what follows with certainty from what was given: short forms, and one fact that includes another. */
export function derive(profile: Profile): Profile {
  const bases = new Set(
    domesticFilings(profile).flatMap(({ id, office }) => (id !== undefined && office === "JP" ? [id] : [])),
  );
  return {
    ...profile,
    ...(profile.company === undefined ? {} : { company: place(profile.company) }),
    ...(profile.ip === undefined
      ? {}
      : { ip: { ...profile.ip, ...filled("filings", mapList(profile.ip.filings, examination)) } }),
    ...(profile.overseas === undefined
      ? {}
      : {
          overseas: {
            ...profile.overseas,
            ...filled(
              "filings",
              mapList(profile.overseas.filings, (filing) => based(filing, bases)),
            ),
          },
        }),
  } as Profile;
}

const filled = <K extends string, T>(key: K, value: T | undefined) => (value === undefined ? {} : { [key]: value });

/** `prefecture` and `city` are the short form of `headquarters`; a designated city lies in one prefecture only. */
function place(company: NonNullable<Profile["company"]>): NonNullable<Profile["company"]> {
  const city = company.city ?? company.headquarters?.city;
  const prefecture = company.prefecture ?? company.headquarters?.prefecture ?? (city && prefectureOfCity(city));
  return {
    ...company,
    ...filled("prefecture", prefecture),
    ...filled("city", city),
    ...(prefecture === undefined && city === undefined
      ? {}
      : { headquarters: { ...filled("prefecture", prefecture), ...filled("city", city), ...company.headquarters } }),
  };
}

function examination(filing: DomesticFiling): DomesticFiling {
  const { lastPaperProcedureOn, ...rest } = filing;
  const online = lastPaperProcedureOn === "none" ? true : undefined;
  const started = filing.status === undefined ? undefined : filing.status === "examined" || filing.status === "granted";
  return {
    ...filled("onlineProcedures", online),
    ...filled("examinationStarted", started),
    ...rest,
    ...(online ? {} : filled("lastPaperProcedureOn", lastPaperProcedureOn)),
  };
}

const based = (filing: OverseasFiling, bases: ReadonlySet<string>): OverseasFiling =>
  filing.basis !== undefined && bases.has(filing.basis) ? { basedOnJapaneseFiling: true, ...filing } : filing;

const joint = (list: string, filings: readonly Pick<DomesticFiling, "coApplicants">[]) =>
  filings.map(({ coApplicants }, index) => ({
    path: `${list}[${index}].coApplicants`,
    shares: itemsOf(coApplicants).map(({ share }) => share),
  }));

/** What a profile says against itself. It stays readable, so this is reported, not thrown. */
export function contradictions(profile: Profile): Issue[] {
  const { company } = profile;
  const actual = company?.city === undefined ? undefined : prefectureOfCity(company.city);
  const elsewhere = actual !== undefined && company?.prefecture !== undefined && company.prefecture !== actual;
  const sums = [
    { path: "company.ownership.holders", shares: itemsOf(company?.ownership?.holders).map((holder) => holder.share) },
    ...joint("ip.filings", domesticFilings(profile)),
    ...joint("ip.pctFilings", itemsOf(profile.ip?.pctFilings)),
  ].map(({ path, shares }) => ({
    path,
    sum: shares.reduce((sum, share) => (share === undefined ? sum : add(sum, toFraction(share))), zero),
  }));
  return [
    ...(elsewhere
      ? [
          issue("company.city", "city-in-other-prefecture", {
            city: company?.city ?? "",
            actual,
            stated: company?.prefecture ?? "",
          }),
        ]
      : []),
    ...sums
      .filter(({ sum }) => compare(sum, one) > 0)
      .map(({ path, sum }) => issue(path, "shares-above-one", { sum: showFraction(sum) })),
  ];
}
