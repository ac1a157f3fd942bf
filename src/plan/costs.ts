import { expensesOf } from "../amount/expenses.ts";
import { spanOf } from "../amount/reads.ts";
import { type Amount, sumOf, toInterval } from "../amount/yen.ts";
import type { Node } from "../facts/fact.ts";
import { factAt, listAt, type Scope, withName } from "../facts/scope.ts";
import type { Interval } from "../schema/assessment.ts";
import type { Subsidy } from "../schema/benefit.ts";

export type Expense = NonNullable<Subsidy["expense"]>;

export const expensePath = ({ fact, each }: Expense): string => fact ?? each ?? "";

/**
 * What an expense belongs to: the total of a project and the costs of its members are one expense, which is funded once.
 */
export function expenseOwner(expense: Expense): string {
  const path = expensePath(expense);
  return path.includes(".") ? path.slice(0, path.lastIndexOf(".")) : path;
}

/** What an entry costs, whatever kinds a measure pays for; null where that is not said. */
export function costOfEntry(scope: Scope, entry: Node): Interval | null {
  const inner = withName(scope, "item", entry);
  const items = listAt(inner, "item.costs");
  if (!items.known) return stated([spanOf(factAt(inner, "item.cost"))], true);
  return stated(
    items.entries.map((each) => spanOf(factAt(withName(inner, "it", each), "it.yen"))),
    items.complete,
  );
}

export function costOfExpense(scope: Scope, expense: Expense): Interval | null {
  const { entries, open } = expensesOf(expense, scope);
  return stated(
    entries.flatMap((each) => each.expense ?? []),
    !open,
  );
}

/** Of which nothing is known, that is not stated. */
function stated(amounts: readonly Amount[], complete: boolean): Interval | null {
  const { min, max } = toInterval(sumOf(amounts));
  const yen = { min, max: complete ? max : null };
  return (yen.min === 0 && yen.max === null) || amounts.length === 0 ? null : yen;
}
