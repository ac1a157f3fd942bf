import { operatorOf } from "../engine/comparisons.ts";
import { inForce } from "../engine/dated.ts";
import { evaluate, statedBy } from "../engine/evaluate.ts";
import { figuresOf } from "../engine/operand.ts";
import { entryOf, type Node, type Scalar } from "../facts/fact.ts";
import { factAt, listAt, nodeAt, partyAt, type Scope, withName } from "../facts/scope.ts";
import { addDays, addYears } from "../normalize/calendar.ts";
import type { Condition } from "../schema/condition.ts";
import type { Definition, FactEntry } from "../schema/law.ts";
import { all, any, type Expression, known, levelOf, not, pair, type Root, unknown } from "./expression.ts";
import type { Vocabularies } from "./vocabularies.ts";

type FactTest = Extract<Condition, { fact: string }>;

/** What the names in a condition stand for: lists whose entry is meant, and whether `self` is the company. */
export interface Names {
  item?: string;
  it?: string;
  self?: true;
}

/** Conditions as expressions of one day. What has no cells (sums, other parties, other days) is asked of `evaluate`. */
export function translator(words: Vocabularies, blank: Scope) {
  const { law } = blank;
  const definitions = new Map<string, Expression>();

  function translate(condition: Condition, names: Names): Expression {
    if (typeof condition === "boolean") return known(condition ? 2 : 0);
    if ("fact" in condition) return factTest(condition, names);
    if ("all" in condition) return all(condition.all.map((each) => translate(each, names)));
    if ("any" in condition) return any(condition.any.map((each) => translate(each, names)));
    if ("not" in condition) return not(translate(condition.not, names));
    if ("sufficient" in condition)
      return pair("between", [translate(condition.sufficient, names), translate(condition.necessary, names)]);
    if ("match" in condition) return branches(condition, names);
    if ("definition" in condition) {
      const { definition, of = "company", on } = condition;
      const isOfCompany = of === "company" || (of === "self" && names.self === true);
      return isOfCompany && on === undefined ? defined(definition) : asked(condition, names);
    }
    if ("some" in condition)
      return overEntries("some", condition.some, condition.where, names) ?? asked(condition, names);
    if ("every" in condition)
      return overEntries("every", condition.every, condition.where, names) ?? asked(condition, names);
    return asked(condition, names);
  }

  /** One reading at most is in force on one day. */
  function defined(id: string): Expression {
    const before = definitions.get(id);
    if (before !== undefined) return before;
    const definition = law.definitions[id] as Definition;
    const [reading] = inForce(definition.terms, blank.on).readings;
    const plain = reading === undefined ? known(unknown) : translate(reading.entry.condition, { self: true });
    const expression = words.shared(definition.declared === undefined ? plain : weighed(plain, definition.declared));
    definitions.set(id, expression);
    return expression;
  }

  function weighed(plain: Expression, declared: NonNullable<Definition["declared"]>): Expression {
    const path = declared.fact.replace(/^self\./, "company.");
    const field = words.field("profile", path);
    if (field === undefined) return plain;
    for (const value of [...declared.satisfiedBy, ...declared.unsatisfiedBy]) field.mark(value);
    const stated = words.test("profile", field, `stated ${JSON.stringify(declared)}`, (scope) =>
      levelOf(statedBy(declared, factAt(scope, path))),
    );
    const counted =
      declared.when === undefined ? stated : pair("given", [translate(declared.when, { self: true }), stated]);
    return pair("firstDecided", [plain, counted]);
  }

  function factTest(test: FactTest, names: Names): Expression {
    const operator = operatorOf(test);
    const { root, path, field, entry } = place(test.fact, names);
    if (operator === "includesAny") {
      if (root !== "profile" || entry?.type !== "options") return asked(test, names);
      return words.includes(path, test.includesAny ?? []);
    }
    if (
      field === undefined ||
      entry === undefined ||
      !["yen", "count", "share", "date", "option", "boolean", "text"].includes(entry.type)
    )
      return asked(test, names);
    const read = { ...test, fact: path };
    if (operator === "is" || operator === "in") {
      for (const value of operator === "is" ? [test.is] : (test.in ?? [])) field.mark(value as Scalar);
      return words.test(root, field, JSON.stringify(read), (scope) => levelOf(evaluate(read, scope).outcome));
    }
    const operand = test[operator];
    if (typeof operand === "object" && "fact" in operand) return asked(test, names);
    const figures = figuresOf(operand as never, blank);
    for (const value of figures.values.flatMap((figure) => boundaries(operator, figure))) field.mark(value);
    const by = typeof operand === "object" && "by" in operand ? operand.by : undefined;
    if (by === undefined)
      return words.test(root, field, JSON.stringify(read), (scope) => levelOf(evaluate(read, scope).outcome));
    const key = place(by, names);
    if (key.root !== root || key.field === undefined || key.entry?.type !== "option") return asked(test, names);
    for (const option of Object.keys(key.entry.options ?? {})) key.field.mark(option);
    const keyed = { ...read, [operator]: { ...(operand as object), by: key.path } } as FactTest;
    return words.keyed(root, field, key.field, JSON.stringify(keyed), (scope) =>
      levelOf(evaluate(keyed, scope).outcome),
    );
  }

  /** The days next to the one on which an age changes what it comes to; one too many does no harm. */
  function boundaries(operator: string, figure: Scalar): Scalar[] {
    if (operator !== "fewerThanYears" && operator !== "fewerThanDays") return [figure];
    const back = operator === "fewerThanYears" ? addYears : addDays;
    const day = back(blank.asOf, -Number(figure));
    return [-2, -1, 0, 1, 2].map((days) => addDays(day, days));
  }

  function branches({ match, cases, otherwise }: Extract<Condition, { match: string }>, names: Names): Expression {
    const { root, field, path, entry } = place(match, names);
    if (field === undefined || entry?.type !== "option") {
      return asked({ match, cases, ...(otherwise === undefined ? {} : { otherwise }) }, names);
    }
    for (const value of cases.flatMap((each) => each.in)) field.mark(value);
    const choice = words.choice(root, field, JSON.stringify([path, cases.map((each) => each.in)]), (scope) => {
      const { known } = factAt(scope, path);
      if (known.kind !== "exact") return cases.length + 1;
      const found = cases.findIndex((each) => each.in.includes(String(known.value)));
      return found === -1 ? cases.length : found;
    });
    const parts = [...cases.map((each) => each.then), otherwise ?? false].map((each) => translate(each, names));
    const agreeing = otherwise === undefined ? cases.length : cases.length + 1;
    if (parts.slice(0, agreeing).every((part) => part.key === parts[0]?.key) && agreeing === parts.length)
      return parts[0] as Expression;
    const key = `match(${root}.${choice.id},${agreeing},${parts.map((part) => part.key).join(",")})`;
    const readsEntry = root !== "profile" || parts.some((part) => part.readsEntry);
    return { key, readsEntry, op: "match", choice, root, parts, agreeing };
  }

  function overEntries(op: "some" | "every", list: string, where: Condition, names: Names): Expression | undefined {
    const { root, path } = place(list, names);
    if (root !== "profile" || names.it !== undefined) return undefined;
    const part = translate(where, { ...names, it: path });
    return words.overEntries(op, path, "it", part);
  }

  /** Where a path of a condition leads: to the company's facts, or to those of an entry. */
  function place(
    path: string,
    names: Names,
  ): { root: Root; path: string; field: ReturnType<Vocabularies["field"]>; entry: FactEntry | undefined } {
    const [first = ""] = path.split(".");
    if (first === "item" || first === "it") {
      const list = names[first];
      const node = list === undefined ? undefined : nodeAt(withName(blank, first, listAt(blank, list).unlisted), path);
      const rest = path.slice(first.length + 1);
      const field = list === undefined ? undefined : words.field(list, rest);
      return { root: first, path, field, entry: node && entryOf(law.facts, node) };
    }
    const own = first === "self" && names.self === true ? `company${path.slice(4)}` : path;
    const isOfCompany = first !== "self" || names.self === true;
    const field = isOfCompany && own !== "asOf" ? words.field("profile", own) : undefined;
    return {
      root: "profile",
      path: own,
      field,
      entry: isOfCompany ? entryOf(law.facts, nodeAt(blank, own)) : undefined,
    };
  }

  function asked(condition: Condition, names: Names): Expression {
    const reads = JSON.stringify(condition);
    const readsEntry = (["item", "it"] as const).some(
      (name) => names[name] !== undefined && reads.includes(`"${name}`),
    );
    const company: (scope: Scope) => Node = (scope) => partyAt(scope, "company");
    return words.ask(readsEntry, `${names.self ? "self " : ""}${reads}`, (scope) => {
      const named = names.self === true ? withName(scope, "self", company(scope)) : scope;
      return levelOf(evaluate(condition, named).outcome);
    });
  }

  return translate;
}
