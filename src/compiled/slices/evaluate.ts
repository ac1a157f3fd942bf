import type { Scope } from "../../facts/scope.ts";
import { type Bitmaps, words } from "./bitmaps.ts";
import type { Companies } from "./companies.ts";
import { intoBoth, isAny, pairs } from "./logic.ts";
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
  const { and, or, fill, clear, exclusiveOr, without, addWhere } = intoBoth(memory);

  function evaluate(node: Node, wanted: number, block: Block): boolean {
    if (node.block !== block.number || node.asks) {
      work(node, wanted, block);
      node.isPossible = isAny(memory, node.possible);
      node.block = block.number;
    }
    return node.isPossible;
  }

  function work(node: Node, wanted: number, block: Block): void {
    const { rule } = node;
    switch (rule.op) {
      case "known":
        fill(node, rule.level === 2 ? all : undefined, rule.level === 0 ? undefined : all);
        break;
      case "test":
        test(node, rule);
        break;
      case "includes":
        includes(node, rule);
        break;
      case "all":
        everyPart(node, rule, wanted, block);
        break;
      case "any":
        fill(node, undefined, undefined);
        for (const part of rule.parts) if (evaluate(part, wanted, block)) or(node, part);
        break;
      case "not":
        evaluate(rule.part, wanted, block);
        without(node.certain, all, rule.part.possible);
        without(node.possible, all, rule.part.certain);
        break;
      case "between":
      case "firstDecided":
      case "given":
        for (const part of rule.parts) evaluate(part, wanted, block);
        pairs[rule.op](memory, node, rule.parts[0], rule.parts[1], all);
        break;
      case "select":
        select(node, rule, wanted, block);
        break;
      case "ask":
        ask(node, rule, wanted, block);
        break;
    }
  }

  /** Makes choices ready, anew if cells were met since. */
  function prepare(
    { field, outcome }: Of<"test" | "select">,
    choice: Choice,
    isChosen: (found: number) => boolean,
  ): void {
    const cells = met[field.slot] as ReadonlyMap<number, unknown>;
    if (choice.met !== cells.size) {
      choice.bitmaps = bitmaps.choose(field, (cell) => (cells.has(cell) ? isChosen(outcome(cell)) : undefined));
      choice.met = cells.size;
    }
    bitmaps.make(field, choice);
  }

  function test(node: Node, rule: Of<"test">): void {
    const [certain, possible] = rule.chosen;
    prepare(rule, certain, (level) => level === 2);
    prepare(rule, possible, (level) => level !== 0);
    exclusiveOr(node.certain, certain.bitmaps);
    exclusiveOr(node.possible, possible.bitmaps);
  }

  function includes(node: Node, rule: Of<"includes">): void {
    const { members, closed } = bitmaps.options(rule.options);
    fill(node, undefined, undefined);
    for (const member of rule.members) addWhere(node.certain, members + member, all);
    without(node.possible, all, closed);
    addWhere(node.possible, node.certain, all);
  }

  /** Whom one part rules out, no other brings back; outside those who are wanted anything may stand. */
  function everyPart(node: Node, { parts }: Of<"all">, wanted: number, block: Block): void {
    const start = node.asks ? wanted : all;
    fill(node, start, start);
    for (const part of parts) {
      if (evaluate(part, node.possible, block) && and(node, part)) continue;
      fill(node, undefined, undefined);
      break;
    }
  }

  function select(node: Node, rule: Of<"select">, wanted: number, block: Block): void {
    fill(node, undefined, undefined);
    rule.parts.forEach((part, index) => {
      const choice = rule.chosen[index] as Choice;
      prepare(rule, choice, (found) => found === index);
      exclusiveOr(rule.chosenHere, choice.bitmaps);
      if (!isAny(memory, rule.chosenHere) || !evaluate(part, wanted, block)) return;
      addWhere(node.certain, part.certain, rule.chosenHere);
      addWhere(node.possible, part.possible, rule.chosenHere);
    });
  }

  function ask(node: Node, rule: Of<"ask">, wanted: number, block: Block): void {
    if (node.block !== block.number) {
      fill(node, undefined, undefined);
      clear(rule.asked);
    }
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
