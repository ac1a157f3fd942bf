import { withAnswer } from "../ask/answer.ts";
import { type Catalog, findMeasure } from "../catalog/catalog.ts";
import { entryFor } from "../catalog/vocabulary.ts";
import { CatalogError, issue } from "../errors.ts";
import { derive } from "../facts/derive.ts";
import { type ProfileInput, parseProfile } from "../facts/parse-profile.ts";
import { scopeOf } from "../facts/scope.ts";
import { addYears } from "../normalize/calendar.ts";
import { leavesOf } from "../result.ts";
import type { Change, ChangeSet, Help } from "../schema/advice.ts";
import type { Result } from "../schema/assessment.ts";
import { type Effort, efforts } from "../schema/law.ts";
import type { Measure } from "../schema/measure.ts";
import type { Profile } from "../schema/profile.ts";
import { timeline } from "../timeline/timeline.ts";
import { type Judgment, judge } from "../verdict/judge.ts";
import { changesOf } from "./changes.ts";

/** Three easy changes are worth one that takes months, three of those one that changes the company. */
const costs: Record<Effort, number> = { low: 1, medium: 3, high: 9 };
const limits = { changes: 4, sets: 20, judgments: 3000 };

interface Step {
  changes: readonly Change[];
  cost: number;
}

/**
 * The smallest changes of facts that a company can change which would make an ineligible measure usable, by effort.
 * Founding dates, past acts and the like are never proposed. Each set turns the verdict, and no part of it does. And of
 * any verdict the day from which time alone makes it another.
 *
 * @throws ProfileError for a bad profile; CatalogError if the catalog does not hold the measure.
 */
export function whatWouldHelp(result: Result, input: ProfileInput, { catalog }: { catalog: Catalog }): Help {
  const profile = parseProfile(input);
  const { id } = result.measure;
  const measure = findMeasure(catalog, id);
  if (measure === undefined)
    throw new CatalogError([issue(id, "unknown-reference", { kind: "measures", id, suggestion: "" })]);
  let judgments = 0;
  const judged = (changes: readonly Change[]): Judgment => {
    judgments++;
    return judgeWith(measure, profile, changes, result.asOf, catalog);
  };
  const found: ChangeSet[] = [];
  const open: Step[] = [{ changes: [], cost: 0 }];
  const seen = new Set<string>();
  while (open.length > 0 && found.length < limits.sets && judgments < limits.judgments) {
    const { changes, cost } = open.shift() as Step;
    if (found.some((set) => set.changes.every((change) => changes.some((each) => isSame(each, change))))) continue;
    const judgment = judged(changes);
    if (judgment.eligibility !== "ineligible") {
      if (changes.length > 0 && partsOf(changes).every((part) => judged(part).eligibility === "ineligible"))
        found.push(toSet(changes, judgment.eligibility));
      continue;
    }
    if (changes.length === limits.changes) continue;
    for (const change of candidates(judgment, changes)) {
      const next = [...changes, change];
      const key = next.map(keyOf).sort().join("\n");
      if (seen.has(key)) continue;
      seen.add(key);
      insert(open, { changes: next, cost: cost + costs[change.effort] });
    }
  }
  return { sets: found, complete: open.length === 0, byTime: byTime(result, profile, catalog) };
}

/** As long as one plans ahead, and beyond every age that rules compare with. */
const years = 25;

/** When days alone turn the verdict: a call's rules begin, a company comes of age. */
function byTime({ asOf, measure, eligibility }: Result, profile: Profile, catalog: Catalog): Help["byTime"] {
  const [told] = timeline(profile, { from: asOf, to: addYears(asOf, years), catalog, measures: [measure.id] }).measures;
  const next = told?.segments.find((segment) => segment.eligibility !== eligibility);
  return next === undefined ? null : { on: next.from, becomes: next.eligibility, causes: [...next.causes] };
}

const keyOf = ({ fact, to }: Change): string => JSON.stringify([fact, to]);
const isSame = (left: Change, right: Change): boolean => keyOf(left) === keyOf(right);

/** What would turn one of the comparisons that stand against the measure, of facts that are not changed already. */
function candidates(judgment: Judgment, changes: readonly Change[]): Change[] {
  const taken = new Set(changes.map(({ fact }) => fact));
  const all = leavesOf(judgment).flatMap((leaf) => changesOf(leaf, judgment.scope));
  return [...new Map(all.filter(({ fact }) => !taken.has(fact)).map((change) => [keyOf(change), change])).values()];
}

function judgeWith(measure: Measure, profile: Profile, changes: readonly Change[], asOf: string, catalog: Catalog) {
  return judge(measure, scopeOf(derive(changed(profile, changes, catalog)), catalog, asOf));
}

/** The profile as it would be. A head office that moves takes both of its names along. */
export function changed(profile: Profile, changes: readonly Change[], { facts }: Catalog): Profile {
  return changes.reduce<Profile>((before, { fact, to }) => {
    const type = entryFor(fact, facts)?.type ?? "text";
    const names = /^company\.(headquarters\.)?(prefecture|city)$/.test(fact)
      ? [fact.replace("headquarters.", ""), fact.replace(/^company\.(?!headquarters)/, "company.headquarters.")]
      : [fact];
    return names.reduce((each, name) => withAnswer(each, { fact: name, type }, to) as Profile, before);
  }, profile);
}

/** Every part that leaves something out, but not everything. */
const partsOf = (changes: readonly Change[]): Change[][] =>
  subsetsOf(changes).filter((part) => part.length > 0 && part.length < changes.length);

const subsetsOf = ([first, ...rest]: readonly Change[]): Change[][] =>
  first === undefined ? [[]] : subsetsOf(rest).flatMap((part) => [part, [first, ...part]]);

function toSet(changes: readonly Change[], becomes: ChangeSet["becomes"]): ChangeSet {
  const effort = efforts.findLast((each) => changes.some((change) => change.effort === each)) as Effort;
  return { changes: [...changes].sort((left, right) => (left.fact < right.fact ? -1 : 1)), effort, becomes };
}

/** Keeps the cheapest first; of equal cost, fewer changes, then the paths in order. */
function insert(open: Step[], step: Step): void {
  const order = (each: Step) => [each.cost, each.changes.length] as const;
  const [cost, size] = order(step);
  const place = open.findIndex((each) => {
    const [otherCost, otherSize] = order(each);
    return otherCost > cost || (otherCost === cost && otherSize > size);
  });
  open.splice(place === -1 ? open.length : place, 0, step);
}
