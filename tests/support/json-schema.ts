type Schema = Readonly<Record<string, unknown>>;

/** What a schema says besides what it requires. */
const silent = new Set(["title", "description", "format", "$ref"]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const types: Record<string, (value: unknown) => boolean> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  integer: Number.isSafeInteger,
  number: Number.isFinite,
  null: (value) => value === null,
};

/**
 * The places at which a value breaks a schema of the document, for the keywords that the document uses; another keyword
 * throws, so that none is passed over.
 */
export function faultsOf(value: unknown, schema: Schema, document: unknown, at = "$"): string[] {
  const inside = (each: unknown, part: unknown, place: string) => faultsOf(each, part as Schema, document, place);
  const own = Object.entries(schema).flatMap(([keyword, says]): string[] => {
    const broken = (isBroken: boolean) => (isBroken ? [`${at}: ${keyword} ${JSON.stringify(says).slice(0, 120)}`] : []);
    const fitting = () => (says as Schema[]).filter((part) => inside(value, part, at).length === 0).length;
    switch (keyword) {
      case "type":
        return broken(![says].flat().some((type) => types[type as string]?.(value)));
      case "const":
        return broken(value !== says);
      case "enum":
        return broken(!(says as unknown[]).includes(value));
      case "minimum":
        return broken(typeof value === "number" && value < (says as number));
      case "maximum":
        return broken(typeof value === "number" && value > (says as number));
      case "pattern":
        return broken(typeof value === "string" && !new RegExp(says as string, "u").test(value));
      case "minLength":
        return broken(typeof value === "string" && value.length < (says as number));
      case "maxLength":
        return broken(typeof value === "string" && value.length > (says as number));
      case "minItems":
        return broken(Array.isArray(value) && value.length < (says as number));
      case "maxItems":
        return broken(Array.isArray(value) && value.length > (says as number));
      case "required":
        return broken(isObject(value) && (says as string[]).some((key) => !Object.hasOwn(value, key)));
      case "anyOf":
        return broken(fitting() === 0);
      case "oneOf":
        return broken(fitting() !== 1);
      case "properties":
        return !isObject(value)
          ? []
          : Object.entries(says as object).flatMap(([key, part]) =>
              Object.hasOwn(value, key) ? inside(value[key], part, `${at}.${key}`) : [],
            );
      case "additionalProperties": {
        const known = Object.keys((schema["properties"] ?? {}) as object);
        const others = isObject(value) ? Object.keys(value).filter((key) => !known.includes(key)) : [];
        return says === false
          ? others.map((key) => `${at}.${key}: not known`)
          : others.flatMap((key) => inside((value as Schema)[key], says, `${at}.${key}`));
      }
      case "propertyNames":
        return isObject(value) ? Object.keys(value).flatMap((key) => inside(key, says, `${at}.${key}`)) : [];
      case "prefixItems":
        return Array.isArray(value)
          ? (says as Schema[]).flatMap((part, index) => inside(value[index], part, `${at}[${index}]`))
          : [];
      case "items": {
        const before = ((schema["prefixItems"] ?? []) as unknown[]).length;
        const rest = Array.isArray(value) ? value.slice(before) : [];
        if (says === false) return broken(rest.length > 0);
        return rest.flatMap((each, index) => inside(each, says, `${at}[${before + index}]`));
      }
      default:
        if (silent.has(keyword)) return [];
        throw new Error(`${keyword} is not understood here`);
    }
  });
  const { $ref } = schema;
  return typeof $ref === "string" ? [...own, ...inside(value, resolved($ref, document), at)] : own;
}

/** What `#/components/schemas/Profile` refers to. */
export function resolved(ref: string, document: unknown): Schema {
  const found = ref
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>((place, key) => (isObject(place) ? place[key] : undefined), document);
  if (!ref.startsWith("#/") || !isObject(found)) throw new Error(`${ref} resolves to nothing`);
  return found;
}
