import { entryOf, field, type Node, readFact, readList } from "../facts/fact.ts";
import { daysOf, nodeAt, type Scope } from "../facts/scope.ts";

/** A day that stands in the profile. */
export interface ProfileDay {
  path: string;
  day: string;
}

/** What a profile says of a date, entry by entry. */
export interface DateFacts {
  /** The days given, of a range both ends. */
  given: ProfileDay[];
  /** Where nothing is given, the days before which it cannot be. */
  notBefore: ProfileDay[];
  /** Some entry's date is, or reaches to, the day that is asked for. */
  moves: boolean;
}

/** Reads a date that a rule names by its path, `[]` for the entries of a list; `asOf` is the day itself. */
export function dateFactsAt(scope: Scope, path: string): DateFacts {
  const facts: DateFacts = { given: [], notBefore: [], moves: path === "asOf" };
  const key = path.replace(/^.*\./, "");
  for (const parent of parentsOf(scope, path)) {
    const node = field(parent, key);
    if (node.value !== undefined) {
      facts.given.push(...daysAt(scope, node));
      continue;
    }
    const entry = entryOf(scope.law.facts, node);
    if (entry?.presumed === "asOf" || entry?.pendingWhile !== undefined) facts.moves = true;
    if (entry?.notBefore !== undefined) facts.notBefore.push(...daysAt(scope, field(parent, entry.notBefore)));
  }
  return facts;
}

function daysAt(scope: Scope, node: Node): ProfileDay[] {
  const { min, max } = daysOf(readFact(scope.law.facts, node));
  return [...new Set([min, max])].flatMap((day) => (day === undefined ? [] : [{ path: node.path, day }]));
}

/** What the last part of the path is a field of: one node, or one for each entry, and for those not listed. */
function parentsOf(scope: Scope, path: string): Node[] {
  const [first = "", ...rest] = path.split("[].");
  const fieldsOf = (part: string) => part.split(".").slice(0, -1);
  if (rest.length === 0) {
    const [root = "", ...fields] = fieldsOf(first);
    return root === "" ? [] : [fields.reduce(field, nodeAt(scope, root))];
  }
  const entriesOf = (node: Node): Node[] => {
    const list = readList(scope.law.facts, node);
    return list.complete ? list.entries : [...list.entries, list.unlisted];
  };
  return rest.reduce<Node[]>(
    (entries, part, index) =>
      index === rest.length - 1
        ? entries.map((entry) => fieldsOf(part).reduce(field, entry))
        : entries.flatMap((entry) => entriesOf(part.split(".").reduce(field, entry))),
    entriesOf(nodeAt(scope, first)),
  );
}
