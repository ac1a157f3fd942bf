import type { Question } from "../schema/assessment.ts";

/** Steps of a path: `overseas.filings[0].right` is overseas, filings, 0, right. */
const stepsOf = (path: string): (string | number)[] =>
  (path.match(/[^.[\]]+|\[\d+\]/g) ?? []).map((step) => (step.startsWith("[") ? Number(step.slice(1, -1)) : step));

/**
 * The profile with one more fact, where a question asks for it; the profile given stays as it is. Of a list the answer
 * is its entries, or how many there are. Of an open list (`….complete`) it says whether that is all there is.
 */
export function withAnswer(profile: object, { fact, type }: Pick<Question, "fact" | "type">, answer: unknown): object {
  const isCount = type === "list" && typeof answer === "number";
  const value = isCount ? Array.from({ length: answer }, () => ({})) : answer;
  return put(profile, stepsOf(fact), value) as object;
}

/** What the profile says where a question asks; undefined where it says nothing. */
export const answerAt = (profile: object, fact: string): unknown =>
  stepsOf(fact).reduce<unknown>((holder, step) => {
    if (typeof holder !== "object" || holder === null) return undefined;
    const entries = typeof step === "number" && "items" in holder ? (holder.items as object) : holder;
    return (entries as Record<string | number, unknown>)[step];
  }, profile);

function put(holder: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === "number") return putEntry(holder, step, rest, value);
  const known = typeof holder === "object" && holder !== null ? (holder as Record<string, unknown>) : {};
  if (step === "complete" && rest.length === 0) {
    const items = "items" in known ? known["items"] : holder;
    return value === true ? items : { items, complete: false };
  }
  return { ...known, [step]: put(known[step], rest, value) };
}

function putEntry(list: unknown, index: number, rest: readonly (string | number)[], value: unknown): unknown {
  const isOpen = !Array.isArray(list) && typeof list === "object" && list !== null;
  const items = [...((isOpen ? (list as { items: unknown[] }).items : (list as unknown[] | undefined)) ?? [])];
  items[index] = put(items[index], rest, value);
  return isOpen ? { ...list, items } : items;
}
