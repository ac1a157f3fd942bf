import type { Ask, Expression, Root, Test } from "./expression.ts";

/** What stands at the head of each node. The numbers after it are said beside it. */
export const operations = {
  known: 0, // level
  test: 1, // where its outcomes begin, slot, how many cells have one, test
  itemTest: 2,
  itTest: 3,
  keyed: 4, // where the outcomes of the first begin, slot, how many cells have one, first test, slot of the key
  itemKeyed: 5,
  itKeyed: 6,
  includes: 7, // options, first word of the mask
  all: 8, // how many, then where each stands
  any: 9,
  not: 10, // where
  match: 11, // as a test, then how many must agree while it is open, how many branches, where each stands
  itemMatch: 12,
  itMatch: 13,
  between: 14, // where, where
  firstDecided: 15,
  given: 16,
  someItem: 17, // entries, where
  someIt: 18,
  everyIt: 19,
  shared: 20, // which, where
  ask: 21, // which
  ofList: 22, // entries, where
  listedOrNot: 23, // where, where
} as const;

type Operation = keyof typeof operations;
const byRoot: Record<"test" | "keyed" | "match", Record<Root, Operation>> = {
  test: { profile: "test", item: "itemTest", it: "itTest" },
  keyed: { profile: "keyed", item: "itemKeyed", it: "itKeyed" },
  match: { profile: "match", item: "itemMatch", it: "itMatch" },
};

/** Expressions as numbers in one array, each written once. */
export class Code {
  readonly numbers: number[] = [];
  readonly masks: number[] = [];
  readonly asks: Ask[] = [];
  /** Tests whose outcomes are remembered, cell by cell, one test after the other. */
  readonly tests: Test[] = [];
  /** How many outcomes are remembered. */
  outcomes = 0;
  readonly #places = new Map<string, number>();

  /** Where the expression stands. */
  place(expression: Expression): number {
    const known = this.#places.get(expression.key);
    if (known !== undefined) return known;
    const node = this.#node(expression);
    const place = this.numbers.push(...node) - node.length;
    this.#places.set(expression.key, place);
    return place;
  }

  /** Room for what is remembered of tests of one fact. */
  #room(tests: readonly Test[], slot: number, cells: number): number[] {
    const room = [this.outcomes, slot, cells, this.tests.length];
    this.tests.push(...tests);
    this.outcomes += cells * tests.length;
    return room;
  }

  #roomOf = (test: Test): number[] => this.#room([test], test.field.slot, test.field.size);

  #node(expression: Expression): number[] {
    const { op } = expression;
    switch (op) {
      case "known":
        return [operations.known, expression.level];
      case "test":
        return [operations[byRoot.test[expression.root]], ...this.#roomOf(expression.test)];
      case "keyed": {
        const { by, testFor, root } = expression;
        const tests = Array.from({ length: by.size }, (_, cell) => testFor(cell));
        const { slot, size } = (tests[0] as Test).field;
        return [operations[byRoot.keyed[root]], ...this.#room(tests, slot, size), by.slot];
      }
      case "includes":
        return [
          operations.includes,
          expression.options.id,
          this.#mask(expression.options.values.size, expression.members),
        ];
      case "all":
      case "any":
        return [operations[op], expression.parts.length, ...expression.parts.map((part) => this.place(part))];
      case "not":
        return [operations.not, this.place(expression.part)];
      case "match": {
        const { choice, root, parts, agreeing } = expression;
        const places = parts.map((part) => this.place(part));
        return [operations[byRoot.match[root]], ...this.#roomOf(choice), agreeing, parts.length, ...places];
      }
      case "between":
      case "firstDecided":
      case "given":
      case "listedOrNot":
        return [operations[op], ...expression.parts.map((part) => this.place(part))];
      case "some":
      case "every": {
        const { entries, root, part } = expression;
        const operation = op === "every" ? "everyIt" : root === "item" ? "someItem" : "someIt";
        return [operations[operation], entries.id, this.place(part)];
      }
      case "ofList":
        return [operations.ofList, expression.entries.id, this.place(expression.part)];
      case "shared":
        return [operations.shared, expression.id, this.place(expression.part)];
      case "ask":
        this.asks[expression.id] = expression.ask;
        return [operations.ask, expression.id];
    }
  }

  #mask(values: number, members: readonly number[]): number {
    const words = Array.from({ length: Math.ceil(values / 32) }, () => 0);
    for (const member of members) words[member >> 5] = (words[member >> 5] as number) | (1 << (member & 31));
    return this.masks.push(...words) - words.length;
  }
}
