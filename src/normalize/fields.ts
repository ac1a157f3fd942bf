/**
 * The values of an object that has these keys of its own and no others. Each is read once, and an object that
 * throws when looked at (a getter, a proxy) has none.
 */
export function fieldsOf(value: unknown, keys: readonly string[]): unknown[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    const own = Object.keys(value);
    if (own.length !== keys.length || !keys.every((key) => own.includes(key))) return undefined;
    const fields = value as Record<string, unknown>;
    return keys.map((key) => fields[key]);
  } catch {
    return undefined;
  }
}
