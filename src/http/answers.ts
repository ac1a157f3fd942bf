import { measuresFor, openQuestions, withNeeds } from "../ask/walk.ts";
import { assess } from "../assess.ts";
import { currentId, findMeasure, measuresOf } from "../catalog/catalog.ts";
import { explain, why } from "../explain/explain.ts";
import { amount } from "../explain/figures.ts";
import { getTerms } from "../get-terms.ts";
import { listMeasures } from "../list-measures.ts";
import { kinds, needs, rights } from "../schema/measure.ts";
import { nearest } from "../search/nearest.ts";
import { type SearchOptions, search } from "../search/search.ts";
import { RequestError } from "./problem.ts";
import { readDay, readLimit, readOption, readPlace, readProfile, readText, together } from "./read-values.ts";
import { details, mostHits, textFormats } from "./schemas/requests.ts";
import { availabilities, eligibilities } from "./schemas/values.ts";
import type { Call } from "./service.ts";

/** The profile and the day, which every assessment needs. */
const subject = ({ given, limits, today }: Call) => ({
  profile: () => readProfile(given["profile"], limits.entries),
  asOf: () => readDay(given["asOf"], today),
});

export function assessment(call: Call) {
  const { profile, asOf, only } = together({
    ...subject(call),
    only: () => readOption("only", call.given["only"], eligibilities),
  });
  const answer = assess(profile, { asOf, catalog: call.catalog });
  return { ...answer, results: answer.results.filter(({ eligibility }) => only === undefined || eligibility === only) };
}

/** With a need: only what the subsidies, fee reductions and procedures for it wait for. */
export function questions(call: Call) {
  const { catalog } = call;
  const { profile, asOf, need } = together({
    ...subject(call),
    need: () => readOption("need", call.given["need"], needs),
  });
  const wanted = need === undefined ? [] : [need];
  const focus = need === undefined ? undefined : measuresFor(wanted, catalog);
  const answer = assess(withNeeds(profile, wanted), { asOf, catalog });
  return { asOf, questions: openQuestions(answer, { skipped: new Set(), focus }) };
}

export function explanation(call: Call) {
  const { catalog, lang, given } = call;
  const { profile, asOf, id, detail, format } = together({
    ...subject(call),
    id: () => readText("measure", given["measure"]),
    detail: () => readOption("detail", given["detail"], details),
    format: () => readOption("format", given["format"], textFormats),
  });
  requireMeasure(id, call);
  const { results } = assess(profile, { asOf, catalog });
  const result = results.find(({ measure }) => measure.id === currentId(catalog, id)) as (typeof results)[number];
  return {
    measure: result.measure.id,
    asOf,
    eligibility: result.eligibility,
    name: result.measure.name[lang],
    why: why(result, { lang, catalog }),
    amount: amount(result.estimate, lang),
    text: explain(result, { lang, catalog, detail, format }),
  };
}

export function found(call: Call) {
  const { given, catalog, today, limits } = call;
  const isDated = ["profile", "prefecture", "availability", "asOf"].some((key) => given[key] !== undefined);
  const { q, limit, profile, asOf, ...filters } = together({
    q: () => readText("q", given["q"]),
    limit: () => readLimit("limit", given["limit"], mostHits),
    profile: () => (given["profile"] === undefined ? undefined : readProfile(given["profile"], limits.entries)),
    asOf: () => (isDated ? readDay(given["asOf"], today) : undefined),
    kind: () => readOption("kind", given["kind"], kinds),
    right: () => readOption("right", given["right"], rights),
    prefecture: () => readPlace("prefecture", given["prefecture"]),
    availability: () => readOption("availability", given["availability"], availabilities),
  });
  const options: SearchOptions = { catalog, filters: told(filters), ...told({ limit, profile, asOf }) };
  return search(q, options);
}

export function list({ given, today, catalog }: Call) {
  return listMeasures(catalog, { asOf: readDay(given["asOf"], today) });
}

export function terms(call: Call) {
  const { given, today, catalog, id } = call;
  requireMeasure(id, call);
  return getTerms(id, { asOf: readDay(given["asOf"], today), catalog });
}

function requireMeasure(id: string, { catalog }: Call): void {
  if (findMeasure(catalog, id) !== undefined) return;
  throw new RequestError("unknown-measure", { id: [...id].slice(0, 64).join("") }, nearest(id, measuresOf(catalog)));
}

type Told<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
/** Without what was not said. */
const told = <T extends object>(values: T): Told<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Told<T>;
