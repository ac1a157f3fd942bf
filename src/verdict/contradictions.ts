import { evaluate } from "../engine/evaluate.ts";
import type { Leaf } from "../engine/finding.ts";
import { type Issue, issue } from "../errors.ts";
import type { Scope } from "../facts/scope.ts";

/** Conclusions that the company states and its own figures contradict. The figures were used; this says so, once each. */
export function contradictedBy(scope: Scope, decided: readonly Leaf[]): Issue[] {
  const definitions = Object.values(scope.law.definitions).filter(({ declared }) => declared !== undefined);
  const ofCompany = definitions.flatMap(({ id }) => evaluate({ definition: id }, scope).leaves.filter(isFigure));
  const found = new Map<string, Issue>();
  const said = [...decided, ...ofCompany].flatMap(({ contradicts }) => contradicts ?? []);
  // Several definitions may contradict one statement; whichever is read first, the same one is named.
  for (const { path, declared, definition } of said.sort((left, right) =>
    left.definition < right.definition ? 1 : -1,
  )) {
    found.set(path, issue(path, "declared-against-numbers", { declared: String(declared), definition }));
  }
  return [...found.values()];
}

/** That a cooperative is no company contradicts nobody; a staff of 400 does. */
const isFigure = ({ operator }: Leaf): boolean => !["in", "notIn", "is"].includes(operator);
