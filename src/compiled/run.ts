import type { Cells } from "./cells.ts";
import { type Code, operations as is } from "./code.ts";
import type { Level, Reads } from "./expression.ts";

/** Stands where no outcome is remembered. */
export const notAsked = 255;

/** What the code comes to for the profile that was read last. Starts anew with each profile. */
export interface Run {
  /** Before the first question about a profile. */
  begin(): void;
  level(at: number): Level;
  /** Outcomes of tests by cell, where the code says that they begin. */
  remembered: Uint8Array;
}

/** Walks the code. Outcomes of tests are remembered by cell; what is not remembered yet is asked of the evaluator. */
export function runner(code: Code, cells: Cells, sharedCount: number, reads: readonly Reads[]): Run {
  const numbers = Int32Array.from(code.numbers);
  const masks = Int32Array.from(code.masks);
  const { tests, asks } = code;
  const { company, sets } = cells;
  const outcomes = new Uint8Array(code.outcomes).fill(notAsked);
  const ofRanges = new Map<number, number>();
  /** What is asked of an entry about which nothing is said. */
  const ofBlanks = new Map<number, number>();
  const ofEmpty = new Map<number, number>();
  const sharedAt = new Int32Array(sharedCount);
  const sharedLevel = new Uint8Array(sharedCount);
  const askedAt = new Int32Array(asks.length);
  const askedLevel = new Uint8Array(asks.length);
  let profiles = 0;

  /** What a test came to for everybody in the cell; `row` counts on from the first of several tests of the fact. */
  function outcome(at: number, cell: number, row: number, item: number, it: number): number {
    const size = numbers[at + 3] as number;
    if (cell < size) {
      const known = outcomes[(numbers[at + 1] as number) + row * size + cell] as number;
      if (known !== notAsked) return known;
    }
    return newOutcome(at, cell, row, item, it);
  }

  function newOutcome(at: number, cell: number, row: number, item: number, it: number): number {
    const size = numbers[at + 3] as number;
    const test = (numbers[at + 4] as number) + row;
    const ask = () =>
      (tests[test] as Code["tests"][number]).ask(item < 0 && it < 0 ? cells.scope : cells.scopeWith(item, it));
    if (cell < size) {
      const found = ask();
      outcomes[(numbers[at + 1] as number) + row * size + cell] = found;
      return found;
    }
    const known = ofRanges.get(test * 65536 + cell) ?? ask();
    ofRanges.set(test * 65536 + cell, known);
    return known;
  }

  const entryCell = (entry: number, slot: number) =>
    cells.entries[(cells.starts[entry] as number) + (numbers[slot] as number)] as number;

  function level(at: number, item: number, it: number): number {
    switch (numbers[at]) {
      case is.known:
        return numbers[at + 1] as number;
      case is.test:
        return outcome(at, company[numbers[at + 2] as number] as number, 0, item, it);
      case is.itemTest:
        return outcome(at, entryCell(item, at + 2), 0, item, it);
      case is.itTest:
        return outcome(at, entryCell(it, at + 2), 0, item, it);
      case is.keyed: {
        const row = company[numbers[at + 5] as number] as number;
        return outcome(at, company[numbers[at + 2] as number] as number, row, item, it);
      }
      case is.itemKeyed:
        return outcome(at, entryCell(item, at + 2), entryCell(item, at + 5), item, it);
      case is.itKeyed:
        return outcome(at, entryCell(it, at + 2), entryCell(it, at + 5), item, it);
      case is.includes:
        return includes(numbers[at + 1] as number, numbers[at + 2] as number);
      case is.all:
        return least(at + 2, numbers[at + 1] as number, item, it);
      case is.any:
        return greatest(at + 2, numbers[at + 1] as number, item, it);
      case is.not:
        return 2 - level(numbers[at + 1] as number, item, it);
      case is.match:
        return branch(at, outcome(at, company[numbers[at + 2] as number] as number, 0, item, it), item, it);
      case is.itemMatch:
        return branch(at, outcome(at, entryCell(item, at + 2), 0, item, it), item, it);
      case is.itMatch:
        return branch(at, outcome(at, entryCell(it, at + 2), 0, item, it), item, it);
      case is.between:
        if (level(numbers[at + 1] as number, item, it) === 2) return 2;
        return level(numbers[at + 2] as number, item, it) === 0 ? 0 : 1;
      case is.firstDecided: {
        const first = level(numbers[at + 1] as number, item, it);
        return first === 1 ? level(numbers[at + 2] as number, item, it) : first;
      }
      case is.given:
        return level(numbers[at + 1] as number, item, it) === 2 ? level(numbers[at + 2] as number, item, it) : 1;
      case is.someItem:
      case is.someIt:
        return some(numbers[at] === is.someItem, numbers[at + 1] as number, numbers[at + 2] as number, item);
      case is.everyIt:
        return every(numbers[at + 1] as number, numbers[at + 2] as number, item);
      case is.shared:
        return shared(numbers[at + 1] as number, numbers[at + 2] as number);
      case is.ofList:
        return ofList(at, numbers[at + 1] as number, numbers[at + 2] as number);
      case is.listedOrNot:
        return level(numbers[item < cells.blanks ? at + 2 : at + 1] as number, item, it);
      default:
        return asked(numbers[at + 1] as number, item, it);
    }
  }

  function least(first: number, count: number, item: number, it: number): number {
    let found = 2;
    for (let part = first; part < first + count; part += 1) {
      const each = level(numbers[part] as number, item, it);
      if (each === 0) return 0;
      if (each < found) found = each;
    }
    return found;
  }

  function greatest(first: number, count: number, item: number, it: number): number {
    let found = 0;
    for (let part = first; part < first + count; part += 1) {
      const each = level(numbers[part] as number, item, it);
      if (each === 2) return 2;
      if (each > found) found = each;
    }
    return found;
  }

  /** The branch that the key names; while it is open, what those that must agree have in common. */
  function branch(at: number, chosen: number, item: number, it: number): number {
    const branches = numbers[at + 6] as number;
    if (chosen < branches) return level(numbers[at + 7 + chosen] as number, item, it);
    const agreeing = numbers[at + 5] as number;
    const first = level(numbers[at + 7] as number, item, it);
    for (let part = 1; part < agreeing; part += 1)
      if (level(numbers[at + 7 + part] as number, item, it) !== first) return 1;
    return first;
  }

  function includes(options: number, mask: number): number {
    const set = sets[options] as Int32Array;
    for (let word = 0; word < set.length; word += 1)
      if (((set[word] as number) & (masks[mask + word] as number)) !== 0) return 2;
    return cells.closed[options] ? 0 : 1;
  }

  /** What is not listed may be the case, unless it is not whatever it is. The blank entry of a list has its number. */
  function some(isItem: boolean, list: number, part: number, item: number): number {
    const first = cells.firsts[list] as number;
    const last = first + (cells.counts[list] as number);
    let found = 0;
    for (let entry = first; entry < last; entry += 1) {
      const each = isItem ? level(part, entry, -1) : level(part, item, entry);
      if (each === 2) return 2;
      if (each > found) found = each;
    }
    if (found > 0 || cells.complete[list]) return found;
    return (isItem ? level(part, list, -1) : level(part, item, list)) === 0 ? 0 : 1;
  }

  function every(list: number, part: number, item: number): number {
    const first = cells.firsts[list] as number;
    const last = first + (cells.counts[list] as number);
    let found = cells.complete[list] ? 2 : 1;
    for (let entry = first; entry < last; entry += 1) {
      const each = level(part, item, entry);
      if (each === 0) return 0;
      if (each < found) found = each;
    }
    return found;
  }

  function ofList(at: number, list: number, part: number): number {
    if (cells.counts[list] !== 0) return level(part, -1, -1);
    const key = cells.complete[list] ? at : -at - 1;
    const known = ofEmpty.get(key) ?? level(part, -1, -1);
    ofEmpty.set(key, known);
    return known;
  }

  function shared(id: number, part: number): number {
    if (sharedAt[id] !== profiles) {
      sharedLevel[id] = level(part, -1, -1);
      sharedAt[id] = profiles;
    }
    return sharedLevel[id] as number;
  }

  function asked(id: number, item: number, it: number): number {
    const answer = asks[id] as Code["asks"][number];
    if (reads[id] !== "company") {
      const isBlank = item < cells.blanks && it < cells.blanks;
      if (reads[id] === "both" || !isBlank) return answer(cells.scopeWith(item, it));
      const key = (id * (cells.blanks + 1) + item + 1) * (cells.blanks + 1) + it + 1;
      const known = ofBlanks.get(key) ?? answer(cells.scopeWith(item, it));
      ofBlanks.set(key, known);
      return known;
    }
    if (askedAt[id] !== profiles) {
      askedLevel[id] = answer(cells.scope);
      askedAt[id] = profiles;
    }
    return askedLevel[id] as number;
  }

  return {
    begin: () => {
      profiles += 1;
    },
    level: (at) => level(at, -1, -1) as Level,
    remembered: outcomes,
  };
}
