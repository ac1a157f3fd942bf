import type { Move, RunnerUp } from "../schema/plan.ts";
import { type Allocated, type AllocateOptions, allocate, byPath } from "./allocate.ts";
import type { Application } from "./offers.ts";

/** For each measure of the best plan the best one without it: what is lost, and which costs go elsewhere. */
export function runnersUpTo(
  best: Allocated,
  applications: readonly Application[],
  options: AllocateOptions,
): RunnerUp[] {
  const measures = [...new Set(best.uses.map(({ measure }) => measure.id))];
  return measures
    .map((without): RunnerUp => {
      const other = allocate(
        applications.filter(({ result }) => result.measure.id !== without),
        options,
      );
      return {
        without,
        total: other.total,
        loss: best.total.min - other.total.min,
        moves: movesBetween(best, other, options),
        uses: other.uses,
      };
    })
    .sort((left, right) => left.loss - right.loss || (left.without < right.without ? -1 : 1));
}

function movesBetween(best: Allocated, other: Allocated, { named }: AllocateOptions): Move[] {
  return [...named]
    .flatMap(([key, { cost }]): Move[] => {
      const from = best.owners.get(key) ?? null;
      const to = other.owners.get(key) ?? null;
      return from === to ? [] : [{ cost, from, to }];
    })
    .sort((left, right) => byPath(left.cost, right.cost));
}
