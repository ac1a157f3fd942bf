const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** `overseas.filings[].cost` as the steps that lead there; `[]` is the first entry of a list. */
const stepsOf = (path: string): string[] => path.split(/\.|(?=\[\])/);

/** The path of the first entry: `overseas.filings[0].cost`. */
export const firstEntry = (path: string): string => path.replaceAll("[]", "[0]");

/** The entries of a list, also where it says whether it is complete. */
export function entriesOf(list: unknown): unknown[] {
  const items = isObject(list) && !Array.isArray(list) ? list["items"] : list;
  return Array.isArray(items) ? items : [];
}

/** What stands at a path, in the first entry of each list on the way. */
export const valueAt = (profile: unknown, path: string): unknown =>
  stepsOf(path).reduce<unknown>(
    (value, step) => (step === "[]" ? entriesOf(value)[0] : isObject(value) ? value[step] : undefined),
    profile,
  );

/** The profile with a value at a path, in the first entry of each list on the way. What was given is not changed. */
export const lay = (profile: unknown, path: string, value: unknown): unknown => laid(profile, stepsOf(path), value);

function laid(node: unknown, [step, ...rest]: string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (step !== "[]") {
    const object = isObject(node) ? node : {};
    return { ...object, [step]: laid(object[step], rest, value) };
  }
  const [first, ...others] = entriesOf(node);
  const items = [laid(first, rest, value), ...others];
  return isObject(node) && !Array.isArray(node) ? { ...node, items } : items;
}
