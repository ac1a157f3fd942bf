import { fold } from "./text.ts";

const yes = ["はい", "有", "あり", "yes", "y", "true"];
const no = ["いいえ", "無", "なし", "no", "n", "false"];

/** Yes or no as people write it; undefined for anything else. */
export function readBoolean(text: string): boolean | undefined {
  const word = fold(text).toLowerCase();
  return yes.includes(word) ? true : no.includes(word) ? false : undefined;
}
