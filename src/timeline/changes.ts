import type { Catalog } from "../catalog/catalog.ts";
import { inOrder } from "../engine/dated.ts";
import type { Scope } from "../facts/scope.ts";
import { addDays, addYears, dayBefore, firstDayOfFiscalYear, fiscalYearOf } from "../normalize/calendar.ts";
import { type Call, type Criterion, criteriaOf, type Measure, type Terms } from "../schema/measure.ts";
import type { Dated } from "../schema/primitives.ts";
import type { Cause } from "../schema/timeline.ts";
import { isFor } from "../verdict/window.ts";
import { dateFactsAt, type ProfileDay } from "./profile-days.ts";
import { type Age, type On, onOf, readsBy } from "./reads.ts";

/** A day on which the answer for a measure may change, and why it would. */
export interface Change {
  day: string;
  cause: Cause;
}

interface Span {
  from: string;
  to: string;
}

/**
 * Every day after the first of a span on which the answer for a measure may differ from the day before. On the days
 * between them it cannot. What is read on a day of the profile does not move with the calendar, so it is no change.
 */
export function changesOf(measure: Measure, catalog: Catalog, scopeOn: (day: string) => Scope, span: Span): Change[] {
  const scope = scopeOn(span.from);
  const moves = (on: On) => on.some((path) => dateFactsAt(scope, path).moves);
  const { definitions, parameters, ages, comparedDays } = readsBy(measure, catalog);
  const changes = [
    ...inOrder(measure.status).flatMap(({ entry, days }) => on(days.min, { code: "status", is: entry.is })),
    ...changesOfTerms(measure),
    ...measure.terms.flatMap((terms) => [
      ...changesOfCalls(terms, scopeOn),
      ...(moves(onOf(terms, measure)) ? changesInside(terms) : []),
    ]),
    ...definitions
      .filter((each) => moves(each.on))
      .flatMap(({ id }) =>
        changesOfLaw(catalog.definitions[id]?.terms ?? [], (change) => ({
          code: "definition",
          definition: id,
          change,
        })),
      ),
    ...parameters
      .filter((each) => moves(each.on))
      .flatMap(({ id }) =>
        changesOfLaw(catalog.parameters[id]?.values ?? [], (change) => ({ code: "figure", parameter: id, change })),
      ),
    ...ages.flatMap((age) => changesOfAge(age, scope)),
    ...comparedDays.flatMap(({ path, days, after }) =>
      dateFactsAt(scope, path).moves
        ? days.flatMap((day) => on(after ? addDays(day, 1) : day, { code: "compared-day", path, day }))
        : [],
    ),
    ...datesRead(measure, { definitions, parameters, ages, comparedDays }).flatMap((path) =>
      dateFactsAt(scope, path).notBefore.flatMap(({ path: before, day }) =>
        on(day, { code: "fact-day", path: before, day }),
      ),
    ),
    ...(countsFiscalYears(measure) ? fiscalYears(span) : []),
  ];
  return changes.filter(({ day }) => span.from < day && day <= span.to);
}

const on = (day: string | undefined, cause: Cause): Change[] => (day === undefined ? [] : [{ day, cause }]);
const dayAfter = (day: string | undefined): string | undefined => (day === undefined ? undefined : addDays(day, 1));

/** When entries begin, when the last of them ends without another, and after which day no source speaks of one. */
function boundariesOf(entries: readonly Dated[]) {
  const ordered = inOrder(entries);
  const begins = ordered.flatMap(({ days }) => days.min ?? []);
  return {
    begins,
    lastDays: ordered.flatMap(({ days }) => days.max ?? []).filter((day) => !begins.includes(addDays(day, 1))),
    lastSeen: entries.flatMap(({ renewal, lastSeen }) => (renewal === "standing" ? [] : (lastSeen ?? []))),
  };
}

function changesOfTerms(measure: Measure): Change[] {
  const { begins, lastDays, lastSeen } = boundariesOf(measure.terms);
  const isRenewed = (day: string) => measure.terms[0]?.on === undefined && begins.includes(addDays(day, 1));
  return [
    ...begins.flatMap((day) => on(day, { code: "terms-begin" })),
    ...lastDays.flatMap((lastDay) => on(dayAfter(lastDay), { code: "terms-end", lastDay })),
    ...lastSeen
      .filter((day) => !isRenewed(day))
      .flatMap((lastDay) => on(dayAfter(lastDay), { code: "last-confirmed", lastDay })),
  ];
}

type LawChange = (change: "begins" | "ends" | "unconfirmed") => Cause;
function changesOfLaw(entries: readonly Dated[], cause: LawChange): Change[] {
  const { begins, lastDays, lastSeen } = boundariesOf(entries);
  return [
    ...begins.flatMap((day) => on(day, cause("begins"))),
    ...lastDays.flatMap((day) => on(dayAfter(day), cause("ends"))),
    ...lastSeen
      .filter((day) => !begins.includes(addDays(day, 1)))
      .flatMap((day) => on(dayAfter(day), cause("unconfirmed"))),
  ];
}

/** The windows that may be this company's. */
function changesOfCalls(terms: Terms, scopeOn: (day: string) => Scope): Change[] {
  const ofCall = (call: Call, route: string | undefined): Change[] => {
    const { id, fiscalYear, opens, closes, rolling } = call;
    const lastDay = closes ?? dayBefore(firstDayOfFiscalYear(fiscalYear + 1));
    const atLatest = closes === undefined && rolling === undefined ? { atLatest: true as const } : {};
    const named = { call: id, fiscalYear, ...(route === undefined ? {} : { route }) };
    return [
      ...on(opens, { code: "call-opens", ...named }),
      ...on(dayAfter(lastDay), { code: "call-closes", ...named, lastDay, ...atLatest }),
    ].filter(({ day }) => isFor(call, scopeOn(day)) !== "unsatisfied");
  };
  return [
    ...(terms.calls ?? []).flatMap((call) => ofCall(call, undefined)),
    ...(terms.routes ?? []).flatMap(({ id, calls = [] }) => calls.flatMap((call) => ofCall(call, id))),
  ];
}

/** Ways in, criteria and exclusions may begin or end inside their terms. */
function changesInside(terms: Terms): Change[] {
  const both = ({ from, to }: Pick<Criterion, "from" | "to">, cause: (change: "begins" | "ends") => Cause) => [
    ...on(from, cause("begins")),
    ...on(dayAfter(to), cause("ends")),
  ];
  return [
    ...(terms.routes ?? []).flatMap((route) =>
      both(route, (change) => ({ code: "route", route: route.id, authority: route.authority, change })),
    ),
    ...criteriaOf(terms).flatMap((criterion) =>
      both(criterion, (change) => ({ code: "criterion", criterion: criterion.id, text: criterion.text, change })),
    ),
  ];
}

/** An age reached on asOf; or, where the date itself still moves, on the day of the profile that it is read on. */
function changesOfAge({ path, unit, counts, on: readOn }: Age, scope: Scope): Change[] {
  const later = unit === "years" ? addYears : addDays;
  const { given, notBefore, moves } = dateFactsAt(scope, path);
  const at = ({ path: from, day }: ProfileDay, count: number, reached: string) =>
    on(reached, { code: "age", path: from, day, count, unit });
  const reads = readOn.map((each) => dateFactsAt(scope, each));
  return counts.flatMap((count) => [
    ...(reads.some((each) => each.moves)
      ? [...given, ...notBefore].flatMap((each) => at(each, count, later(each.day, count)))
      : []),
    // Of a leap day the last day that is old enough is the one before.
    ...(moves
      ? reads.flatMap((each) =>
          each.given.flatMap((read) => {
            const last = later(read.day, -count);
            return [...at(read, -count, last), ...at(read, -count, addDays(last, 1))];
          }),
        )
      : []),
  ]);
}

/** The dates that something is read on or compared with. */
const datesRead = (measure: Measure, reads: ReturnType<typeof readsBy>): string[] => [
  ...new Set([
    ...measure.terms.flatMap((terms) => onOf(terms, measure)),
    ...[...reads.definitions, ...reads.parameters, ...reads.ages].flatMap((each) => each.on),
    ...[...reads.ages, ...reads.comparedDays].map(({ path }) => path),
  ]),
];

/** Caps and grants are counted by fiscal years. */
const countsFiscalYears = ({ terms }: Measure): boolean => terms.some(({ benefit }) => benefit.kind === "subsidy");

function fiscalYears({ from, to }: Span): Change[] {
  const first = fiscalYearOf(from) + 1;
  return Array.from({ length: Math.max(0, fiscalYearOf(to) - first + 1) }, (_, index) => first + index).map(
    (fiscalYear) => ({ day: firstDayOfFiscalYear(fiscalYear), cause: { code: "fiscal-year", fiscalYear } }),
  );
}
