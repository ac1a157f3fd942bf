import type { Outcome } from "../engine/outcome.ts";
import type { Scope } from "../facts/scope.ts";
import type { Field } from "./field.ts";

/** Outcomes as numbers, in the order in which Kleene logic has them: `all` is the least, `any` the greatest. */
export type Level = 0 | 1 | 2;
const levels = { unsatisfied: 0, unknown: 1, satisfied: 2 } as const;
export const { unsatisfied, unknown, satisfied } = levels;

export const levelOf = (outcome: Outcome): Level => levels[outcome];

/** Asks the readable evaluator. Whatever is remembered of a test was said by it. */
export type Ask<T extends number = Level> = (scope: Scope) => T;

/** Whose facts are read: the company's, or those of the entry that a measure or a list test is about. */
export type Root = "profile" | "item" | "it";

/** Whose facts somebody who is asked reads. */
export type Reads = "company" | "entry" | "both";

/** A test of one fact: what was asked once for a cell holds for everybody in that cell. */
export interface Test {
  id: number;
  field: Field;
  ask: Ask<number>;
}

/** The entries of a list in the profile. */
export interface Entries {
  id: number;
  path: string;
  fields: Map<string, Field>;
}

/** A list of options, as a set of those that some test names. */
export interface Options {
  id: number;
  path: string;
  values: Map<string, number>;
}

/** A condition of a day and a catalog: everything but the company is worked out. Equal ones have equal keys. */
export type Expression = { key: string; readsEntry: boolean } & (
  | { op: "known"; level: Level }
  | { op: "test"; test: Test; root: Root }
  /** The test whose figure stands in the row of a table that another fact names: one for each cell of that fact. */
  | { op: "keyed"; by: Field; testFor(cell: number): Test; root: Root }
  | { op: "includes"; options: Options; members: number[] }
  | { op: "all" | "any"; parts: Expression[] }
  | { op: "not"; part: Expression }
  /** The branch that a test names; if it names none (that is, one more than there are), what all branches agree on. */
  | { op: "match"; choice: Test; root: Root; parts: Expression[]; agreeing: number }
  | { op: "between"; parts: [sufficient: Expression, necessary: Expression] }
  /** The first where it is decided, else the second. */
  | { op: "firstDecided"; parts: [Expression, Expression] }
  /** The second for whom the first holds; else unknown. */
  | { op: "given"; parts: [Expression, Expression] }
  | { op: "some" | "every"; entries: Entries; root: "item" | "it"; part: Expression }
  /** What is asked of a list, remembered for the empty one. */
  | { op: "ofList"; entries: Entries; part: Asked }
  /** The first for an entry that is listed, the second for what is not. */
  | { op: "listedOrNot"; entries: Entries; parts: [Expression, Expression] }
  /** Read by several: worked out once for a company. */
  | { op: "shared"; id: number; part: Expression }
  /** What has no cells is left to the readable evaluator. */
  | { op: "ask"; id: number; reads: Reads; ask: Ask }
);
export type Asked = Extract<Expression, { op: "ask" }>;

export const known = (level: Level): Expression => ({ key: `${level}`, readsEntry: false, op: "known", level });

/** `all` and `any` of no parts are satisfied and unsatisfied; nested ones become one; what is known falls away. */
function gathered(op: "all" | "any", given: readonly Expression[]): Expression {
  const neutral = op === "all" ? satisfied : unsatisfied;
  const deciding = op === "all" ? unsatisfied : satisfied;
  const flat = given.flatMap((each) => (each.op === op ? each.parts : [each]));
  const parts = [...new Map(flat.map((each) => [each.key, each])).values()].filter(
    (each) => each.op !== "known" || each.level !== neutral,
  );
  if (parts.some((each) => each.op === "known" && each.level === deciding)) return known(deciding);
  if (parts.length === 0) return known(neutral);
  if (parts.length === 1) return parts[0] as Expression;
  const key = `${op}(${parts.map((each) => each.key).join(",")})`;
  return { key, readsEntry: parts.some((each) => each.readsEntry), op, parts };
}

export const all = (parts: readonly Expression[]): Expression => gathered("all", parts);
export const any = (parts: readonly Expression[]): Expression => gathered("any", parts);

export function not(part: Expression): Expression {
  if (part.op === "known") return known((2 - part.level) as Level);
  if (part.op === "not") return part.part;
  return { key: `not(${part.key})`, readsEntry: part.readsEntry, op: "not", part };
}

/** What holds whichever of them is the case. */
export function agreed(parts: readonly Expression[]): Expression {
  const [first] = parts;
  if (first === undefined) return known(unknown);
  if (parts.every((each) => each.key === first.key)) return first;
  // As far as all hold it is satisfied, as far as none does it is not: between both it is open.
  return pair("between", [all(parts), any(parts)]);
}

export function pair(op: "between" | "firstDecided" | "given", parts: [Expression, Expression]): Expression {
  const [first, second] = parts;
  if (first.op === "known") {
    if (op === "given") return first.level === satisfied ? second : known(unknown);
    if (first.level === satisfied || (op === "firstDecided" && first.level === unsatisfied)) return first;
    if (op === "firstDecided") return second;
  }
  if (op === "between" && first.key === second.key) return first;
  const key = `${op}(${first.key},${second.key})`;
  return { key, readsEntry: first.readsEntry || second.readsEntry, op, parts };
}
