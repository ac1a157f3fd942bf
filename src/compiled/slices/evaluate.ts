import type { Scope } from "../../facts/scope.ts";
import { type Bitmaps, words } from "./bitmaps.ts";
import type { Companies } from "./companies.ts";
import { logicIn } from "./logic.ts";
import type { Choice, Node, Rule } from "./nodes.ts";

/** A block of companies, as nodes are worked out for it. */
export interface Block {
  number: number;
  /** What the readable evaluator is asked of a company, by its place in the block. */
  scopeAt(place: number): Scope;
}

type Of<Op extends Rule["op"]> = Extract<Rule, { op: Op }>;

/**
 * Works out nodes for the companies of a block, 32 at a time. A node is worked out once for a block; one for which
 * somebody is asked, for those only for whom it can matter. `all` is the bitmap of everybody in the block.
 *
 * @returns whether a node is possible for anybody of those who are wanted.
 */
export function evaluator(
  memory: Int32Array,
  bitmaps: Bitmaps,
  { met }: Companies,
  all: number,
): (node: Node, wanted: number, block: Block) => boolean {
  const { and, or, clear, isAny, exclusiveOr, inclusiveOr, addWhere, without, pair } = logicIn(memory);

  function evaluate(node: Node, wanted: number, block: Block): boolean {
    if (node.block !== block.number || node.asks) {
      node.isPossible = work(node, wanted, block);
      node.block = block.number;
    }
    return node.isPossible;
  }

  function work(node: Node, wanted: number, block: Block): boolean {
    const { rule } = node;
    switch (rule.op) {
      case "known":
        known(node, rule);
        break;
      case "test":
        test(node, rule);
        break;
      case "includes":
        includes(node, rule);
        break;
      case "all":
        return everyPart(node, rule, wanted, block);
      case "any":
        somePart(node, rule, wanted, block);
        break;
      case "not":
        evaluate(rule.part, wanted, block);
        without(node.certain, all, rule.part.possible);
        without(node.possible, all, rule.part.certain);
        break;
      case "between":
      case "firstDecided":
      case "given": {
        const [first, second] = rule.parts;
        evaluate(first, wanted, block);
        evaluate(second, wanted, block);
        pair(rule.op, node, first, second, all);
        break;
      }
      case "select":
        select(node, rule, wanted, block);
        break;
      case "ask":
        ask(node, rule, wanted, block);
        break;
    }
    return isAny(node.possible);
  }

  function known(node: Node, { level }: Of<"known">): void {
    exclusiveOr(node.certain, level === 2 ? [all] : []);
    exclusiveOr(node.possible, level === 0 ? [] : [all]);
  }

  /** Makes a choice ready, anew if cells were met since. */
  function prepare(
    { field, outcome }: Of<"test" | "select">,
    choice: Choice,
    isChosen: (found: number) => boolean,
  ): readonly number[] {
    const cells = met[field.slot] as ReadonlyMap<number, unknown>;
    if (choice.met !== cells.size) {
      choice.bitmaps = bitmaps.choose(field, (cell) => (cells.has(cell) ? isChosen(outcome(cell)) : undefined));
      choice.met = cells.size;
    }
    bitmaps.make(field, choice);
    return choice.bitmaps;
  }

  function test(node: Node, rule: Of<"test">): void {
    node.certain = chosen(prepare(rule, rule.certain, isCertain), node.own);
    const open = prepare(rule, rule.open, isOpen);
    node.possible = open.length === 0 ? node.certain : chosen([node.certain, ...open], node.own + 1);
  }

  /** Where the bitmap of a choice stands: its only one, or the one that it is put into. */
  function chosen(choice: readonly number[], into: number): number {
    if (choice.length === 1) return choice[0] as number;
    exclusiveOr(into, choice);
    return into;
  }

  function includes(node: Node, rule: Of<"includes">): void {
    const { members, closed } = bitmaps.options(rule.options);
    rule.bitmaps ??= rule.members.map((member) => members + member);
    inclusiveOr(node.certain, rule.bitmaps);
    without(node.possible, all, closed);
    addWhere(node.possible, node.certain, all);
  }

  /** Whom one part rules out, no other brings back, so that nobody is asked about them any more. */
  function everyPart(node: Node, { parts }: Of<"all">, wanted: number, block: Block): boolean {
    let before = parts[0] as Node;
    let isPossible = evaluate(before, wanted, block);
    for (let index = 1; index < parts.length && isPossible; index += 1) {
      const part = parts[index] as Node;
      isPossible = evaluate(part, before.possible, block) && and(node, before, part);
      before = node;
    }
    if (!isPossible) {
      clear(node.certain);
      clear(node.possible);
    }
    return isPossible;
  }

  function somePart(node: Node, { parts }: Of<"any">, wanted: number, block: Block): void {
    let before = parts[0] as Node;
    evaluate(before, wanted, block);
    for (let index = 1; index < parts.length; index += 1) {
      const part = parts[index] as Node;
      evaluate(part, wanted, block);
      or(node, before, part);
      before = node;
    }
  }

  function select(node: Node, rule: Of<"select">, wanted: number, block: Block): void {
    clear(node.certain);
    clear(node.possible);
    for (let index = 0; index < rule.parts.length; index += 1) {
      const part = rule.parts[index] as Node;
      exclusiveOr(
        rule.chosenHere,
        prepare(rule, rule.chosen[index] as Choice, (found) => found === index),
      );
      if (!isAny(rule.chosenHere) || !evaluate(part, wanted, block)) continue;
      addWhere(node.certain, part.certain, rule.chosenHere);
      addWhere(node.possible, part.possible, rule.chosenHere);
    }
  }

  function ask(node: Node, rule: Of<"ask">, wanted: number, block: Block): void {
    if (node.block !== block.number) for (const bitmap of [node.certain, node.possible, rule.asked]) clear(bitmap);
    for (let word = 0; word < words; word += 1) {
      const asked = rule.asked * words + word;
      const open = (memory[wanted * words + word] as number) & ~(memory[asked] as number);
      for (let left = open; left !== 0; left &= left - 1) {
        const bit = left & -left;
        const level = rule.ask(block.scopeAt(word * 32 + 31 - Math.clz32(bit)));
        if (level !== 0) memory[node.possible * words + word] = (memory[node.possible * words + word] as number) | bit;
        if (level === 2) memory[node.certain * words + word] = (memory[node.certain * words + word] as number) | bit;
      }
      memory[asked] = (memory[asked] as number) | open;
    }
  }

  return evaluate;
}

const isCertain = (level: number): boolean => level === 2;
const isOpen = (level: number): boolean => level === 1;
