import { withIdeographs } from "../normalize/text.ts";

/** A text as search compares it, and where each of its characters stood in the original. */
export interface Folded {
  text: string;
  /** `at[i]` to `ends[i]`: what of the original the i-th character comes from, in UTF-16 units. */
  at: number[];
  ends: number[];
}

const small = "ぁぃぅぇぉっゃゅょゎ";
const full = "あいうえおつやゆよわ";

/** A character with the voiced marks that follow it: half-width kana carry theirs apart. */
const pieces = /[\s\S][\u3099\u309A\uFF9E\uFF9F]*/gu;
const isKana = (char: string): boolean => /[\u3041-\u3096]/.test(char);

/**
 * Widths, case, katakana and hiragana, small kana, long vowels and radicals are all one; what is neither letter nor
 * figure is a space. 「ﾍﾞﾝﾁｬｰ」 and 「ベンチャー」 fold to `べんちや`.
 */
export function fold(original: string): Folded {
  const folded: Folded = { text: "", at: [], ends: [] };
  for (const match of original.matchAll(pieces)) {
    const [piece] = match;
    const plain = withIdeographs(piece).normalize("NFKC").toLowerCase();
    for (const char of plain) {
      const one = foldOne(char, folded.text.at(-1) ?? " ");
      if (one === "" || (one === " " && (folded.text === "" || folded.text.endsWith(" ")))) continue;
      folded.text += one;
      for (let unit = 0; unit < one.length; unit += 1) {
        folded.at.push(match.index);
        folded.ends.push(match.index + piece.length);
      }
    }
  }
  return folded;
}

function foldOne(char: string, before: string): string {
  if (char === "ー" || char === "〜" || char === "～") return isKana(before) ? "" : " ";
  const hiragana = /[\u30A1-\u30F6]/.test(char) ? String.fromCharCode(char.charCodeAt(0) - 0x60) : char;
  const place = small.indexOf(hiragana);
  const large = place < 0 ? hiragana : (full[place] as string);
  return /[\p{Letter}\p{Number}々]/u.test(large) ? large : " ";
}
