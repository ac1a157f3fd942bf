import { allFacts, type BenchFact } from "./facts.ts";

/**
 * How the straight-line code sees a fact. Each slot has a certain and a possible side: of options the bits that surely
 * are set and those that may be, of numbers the least and the most. They differ only where the fact is absent.
 */
export interface Slot {
  fact: BenchFact;
  /** Variables of the generated code: 32 options each, or the two ends of a number. */
  certain: string[];
  possible: string[];
}

const wordsOf = (fact: BenchFact): number =>
  fact.kind === "option" || fact.kind === "options" ? Math.ceil(fact.values.length / 32) : 1;

export const slots: readonly Slot[] = allFacts.map((fact) => {
  const names = Array.from({ length: wordsOf(fact) }, (_, word) => `${fact.name}${word}`);
  return { fact, certain: names.map((name) => `c_${name}`), possible: names.map((name) => `p_${name}`) };
});

/** All variables of the generated code, in their order in the encoded profile. */
export const variables: readonly string[] = slots.flatMap(({ certain, possible }) => [...certain, ...possible]);

export const least = -(2 ** 31);
export const most = 2 ** 31 - 1;

/** The bits of some options, word by word. Yes is the first bit of a boolean, no the second. */
export function bitsOf(fact: BenchFact, chosen: readonly (string | boolean)[]): number[] {
  const options: readonly (string | boolean)[] =
    fact.kind === "option" || fact.kind === "options" ? fact.values : [true, false];
  const words = Array.from({ length: Math.ceil(options.length / 32) }, () => 0);
  for (const option of chosen) {
    const at = options.indexOf(option);
    words[at >> 5] = (words[at >> 5] as number) | (1 << (at & 31));
  }
  return words;
}

/** Source of a function from a canonical profile into `into`, an Int32Array of all variables. */
export function encoderSource(): string {
  const lines = slots.map(({ fact, certain, possible }, slot) => {
    const value = `profile.${fact.path.replaceAll(".", "?.")}`;
    const at = (name: string) => `into[${variables.indexOf(name)}]`;
    const each = (text: (word: number) => string) => certain.map((_, word) => text(word)).join(" ");
    const both = (word: number, bits: string) =>
      `${at(certain[word] as string)} = ${at(possible[word] as string)} = ${bits};`;
    const absent = (certainly: string, possibly: string) =>
      each((word) => `${at(certain[word] as string)} = ${certainly}; ${at(possible[word] as string)} = ${possibly};`);
    const known = {
      option: `const bit = bits[${slot}].get(value); ${each((word) => both(word, `(bit >> 5) === ${word} ? 1 << (bit & 31) : 0`))}`,
      options: `${each((word) => `let bits${word} = 0;`)} for (let i = 0; i < value.length; i++) { const bit = bits[${slot}].get(value[i]); ${each((word) => `if ((bit >> 5) === ${word}) bits${word} |= 1 << (bit & 31);`)} } ${each((word) => both(word, `bits${word}`))}`,
      boolean: both(0, "value ? 1 : 2"),
      number: both(0, "value"),
      founded: both(0, "day(value)"),
    }[fact.kind];
    const isFigure = fact.kind === "number" || fact.kind === "founded";
    const unknown = isFigure ? absent(`${least}`, `${most}`) : absent("0", "-1");
    return `{ const value = ${value}; if (value === undefined) { ${unknown} } else { ${known} } }`;
  });
  return `const digits = (text, from, to) => { let number = 0; for (let i = from; i < to; i++) number = number * 10 + text.charCodeAt(i) - 48; return number; };
const day = (text) => digits(text, 0, 4) * 10000 + digits(text, 5, 7) * 100 + digits(text, 8, 10);
return (profile, into) => { ${lines.join("\n")} };`;
}

/** For the encoder: the bit of each option, slot by slot. */
export const bitTables: readonly Map<string, number>[] = slots.map(
  ({ fact }) => new Map("values" in fact ? fact.values.map((value, bit) => [String(value), bit]) : []),
);
