import { whatWouldHelp as whatWouldHelpWith } from "./advice/what-would-help.ts";
import { assess as assessWith } from "./assess.ts";
import { catalog } from "./catalog/bundled.ts";
import type { Catalog } from "./catalog/catalog.ts";
import { compare as compareWith } from "./compare.ts";
import type { ResultChange } from "./diff/assessments.ts";
import { explainHelp as explainHelpWith } from "./explain/advice.ts";
import { type Detail, explain as explainWith, why as whyWith } from "./explain/explain.ts";
import { amount, type Notation, day as writeDay, yen as writeYen } from "./explain/figures.ts";
import { type HandoverOptions, handover as handoverWith } from "./explain/handover.ts";
import { explainPlan as explainPlanWith, type PlanSection } from "./explain/plan.ts";
import { explainSteps as explainStepsWith } from "./explain/steps.ts";
import { whyAsk as whyAskWith } from "./explain/why-ask.ts";
import type { Lang } from "./explain/words.ts";
import type { ProfileInput } from "./facts/parse-profile.ts";
import type { MeasureId } from "./generated/names.ts";
import { getTerms as getTermsWith, type MeasureTerms } from "./get-terms.ts";
import { plan as planWith } from "./plan/plan.ts";
import type { Help } from "./schema/advice.ts";
import type { Assessment, Estimate, Question, Result } from "./schema/assessment.ts";
import type { Plan } from "./schema/plan.ts";
import type { Timeline } from "./schema/timeline.ts";
import { type SearchAnswer, type SearchOptions, search as searchWith } from "./search/search.ts";
import { timeline as timelineWith } from "./timeline/timeline.ts";

export { withAnswer } from "./ask/answer.ts";
export { type Answer, readAnswer } from "./ask/read-answer.ts";
export type { Catalog } from "./catalog/catalog.ts";
export { type Extension, extendCatalog, parseCatalog } from "./catalog/parse.ts";
export { type CompiledCatalog, compile, type Verdicts } from "./compiled/compile.ts";
export type { Field, ResultChange } from "./diff/assessments.ts";
export { CatalogError, type Issue, ProfileError } from "./errors.ts";
export type { Detail } from "./explain/explain.ts";
export type { Notation } from "./explain/figures.ts";
export type { PlanSection } from "./explain/plan.ts";
export { whyAbove } from "./explain/ranking.ts";
export type { Lang } from "./explain/words.ts";
export { type ProfileInput, parseProfile } from "./facts/parse-profile.ts";
export type { FactName, MeasureId } from "./generated/names.ts";
export type { MeasureTerms } from "./get-terms.ts";
export { type IssueArgs, type IssueCode, issueMessage } from "./issues.ts";
export { type RankKey, rankedBy } from "./rank.ts";
export type * from "./schema/advice.ts";
export type * from "./schema/assessment.ts";
export type { Kind, Right, Role, Status } from "./schema/measure.ts";
export type * from "./schema/plan.ts";
export type { Bilingual, Ratio } from "./schema/primitives.ts";
export type { Profile } from "./schema/profile.ts";
export type { Source } from "./schema/source.ts";
export type * from "./schema/timeline.ts";
export { buildIndex as buildSearchIndex, type SearchIndex } from "./search/build-index.ts";
export type { Hit, SearchAnswer, SearchFilters, SearchOptions } from "./search/search.ts";
export { deadlines } from "./timeline/deadlines.ts";
export { todayInJapan } from "./today.ts";
export { catalog };

export interface AssessOptions {
  /** The Japanese calendar day that the rules are read on, `YYYY-MM-DD`. There is no default: no clock is read. */
  asOf: string;
  /** The bundled catalog where absent; `extendCatalog(catalog, yours)` adds to it. */
  catalog?: Catalog;
}

/**
 * Which measures the company can use on the date, how much they are worth, why, and what is still to find out.
 *
 * @throws ProfileError with every issue of the profile, or if `asOf` is no calendar day.
 */
export function assess(profile: ProfileInput, options: AssessOptions): Assessment {
  return assessWith(profile, { catalog, ...options });
}

/** What a measure says on a date: criteria, benefit, routes, calls and sources. */
export function getTerms(id: MeasureId | (string & {}), options: AssessOptions): MeasureTerms {
  return getTermsWith(id, { catalog, ...options });
}

/**
 * The measures that a text in Japanese or English is about, best first; with a profile and a day each with this
 * company's verdict. Any string is safe.
 *
 * @throws ProfileError for a bad profile or day.
 */
export function search(
  text: string,
  options: Omit<SearchOptions, "catalog"> & { catalog?: Catalog } = {},
): SearchAnswer {
  return searchWith(text, { catalog, ...options });
}

/**
 * Which cost of the profile goes to which subsidy so that the company keeps most, under all caps and shared pools, each
 * cost to one subsidy: if everything is granted, and without what somebody judges. Exact, or the gap is said.
 *
 * @throws ProfileError with every issue of the profile, or if `asOf` is no calendar day.
 */
export function plan(profile: ProfileInput, options: { asOf: string; catalog?: Catalog; nodes?: number }): Plan {
  return planWith(profile, { catalog, ...options });
}

/**
 * What a company can use over a stretch of days (`from` to `to`, both included): for each measure segments of equal
 * status, verdict, window, freshness and amount, and why each begins. `deadlines(timeline)` gives the days to keep in
 * mind, `toCalendar` of `chizai-navi/calendar` writes them as `.ics`.
 *
 * @throws ProfileError with every issue of the profile or the days, CatalogError for an unknown measure.
 */
export function timeline(
  profile: ProfileInput,
  options: { from: string; to: string; catalog?: Catalog; measures?: readonly (MeasureId | (string & {}))[] },
): Timeline {
  return timelineWith(profile, { catalog, ...options });
}

/**
 * What differs for one company between two days, measure by measure and field by field.
 *
 * @throws ProfileError with every issue of the profile, or if a day is none.
 */
export function compare(
  profile: ProfileInput,
  before: string,
  after: string,
  options: { catalog?: Catalog } = {},
): ResultChange[] {
  return compareWith(profile, before, after, { catalog, ...options });
}

/**
 * A result in words. `detail`: `line` (the why), `reasons` (criteria and calculation; the default) or `full` (every
 * definition opened, presumptions, steps, documents). `format`: `text` (default) or `markdown`.
 */
export function explain(
  result: Result,
  options: { lang: Lang; detail?: Detail; format?: "text" | "markdown"; catalog?: Catalog },
): string {
  return explainWith(result, { catalog, ...options });
}

/**
 * A sheet that an adviser can send on, in Markdown (or `format: "text"`): verdicts, amounts, presumptions, open points,
 * what is judged and what to do as a list to tick, papers, pages and days. With `profile` it lists what was said.
 */
export function handover(
  assessment: Assessment,
  options: Omit<HandoverOptions, "catalog"> & { catalog?: Catalog },
): string {
  return handoverWith(assessment, { catalog, ...options });
}

/** Why a question is asked: the measures whose verdict or amount depends on the answer. */
export function whyAsk(question: Question, options: { lang: Lang; catalog?: Catalog }): string {
  return whyAskWith(question, { catalog, ...options });
}

/**
 * The smallest changes of facts that a company can change which would make an ineligible measure usable, by effort.
 * Founding dates, past acts and the like are never proposed. Each set turns the verdict, and no part of it does.
 *
 * @throws ProfileError for a bad profile.
 */
export function whatWouldHelp(result: Result, profile: ProfileInput, options: { catalog?: Catalog } = {}): Help {
  return whatWouldHelpWith(result, profile, { catalog, ...options });
}

/** A funding plan in words: sections with a title, perhaps a table, and lines. */
export function explainPlan(plan: Plan, options: { lang: Lang; catalog?: Catalog }): PlanSection[] {
  return explainPlanWith(plan, { catalog, ...options });
}

/** What would help in words, a line for each set of changes, the easiest first. */
export function explainHelp(help: Help, options: { lang: Lang; catalog?: Catalog }): string[] {
  return explainHelpWith(help, { catalog, ...options }).map(({ text }) => text);
}

/** How an amount comes about, operation by operation, each with the page that its figure stands on. */
export function explainSteps(estimate: Estimate | null, options: { lang: Lang; catalog?: Catalog }): string[] {
  return explainStepsWith(estimate, { catalog, ...options });
}

/** Exact yen for the screen: `300万円` (or, with every digit, `3,000,000円`), `¥3,000,000`. */
export const formatYen = (yen: number, { lang, notation }: { lang: Lang; notation?: Notation }): string =>
  writeYen(yen, lang, notation);

/** A calendar day for the screen: `令和8年11月21日`, `2026-11-21`. */
export const formatDate = (date: string, { lang }: { lang: Lang }): string => writeDay(date, lang);

/** What a measure is worth in a few words: `150万円`, `¥1,500,000`. */
export const explainAmount = (estimate: Estimate | null, { lang }: { lang: Lang }): string => amount(estimate, lang);

/** The one-line why of a result. */
export function why(result: Result, options: { lang: Lang; catalog?: Catalog }): string {
  return whyWith(result, { catalog, ...options });
}
