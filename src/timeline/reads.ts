import type { Catalog } from "../catalog/catalog.ts";
import { branchesOf, listOf, parametersOf, profilePath } from "../catalog/walk.ts";
import { operatorOf } from "../engine/comparisons.ts";
import { readsOf, readsOfSubsidy } from "../schema/benefit-reads.ts";
import type { Comparison, Condition, Operand } from "../schema/condition.ts";
import type { Measure, Terms } from "../schema/measure.ts";
import { callsOf, criteriaOf } from "../schema/parts-of-terms.ts";

/** Profile paths, `[]` for the entries of a list, of the dates that a rule may be read on; or `asOf`. */
export type On = readonly string[];

/** An age that is compared with a figure on some day. */
export interface Age {
  path: string;
  unit: "years" | "days";
  counts: number[];
  on: On;
}

/** A date that is compared with a day. The answer may change on that day, or on the one `after` it. */
export interface ComparedDay {
  path: string;
  days: string[];
  after: boolean;
}

/** What of the law a measure reads, directly or through definitions. */
export interface Reads {
  definitions: { id: string; on: On }[];
  parameters: { id: string; on: On }[];
  ages: Age[];
  comparedDays: ComparedDay[];
}

type Names = Readonly<Record<string, string>>;
interface Place {
  condition: Condition | undefined;
  names: Names;
  on: On;
}

/** Everything dated that the answer for a measure may hang on, whatever the day. */
export function readsBy(measure: Measure, catalog: Catalog): Reads {
  const reads: Reads = { definitions: [], parameters: [], ages: [], comparedDays: [] };
  const seen = new Set<string>();
  for (const terms of measure.terms) {
    for (const { condition, names, on } of placesOf(terms, measure))
      if (condition !== undefined) visit(condition, names, on, { catalog, reads, seen });
    const on = daysOfFees(terms, measure);
    for (const { id } of readsOf(terms.benefit).parameters) reads.parameters.push({ id, on });
  }
  return reads;
}

/** The date that the entries of a measure are read on. */
export const onOf = ({ on = "asOf" }: Terms, { each }: Measure): On => [profilePath(on, itemOf(each))];

const itemOf = (list: string | undefined): Names => (list === undefined ? {} : { item: `${list}[]` });

/** Fees have days of their own: of the table, and of the classes. */
function daysOfFees(terms: Terms, measure: Measure): On {
  const { benefit } = terms;
  const fees = benefit.kind === "fee-reduction" ? benefit.fees : [];
  const own = fees.flatMap(({ on, classesOn }) => [on, classesOn].flatMap((path) => path ?? []));
  return [...onOf(terms, measure), ...own.map((path) => profilePath(path, itemOf(measure.each)))];
}

function placesOf(terms: Terms, measure: Measure): Place[] {
  const on = onOf(terms, measure);
  const names = itemOf(measure.each);
  const { benefit, routes = [] } = terms;
  // Caps and rounding are read on asOf, as is the window.
  const patches = routes.map((route) => readsOfSubsidy(route.benefit ?? {}));
  const own = readsOf(benefit);
  const ofBenefits = [own, ...patches].flatMap(({ conditions, each = own.each ?? measure.each }) =>
    conditions.flatMap(({ condition, party }) => {
      const days = [...daysOfFees(terms, measure), "asOf"];
      return partiesOf(terms, measure, party).map((self): Place => {
        return { condition, names: { ...itemOf(each), ...self }, on: days };
      });
    }),
  );
  return [
    ...criteriaOf(terms).map(({ condition }) => ({ condition, names, on })),
    { condition: measure.view?.only.condition, names, on },
    ...callsOf(terms).map(({ when }) => ({ condition: when, names, on: ["asOf"] })),
    ...ofBenefits,
  ];
}

/** A class is decided for each applicant. */
function partiesOf({ benefit }: Terms, { each }: Measure, party: true | undefined): Names[] {
  if (party === undefined || benefit.kind !== "fee-reduction") return [{}];
  const { coApplicants } = benefit;
  const others = coApplicants === undefined ? [] : [{ self: `${profilePath(coApplicants, itemOf(each))}[]` }];
  return [{ self: "company" }, ...others];
}

interface Visit {
  catalog: Catalog;
  reads: Reads;
  /** A definition is read once for a party and a day. */
  seen: Set<string>;
}

function visit(condition: Condition, names: Names, on: On, to: Visit): void {
  if (typeof condition === "boolean") return;
  const { reads } = to;
  if ("definition" in condition) visitDefinition(condition, names, on, to);
  for (const { parameter } of parametersOf(condition)) reads.parameters.push({ id: parameter, on });
  if ("fact" in condition) visitComparison(condition, profilePath(condition.fact, names), on, to);
  for (const branch of branchesOf(condition)) visit(branch, names, on, to);
  const list = listOf(condition);
  if (list !== undefined && "where" in condition && condition.where !== undefined)
    visit(condition.where, { ...names, it: `${profilePath(list, names)}[]` }, on, to);
}

function visitDefinition(
  call: Extract<Condition, { definition: string }>,
  names: Names,
  on: On,
  { catalog, reads, seen }: Visit,
): void {
  const { definition: id, of = "company" } = call;
  const read = call.on === undefined ? on : [profilePath(call.on, names)];
  const inner = { ...names, self: profilePath(of, names) };
  const key = [id, inner.self, ...read].join(" ");
  if (seen.has(key)) return;
  seen.add(key);
  reads.definitions.push({ id, on: read });
  const { terms = [], declared } = catalog.definitions[id] ?? {};
  for (const { condition } of [...terms, { condition: declared?.when ?? true }])
    visit(condition, inner, read, { catalog, reads, seen });
}

function visitComparison(test: Comparison, path: string, on: On, { catalog, reads }: Visit): void {
  const operator = operatorOf(test);
  const values = () => figuresIn(test[operator] as Operand, catalog);
  switch (operator) {
    case "fewerThanYears":
    case "fewerThanDays":
      reads.ages.push({
        path,
        on,
        unit: operator === "fewerThanYears" ? "years" : "days",
        counts: values().map(Number),
      });
      break;
    case "onOrAfter":
    case "before":
      reads.comparedDays.push({ path, days: values().map(String), after: false });
      break;
    case "onOrBefore":
    case "after":
      reads.comparedDays.push({ path, days: values().map(String), after: true });
      break;
  }
}

/** Every figure that an operand ever was, for whatever key. */
function figuresIn(operand: Operand, { parameters }: Catalog): (number | string)[] {
  if (typeof operand !== "object") return [operand];
  if (!("parameter" in operand)) return [];
  return (parameters[operand.parameter]?.values ?? []).flatMap(({ value }) =>
    typeof value === "object" ? Object.values(value as Record<string, number>) : [value],
  );
}
