import { readFileSync } from "node:fs";
import { issue, ProfileError } from "../errors.ts";

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A profile as it stands in a file, or on standard input for `-`. */
export function readProfile(path: string): object {
  const name = path === "-" ? "standard input" : path;
  let text: string;
  try {
    text = readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (error) {
    throw new ProfileError([
      issue(name, "not-readable", { value: path, reason: (error as NodeJS.ErrnoException).code ?? "error" }),
    ]);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as object;
  } catch (error) {
    throw new ProfileError([issue(name, "not-json", { reason: (error as Error).message })]);
  }
}
