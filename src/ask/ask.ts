import { mostOf } from "../amount/worth.ts";
import { type Catalog, measuresOf } from "../catalog/catalog.ts";
import type { Question, Result } from "../schema/assessment.ts";
import { effortOf, toQuestion } from "./question.ts";

/** Amounts that a fact would narrow, by path: how many yen lie between the ends now, and of which measure. */
export type OpenAmounts = ReadonlyMap<string, { measure: string; yen: number }[]>;

interface Waiting {
  fact: string;
  /** Verdicts that wait for it, each with the number of facts that it waits for. */
  verdicts: { result: Result; among: number }[];
  amounts: { measure: string; yen: number }[];
}

/**
 * What is not known as questions, in the order of what an answer settles: verdicts, first those of measures that serve
 * a stated need; then yen; then what is least effort to answer. What only measures of other places or ended ones wait
 * for comes last. Ruled-out measures ask nothing, and as long as nobody says what there is to file, only that is asked:
 * without it nothing matters.
 */
export function ask(results: readonly Result[], catalog: Catalog, amounts: OpenAmounts = new Map()): Question[] {
  const waiting = [...collect(results, catalog, amounts).values()];
  const keyed = waiting.map((each) => ({ each, keys: keysOf(each, catalog) }));
  return keyed
    .sort((left, right) => {
      const place = left.keys.findIndex((key, index) => key !== right.keys[index]);
      return place === -1 ? 0 : (left.keys[place] ?? 0) < (right.keys[place] ?? 0) ? -1 : 1;
    })
    .map(({ each }) => {
      const measures = [
        ...each.verdicts.map(({ result }) => result.measure.id),
        ...each.amounts.map(({ measure }) => measure),
      ];
      const settles = { verdicts: thousandths(settled(each.verdicts)), yen: yenOf(each) };
      return toQuestion(each.fact, [...new Set(measures)].sort(), settles, catalog);
    });
}

function collect(results: readonly Result[], catalog: Catalog, amounts: OpenAmounts): Map<string, Waiting> {
  const lists = new Map(measuresOf(catalog).map(({ id, each }) => [id, each]));
  const waiting = new Map<string, Waiting>();
  const at = (fact: string): Waiting => {
    const known = waiting.get(fact) ?? { fact, verdicts: [], amounts: [] };
    waiting.set(fact, known);
    return known;
  };
  for (const result of results) {
    if (result.eligibility !== "undetermined") continue;
    const list = lists.get(result.measure.id);
    const first = list !== undefined && result.missing.includes(list) ? [list] : result.missing;
    for (const fact of first) at(fact).verdicts.push({ result, among: first.length });
  }
  const known = new Set(results.map(({ measure }) => measure.id));
  for (const [fact, open] of amounts) {
    const ofThese = open.filter(({ measure }) => known.has(measure));
    if (ofThese.length > 0) at(fact).amounts.push(...ofThese);
  }
  return waiting;
}

type Verdicts = Waiting["verdicts"];
const settled = (verdicts: Verdicts): number => verdicts.reduce((sum, { among }) => sum + 1 / among, 0);
const thousandths = (number: number): number => Math.round(number * 1000) / 1000;

const isNear = ({ result: { status, place } }: Verdicts[number]): boolean =>
  status !== "ended" && place !== "elsewhere";
const isWanted = ({ result: { fits } }: Verdicts[number]): boolean => fits.some(({ by }) => by === "need");

/** What lies between the least and the most of the amounts that wait for it. */
const yenOf = ({ verdicts, amounts }: Waiting): number =>
  Math.round(verdicts.reduce((sum, { result, among }) => sum + mostOf(result.estimate) / among, 0)) +
  amounts.reduce((sum, { yen }) => sum + yen, 0);

/** The keys in order; the first that differs decides. The path makes the order total. */
const keysOf = (each: Waiting, catalog: Catalog): (number | string)[] => {
  const near = each.verdicts.filter(isNear);
  return [
    -settled(near.filter(isWanted)),
    -settled(near),
    -yenOf({ ...each, verdicts: near }),
    effortOf(each.fact, catalog),
    -settled(each.verdicts),
    each.fact,
  ];
};
