import { derive } from "../facts/derive.ts";
import type { Node } from "../facts/fact.ts";
import { factAt, listAt, type Scope, scopeOf, withName } from "../facts/scope.ts";
import type { Law } from "../schema/law.ts";
import type { Profile } from "../schema/profile.ts";
import type { Entries, Options } from "./expression.ts";
import { asSaid, type Field } from "./field.ts";
import type { Vocabularies } from "./vocabularies.ts";

/** The fields below one place in a profile, and the lists of options. */
interface Branch {
  fields: { key: string; field: Field }[];
  options: { key: string; list: Options }[];
  branches: { key: string; branch: Branch }[];
}

const empty = (): Branch => ({ fields: [], options: [], branches: [] });

function treeOf(fields: Iterable<Field>, options: Iterable<Options> = []): Branch {
  const root = empty();
  const below = (keys: readonly string[]): Branch =>
    keys.slice(0, -1).reduce((at, key) => {
      const known = at.branches.find((each) => each.key === key) ?? { key, branch: empty() };
      if (!at.branches.includes(known)) at.branches.push(known);
      return known.branch;
    }, root);
  for (const field of fields) below(field.keys).fields.push({ key: field.keys.at(-1) as string, field });
  for (const list of options) {
    const keys = list.path.split(".");
    below(keys).options.push({ key: keys.at(-1) as string, list });
  }
  return root;
}

/**
 * The profile that was read last, as cells: first those of the company, then those of entries, one block for each. Read
 * again and again, it holds one profile at a time and makes no garbage.
 */
export class Cells {
  company: Uint16Array;
  /** Where the block of an entry begins. The first entries are those of no list: for each list one about which nothing is said. */
  starts: number[] = [];
  entries: number[] = [];
  /** Whether some fact of it is known as a range only. */
  hasRanges = false;
  /** By list: where its first entry stands, how many there are, and whether there are no others. */
  firsts: number[] = [];
  counts: number[] = [];
  complete: boolean[] = [];
  /** By list of options: the bits of those that are in it, and whether there are no others. */
  sets: Int32Array[];
  closed: boolean[] = [];
  #nodes: Node[] = [];
  #profile: Profile = {};
  #scope: Scope | undefined;
  readonly #law: Law;
  readonly #asOf: string;
  readonly #tree: Branch;
  readonly #through: [path: string, Field][];
  readonly #lists: { list: Entries; tree: Branch; width: number }[];
  readonly #options: Options[];
  readonly #presumed: boolean[];
  readonly #presumedEntries: boolean[];
  readonly #readsHeadquarters: boolean;

  constructor(words: Vocabularies, law: Law, asOf: string) {
    this.#law = law;
    this.#asOf = asOf;
    this.company = new Uint16Array(words.company.size);
    this.#options = [...words.options.values()];
    const ownFields = [...words.company.values()].filter(({ through }) => !through);
    this.#tree = treeOf(ownFields, this.#options);
    this.#through = [...words.company].filter(([, { through }]) => through);
    this.#lists = [...words.lists.values()].map((list) => ({
      list,
      tree: treeOf([...list.fields.values()].filter(({ through }) => !through)),
      width: list.fields.size,
    }));
    this.sets = this.#options.map(({ values }) => new Int32Array(Math.ceil(values.size / 32)));
    this.#readsHeadquarters = [...words.company.keys()].some((path) => path.startsWith("company.headquarters."));
    this.#readBlanks();
    // A list that the vocabulary presumes to be empty has no members beside those that are said.
    this.#presumed = this.#options.map(({ path }) => listAt(this.scope, path).complete);
    this.#presumedEntries = this.#lists.map(({ list }) => listAt(this.scope, list.path).complete);
  }

  /** Takes in a profile in canonical form. */
  read(profile: Profile): void {
    this.#profile = this.#needsDeriving(profile) ? derive(profile) : profile;
    this.#scope = undefined;
    this.hasRanges = false;
    this.company.fill(0);
    for (let id = 0; id < this.sets.length; id += 1) {
      (this.sets[id] as Int32Array).fill(0);
      this.closed[id] = this.#presumed[id] as boolean;
    }
    this.#fill(this.company, 0, this.#tree, this.#profile);
    for (const [path, field] of this.#through) {
      const { known } = factAt(this.scope, path);
      if (known.kind === "range") this.hasRanges = true;
      this.company[field.slot] = field.cell(asSaid(known));
    }
    if (this.#lists.length > 0) this.#readEntries();
  }

  /** For whoever has to ask the readable evaluator. */
  get scope(): Scope {
    this.#scope ??= scopeOf(this.#profile, this.#law, this.#asOf);
    return this.#scope;
  }

  /** The same, with what an entry or two are called. */
  scopeWith(item: number, it: number): Scope {
    const withItem = item < 0 ? this.scope : withName(this.scope, "item", this.#nodes[item] as Node);
    return it < 0 ? withItem : withName(withItem, "it", this.#nodes[it] as Node);
  }

  /** `derive` changes only profiles that say one of these. */
  #needsDeriving({ company, ip, overseas }: Profile): boolean {
    return (
      ip?.filings !== undefined ||
      overseas?.filings !== undefined ||
      company?.city !== undefined ||
      company?.headquarters !== undefined ||
      (this.#readsHeadquarters && company?.prefecture !== undefined)
    );
  }

  #fill(cells: Uint16Array | number[], start: number, { fields, options, branches }: Branch, value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    const object = value as Record<string, unknown>;
    for (let index = 0; index < fields.length; index += 1) {
      const { key, field } = fields[index] as Branch["fields"][number];
      const said = object[key];
      if (said === undefined) continue;
      if (typeof said === "object") this.hasRanges = true;
      cells[start + field.slot] = field.cell(said);
    }
    for (let index = 0; index < options.length; index += 1) {
      const { key, list } = options[index] as Branch["options"][number];
      if (object[key] !== undefined) this.#choose(list, object[key]);
    }
    for (let index = 0; index < branches.length; index += 1) {
      const { key, branch } = branches[index] as Branch["branches"][number];
      this.#fill(cells, start, branch, object[key]);
    }
  }

  #choose({ id, values }: Options, said: unknown): void {
    const set = this.sets[id] as Int32Array;
    const { items, complete } = Array.isArray(said) ? { items: said, complete: true } : (said as Said);
    this.closed[id] = complete;
    for (const value of items) {
      const member = values.get(value as string);
      if (member !== undefined) set[member >> 5] = (set[member >> 5] as number) | (1 << (member & 31));
    }
  }

  /** How many entries are of no list. */
  get blanks(): number {
    return this.#lists.length;
  }

  #readBlanks(): void {
    for (const { list, tree, width } of this.#lists)
      this.#add(list, listAt(this.scope, list.path).unlisted, tree, width);
  }

  #readEntries(): void {
    const blanks = this.#lists.length;
    this.starts.length = blanks;
    this.#nodes.length = blanks;
    this.entries.length = this.#lists.reduce((sum, { width }) => sum + width, 0);
    this.#lists.forEach(({ list, tree, width }) => {
      const { id, path } = list;
      this.firsts[id] = this.starts.length;
      this.counts[id] = 0;
      this.complete[id] = this.#presumedEntries[id] as boolean;
      if (valueAt(this.#profile, path) === undefined) return;
      const { entries, complete } = listAt(this.scope, path);
      this.counts[id] = entries.length;
      this.complete[id] = complete;
      for (const entry of entries) this.#add(list, entry, tree, width);
    });
  }

  #add({ fields }: Entries, node: Node, tree: Branch, width: number): void {
    const start = this.entries.length;
    this.starts.push(start);
    this.#nodes.push(node);
    for (let slot = 0; slot < width; slot += 1) this.entries.push(0);
    this.#fill(this.entries, start, tree, node.value);
    for (const [path, field] of fields) {
      if (!field.through) continue;
      const { known } = factAt(withName(this.scope, "it", node), `it.${path}`);
      this.entries[start + field.slot] = field.cell(asSaid(known));
    }
  }
}

/** A list that may lack members. */
interface Said {
  items: readonly unknown[];
  complete: boolean;
}

const valueAt = (profile: Profile, path: string): unknown =>
  path.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], profile);
