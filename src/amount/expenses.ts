import { factAt, listAt, type Scope, withName } from "../facts/scope.ts";
import type { Subsidy } from "../schema/benefit.ts";
import { spanOf } from "./reads.ts";
import type { Payable } from "./subsidy.ts";

/** The expense of a measure that is the company's: one figure, or the costs of a list's entries, year by year. */
export function expensesOf(
  { fact: path, each }: NonNullable<Subsidy["expense"]>,
  scope: Scope,
): { entries: Payable[]; open: boolean } {
  if (each === undefined) {
    const fact = factAt(scope, path ?? "");
    return { entries: [{ path: fact.path, scope, certain: true, expense: spanOf(fact) }], open: false };
  }
  const list = listAt(scope, each);
  const lists = list.entries.map((entry) => {
    const inner = withName(scope, "item", entry);
    return { inner, costs: listAt(inner, "item.costs") };
  });
  const entries = lists.flatMap(({ inner, costs }) =>
    costs.entries.map((cost): Payable => {
      const at = withName(inner, "it", cost);
      const year = factAt(at, "it.year").known;
      return {
        path: cost.path,
        scope: inner,
        certain: true,
        expense: spanOf(factAt(at, "it.yen")),
        projectYear: year.kind === "exact" ? Number(year.value) : undefined,
      };
    }),
  );
  return { entries, open: !list.complete || lists.some(({ costs }) => !costs.complete) };
}
