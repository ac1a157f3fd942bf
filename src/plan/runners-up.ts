import type { Move, RunnerUp } from "../schema/plan.ts";
import { type Allocated, type AllocateOptions, allocate, byPath } from "./allocate.ts";
import type { Application } from "./offers.ts";

/**
 * The best plan, and for each of its measures the best one without it: what is lost, and which costs go elsewhere. Where
 * a search gave up, the plan without a measure may turn out better; it then takes the place of the best.
 */
export function bestAndRunnersUp(
  applications: readonly Application[],
  options: AllocateOptions,
): { best: Allocated; runnersUp: RunnerUp[] } {
  let best = allocate(applications, options);
  for (;;) {
    const others = othersThan(best, applications, options);
    const better = others.find(({ other }) => other.total.min > best.total.min);
    if (better !== undefined) {
      const gap = Math.max(0, best.total.min + best.gap - better.other.total.min);
      best = { ...better.other, optimal: gap === 0, gap };
      continue;
    }
    const current = best;
    const runnersUp = others
      .map(({ without, other }) => toRunnerUp(without, current, other, options))
      .sort((left, right) => left.loss - right.loss || (left.without < right.without ? -1 : 1));
    return { best, runnersUp };
  }
}

const othersThan = (best: Allocated, applications: readonly Application[], options: AllocateOptions) =>
  [...new Set(best.uses.map(({ measure }) => measure.id))].map((without) => ({
    without,
    other: allocate(
      applications.filter(({ result }) => result.measure.id !== without),
      options,
    ),
  }));

const toRunnerUp = (without: string, best: Allocated, other: Allocated, options: AllocateOptions): RunnerUp => ({
  without,
  total: other.total,
  loss: best.total.min - other.total.min,
  moves: movesBetween(best, other, options),
  uses: other.uses,
});

const movesBetween = (best: Allocated, other: Allocated, { named }: AllocateOptions): Move[] =>
  [...named]
    .flatMap(([key, { cost }]): Move[] => {
      const from = best.owners.get(key) ?? null;
      const to = other.owners.get(key) ?? null;
      return from === to ? [] : [{ cost, from, to }];
    })
    .sort((left, right) => byPath(left.cost, right.cost));
