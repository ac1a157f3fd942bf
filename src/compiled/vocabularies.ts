import { entryOf } from "../facts/fact.ts";
import { listAt, nodeAt, type Scope, withName } from "../facts/scope.ts";
import type { Ask, Asked, Entries, Expression, Level, Options, Reads, Root, Test } from "./expression.ts";
import { Field } from "./field.ts";

/** Everything that the expressions of a catalog read, each once: facts, tests of them, lists, what has to be asked. */
export class Vocabularies {
  readonly company = new Map<string, Field>();
  readonly lists = new Map<string, Entries>();
  readonly options = new Map<string, Options>();
  testCount = 0;
  sharedCount = 0;
  readonly #known = new Map<Field, Map<string, Test>>();
  readonly #asked = new Map<string, Asked>();
  readonly #blank: Scope;

  constructor(blank: Scope) {
    this.#blank = blank;
  }

  /** The field of a fact of the company (`profile`) or of the entries of a list; none for what the vocabulary lacks. */
  field(where: string, path: string): Field | undefined {
    const fields = where === "profile" ? this.company : this.entries(where).fields;
    const before = fields.get(path);
    if (before !== undefined) return before;
    const node =
      where === "profile"
        ? nodeAt(this.#blank, path)
        : nodeAt(withName(this.#blank, "it", listAt(this.#blank, where).unlisted), `it.${path}`);
    const entry = entryOf(this.#blank.law.facts, node);
    if (entry === undefined || ["list", "options", "years"].includes(entry.type)) return undefined;
    const field = new Field(entry, fields.size, path.split("."));
    fields.set(path, field);
    return field;
  }

  entries(path: string): Entries {
    const known = this.lists.get(path) ?? { id: this.lists.size, path, fields: new Map() };
    this.lists.set(path, known);
    return known;
  }

  #test(root: Root, field: Field, key: string, ask: Ask<number>): Test {
    // The entries of two lists may be asked in the same words, about other facts.
    const ofField = this.#known.get(field) ?? new Map<string, Test>();
    this.#known.set(field, ofField);
    const known = ofField.get(`${root} ${key}`) ?? { id: this.testCount++, field, ask };
    ofField.set(`${root} ${key}`, known);
    return known;
  }

  test(root: Root, field: Field, key: string, ask: Ask<Level>): Expression {
    const test = this.#test(root, field, key, ask);
    return { key: `t${test.id}`, readsEntry: root !== "profile", op: "test", test, root };
  }

  keyed(root: Root, field: Field, by: Field, key: string, ask: Ask<Level>): Expression {
    const testFor = (cell: number) => this.#test(root, field, `${cell} ${key}`, ask);
    return { key: `k${testFor(0).id}`, readsEntry: root !== "profile", op: "keyed", by, testFor, root };
  }

  choice(root: Root, field: Field, key: string, ask: Ask<number>): Test {
    return this.#test(root, field, `choice ${key}`, ask);
  }

  includes(path: string, values: readonly string[]): Expression {
    const options = this.options.get(path) ?? { id: this.options.size, path, values: new Map() };
    this.options.set(path, options);
    for (const value of values) if (!options.values.has(value)) options.values.set(value, options.values.size);
    const members = values.map((value) => options.values.get(value) as number).sort((left, right) => left - right);
    return { key: `i${options.id}:${members.join("+")}`, readsEntry: false, op: "includes", options, members };
  }

  overEntries(op: "some" | "every", path: string, root: "item" | "it", part: Expression): Expression {
    const entries = this.entries(path);
    return { key: `${op}${entries.id}${root}(${part.key})`, readsEntry: false, op, entries, root, part };
  }

  /** What is asked of a list: while nothing is listed it is the same for everybody. */
  ofList(path: string, part: Asked): Expression {
    return { key: `of(${part.key})`, readsEntry: false, op: "ofList", entries: this.entries(path), part };
  }

  /** Of a listed entry it is asked, of what is not listed it is known. */
  listedOrNot(path: string, listed: Expression, unlisted: Expression): Expression {
    const key = `either(${listed.key},${unlisted.key})`;
    return { key, readsEntry: true, op: "listedOrNot", entries: this.entries(path), parts: [listed, unlisted] };
  }

  shared(part: Expression): Expression {
    if (part.op === "known" || part.op === "test") return part;
    const id = this.sharedCount++;
    return { key: `d${id}`, readsEntry: false, op: "shared", id, part };
  }

  /** By the number of what is asked: whose facts it reads. */
  get asked(): Reads[] {
    return [...this.#asked.values()].map((each) => each.reads);
  }

  ask(reads: Reads, text: string, ask: Ask<Level>): Asked {
    const key = `ask(${text})`;
    const known = this.#asked.get(key) ?? {
      key,
      readsEntry: reads !== "company",
      op: "ask",
      id: this.#asked.size,
      reads,
      ask,
    };
    this.#asked.set(key, known);
    return known;
  }
}
