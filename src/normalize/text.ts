// Bidirectional controls stay, so that they are refused: with them the digits seen are not the digits stored.
const invisible = /(?![\u202A-\u202E\u2066-\u2069])\p{Default_Ignorable_Code_Point}/gu;

// Not for NFKC, which makes "10²" 102, "1½" 11⁄2 and "7月1㏠" 7月11日: figures run into the digits before them.
const withoutFigures = /[^\p{No}\u32C0-\u32CB\u3358-\u3370\u33E0-\u33FE]+/gu;

const dashes = /[\u2010-\u2015\u2212]|(?<=\d)ー(?=\d)/g;

// NFKC knows the Kangxi radicals but not these, which text copied from PDF files has in 長崎, 青森 and 西宮.
const radicals = /[\u2EC4\u2ED1\u2ED8]/g;
const ideographs: Record<string, string> = { "\u2EC4": "西", "\u2ED1": "長", "\u2ED8": "青" };

/** The text with widths, dashes and invisible characters made uniform: for reading, never for storing a name. */
export function fold(text: string): string {
  return text
    .replace(invisible, "")
    .replace(withoutFigures, (part) => part.normalize("NFKC"))
    .replace(dashes, "-")
    .replace(radicals, (radical) => ideographs[radical] ?? radical)
    .trim();
}
