import { branchOf } from "./branch.ts";
import type { Selection } from "./knapsack.ts";
import { improvePrices, noPrices, type Prices } from "./prices.ts";
import { type Problem, paid, totalOf } from "./problem.ts";
import { type Known, planNear, worthOf } from "./start.ts";
import { State } from "./state.ts";
import { Tally } from "./tally.ts";

export interface SearchOptions {
  /** After so many nodes the best that was found is returned, with the gap. */
  nodes?: number;
}

export interface Found {
  /** The offer of each cost; -1 where none takes it. */
  owners: number[];
  /** What each offer pays. */
  paid: number[];
  total: number;
  optimal: boolean;
  /** What a better plan could add at most; 0 if there is none. */
  gap: number;
  nodes: number;
}

const defaultNodes = 300;

/** Sums of thirds as floating numbers: far less than a yen, far more than they err. */
const tolerance = 1e-4;

/** How long prices are improved: at the root, then at every node. */
const descents = { root: { rounds: 200, pace: 1, learnEvery: 5 }, node: { rounds: 14, pace: 0.3, learnEvery: 14 } };

/**
 * Exact, depth first. At each node prices bound what is still possible; where that cannot beat the best known plan the
 * node is left, else a cost that several offers want, or none, is decided each way. Plans near what the offers wish for
 * are tried on the way. Deterministic: the first best plan stays.
 */
export function search(problem: Problem, { nodes = defaultNodes }: SearchOptions = {}): Found {
  const walk = new Walk(problem, nodes);
  walk.visit(noPrices(walk.state), descents.root);
  const { owners, value } = walk.best;
  const gap = Math.max(0, walk.missed - value);
  return {
    owners: [...owners],
    paid: paid(problem, owners),
    total: value,
    optimal: gap === 0,
    gap,
    nodes: walk.nodes,
  };
}

class Walk {
  readonly state: State;
  best: Known;
  nodes = 0;
  /** The most that a branch may hold which was not looked into. */
  missed = 0;
  readonly #problem: Problem;
  readonly #most: number;
  readonly #tally: Tally;
  readonly #worth: readonly number[];
  readonly #scale: number;

  constructor(problem: Problem, most: number) {
    this.#problem = problem;
    this.#most = most;
    this.state = new State(problem);
    this.#tally = new Tally(problem, this.state.tables);
    this.#worth = worthOf(problem);
    this.#scale = Math.max(1, this.#worth.reduce((sum, each) => sum + each, 0) / Math.max(1, problem.costs));
    this.best = planNear(this.#tally, []);
  }

  /** The most that can be paid under a bound. */
  #whole(bound: number): number {
    const { unit = 1 } = this.#problem;
    return Math.floor((bound + tolerance) / unit) * unit;
  }

  #isHopeless = (bound: number): boolean => this.#whole(bound) <= this.best.value;

  #learn(known: Known): void {
    if (known.value > this.best.value) this.best = known;
  }

  visit(start: Prices, { rounds, pace, learnEvery }: (typeof descents)["root"]): void {
    this.nodes += 1;
    const { state } = this;
    const bounded = improvePrices(state, start, {
      rounds,
      pace,
      scale: this.#scale,
      goal: () => this.best.value + (this.#problem.unit ?? 1),
      onRound: (round, selections) => {
        if (round % learnEvery === 0) this.#learn(planNear(this.#tally, this.#wishes(selections)));
      },
    });
    if (this.#isHopeless(bounded.bound)) return;
    const { cost, ways, excluded } = branchOf(state, bounded, this.#worth, this.#isHopeless);
    if (cost === undefined) this.#learn({ owners: [...state.owners], value: totalOf(this.#problem, state.owners) });
    else
      for (const { owner, bound } of ways) {
        if (this.#isHopeless(bound)) continue;
        if (this.nodes >= this.#most) {
          this.missed = Math.max(this.missed, this.#whole(bound));
          continue;
        }
        state.decide(cost, owner);
        this.visit(bounded.prices, descents.node);
        state.takeBack(cost);
      }
    for (const place of excluded) state.allow(place);
  }

  /** What is decided is wished for too. */
  #wishes = (selections: readonly Selection[]): Selection[] =>
    selections.map(({ value, sets }, offer) => ({
      value,
      sets: sets.map((set, at) => set | (this.state.fixed[offer]?.[at] as number)),
    }));
}
