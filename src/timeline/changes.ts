import type { Catalog } from "../catalog/catalog.ts";
import type { Scope } from "../facts/scope.ts";
import { addDays, addYears, firstDayOfFiscalYear, fiscalYearOf } from "../normalize/calendar.ts";
import type { Subsidy } from "../schema/benefit.ts";
import type { Measure } from "../schema/measure.ts";
import type { Dated } from "../schema/primitives.ts";
import type { Cause } from "../schema/timeline.ts";
import { after, boundariesOf, type Change, on } from "./boundaries.ts";
import { changesInside, changesOfCalls, changesOfMeasure } from "./changes-of-terms.ts";
import { dateFactsAt, type ProfileDay } from "./profile-days.ts";
import { type Age, type On, onOf, type Reads, readsBy } from "./reads.ts";

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
  const moves = (readOn: On) => readOn.some((path) => dateFactsAt(scope, path).moves);
  const reads = readsBy(measure, catalog);
  const changes = [
    ...changesOfMeasure(measure),
    ...measure.terms.flatMap((terms) => [
      ...changesOfCalls(terms, scopeOn),
      ...(moves(onOf(terms, measure)) ? changesInside(terms) : []),
    ]),
    ...changesOfLaw(reads, measure, catalog, moves),
    ...reads.ages.flatMap((age) => changesOfAge(age, scope)),
    ...reads.comparedDays
      .filter(({ path }) => moves([path]))
      .flatMap(({ path, days, after: isNext }) =>
        days.flatMap((day) => on(isNext ? addDays(day, 1) : day, { code: "compared-day", path, day })),
      ),
    ...datesRead(measure, reads).flatMap((path) =>
      dateFactsAt(scope, path).notBefore.flatMap(({ path: before, day }) =>
        on(day, { code: "fact-day", path: before, day }),
      ),
    ),
    ...(countsFiscalYears(measure, scope) ? fiscalYears(span) : []),
  ];
  return changes.filter(({ day }) => span.from < day && day <= span.to);
}

type LawCause = (change: "begins" | "ends" | "unconfirmed") => Cause;

function changesOfLaw(
  { definitions, parameters }: Reads,
  measure: Measure,
  catalog: Catalog,
  moves: (readOn: On) => boolean,
): Change[] {
  const terms = boundariesOf(measure.terms).begins;
  const changesIn = (entries: readonly Dated[], cause: LawCause): Change[] => {
    const { begins, lastDays, lastSeen } = boundariesOf(entries);
    // What is new with the terms that read it changes nothing.
    const isNew = (day: string) => day === begins[0] && terms.includes(day);
    return [
      ...begins.filter((day) => !isNew(day)).flatMap((day) => on(day, cause("begins"))),
      ...lastDays.flatMap((day) => after(day, cause("ends"))),
      ...lastSeen.filter((day) => !begins.includes(addDays(day, 1))).flatMap((day) => after(day, cause("unconfirmed"))),
    ];
  };
  return [
    ...definitions
      .filter((each) => moves(each.on))
      .flatMap(({ id: definition }) =>
        changesIn(catalog.definitions[definition]?.terms ?? [], (change) => ({
          code: "definition",
          definition,
          change,
        })),
      ),
    ...parameters
      .filter((each) => moves(each.on))
      .flatMap(({ id: parameter }) =>
        changesIn(catalog.parameters[parameter]?.values ?? [], (change) => ({ code: "figure", parameter, change })),
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
  const isReadLater = reads.some((each) => each.moves);
  return counts.flatMap((count) => [
    ...(isReadLater ? [...given, ...notBefore] : []).flatMap((each) => at(each, count, later(each.day, count))),
    ...(moves ? reads.flatMap((each) => each.given) : []).flatMap((read) => {
      // A date after this one is too young on the day that it is read on; of a leap day, so is the date itself.
      const last = later(read.day, -count);
      return [...at(read, -count, last), ...at(read, -count, addDays(last, 1))];
    }),
  ]);
}

/** The dates that something is read on or compared with. */
const datesRead = (measure: Measure, { definitions, parameters, ages, comparedDays }: Reads): string[] => [
  ...new Set([
    ...measure.terms.flatMap((terms) => onOf(terms, measure)),
    ...[...definitions, ...parameters, ...ages].flatMap((each) => each.on),
    ...[...ages, ...comparedDays].map(({ path }) => path),
  ]),
];

/** Grants use up caps of their fiscal year, and costs that are planned for another one count there. */
function countsFiscalYears({ terms, each }: Measure, scope: Scope): boolean {
  return terms.some(({ benefit, routes = [] }) => {
    if (benefit.kind !== "subsidy") return false;
    const patches: Partial<Subsidy>[] = [
      benefit,
      ...routes.flatMap((route) => (route.benefit ?? {}) as Partial<Subsidy>),
    ];
    return patches.some(({ caps = [], expense }) => {
      const list = expense?.each ?? each;
      const planned = list === undefined ? [] : dateFactsAt(scope, `${list}[].plannedOn`).given;
      return caps.some(({ pool }) => pool !== undefined) || planned.length > 0;
    });
  });
}

function fiscalYears({ from, to }: Span): Change[] {
  const first = fiscalYearOf(from) + 1;
  return Array.from({ length: Math.max(0, fiscalYearOf(to) - first + 1) }, (_, index) => first + index).flatMap(
    (fiscalYear) => on(firstDayOfFiscalYear(fiscalYear), { code: "fiscal-year", fiscalYear }),
  );
}
