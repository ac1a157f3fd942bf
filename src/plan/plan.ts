import type { AssessOptions } from "../assess.ts";
import { currentId, deepFreeze, measuresOf } from "../catalog/catalog.ts";
import { derive } from "../facts/derive.ts";
import { parseAsOf } from "../facts/parse-as-of.ts";
import { type ProfileInput, parseProfile } from "../facts/parse-profile.ts";
import { listAt, type Scope, scopeOf } from "../facts/scope.ts";
import { rank } from "../rank.ts";
import { readMeasure } from "../result.ts";
import type { Result } from "../schema/assessment.ts";
import type { Allocation, Cost, NotPlanned, Plan } from "../schema/plan.ts";
import type { Judgment } from "../verdict/judge.ts";
import { type Allocated, type AllocateOptions, allocate, byPath, isCompetitive, sum } from "./allocate.ts";
import { costOfEntry, costOfExpense, expenseOwner, expensePath } from "./costs.ts";
import { feeSavings, sharedFilings } from "./fees.ts";
import { barTo, type Candidate, grantedIn, isSubsidy, reasonAgainst, unstatedCosts } from "./not-planned.ts";
import { type Application, applicationsOf, expenseOf } from "./offers.ts";
import { bestAndRunnersUp } from "./runners-up.ts";

export interface PlanOptions extends AssessOptions {
  /**
   * How long a plan is searched for, in steps of about a millisecond; the default proves what companies bring in well
   * under a second. Beyond it the best that was found is told, with the gap.
   */
  nodes?: number;
}

/**
 * Which cost goes to which subsidy so that the company keeps most, on the amounts that are certain if everything applied
 * for is granted: under all caps, with shared pools, grants already received and measures that exclude each other. A
 * cost goes to one measure, whole. Pure, like `assess`, and told as plain frozen data.
 *
 * @throws ProfileError with every issue of the profile, or if `asOf` is no calendar day.
 */
export function plan(input: ProfileInput, options: PlanOptions): Plan {
  const { catalog, nodes } = options;
  const asOf = parseAsOf(options.asOf);
  const scope = scopeOf(derive(parseProfile(input)), catalog, asOf);
  const excludes = catalog.measures.flatMap((file): [string, string][] =>
    "viewOf" in file ? [] : (file.exclusiveWith ?? []).map(({ measure }) => [file.id, measure]),
  );
  const judged = measuresOf(catalog).map((measure) => readMeasure(measure, scope, catalog));
  const order = new Map(rank(judged.map(({ result }) => result)).map((result, index) => [result, index]));
  const ranked = judged.sort((left, right) => (order.get(left.result) as number) - (order.get(right.result) as number));
  const subsidies = ranked.filter(({ result }) => isSubsidy(result));
  const candidates = subsidies
    .filter(({ result }) => result.eligibility !== "ineligible")
    .map(({ judgment, result }) => candidateOf(judgment, result, excludes, options));
  const bars = candidates.map(barTo);
  const applications = candidates
    .flatMap((candidate, index) => (bars[index] === undefined ? candidate.applications : []))
    .sort(byMeasure);
  const named = statedCosts(
    subsidies.map(({ judgment }) => judgment),
    scope,
  );
  const settings: AllocateOptions = { excludes, named, ...(nodes === undefined ? {} : { nodes }) };
  const { best, runnersUp } = bestAndRunnersUp(applications, settings);
  const notPlanned = candidates.flatMap((candidate, index): NotPlanned[] => {
    const bar = bars[index];
    return bar !== undefined
      ? [bar]
      : reasonAgainst(candidate, best, rivalsOf(candidate.judgment.measure.id, excludes), named);
  });
  const feeReductions = feeSavings(ranked.map(({ result }) => result));
  return deepFreeze({
    asOf,
    catalog: { version: catalog.version },
    best: toAllocation(best),
    withoutCompetitive: toAllocation(
      allocate(
        applications.filter((each) => !isCompetitive(each)),
        settings,
      ),
    ),
    runnersUp,
    notPlanned,
    ineligible: subsidies.length - candidates.length,
    feeReductions,
    sharedFilings: sharedFilings(best.uses, feeReductions),
    keeps: feeReductions.reduce((total, { saved }) => sum(total, saved ?? { min: 0, max: null }), best.total),
    wanted: wantedBy(candidates),
  });
}

/** Exclusion works both ways, wherever it is written. */
const rivalsOf = (id: string, excludes: readonly (readonly [string, string])[]): string[] =>
  excludes.flatMap(([one, other]) => (one === id ? [other] : other === id ? [one] : []));

function candidateOf(
  judgment: Judgment,
  result: Result,
  excludes: readonly (readonly [string, string])[],
  { catalog }: PlanOptions,
): Candidate {
  const { measure, scope } = judgment;
  const isReady =
    result.eligibility === "eligible" && result.estimate?.kind === "subsidy" && result.role === "applicant";
  const all = isReady ? applicationsOf(judgment, result, catalog) : [];
  const rivals = rivalsOf(measure.id, excludes);
  const ruledOutBy = ({ fiscalYear, years }: Application) =>
    (fiscalYear === null ? years : [fiscalYear])
      .flatMap((year) => grantedIn(scope, year))
      .map((id) => currentId(catalog, id))
      .find((id) => rivals.includes(id));
  const applications = all.filter((each) => ruledOutBy(each) === undefined);
  const [first] = all;
  return {
    judgment,
    result,
    applications,
    ruledOutBy: first === undefined || applications.length > 0 ? undefined : ruledOutBy(first),
  };
}

const byMeasure = (left: Application, right: Application): number =>
  left.result.measure.id === right.result.measure.id
    ? (left.fiscalYear ?? 0) - (right.fiscalYear ?? 0)
    : left.result.measure.id < right.result.measure.id
      ? -1
      : 1;

/** Every cost that the profile states and some subsidy speaks of, under the name that applications have for it. */
function statedCosts(judgments: readonly Judgment[], scope: Scope): Map<string, Cost> {
  const costs = new Map<string, Cost>();
  for (const judgment of judgments) {
    const expense = expenseOf(judgment);
    const { each } = judgment.measure;
    if (expense !== undefined) {
      const key = expenseOwner(expense);
      const yen = costOfExpense(scope, expense);
      const cost = expensePath(expense);
      if (yen !== null && cost < (costs.get(key)?.cost ?? "~")) costs.set(key, { cost, yen });
    } else if (each !== undefined)
      for (const entry of listAt(scope, each).entries) {
        const yen = costOfEntry(scope, entry);
        if (yen !== null) costs.set(entry.path, { cost: entry.path, yen });
      }
  }
  return new Map([...costs].sort(([, left], [, right]) => byPath(left.cost, right.cost)));
}

const toAllocation = ({ owners: _, pools: __, ...allocation }: Allocated): Allocation => allocation;

/** Costs that the profile does not state, those first that measures already decided wait for, then those that most do. */
function wantedBy(candidates: readonly Candidate[]): Plan["wanted"] {
  const facts = new Map<string, string[]>();
  for (const { judgment, result } of candidates) {
    if (result.availability === "closed" || result.place === "elsewhere" || result.estimate === null) continue;
    for (const fact of unstatedCosts(judgment)) facts.set(fact, [...(facts.get(fact) ?? []), result.measure.id]);
  }
  const decided = new Set(
    candidates.filter(({ result }) => result.eligibility === "eligible").map(({ result }) => result.measure.id),
  );
  const count = (measures: readonly string[]) => measures.filter((id) => decided.has(id)).length;
  return [...facts]
    .map(([fact, measures]) => ({ fact, measures }))
    .sort(
      (left, right) =>
        count(right.measures) - count(left.measures) ||
        right.measures.length - left.measures.length ||
        byPath(left.fact, right.fact),
    );
}
