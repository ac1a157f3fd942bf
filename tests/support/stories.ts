/** The stories in tests/cases as they stand, and as profiles. */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "yaml";

export type Tree = Record<string, unknown>;
export type Expectation = Tree & { measure?: string };
export interface Story {
  name: string;
  asOf: string;
  base?: string;
  profile?: Tree;
  expect: Expectation | Expectation[];
}

const folder = new URL("../cases/", import.meta.url);
const read = (file: string) => parse(readFileSync(new URL(file, folder), "utf8")) as unknown;
const bases = read("bases.yaml") as Record<string, Tree>;

export const storyFiles = (readdirSync(folder, { recursive: true }) as string[])
  .filter((file) => file.endsWith(".yaml") && file !== "bases.yaml")
  .sort();
export const storiesIn = (file: string) => read(file) as Story[];

/** What each story expects, measure by measure: its file names the measure where it does not. */
export const expectationsOf = (file: string, { expect: wanted }: Story): (Tree & { measure: string })[] =>
  [wanted].flat().map((each) => ({ measure: basename(file, ".yaml"), ...each }));

export const profileOf = ({ profile = {}, base }: Story): object =>
  spell({ ...profile, ...(base === undefined ? {} : { base }) }) as object;

export const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One tree laid over another: lists are replaced, and null takes a key out (no profile may hold a null). */
function over(below: unknown, above: unknown): unknown {
  if (!isTree(above)) return above;
  const ground = isTree(below) ? below : {};
  const laid = {
    ...ground,
    ...Object.fromEntries(Object.entries(above).map(([key, v]) => [key, over(ground[key], v)])),
  };
  return Object.fromEntries(Object.entries(laid).filter(([, value]) => value !== null));
}

/** Wherever `base: NAME` stands, what is written beside it is laid over that entry of bases.yaml. */
function spell(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spell);
  if (!isTree(value)) return value;
  const { base, ...own } = value;
  const spelled = Object.fromEntries(Object.entries(own).map(([key, each]) => [key, spell(each)]));
  if (base === undefined) return spelled;
  if (bases[String(base)] === undefined) throw new Error(`bases.yaml has no \`${base}\``);
  return over(spell(bases[String(base)]), spelled);
}
