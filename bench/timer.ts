/** Something to be timed: a call on one input after another, over and over. A promise is awaited. */
export interface Contender {
  call: (turn: number) => unknown;
}

export const contender = <T>(inputs: readonly T[], call: (input: T) => unknown): Contender => ({
  call: (turn) => call(inputs[turn % inputs.length] as T),
});

/** Turns go on where the last slice stopped, so that in time each meets every input. */
const turns = new WeakMap<Contender, number>();

/** What the last call gave back, so that none can be left out. */
const kept: { last: unknown } = { last: undefined };

/**
 * Microseconds for a call, over a slice of so many milliseconds, one call at least. The clock is looked at about once
 * in a millisecond; what answers at once is never awaited.
 */
export async function slice(each: Contender, milliseconds: number): Promise<number> {
  const { call } = each;
  let turn = turns.get(each) ?? 0;
  const first = turn;
  const start = performance.now();
  const promised = call(turn++);
  const isAsync = promised instanceof Promise;
  if (isAsync) kept.last = await promised;
  const one = performance.now() - start;
  const between = Math.max(1, Math.floor(0.5 / Math.max(one, 0.000_1)));
  let elapsed = one;
  while (elapsed < milliseconds) {
    const until = turn + Math.min(between, 1000);
    if (isAsync) for (; turn < until; turn++) kept.last = await call(turn);
    else for (; turn < until; turn++) kept.last = call(turn);
    elapsed = performance.now() - start;
  }
  turns.set(each, turn);
  return (1000 * elapsed) / (turn - first);
}

export const warm = (each: Contender, seconds: number): Promise<number> => slice(each, 1000 * seconds);

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

export interface Paired<Name extends string> {
  /** Median microseconds for a call. Machines differ, and so do minutes on one: an aside. */
  microseconds: Record<Name, number>;
  /** Median over the rounds of how many times as long `left` takes as `right`, within each round. */
  ratio: (left: Name, right: Name) => number;
}

/** Slices in turn, round after round, so that what else the machine does meets all of them alike. */
export async function alternate<Name extends string>(
  contenders: Record<Name, Contender>,
  { rounds, milliseconds }: { rounds: number; milliseconds: number },
): Promise<Paired<Name>> {
  const names = Object.keys(contenders) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? names : [...names].reverse();
    for (const name of order) times[name].push(await slice(contenders[name], milliseconds));
  }
  return {
    microseconds: Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>,
    ratio: (left, right) => median(times[left].map((time, round) => time / (times[right][round] as number))),
  };
}
