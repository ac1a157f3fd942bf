/**
 * What the schemas of a profile use of zod/mini, with the same findings in a fraction of its size. The one-file scripts
 * are built with this in its place; a test holds the two together on any input.
 */

type Key = string | number;

/** A finding as `toIssues` reads it. Unless it says that one may go on, nothing further is looked at. */
interface Found {
  code: string;
  path?: Key[];
  continue?: boolean;
  message?: string;
  [detail: string]: unknown;
}

interface Payload {
  value: unknown;
  issues: Found[];
  aborted?: boolean;
}

interface Check {
  /** Looked at even where the value was found wanting before. */
  always?: boolean;
  /** How many entries or letters there may be. */
  most?: number;
  look: (payload: Payload) => void;
}

interface Schema {
  isOptional: boolean;
  run: (payload: Payload, context: Context) => Payload;
  check: (...checks: Check[]) => Schema;
}

interface Context {
  error: (raw: { code: string; inst: unknown }) => string | undefined;
}

const isAborted = ({ aborted, issues }: Payload): boolean =>
  aborted === true || issues.some((each) => each.continue !== true);

const isClosed = ({ aborted, issues }: Payload): boolean =>
  aborted === true || issues.some((each) => each.continue === false);

function schema(parse: Schema["run"], isOptional = false): Schema {
  return {
    isOptional,
    run: parse,
    check: (...checks) =>
      schema((payload, context) => {
        const parsed = parse(payload, context);
        for (const { always, look } of checks) {
          const isOver = always ? isClosed(parsed) : isAborted(parsed);
          if (!isOver) look(parsed);
        }
        return parsed;
      }, isOptional),
  };
}

const placed = (issues: readonly Found[]): Found[] => issues.map((each) => ({ ...each, path: each.path ?? [] }));

function refused(payload: Payload, found: Found): Payload {
  payload.issues.push(found);
  return payload;
}

const ofType = (expected: string, is: (value: unknown) => boolean): Schema =>
  schema((payload) => (is(payload.value) ? payload : refused(payload, { code: "invalid_type", expected })));

export const string = (): Schema => ofType("string", (value) => typeof value === "string");
export const boolean = (): Schema => ofType("boolean", (value) => typeof value === "boolean");
export const unknown = (): Schema => schema((payload) => payload);

export const int = (): Schema =>
  ofType("number", (value) => typeof value === "number" && Number.isFinite(value)).check({
    look: (payload) => {
      const value = payload.value as number;
      if (!Number.isInteger(value)) refused(payload, { code: "invalid_type", expected: "int", continue: false });
      else if (value > Number.MAX_SAFE_INTEGER) maximum(Number.MAX_SAFE_INTEGER).look(payload);
      else if (value < Number.MIN_SAFE_INTEGER) minimum(Number.MIN_SAFE_INTEGER).look(payload);
    },
  });

const oneOf = (values: readonly unknown[]): Schema =>
  schema((payload) => (values.includes(payload.value) ? payload : refused(payload, { code: "invalid_value", values })));
export const literal = (value: unknown): Schema => oneOf([value]);
export { oneOf as enum };

export const optional = (inner: Schema): Schema =>
  schema((payload, context) => (payload.value === undefined ? payload : inner.run(payload, context)), true);

export const nullable = (inner: Schema): Schema =>
  schema((payload, context) => (payload.value === null ? payload : inner.run(payload, context)));

/** What a part says of its value, under the part's own key. */
function part(inner: Schema, key: Key, value: unknown, whole: Payload, context: Context): unknown {
  const result = inner.run({ value, issues: [] }, context);
  for (const each of result.issues) {
    each.path = [key, ...(each.path ?? [])];
    whole.issues.push(each);
  }
  return result.value;
}

export function array(entry: Schema): Schema {
  const read = schema((payload, context) => {
    const { value } = payload;
    if (!Array.isArray(value)) return refused(payload, { code: "invalid_type", expected: "array" });
    payload.value = Array.from(value, (each, index) => part(entry, index, each, payload, context));
    return payload;
  });
  // Of a list that is too long no entry is looked at.
  const check: Schema["check"] = (...checks) => {
    const checked = read.check(...checks);
    return schema((payload, context) => {
      const { value } = payload;
      const over = Array.isArray(value) && checks.find(({ most = Infinity }) => value.length > most);
      if (!over) return checked.run(payload, context);
      return refused(payload, { code: "too_big", maximum: over.most, continue: false });
    });
  };
  return { ...read, check };
}

export const tuple = (entries: readonly Schema[]): Schema =>
  schema((payload, context) => {
    const { value } = payload;
    if (!Array.isArray(value)) return refused(payload, { code: "invalid_type", expected: "tuple" });
    const { length } = entries;
    if (value.length < length) return refused(payload, { code: "too_small", minimum: length });
    if (value.length > length) refused(payload, { code: "too_big", maximum: length });
    payload.value = entries.map((each, index) => part(each, index, value[index], payload, context));
    return payload;
  });

export const strictObject = (shape: Readonly<Record<string, Schema>>): Schema =>
  schema((payload, context) => {
    const given = payload.value as Record<string, unknown>;
    if (typeof given !== "object" || given === null || Array.isArray(given))
      return refused(payload, { code: "invalid_type", expected: "object" });
    const read: Record<string, unknown> = {};
    payload.value = read;
    for (const [key, inner] of Object.entries(shape)) {
      if (!(key in given) && inner.isOptional) continue;
      const value = part(inner, key, given[key], payload, context);
      if (value !== undefined || key in given) read[key] = value;
    }
    const keys: string[] = [];
    for (const key in given) if (!Object.hasOwn(shape, key)) keys.push(key);
    const code = "unrecognized_keys";
    // As zod tells it: which keys there are travels as the message.
    const message = context.error({ code, inst: { _zod: { def: { shape } } } }) ?? "";
    return keys.length === 0 ? payload : refused(payload, { code, keys, message, continue: true });
  });

export const union = (options: readonly Schema[]): Schema =>
  schema((payload, context) => {
    const results: Payload[] = [];
    for (const option of options) {
      const result = option.run({ value: payload.value, issues: [] }, context);
      if (result.issues.length === 0) return result;
      results.push(result);
    }
    const [only, ...others] = results.filter((each) => !isAborted(each));
    if (only !== undefined && others.length === 0) return only;
    return refused(payload, { code: "invalid_union", errors: results.map(({ issues }) => placed(issues)) });
  });

/** What cannot be read is told by the issues that the reader adds. */
export const transform = (read: (value: unknown, context: Payload) => unknown): Schema =>
  schema((payload) => {
    payload.value = read(payload.value, payload);
    return payload;
  });
export const NEVER = undefined;

export const pipe = (first: Schema, next: Schema): Schema =>
  schema((payload, context) => {
    const result = first.run(payload, context);
    if (result.issues.every(({ code }) => code === "unrecognized_keys")) return next.run(result, context);
    result.aborted = true;
    return result;
  });

const check = (isFine: (value: never) => boolean, found: Found): Check => ({
  look: (payload) => {
    if (!isFine(payload.value as never)) refused(payload, { ...found, continue: true });
  },
});

export const refine = (isFine: (value: never) => boolean, { params }: { params: unknown }): Check =>
  check(isFine, { code: "custom", params });
export const minimum = (least: number): Check =>
  check((value) => value >= least, { code: "too_small", minimum: least });
export const maximum = (most: number): Check => check((value) => value <= most, { code: "too_big", maximum: most });
export const regex = (pattern: RegExp): Check => check((value) => pattern.test(value), { code: "invalid_format" });

const lengthOf = (value: unknown): number => (typeof value === "string" ? [...value] : (value as unknown[])).length;
const hasLength = (value: unknown): boolean => typeof value === "string" || Array.isArray(value);
export const maxLength = (most: number): Check => ({
  ...check((value) => !hasLength(value) || lengthOf(value) <= most, { code: "too_big", maximum: most }),
  always: true,
  most,
});
export const minLength = (least: number): Check => ({
  ...check((value) => !hasLength(value) || lengthOf(value) >= least, { code: "too_small", minimum: least }),
  always: true,
});

export function safeParse(
  { run }: Schema,
  value: unknown,
  context: Context,
): { success: true; data: unknown } | { success: false; error: { issues: Found[] } } {
  const { value: data, issues } = run({ value, issues: [] }, context);
  if (issues.length === 0) return { success: true, data };
  return { success: false, error: { issues: placed(issues) } };
}
