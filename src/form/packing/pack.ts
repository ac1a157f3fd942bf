import { type Bit, isSettled, learn, partOf, signOf, telling, whole } from "./letters.ts";

/**
 * A text in letters that a script may hold, packed tighter than gzip packs the text itself: its letters are brought
 * together by what follows them (Burrows-Wheeler), then told by how likely each is. `unpackText` is quick; this is not.
 *
 * @throws if the text holds U+0000, which marks its end; JSON never does.
 */
export function packText(text: string): string {
  if (text.includes("\0")) throw new Error("a text to be packed holds no U+0000");
  const ended = `${text}\0`;
  const { bit, end } = writer(ended.length);
  const tell = telling(bit);
  for (const start of sortedEnds(ended)) tell(ended.charCodeAt((start + ended.length - 1) % ended.length));
  return end();
}

/** Where each end of the text starts, the ends sorted: by one letter, by two, by four, until all differ. */
function sortedEnds(text: string): Uint32Array {
  const { length } = text;
  const starts = new Uint32Array(length).map((_, index) => index);
  let places = Float64Array.from({ length }, (_, index) => text.charCodeAt(index));
  let keys = places;
  for (let width = 0; ; width = Math.max(1, 2 * width)) {
    if (width > 0) keys = places.map((place, index) => place * (length + 1) + (places[index + width] ?? -1) + 1);
    starts.sort((left, right) => (keys[left] as number) - (keys[right] as number));
    let place = 0;
    const found = new Float64Array(length);
    for (let index = 1; index < length; index += 1) {
      if (keys[starts[index] as number] !== keys[starts[index - 1] as number]) place += 1;
      found[starts[index] as number] = place;
    }
    if (place === length - 1) return starts;
    places = found;
  }
}

/** How many letters there are, and then bit after bit. */
function writer(count: number): { bit: Bit; end: () => string } {
  const signs: string[] = [];
  const write = (number: number) => signs.push(String.fromCharCode(signOf(number >>> 24)));
  const writeAll = (number: number) => {
    for (let sign = 0; sign < 5; sign += 1) write((number << (6 * sign)) & whole);
  };
  let [from, to] = [0, whole];
  const bit: Bit = (odds, place, value) => {
    const middle = partOf(from, to, odds, place);
    if (value === 0) to = middle;
    else from = middle + 1;
    learn(odds, place, value);
    while (isSettled(from, to)) {
      write(from);
      from = (from << 6) & whole;
      to = ((to << 6) & whole) | 63;
    }
    return value;
  };
  writeAll(count);
  return {
    bit,
    end: () => {
      writeAll(from);
      return signs.join("");
    },
  };
}
