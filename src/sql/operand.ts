import { inForce } from "../engine/dated.ts";
import { figuresOf, partOf } from "../engine/operand.ts";
import type { Scope } from "../facts/scope.ts";
import { compare, toFraction } from "../normalize/fraction.ts";
import type { Operand } from "../schema/condition.ts";
import type { Figure, Parameter } from "../schema/law.ts";
import { type Span, spanOf } from "./comparison.ts";
import { heldAt, type Reading } from "./reading.ts";
import type { Held } from "./table.ts";
import { oneOf } from "./texts.ts";
import { type Case, choose, refused, type Truth, unknown } from "./truth.ts";

/** What a fact is compared with: the least and the greatest figure that may hold, or a part of another fact. */
export type Compared = { kind: "figures"; min: Figure; max: Figure } | { kind: "part"; span: Span };

/**
 * Compares with whatever the operand may be. A table of figures that is looked up by a column becomes a case for each
 * figure; while the key is empty, with the span of all of them, which is decided if and only if every row of the table agrees.
 */
export function comparedWith(
  operand: Operand,
  scope: Scope,
  reading: Reading,
  test: (compared: Compared) => Truth,
): Truth {
  if (typeof operand === "object" && "fact" in operand) {
    const held = heldAt(operand.fact, scope, reading);
    if (held === undefined) {
      const { min, max } = partOf(operand, scope).range;
      return test({
        kind: "part",
        span: { min: min && { kind: "figure", value: min }, max: max && { kind: "figure", value: max } },
      });
    }
    return isNumber(held)
      ? test({ kind: "part", span: spanOf(held, toFraction(operand.times)) })
      : refused("not-comparable", held.fact);
  }
  const key = typeof operand === "object" && operand.by !== undefined ? heldAt(operand.by, scope, reading) : undefined;
  if (key === undefined || typeof operand !== "object") {
    const { values, partial } = figuresOf(operand, scope);
    return partial ? unknown : amongAll(values, test);
  }
  return byKey(key, scope.law.parameters[operand.parameter] as Parameter, scope, test);
}

export const isNumber = ({ type }: Held): boolean => type === "yen" || type === "count" || type === "share";

/** Of an option or a text a table can say which one it is. */
export const isKey = ({ type }: Held): boolean => type === "option" || type === "text";

function byKey(key: Held, parameter: Parameter, scope: Scope, test: (compared: Compared) => Truth): Truth {
  if (!isKey(key)) return refused("not-comparable", key.fact);
  const { readings, before, gap } = inForce(parameter.values, scope.on);
  if (before || gap) return unknown;
  // What is compared with is a figure or a table of figures, never a tariff.
  const tables = readings.map(({ entry }) => entry.value as Figure | Record<string, number>);
  const isTable = (value: Figure | Record<string, number>): value is Record<string, number> =>
    typeof value === "object";
  const all = tables.flatMap((value): Figure[] => (isTable(value) ? Object.values(value) : [value as Figure]));
  const figures = (option: string) =>
    tables.flatMap((value): Figure[] =>
      !isTable(value) ? [value as Figure] : Object.hasOwn(value, option) ? [value[option] as number] : [],
    );
  const rows = new Map<string, { in: string[]; values: Figure[] }>();
  for (const option of new Set(tables.flatMap((value) => (isTable(value) ? Object.keys(value) : [])))) {
    const values = figures(option);
    const same = rows.get(values.join(" ")) ?? { in: [], values };
    rows.set(values.join(" "), { ...same, in: [...same.in, option] });
  }
  const cases: Case[] = [...rows.values()].map((row) => ({
    when: oneOf(key, row.in),
    then: amongAll(row.values, test),
  }));
  // What stands in no row of the table has a figure only where there is no table.
  const beyond: Case = { when: { kind: "given", held: key }, then: amongAll(figures(""), test) };
  return choose([...cases, beyond], amongAll(all, test));
}

function amongAll(values: readonly Figure[], test: (compared: Compared) => Truth): Truth {
  const sorted = [...values].sort((left, right) => order(left, right));
  const [min, max] = [sorted[0], sorted.at(-1)];
  return min === undefined || max === undefined ? unknown : test({ kind: "figures", min, max });
}

const isDay = (value: Figure): value is string => typeof value === "string" && value.includes("-");

const order = (left: Figure, right: Figure): number =>
  isDay(left) || isDay(right)
    ? left < right
      ? -1
      : left > right
        ? 1
        : 0
    : compare(toFraction(left), toFraction(right));
