import { put } from "../../columns/columns.ts";
import { type Scope, scopeOf } from "../../facts/scope.ts";
import type { Prepared } from "../compile.ts";
import { type Ask, agreed, type Expression, type Level, type Test } from "../expression.ts";
import type { Field } from "../field.ts";

/** Some cells of a fact, as bitmaps of which the exclusive or is taken; made anew when cells were met since. */
export interface Choice {
  met: number;
  bitmaps: number[];
}

/** What the cell of a fact comes to. */
type Outcome = (cell: number) => number;

export type Rule =
  | { op: "known"; level: Level }
  | { op: "test"; field: Field; outcome: Outcome; certain: Choice; open: Choice }
  | { op: "includes"; options: number; members: readonly number[]; bitmaps?: readonly number[] }
  | { op: "all"; parts: readonly Node[] }
  | { op: "any"; parts: readonly Node[] }
  | { op: "between" | "firstDecided" | "given"; parts: readonly [Node, Node] }
  | { op: "not"; part: Node }
  /** The part that the cell of a fact names; for each part, the cells that do. */
  | {
      op: "select";
      field: Field;
      outcome: Outcome;
      parts: readonly Node[];
      chosen: readonly Choice[];
      /** The bitmap of those for whom the part that is looked at is chosen. */
      chosenHere: number;
    }
  | { op: "ask"; ask: Ask; asked: number };

/** An expression for many companies at once: a bitmap of those for whom it is certain, one of those for whom it may be. */
export interface Node {
  rule: Rule;
  /** The first of two bitmaps to work in. */
  own: number;
  /** Where they stand: in its own bitmaps, or in one that is what it comes to. */
  certain: number;
  possible: number;
  /** The block of companies that they were last worked out for. */
  block: number;
  /** Whether it may be for anybody in it. */
  isPossible: boolean;
  /** Whether somebody has to be asked. */
  asks: boolean;
}

/** Where bitmaps stand, by number. */
export class Room {
  taken = 0;

  /** @returns the first of so many bitmaps. */
  take(bitmaps: number): number {
    this.taken += bitmaps;
    return this.taken - bitmaps;
  }
}

/** Expressions that read no entries as nodes; equal ones are one node. `met` has a value of each cell met, by slot. */
export function nodesOf(
  { words, blank }: Prepared,
  met: readonly ReadonlyMap<number, unknown>[],
  room: Room,
): (expression: Expression) => Node {
  const nodes = new Map<string, Node>();
  const paths = [...words.company.keys()];

  /** A company of which nothing is known but what lies in these cells. */
  function scopeIn(cells: readonly [Field, number][]): Scope {
    const profile = {};
    for (const [{ slot }, cell] of cells) {
      const value = met[slot]?.get(cell);
      if (value !== undefined) put(profile, paths[slot] as string, value);
    }
    return scopeOf(profile, blank.law, blank.asOf);
  }

  function node(key: string, rule: () => Rule): Node {
    const before = nodes.get(key);
    if (before !== undefined) return before;
    const made = rule();
    const asks = made.op === "ask" || partsOf(made).some((part) => part.asks);
    const own = room.take(2);
    const worked = { rule: made, own, certain: own, possible: own + 1, block: -1, isPossible: false, asks };
    nodes.set(key, worked);
    return worked;
  }

  const nodeOf = (expression: Expression): Node => node(expression.key, () => ruleOf(expression));

  /** A test of one fact, for companies that are in the same cells of others. */
  const testRule = ({ field, ask }: Test, others: readonly [Field, number][] = []): Rule => ({
    op: "test",
    field,
    outcome: remembered((cell) => ask(scopeIn([...others, [field, cell]]))),
    certain: noneYet(),
    open: noneYet(),
  });

  const selection = (field: Field, outcome: Outcome, parts: readonly Node[]): Rule => ({
    op: "select",
    field,
    outcome,
    parts,
    chosen: parts.map(noneYet),
    chosenHere: room.take(1),
  });

  function ruleOf(expression: Expression): Rule {
    switch (expression.op) {
      case "known":
        return { op: "known", level: expression.level };
      case "test":
        return testRule(expression.test);
      case "keyed": {
        const { by, testFor, key } = expression;
        const rows = Array.from({ length: by.size }, (_, cell) =>
          node(`${key} in ${cell}`, () => testRule(testFor(cell), [[by, cell]])),
        );
        return selection(by, (cell) => cell, rows);
      }
      case "includes":
        return { op: "includes", options: expression.options.id, members: expression.members };
      case "all":
        return { op: "all", parts: inOrderOfEffort(expression.parts).map(nodeOf) };
      case "any":
        return { op: "any", parts: expression.parts.map(nodeOf) };
      case "between":
      case "firstDecided":
      case "given":
        return { op: expression.op, parts: [nodeOf(expression.parts[0]), nodeOf(expression.parts[1])] };
      case "not":
        return { op: "not", part: nodeOf(expression.part) };
      case "match": {
        const { choice, parts, agreeing } = expression;
        const branches = [...parts, agreed(parts.slice(0, agreeing))];
        const outcome = (cell: number) => Math.min(choice.ask(scopeIn([[choice.field, cell]])), parts.length);
        return selection(choice.field, remembered(outcome), branches.map(nodeOf));
      }
      case "ask":
        return { op: "ask", ask: expression.ask, asked: room.take(1) };
      default:
        throw new Error(`${expression.op} reads entries`);
    }
  }

  return nodeOf;
}

const noneYet = (): Choice => ({ met: 0, bitmaps: [] });

const partsOf = (rule: Rule): readonly Node[] => ("parts" in rule ? rule.parts : "part" in rule ? [rule.part] : []);

/** What an outcome is asked for once. */
function remembered(outcome: Outcome): Outcome {
  const known = new Map<number, number>();
  return (cell) => {
    const found = known.get(cell) ?? outcome(cell);
    known.set(cell, found);
    return found;
  };
}

/** What rules out most for least comes first, what has to be asked last. */
const inOrderOfEffort = (parts: readonly Expression[]): Expression[] =>
  [...parts].sort((left, right) => effort(left) - effort(right));

const asking = 1000;

function effort(expression: Expression): number {
  if (expression.op === "test" || expression.op === "known") return 1;
  if (expression.op === "ask") return asking;
  if ("part" in expression) return 1 + effort(expression.part);
  return "parts" in expression ? expression.parts.reduce((sum, part) => sum + effort(part), 1) : 2;
}
