// Bidirectional controls stay, so that they are refused: with them the digits seen are not the digits stored.
const invisible = /(?![\u202A-\u202E\u2066-\u2069])\p{Default_Ignorable_Code_Point}/gu;

// Not for NFKC, which makes "10²" 102, "1½" 11⁄2 and "7月1㏠" 7月11日: figures run into the digits before them.
const withoutFigures = /[^\p{No}\u32C0-\u32CB\u3358-\u3370\u33E0-\u33FE]+/gu;

const dashes = /[\u2010-\u2015\u2212]|(?<=\d)ー(?=\d)/g;

/** NFKC knows the Kangxi radicals but not these, which text copied from PDF files has in 長崎, 青森 and 西宮. */
const ideographs: Record<string, string> = {
  "\u2EC1": "虎",
  "\u2EC4": "西",
  "\u2ED1": "長",
  "\u2ED8": "青",
  "\u2EDD": "食",
  "\u2EE4": "鬼",
  "\u2EE8": "麦",
  "\u2EE9": "黄",
  "\u2EED": "歯",
  "\u2EEF": "竜",
};
const radicals = new RegExp(`[${Object.keys(ideographs).join("")}]`, "g");

/** Radicals as the ideographs that they stand for. */
export const withIdeographs = (text: string): string =>
  text.replace(radicals, (radical) => ideographs[radical] ?? radical);

/** The text with widths, dashes and invisible characters made uniform: for reading, never for storing a name. */
export function fold(text: string): string {
  const plain = text
    .replace(invisible, "")
    .replace(withoutFigures, (part) => part.normalize("NFKC"))
    .replace(dashes, "-");
  return withIdeographs(plain).trim();
}
