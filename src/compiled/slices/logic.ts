import { words } from "./bitmaps.ts";

/** Where two bitmaps stand: of those for whom something is certain, and of those for whom it is possible. */
interface Both {
  certain: number;
  possible: number;
}

/** Bitmaps in one memory, worked on word by word. Plain loops: calls that fill or copy cost more than 32 words do. */
export function logicIn(memory: Int32Array) {
  const at = (index: number): number => memory[index] as number;

  /** @returns whether it is possible for anybody. */
  function and(into: Both, left: Both, right: Both): boolean {
    const certain = into.certain * words;
    const possible = into.possible * words;
    const leftCertain = left.certain * words;
    const leftPossible = left.possible * words;
    const rightCertain = right.certain * words;
    const rightPossible = right.possible * words;
    let found = 0;
    for (let word = 0; word < words; word += 1) {
      const both = at(leftPossible + word) & at(rightPossible + word);
      memory[possible + word] = both;
      found |= both;
      memory[certain + word] = at(leftCertain + word) & at(rightCertain + word);
    }
    return found !== 0;
  }

  function or(into: Both, left: Both, right: Both): void {
    const certain = into.certain * words;
    const possible = into.possible * words;
    const leftCertain = left.certain * words;
    const leftPossible = left.possible * words;
    const rightCertain = right.certain * words;
    const rightPossible = right.possible * words;
    for (let word = 0; word < words; word += 1) {
      memory[possible + word] = at(leftPossible + word) | at(rightPossible + word);
      memory[certain + word] = at(leftCertain + word) | at(rightCertain + word);
    }
  }

  function clear(into: number): void {
    for (let index = into * words; index < (into + 1) * words; index += 1) memory[index] = 0;
  }

  function isAny(bitmap: number): boolean {
    for (let index = bitmap * words; index < (bitmap + 1) * words; index += 1) if (memory[index] !== 0) return true;
    return false;
  }

  function exclusiveOr(into: number, bitmaps: readonly number[]): void {
    const start = into * words;
    const count = bitmaps.length;
    if (count < 2) {
      const only = bitmaps[0];
      for (let word = 0; word < words; word += 1)
        memory[start + word] = only === undefined ? 0 : at(only * words + word);
      return;
    }
    let first = (bitmaps[0] as number) * words;
    let index = 1;
    // Two more at a time: what it costs is to read and to write.
    for (; index + 1 < count; index += 2) {
      const second = (bitmaps[index] as number) * words;
      const third = (bitmaps[index + 1] as number) * words;
      for (let word = 0; word < words; word += 1)
        memory[start + word] = at(first + word) ^ at(second + word) ^ at(third + word);
      first = start;
    }
    if (index === count) return;
    const last = (bitmaps[index] as number) * words;
    for (let word = 0; word < words; word += 1) memory[start + word] = at(first + word) ^ at(last + word);
  }

  /** Those who are in some of them. */
  function inclusiveOr(into: number, bitmaps: readonly number[]): void {
    const start = into * words;
    clear(into);
    for (let index = 0; index < bitmaps.length; index += 2) {
      const first = (bitmaps[index] as number) * words;
      const second = (bitmaps[index + 1] ?? (bitmaps[index] as number)) * words;
      for (let word = 0; word < words; word += 1)
        memory[start + word] = at(start + word) | at(first + word) | at(second + word);
    }
  }

  function addWhere(into: number, from: number, where: number): void {
    const start = into * words;
    const added = from * words;
    const only = where * words;
    for (let word = 0; word < words; word += 1)
      memory[start + word] = at(start + word) | (at(added + word) & at(only + word));
  }

  /** Those who are not among the less. */
  function without(into: number, from: number, less: number): void {
    const start = into * words;
    const whole = from * words;
    const part = less * words;
    for (let word = 0; word < words; word += 1) memory[start + word] = at(whole + word) & ~at(part + word);
  }

  /** Of two parts, word by word, within everybody. */
  function pair(op: keyof typeof pairs, into: Both, first: Both, second: Both, all: number): void {
    const { certain, possible } = pairs[op];
    for (let word = 0; word < words; word += 1) {
      const is = at(first.certain * words + word);
      const may = at(first.possible * words + word);
      const among = at(all * words + word);
      memory[into.certain * words + word] = certain(is, may, at(second.certain * words + word)) & among;
      memory[into.possible * words + word] = possible(is, may, at(second.possible * words + word)) & among;
    }
  }

  return { and, or, clear, isAny, exclusiveOr, inclusiveOr, addWhere, without, pair };
}

type Words = (is: number, may: number, second: number) => number;

/** What is certain and what is possible, of the first and of the same of the second. */
const pairs = {
  between: { certain: (is) => is, possible: (is, _, mayNecessary) => is | mayNecessary },
  firstDecided: {
    certain: (is, may, second) => is | (may & second),
    possible: (is, may, maySecond) => is | (may & maySecond),
  },
  given: { certain: (is, _, second) => is & second, possible: (is, _, maySecond) => ~is | maySecond },
} as const satisfies Record<string, { certain: Words; possible: Words }>;
