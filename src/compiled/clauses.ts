import type { Cells } from "./cells.ts";
import type { Code } from "./code.ts";
import { type Expression, not } from "./expression.ts";
import { notAsked, type Run } from "./run.ts";

/** A test of the company, or its contrary, or one of a list of options. */
export type Literal = Extract<Expression, { op: "test" | "not" | "includes" }>;

const notRemembered = -1;

/** More clauses than this cost more than the code itself. */
const most = 12;

/** Conditions of which all must hold, each that one of some literals holds; none if they are too many. */
export function clausesOf(expression: Expression, negated = false): Literal[][] | undefined {
  if (expression.op === "not") return clausesOf(expression.part, !negated);
  if (expression.op === "test" && expression.root === "profile")
    return [[negated ? (not(expression) as Literal) : expression]];
  if (expression.op === "includes" && !negated) return [[expression]];
  if (expression.op !== "all" && expression.op !== "any") return undefined;
  const parts: Literal[][][] = [];
  for (const each of expression.parts) {
    const part = clausesOf(each, negated);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  if ((expression.op === "all") !== negated) return within(parts.flat());
  // One of several holds: one clause for each choice of a clause from every part.
  return parts.reduce<Literal[][] | undefined>(
    (chosen, part) => chosen && within(chosen.flatMap((left) => part.map((right) => [...left, ...right]))),
    [[]],
  );
}

const within = (clauses: Literal[][]): Literal[][] | undefined => (clauses.length > most ? undefined : clauses);

/**
 * Conditions in clauses, as numbers in one array without anything to follow: what most measures leave to be looked at.
 * A condition that does not come in few clauses is walked as code. Both come to the same, for the least of the greatest
 * may be spread out without changing it, also where something is not known.
 */
export class Clauses {
  readonly #numbers: number[] = [];
  readonly #starts: number[] = [];

  constructor(conditions: readonly Expression[], code: Code) {
    for (const condition of conditions) {
      this.#starts.push(this.#numbers.length);
      const clauses = clausesOf(condition);
      if (clauses === undefined) this.#numbers.push(-1, code.place(condition));
      else this.#numbers.push(clauses.length, ...clauses.flatMap((clause) => this.#clause(clause, code)));
    }
  }

  /** Of each literal: where its outcomes begin and its slot, turned where it is negated; then where it stands. */
  #clause(literals: readonly Literal[], code: Code): number[] {
    const written = literals.flatMap((each) => {
      if (each.op === "includes") return [notRemembered, 0, code.place(each)];
      const place = code.place(each.op === "not" ? each.part : each);
      const [, start, slot] = code.numbers.slice(place, place + 3) as [number, number, number];
      return [start, each.op === "not" ? ~slot : slot, place];
    });
    return [literals.length, ...written];
  }

  /** The level of each condition, by its number. */
  reader(cells: Cells, { remembered, level }: Run): (condition: number) => number {
    const numbers = Int32Array.from(this.#numbers);
    const starts = Int32Array.from(this.#starts);
    const { company } = cells;

    function literal(at: number): number {
      const start = numbers[at] as number;
      const turned = numbers[at + 1] as number;
      const slot = turned < 0 ? ~turned : turned;
      // A range is no cell that outcomes are remembered for.
      const known =
        start === notRemembered || cells.hasRanges ? notAsked : remembered[start + (company[slot] as number)];
      const found = known === notAsked ? level(numbers[at + 2] as number) : (known as number);
      return turned < 0 ? 2 - found : found;
    }

    return (condition) => {
      let at = starts[condition] as number;
      const clauses = numbers[at] as number;
      if (clauses === -1) return level(numbers[at + 1] as number);
      at += 1;
      let least = 2;
      for (let clause = 0; clause < clauses; clause += 1) {
        const end = at + 1 + 3 * (numbers[at] as number);
        let greatest = 0;
        for (at += 1; at < end && greatest !== 2; at += 3) {
          const found = literal(at);
          if (found > greatest) greatest = found;
        }
        if (greatest === 0) return 0;
        if (greatest < least) least = greatest;
        at = end;
      }
      return least;
    };
  }
}
