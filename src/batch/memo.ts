/** How many texts of a column are remembered; with more it starts anew. */
export const most = 50_000;

/** What texts came to before, by their bytes, so that no text has to be made of them to look. */
export class Memo<T> {
  #slots = new Int32Array(1024);
  #hashes: number[] = [];
  #texts: Uint8Array[] = [];
  #values: T[] = [];

  find(bytes: Uint8Array, start: number, end: number, hash: number): T | undefined {
    const mask = this.#slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const entry = (this.#slots[slot] as number) - 1;
      if (entry < 0) return undefined;
      if (this.#hashes[entry] === hash && isSame(this.#texts[entry] as Uint8Array, bytes, start, end))
        return this.#values[entry];
    }
  }

  add(bytes: Uint8Array, start: number, end: number, hash: number, value: T): void {
    if (this.#values.length >= most) this.#start(1024);
    else if (this.#values.length * 2 >= this.#slots.length) this.#grow();
    this.#hashes.push(hash);
    this.#texts.push(bytes.slice(start, end));
    this.#values.push(value);
    this.#enter(hash, this.#values.length);
  }

  #start(slots: number): void {
    this.#slots = new Int32Array(slots);
    this.#hashes = [];
    this.#texts = [];
    this.#values = [];
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 4);
    for (const [entry, hash] of this.#hashes.entries()) this.#enter(hash, entry + 1);
  }

  #enter(hash: number, entry: number): void {
    const mask = this.#slots.length - 1;
    let slot = spread(hash) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry;
  }
}

/** Texts that differ at the end only lie close together. */
const spread = (hash: number): number => hash ^ (hash >>> 15);

function isSame(text: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let index = 0; index < text.length; index += 1) if (text[index] !== bytes[start + index]) return false;
  return true;
}

/** The next step of the hash of a text. */
export const hashed = (hash: number, byte: number): number => ((hash << 5) - hash + byte) | 0;
