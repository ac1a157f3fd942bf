/** Assessment with a catalog of one's own: no bundled measures, no search. */

export { whatWouldHelp } from "./advice/what-would-help.ts";
export { withAnswer } from "./ask/answer.ts";
export { type Answer, readAnswer } from "./ask/read-answer.ts";
export { type AssessOptions, assess } from "./assess.ts";
export type { Catalog } from "./catalog/catalog.ts";
export { type Extension, extendCatalog, parseCatalog } from "./catalog/parse.ts";
export { compare } from "./compare.ts";
export { type CompiledCatalog, compile, type Verdicts } from "./compiled/compile.ts";
export type { Field, ResultChange } from "./diff/assessments.ts";
export { CatalogError, type Issue, ProfileError } from "./errors.ts";
export { type Detail, explain, type ResultTextOptions, why } from "./explain/explain.ts";
export type { ExplainOptions } from "./explain/labels.ts";
export { explainSteps } from "./explain/steps.ts";
export type { Lang } from "./explain/words.ts";
export { type ProfileInput, parseProfile } from "./facts/parse-profile.ts";
export { getTerms, type MeasureTerms } from "./get-terms.ts";
export { type IssueArgs, type IssueCode, issueMessage } from "./issues.ts";
export type * from "./schema/advice.ts";
export type * from "./schema/assessment.ts";
export type { Kind, Right, Role, Status } from "./schema/measure.ts";
export type { Bilingual, Ratio } from "./schema/primitives.ts";
export type { Profile } from "./schema/profile.ts";
export type { Source } from "./schema/source.ts";
export type * from "./schema/timeline.ts";
export { deadlines } from "./timeline/deadlines.ts";
export { type TimelineOptions, timeline } from "./timeline/timeline.ts";
export { todayInJapan } from "./today.ts";
