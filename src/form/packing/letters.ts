/**
 * A bit told by how likely it is: the one handed in is written, or one is read. `odds[at]` is the chance of a 0, of 16
 * bits, and moves towards what came.
 */
export type Bit = (odds: Uint16Array, at: number, bit: number) => number;

/**
 * A number between two bounds is narrowed down bit by bit, and settled from the top in signs of six bits (arithmetic
 * coding). It has 30 bits, which engines calculate with without making an object of each.
 */
export const whole = (1 << 30) - 1;

/** Where the bounds are parted for a bit: up to here it is 0. */
export const partOf = (from: number, to: number, odds: Uint16Array, at: number): number =>
  from + ((to - from) >>> 12) * ((odds[at] as number) >>> 4);

/** Whether both bounds begin with the same sign. */
export const isSettled = (from: number, to: number): boolean => (from ^ to) >>> 24 === 0;

/** Signs from 0 on, without the backslash, which a script would write twice. */
export const signOf = (value: number): number => value + (value < 44 ? 48 : 49);
export const placeOf = (sign: number): number => sign - (sign < 92 ? 48 : 49);

const even = 1 << 15;
const rate = 5;

export function learn(odds: Uint16Array, at: number, bit: number): void {
  const chance = odds[at] as number;
  const aim = bit === 0 ? (1 << 16) - 32 : 32;
  odds[at] = chance + ((aim - chance) >> rate);
}

/**
 * Tells letter after letter by how lately each stood: where those are next to each other that something alike follows,
 * as after the Burrows-Wheeler transform, it is mostly the last one again. Writing and reading walk through this alike.
 *
 * @returns takes the letter to be written and gives it back; without one it gives the letter that is read.
 */
export function telling(bit: Bit): (letter?: number) => number {
  const latest = new Uint16Array(1 << 16);
  let known = 0;
  let [last, before, earlier, run] = [0, 0, 0, 0];
  const isLast = table(3 * 5 * 5 * 8);
  const isSecond = table(5 * 5 * 5);
  const sizes = Array.from({ length: 5 * 5 }, () => table(32));
  const places = Array.from({ length: 17 }, (_, size) => table(1 << size));
  const high = table(256);
  const low = new Map<number, Uint16Array>();

  return (letter) => {
    const near = 5 * nearness(last) + nearness(before);
    const given = letter === undefined ? 0 : latest.subarray(0, known).indexOf(letter);
    const place = rankOf(given === -1 ? known : given, near);
    const found = place === known ? fresh(letter ?? 0) : (latest[place] as number);
    if (place === known) known += 1;
    latest.copyWithin(1, 0, place);
    latest[0] = found;
    run = place === 0 ? run + 1 : 0;
    [last, before, earlier] = [place, last, before];
    return found;
  };

  function rankOf(place: number, near: number): number {
    const far = nearness(earlier);
    const soFar = (near * 3 + Math.min(2, far)) * 8 + Math.min(7, sizeOf(run + 1));
    if (bit(isLast, soFar, place === 0 ? 1 : 0) === 1) return 0;
    if (bit(isSecond, near * 5 + far, place === 1 ? 1 : 0) === 1) return 1;
    const size = tree(sizes[near] as Uint16Array, 5, sizeOf(Math.max(1, place - 1)));
    return 1 + (1 << size) + tree(places[size] as Uint16Array, size, place - 1 - (1 << size));
  }

  /** A letter that has not stood yet: the upper half of its code, then the lower. */
  function fresh(letter: number): number {
    const upper = tree(high, 8, letter >> 8);
    const odds = low.get(upper) ?? table(256);
    low.set(upper, odds);
    return (upper << 8) | tree(odds, 8, letter & 255);
  }

  function tree(odds: Uint16Array, depth: number, value: number): number {
    let node = 1;
    for (let place = depth - 1; place >= 0; place -= 1) node = (node << 1) | bit(odds, node, (value >> place) & 1);
    return node - (1 << depth);
  }
}

const table = (count: number): Uint16Array => new Uint16Array(count).fill(even);
const sizeOf = (value: number): number => 31 - Math.clz32(value);
/** How lately a letter had stood, in five steps. */
const nearness = (place: number): number => (place < 2 ? place : place < 4 ? 2 : place < 16 ? 3 : 4);
