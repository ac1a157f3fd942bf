import { type Reading, read, unreadable } from "./reading.ts";
import { fold } from "./text.ts";

const japan = ["日本", "日本国", "JAPAN"];

/** A country or office by its two-letter code (`JP`, `US`, `EP`), in capitals. Names of other countries are refused. */
export function readCountry(value: unknown): Reading<string> {
  if (typeof value !== "string") return unreadable("not-a-country", value);
  const code = fold(value).toUpperCase();
  if (japan.includes(code)) return read("JP");
  return /^[A-Z]{2}$/.test(code) ? read(code) : unreadable("not-a-country", value);
}
