import { words } from "./bitmaps.ts";

/** Where two bitmaps stand: of those for whom something is certain, and of those for whom it is possible. */
interface Both {
  certain: number;
  possible: number;
}

export function isAny(memory: Int32Array, bitmap: number): boolean {
  const start = bitmap * words;
  for (let at = start; at < start + words; at += 1) if (memory[at] !== 0) return true;
  return false;
}

/** Bitmaps in one memory, worked on word by word. */
export function intoBoth(memory: Int32Array) {
  function and(into: Both, by: Both): boolean {
    const intoCertain = into.certain * words;
    const intoPossible = into.possible * words;
    const certain = by.certain * words;
    const possible = by.possible * words;
    let found = 0;
    for (let word = 0; word < words; word += 1) {
      const left = (memory[intoPossible + word] as number) & (memory[possible + word] as number);
      memory[intoPossible + word] = left;
      found |= left;
      memory[intoCertain + word] = (memory[intoCertain + word] as number) & (memory[certain + word] as number);
    }
    return found !== 0;
  }

  function or(into: Both, by: Both): void {
    const intoCertain = into.certain * words;
    const intoPossible = into.possible * words;
    const certain = by.certain * words;
    const possible = by.possible * words;
    for (let word = 0; word < words; word += 1) {
      memory[intoPossible + word] = (memory[intoPossible + word] as number) | (memory[possible + word] as number);
      memory[intoCertain + word] = (memory[intoCertain + word] as number) | (memory[certain + word] as number);
    }
  }

  const clear = (into: number): void => {
    memory.fill(0, into * words, (into + 1) * words);
  };

  function copy(into: number, from: number | undefined): void {
    if (from === undefined) clear(into);
    else memory.copyWithin(into * words, from * words, (from + 1) * words);
  }

  return {
    /** @returns whether anything is possible still. */
    and,
    or,
    clear,
    /** Nobody, or a copy. */
    fill(into: Both, certain: number | undefined, possible: number | undefined): void {
      copy(into.certain, certain);
      copy(into.possible, possible);
    },
    exclusiveOr(into: number, bitmaps: readonly number[]): void {
      copy(into, bitmaps[0]);
      const start = into * words;
      for (let index = 1; index < bitmaps.length; index += 1) {
        const from = (bitmaps[index] as number) * words;
        for (let word = 0; word < words; word += 1)
          memory[start + word] = (memory[start + word] as number) ^ (memory[from + word] as number);
      }
    },
    without(into: number, from: number, less: number): void {
      for (let word = 0; word < words; word += 1)
        memory[into * words + word] =
          (memory[from * words + word] as number) & ~(memory[less * words + word] as number);
    },
    addWhere(into: number, from: number, where: number): void {
      for (let word = 0; word < words; word += 1)
        memory[into * words + word] =
          (memory[into * words + word] as number) |
          ((memory[from * words + word] as number) & (memory[where * words + word] as number));
    },
  };
}

type Pair = (memory: Int32Array, into: Both, first: Both, second: Both, all: number) => void;

/** Of two parts, word by word. */
function pair(
  certain: (first: number, mayFirst: number, second: number) => number,
  possible: (first: number, mayFirst: number, maySecond: number) => number,
): Pair {
  return (memory, into, first, second, all) => {
    for (let word = 0; word < words; word += 1) {
      const at = (bitmap: number) => memory[bitmap * words + word] as number;
      const [is, may] = [at(first.certain), at(first.possible)];
      memory[into.certain * words + word] = certain(is, may, at(second.certain)) & at(all);
      memory[into.possible * words + word] = possible(is, may, at(second.possible)) & at(all);
    }
  };
}

export const pairs = {
  between: pair(
    (is) => is,
    (is, _, maySecond) => is | maySecond,
  ),
  firstDecided: pair(
    (is, may, second) => is | (may & second),
    (is, may, maySecond) => is | (may & maySecond),
  ),
  given: pair(
    (is, _, second) => is & second,
    (is, _, maySecond) => ~is | maySecond,
  ),
} as const satisfies Record<string, Pair>;
