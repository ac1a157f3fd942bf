/** A text in place of one in every language, in a script that is built with a single one. */
export const oneText = (text: string, plain = text) => ({ ja: text, "ja-plain": plain, en: text });
