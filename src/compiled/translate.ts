import { operatorOf } from "../engine/comparisons.ts";
import { inForce } from "../engine/dated.ts";
import { evaluate, statedBy } from "../engine/evaluate.ts";
import { figuresOf } from "../engine/operand.ts";
import { type Days, showDays } from "../facts/days.ts";
import { entryOf, type Scalar } from "../facts/fact.ts";
import { factAt, listAt, nodeAt, partyAt, type Scope, withName } from "../facts/scope.ts";
import { addDays, addYears } from "../normalize/calendar.ts";
import type { Condition, Operand } from "../schema/condition.ts";
import type { Definition, FactEntry } from "../schema/law.ts";
import {
  type Ask,
  agreed,
  all,
  any,
  type Expression,
  known,
  levelOf,
  not,
  pair,
  type Root,
  unknown,
} from "./expression.ts";
import type { Field } from "./field.ts";
import type { Vocabularies } from "./vocabularies.ts";

type FactTest = Extract<Condition, { fact: string }>;

/** What a condition is read with: lists whose entry a name stands for, the party that is asked, the days. */
export interface Reading {
  item?: string;
  it?: string;
  self?: "company" | "item" | "it";
  on: Days;
}

/** Conditions as expressions of some days. What has no cells (sums, lists of entries, other days) is asked of `evaluate`. */
export function translator(words: Vocabularies, blank: Scope) {
  const { law } = blank;
  const definitions = new Map<string, Expression>();

  function translate(condition: Condition, reading: Reading): Expression {
    if (typeof condition === "boolean") return known(condition ? 2 : 0);
    if ("fact" in condition) return factTest(condition, reading);
    if ("all" in condition) return all(condition.all.map((each) => translate(each, reading)));
    if ("any" in condition) return any(condition.any.map((each) => translate(each, reading)));
    if ("not" in condition) return not(translate(condition.not, reading));
    if ("sufficient" in condition)
      return pair("between", [translate(condition.sufficient, reading), translate(condition.necessary, reading)]);
    if ("match" in condition) return branches(condition, reading);
    if ("definition" in condition) {
      const { definition, of = "company", on } = condition;
      const party = of === "self" ? reading.self : of;
      const isNear = party === "company" || party === "item" || party === "it";
      return isNear && on === undefined ? defined(definition, party, reading) : asked(condition, reading);
    }
    if ("some" in condition)
      return overEntries("some", condition.some, condition.where, reading) ?? asked(condition, reading);
    if ("every" in condition)
      return overEntries("every", condition.every, condition.where, reading) ?? asked(condition, reading);
    return aggregate(condition, reading);
  }

  function defined(id: string, self: "company" | "item" | "it", reading: Reading): Expression {
    const { on } = reading;
    const list = self === "company" ? {} : { [self]: reading[self] };
    const key = [id, self, reading[self as "it"], showDays(on)].join(" ");
    const before = definitions.get(key);
    if (before !== undefined) return before;
    const { terms, declared } = law.definitions[id] as Definition;
    const { readings, before: early, gap } = inForce(terms, on);
    const plain = agreed([
      ...readings.map(({ entry, days }) => translate(entry.condition, { ...list, self, on: days })),
      ...(early || gap ? [known(unknown)] : []),
    ]);
    const whole = declared === undefined ? plain : weighed(plain, declared, { ...list, self, on });
    const expression = self === "company" ? words.shared(whole) : whole;
    definitions.set(key, expression);
    return expression;
  }

  function weighed(plain: Expression, declared: NonNullable<Definition["declared"]>, reading: Reading): Expression {
    const { root, path, field } = place(declared.fact, reading);
    if (field === undefined) return pair("firstDecided", [plain, known(unknown)]);
    for (const value of [...declared.satisfiedBy, ...declared.unsatisfiedBy]) field.mark(value);
    const stated = words.test(root, field, `stated ${JSON.stringify([path, declared])}`, (scope) =>
      levelOf(statedBy(declared, factAt(scope, path))),
    );
    const counted = declared.when === undefined ? stated : pair("given", [translate(declared.when, reading), stated]);
    return pair("firstDecided", [plain, counted]);
  }

  function factTest(test: FactTest, reading: Reading): Expression {
    const operator = operatorOf(test);
    const { root, path, field, entry } = place(test.fact, reading);
    if (operator === "includesAny") {
      if (root !== "profile" || entry?.type !== "options") return asked(test, reading);
      return words.includes(path, test.includesAny ?? []);
    }
    if (field === undefined) return asked(test, reading);
    const read = { ...test, fact: path };
    const { on } = reading;
    if (operator === "is" || operator === "in") {
      for (const value of operator === "is" ? [test.is] : (test.in ?? [])) field.mark(value as Scalar);
      return words.test(root, field, JSON.stringify(read), answer(read, on));
    }
    const operand = test[operator] as Operand;
    if (typeof operand === "object" && "fact" in operand) return asked(test, reading);
    const figures = figuresOf(operand, { ...blank, on });
    for (const value of figures.values.flatMap((figure) => boundaries(operator, figure, on))) field.mark(value);
    const by = typeof operand === "object" ? operand.by : undefined;
    const key = `${showDays(on)} ${JSON.stringify(read)}`;
    if (by === undefined) return words.test(root, field, key, answer(read, on));
    const row = place(by, reading);
    if (row.root !== root || row.field === undefined || row.entry?.type !== "option") return asked(test, reading);
    for (const option of Object.keys(row.entry.options ?? {})) row.field.mark(option);
    const keyed = { ...read, [operator]: { ...(operand as object), by: row.path } } as FactTest;
    return words.keyed(root, field, row.field, key, answer(keyed, on));
  }

  const answer =
    (condition: Condition, on: Days): Ask =>
    (scope) =>
      levelOf(evaluate(condition, { ...scope, on }).outcome);

  /** The days next to those on which an age changes what it comes to; one too many does no harm. */
  function boundaries(operator: string, figure: Scalar, on: Days): Scalar[] {
    if (operator !== "fewerThanYears" && operator !== "fewerThanDays") return [figure];
    const back = operator === "fewerThanYears" ? addYears : addDays;
    return [on.min, on.max]
      .flatMap((day) => (day === undefined ? [] : [back(day, -Number(figure))]))
      .flatMap((day) => [-2, -1, 0, 1, 2].map((days) => addDays(day, days)));
  }

  function branches(condition: Extract<Condition, { match: string }>, reading: Reading): Expression {
    const { match, cases, otherwise } = condition;
    const { root, field, path } = place(match, reading);
    if (field === undefined) return asked(condition, reading);
    for (const value of cases.flatMap((each) => each.in)) field.mark(value);
    const choice = words.choice(root, field, JSON.stringify([path, cases.map((each) => each.in)]), (scope) => {
      const { known } = factAt(scope, path);
      if (known.kind !== "exact") return cases.length + 1;
      const found = cases.findIndex((each) => each.in.includes(String(known.value)));
      return found === -1 ? cases.length : found;
    });
    const parts = [...cases.map((each) => each.then), otherwise ?? false].map((each) => translate(each, reading));
    const agreeing = otherwise === undefined ? cases.length : cases.length + 1;
    const key = `match(${root}.${choice.id},${agreeing},${parts.map((part) => part.key).join(",")})`;
    const readsEntry = root !== "profile" || parts.some((part) => part.readsEntry);
    return { key, readsEntry, op: "match", choice, root, parts, agreeing };
  }

  function overEntries(op: "some" | "every", list: string, where: Condition, reading: Reading): Expression | undefined {
    const { root, path } = place(list, reading);
    if (root !== "profile" || reading.it !== undefined) return undefined;
    return words.overEntries(op, path, "it", translate(where, { ...reading, it: path }));
  }

  /** What an empty list comes to, it comes to for everybody. */
  function aggregate(condition: Extract<Condition, { sum: string } | { count: string }>, reading: Reading): Expression {
    const { root, path } = place("sum" in condition ? condition.sum : condition.count, reading);
    const asking = asked(condition, reading);
    const operand = condition[operatorOf(condition)];
    const isFixed = typeof operand !== "object" || ("parameter" in operand && operand.by === undefined);
    return root === "profile" && isFixed && asking.op === "ask" ? words.ofList(path, asking) : asking;
  }

  /** Where a path of a condition leads: to the company's facts, or to those of an entry. */
  function place(path: string, reading: Reading): Place {
    const [first = ""] = path.split(".");
    const root = first === "self" ? (reading.self ?? "other") : first;
    const own = first === "self" ? `${root}${path.slice(4)}` : path;
    if (root === "other" || root === "asOf") return { root: "profile", path };
    if (root !== "item" && root !== "it")
      return {
        root: "profile",
        path: own,
        field: words.field("profile", own),
        entry: entryOf(law.facts, nodeAt(blank, own)),
      };
    const list = reading[root];
    if (list === undefined) return { root, path: own };
    const node = nodeAt(withName(blank, root, listAt(blank, list).unlisted), own);
    return { root, path: own, field: words.field(list, own.slice(root.length + 1)), entry: entryOf(law.facts, node) };
  }

  function asked(condition: Condition, { item, it, self, on }: Reading): Expression {
    const text = JSON.stringify(condition);
    const names = (name: string) => text.includes(`"${name}.`) || text.includes(`"${name}"`);
    const ofSelf = self !== undefined && names("self") ? self : undefined;
    const readsEntry =
      (item !== undefined && (ofSelf === "item" || names("item"))) ||
      (it !== undefined && (ofSelf === "it" || names("it")));
    const reads = !readsEntry ? "company" : rootsIn(condition).some(isOfCompany) ? "both" : "entry";
    return words.ask(reads, [showDays(on), ofSelf, text].join(" "), (scope) => {
      const named = ofSelf === undefined ? scope : withName(scope, "self", partyAt(scope, ofSelf));
      return levelOf(evaluate(condition, { ...named, on }).outcome);
    });
  }

  /** The first names of the paths in a condition; those of its definitions too, for whom `self` is somebody else. */
  function rootsIn(condition: unknown, seen = new Set<string>()): string[] {
    if (typeof condition !== "object" || condition === null) return [];
    return Object.entries(condition).flatMap(([key, value]): string[] => {
      if (
        ["fact", "match", "some", "every", "sum", "count", "by", "of", "on"].includes(key) &&
        typeof value === "string"
      )
        return key === "of" && "sum" in condition ? [] : [value.split(".")[0] as string];
      if (key !== "definition") return rootsIn(value, seen);
      const ofCompany = "of" in condition ? [] : ["company"];
      if (seen.has(String(value))) return ofCompany;
      seen.add(String(value));
      const { terms, declared } = law.definitions[String(value)] as Definition;
      return [...ofCompany, ...rootsIn([terms.map((each) => each.condition), declared], seen)];
    });
  }

  return translate;
}

const isOfCompany = (root: string): boolean => !["item", "it", "self", "asOf"].includes(root);

interface Place {
  root: Root;
  path: string;
  field?: Field | undefined;
  entry?: FactEntry | undefined;
}
