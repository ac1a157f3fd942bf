import { type Bit, isSettled, learn, partOf, placeOf, telling, whole } from "./letters.ts";

/** The text that `packText` made this of. */
export function unpackText(packed: string): string {
  const { count, bit } = reader(packed);
  const letters = new Uint16Array(count);
  const tell = telling(bit);
  for (let at = 0; at < count; at += 1) letters[at] = tell();
  return inOrder(letters);
}

/** The letters as they followed each other: sorted, each leads to the one before which it stood. */
function inOrder(letters: Uint16Array): string {
  const starts = new Uint32Array((1 << 16) + 1);
  for (const letter of letters) starts[letter + 1] = (starts[letter + 1] as number) + 1;
  for (let letter = 0; letter < 1 << 16; letter += 1)
    starts[letter + 1] = (starts[letter + 1] as number) + (starts[letter] as number);
  const next = new Uint32Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] as number;
    const place = starts[letter] as number;
    next[place] = at;
    starts[letter] = place + 1;
  }
  const text = new Uint16Array(letters.length - 1);
  let at = next[0] as number;
  for (let index = 0; index < text.length; index += 1) {
    at = next[at] as number;
    text[index] = letters[at] as number;
  }
  return new TextDecoder("utf-16le").decode(text);
}

/** How many letters there are, and then bit after bit. */
function reader(packed: string): { count: number; bit: Bit } {
  let [from, to, code, at] = [0, whole, 0, 0];
  const next = () => {
    // Past the end is as good as any sign.
    code = ((code << 6) & whole) | (at < packed.length ? placeOf(packed.charCodeAt(at)) : 0);
    at += 1;
  };
  const number = () => {
    for (let sign = 0; sign < 5; sign += 1) next();
    return code;
  };
  const count = number();
  number();
  return {
    count,
    bit: (odds, place) => {
      const middle = partOf(from, to, odds, place);
      const bit = code <= middle ? 0 : 1;
      if (bit === 0) to = middle;
      else from = middle + 1;
      learn(odds, place, bit);
      while (isSettled(from, to)) {
        from = (from << 6) & whole;
        to = ((to << 6) & whole) | 63;
        next();
      }
      return bit;
    },
  };
}
