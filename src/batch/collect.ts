import { block, words } from "../compiled/slices/bitmaps.ts";
import type { Slice } from "../compiled/slices/slices.ts";
import type { Tally, Verdicts } from "./findings.ts";

/** Takes in verdicts, as slices and companies alone give them. */
export interface Collector<T> {
  slice(slice: Slice): void;
  company(row: number, verdicts: { eligible: readonly number[]; undetermined: readonly number[] }): void;
  /** What was collected of so many companies. */
  end(rows: number): T;
}

/** Counts, measure by measure. */
export function tallies(measures: number): Collector<Tally> {
  const tally = { eligible: new Float64Array(measures), undetermined: new Float64Array(measures) };
  const add = (to: Float64Array, measure: number, count: number): void => {
    to[measure] = (to[measure] as number) + count;
  };
  return {
    slice({ measure, memory, certain, possible }) {
      const eligible = bitsIn(memory, certain);
      add(tally.eligible, measure, eligible);
      add(tally.undetermined, measure, bitsIn(memory, possible) - eligible);
    },
    company(_, { eligible, undetermined }) {
      for (const measure of eligible) add(tally.eligible, measure, 1);
      for (const measure of undetermined) add(tally.undetermined, measure, 1);
    },
    end: () => tally,
  };
}

/** Verdicts, company by company. */
export function verdictLists(): Collector<Verdicts> {
  const eligible: number[][] = [];
  const undetermined: number[][] = [];
  const listOf = (lists: number[][], row: number): number[] => {
    lists[row] ??= [];
    return lists[row] as number[];
  };
  return {
    slice({ measure, memory, certain, possible, names }) {
      for (let place = 0; place < block; place += 32) {
        const sure = memory[certain + (place >> 5)] as number;
        for (let left = memory[possible + (place >> 5)] as number; left !== 0; left &= left - 1) {
          const bit = left & -left;
          const row = names[place + 31 - Math.clz32(bit)] as number;
          listOf((sure & bit) === 0 ? undetermined : eligible, row).push(measure);
        }
      }
    },
    company(row, verdicts) {
      listOf(eligible, row).push(...verdicts.eligible);
      listOf(undetermined, row).push(...verdicts.undetermined);
    },
    end(rows) {
      const ends = new Uint32Array(2 * rows);
      const found: number[] = [];
      for (let row = 0; row < rows; row += 1) {
        for (const measure of eligible[row] ?? []) found.push(measure);
        ends[2 * row] = found.length;
        for (const measure of undetermined[row] ?? []) found.push(measure);
        ends[2 * row + 1] = found.length;
      }
      return { measures: Uint32Array.from(found), ends };
    },
  };
}

/** How many bits of a bitmap are set, counted in pairs, fours and eights. */
function bitsIn(memory: Int32Array, start: number): number {
  let count = 0;
  for (let at = start; at < start + words; at += 1) {
    const pairs = (memory[at] as number) - (((memory[at] as number) >>> 1) & 0x55555555);
    const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
    count += Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
