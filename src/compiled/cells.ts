import { derive } from "../facts/derive.ts";
import type { Node } from "../facts/fact.ts";
import { factAt, listAt, type Scope, scopeOf, withName } from "../facts/scope.ts";
import type { Law } from "../schema/law.ts";
import type { Profile } from "../schema/profile.ts";
import type { Entries, Options } from "./expression.ts";
import { asSaid, type Field } from "./field.ts";
import type { Vocabularies } from "./vocabularies.ts";

/** The fields below one place in a profile. */
interface Branch {
  fields: { key: string; field: Field }[];
  branches: { key: string; branch: Branch }[];
}

function treeOf(fields: Iterable<Field>): Branch {
  const root: Branch = { fields: [], branches: [] };
  for (const field of fields) {
    let at = root;
    for (const key of field.keys.slice(0, -1)) {
      const below = at.branches.find((each) => each.key === key) ?? { key, branch: { fields: [], branches: [] } };
      if (!at.branches.includes(below)) at.branches.push(below);
      at = below.branch;
    }
    at.fields.push({ key: field.keys.at(-1) as string, field });
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
  readonly #readsHeadquarters: boolean;

  constructor(words: Vocabularies, law: Law, asOf: string) {
    this.#law = law;
    this.#asOf = asOf;
    this.company = new Uint16Array(words.company.size);
    this.#tree = treeOf([...words.company.values()].filter(({ through }) => !through));
    this.#through = [...words.company].filter(([, { through }]) => through);
    this.#lists = [...words.lists.values()].map((list) => ({
      list,
      tree: treeOf([...list.fields.values()].filter(({ through }) => !through)),
      width: list.fields.size,
    }));
    this.#options = [...words.options.values()];
    this.sets = this.#options.map(({ values }) => new Int32Array(Math.ceil(values.size / 32)));
    this.#readsHeadquarters = [...words.company.keys()].some((path) => path.startsWith("company.headquarters"));
    this.#readBlanks();
  }

  /** Takes in a profile in canonical form. */
  read(profile: Profile): void {
    this.#profile = this.#needsDeriving(profile) ? derive(profile) : profile;
    this.#scope = undefined;
    this.company.fill(0);
    fill(this.company, 0, this.#tree, this.#profile);
    for (const [path, field] of this.#through)
      this.company[field.slot] = field.cell(asSaid(factAt(this.scope, path).known));
    this.#readOptions();
    this.#readEntries();
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

  #readOptions(): void {
    this.#options.forEach(({ path, values, id }) => {
      const set = this.sets[id] as Int32Array;
      set.fill(0);
      const { known, complete, entries } = listAt(this.scope, path);
      this.closed[id] = known && complete;
      for (const { value } of entries) {
        const member = values.get(String(value));
        if (member !== undefined) set[member >> 5] = (set[member >> 5] as number) | (1 << (member & 31));
      }
    });
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
      const { entries, complete } = listAt(this.scope, path);
      this.firsts[id] = this.starts.length;
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
    fill(this.entries, start, tree, node.value);
    for (const [path, field] of fields) {
      if (!field.through) continue;
      const { known } = factAt(withName(this.scope, "it", node), `it.${path}`);
      this.entries[start + field.slot] = field.cell(asSaid(known));
    }
  }
}

function fill(cells: Uint16Array | number[], start: number, { fields, branches }: Branch, value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  const object = value as Record<string, unknown>;
  for (const { key, field } of fields) {
    const said = object[key];
    if (said !== undefined) cells[start + field.slot] = field.cell(said);
  }
  for (const { key, branch } of branches) fill(cells, start, branch, object[key]);
}
