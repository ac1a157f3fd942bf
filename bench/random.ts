/** A generator of numbers from 0 to 1 that starts anew at every seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What generators draw with; the same seed draws the same. */
export interface Draw {
  chance: (share: number) => boolean;
  /** A whole number, both ends included. */
  between: (least: number, most: number) => number;
  pick: <T>(values: readonly T[]) => T;
  /** So many different ones, in the order of the list. */
  some: <T>(values: readonly T[], count: number) => T[];
}

export function drawFrom(seed: number): Draw {
  const random = randomFrom(seed);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  return {
    chance: (share) => random() < share,
    between,
    pick: (values) => values[between(0, values.length - 1)] as (typeof values)[number],
    some: (values, count) => {
      const left = values.map((_, index) => index);
      const chosen = Array.from({ length: count }, () => left.splice(between(0, left.length - 1), 1)[0] as number);
      return chosen.sort((one, other) => one - other).map((index) => values[index] as (typeof values)[number]);
    },
  };
}
