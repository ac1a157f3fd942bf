import { listAt, type Scope, withName } from "../../facts/scope.ts";
import {
  agreed,
  all,
  any,
  type Expression,
  known,
  type Level,
  not,
  pair,
  satisfied,
  unknown,
  unsatisfied,
} from "../expression.ts";

/** Lists about whose entries nothing is said, for which `item` and `it` stand. */
interface Names {
  item?: string;
  it?: string;
}

/**
 * What an expression comes to for companies of which no list of entries is given: what is read of entries is the same
 * for all of them and is worked out, so that tests of the company's own facts remain, and what has to be asked of the
 * readable evaluator company by company.
 *
 * @param blank a scope of a profile that says nothing.
 */
export function withoutEntries(blank: Scope): (expression: Expression) => Expression {
  const found = new Map<string, Expression>();

  function within(expression: Expression, names: Names): Expression {
    const key = [expression.key, names.item, names.it].join(" ");
    const before = found.get(key);
    if (before !== undefined) return before;
    const worked = workedOut(expression, names);
    found.set(key, worked);
    return worked;
  }

  const scopeOfNames = ({ item, it }: Names): Scope =>
    Object.entries({ item, it }).reduce(
      (scope, [name, list]) => (list === undefined ? scope : withName(scope, name, listAt(blank, list).unlisted)),
      blank,
    );

  function workedOut(expression: Expression, names: Names): Expression {
    const inside = (part: Expression): Expression => within(part, names);
    switch (expression.op) {
      case "known":
      case "includes":
        return expression;
      case "test":
        return expression.root === "profile" ? expression : known(expression.test.ask(scopeOfNames(names)) as Level);
      case "keyed":
        return expression.root === "profile"
          ? expression
          : known(expression.testFor(0).ask(scopeOfNames(names)) as Level);
      case "all":
        return all(expression.parts.map(inside));
      case "any":
        return any(expression.parts.map(inside));
      case "not":
        return not(inside(expression.part));
      case "match":
        return matched(expression, names);
      case "between":
      case "firstDecided":
      case "given":
        return pair(expression.op, expression.parts.map(inside) as [Expression, Expression]);
      case "some":
        if (listAt(blank, expression.entries.path).complete) return known(unsatisfied);
        // What is not listed may be the case, unless it is not whatever it is.
        return all([within(expression.part, { ...names, [expression.root]: expression.entries.path }), known(unknown)]);
      case "every":
        return known(listAt(blank, expression.entries.path).complete ? satisfied : unknown);
      case "ofList":
        return known(expression.part.ask(blank));
      case "listedOrNot":
        return inside(expression.parts[1]);
      case "shared":
        return within(expression.part, {});
      case "ask":
        return asked(expression, names);
    }
  }

  function matched(expression: Extract<Expression, { op: "match" }>, names: Names): Expression {
    const { choice, root, agreeing } = expression;
    const parts = expression.parts.map((part) => within(part, names));
    if (root !== "profile") {
      const chosen = choice.ask(scopeOfNames(names));
      return parts[chosen] ?? agreed(parts.slice(0, agreeing));
    }
    const key = `match(${choice.id},${agreeing},${parts.map((part) => part.key).join(",")})`;
    return { ...expression, key, readsEntry: false, parts };
  }

  function asked(expression: Extract<Expression, { op: "ask" }>, names: Names): Expression {
    if (expression.reads === "entry") return known(expression.ask(scopeOfNames(names)));
    if (expression.reads === "company") return expression;
    const ask = (scope: Scope): Level =>
      expression.ask(
        Object.entries(names).reduce(
          (named, [name, list]) => withName(named, name, listAt(scope, list).unlisted),
          scope,
        ),
      );
    return { ...expression, key: [expression.key, names.item, names.it].join(" "), readsEntry: false, ask };
  }

  return (expression) => within(expression, {});
}
