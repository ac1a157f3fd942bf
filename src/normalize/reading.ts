import type { IssueArgs, IssueCode } from "../issues.ts";

/** A value brought into canonical form, or why it cannot be. */
export type Reading<T> = { ok: true; value: T } | { ok: false; code: IssueCode; args: IssueArgs };

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });

export function unreadable(code: IssueCode, value: unknown, args: IssueArgs = {}): Reading<never> {
  return { ok: false, code, args: { value: show(value), ...args } };
}

/** The value as a person wrote it, short enough for one line. */
export function show(value: unknown): string {
  const text = typeof value === "string" ? value : written(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function written(value: unknown): string {
  // JSON would show NaN and Infinity as null.
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value; // a cycle, or a toJSON that throws
  }
}
