import { match, P } from "ts-pattern";
import { type NumericOperator, operatorOf } from "../engine/comparisons.ts";
import { inForce } from "../engine/dated.ts";
import { daysOf, factAt, nodeAt, partyAt, type Scope, withName } from "../facts/scope.ts";
import type { Comparison, Condition, Operand } from "../schema/condition.ts";
import type { Definition as Rule } from "../schema/law.ts";
import { compared, figure, type Span } from "./comparison.ts";
import { factTest, numbers } from "./fact-test.ts";
import { comparedWith, isKey } from "./operand.ts";
import { absentFact, absentList, heldAt, meet, nothingMet, type Reading } from "./reading.ts";
import { oneOf } from "./texts.ts";
import {
  all,
  any,
  atMostSatisfied,
  atMostUnsatisfied,
  choose,
  join,
  known,
  not,
  orElse,
  refused,
  type Truth,
  unknown,
} from "./truth.ts";

/** What a condition comes to for each row, as `evaluate` would find it for a profile made of the row. */
export function truthOf(condition: Condition, scope: Scope, reading: Reading): Truth {
  const inner = (each: Condition) => truthOf(each, scope, reading);
  return match(condition)
    .returnType<Truth>()
    .with(P.boolean, (holds) => known(holds ? "satisfied" : "unsatisfied"))
    .with({ fact: P.string }, (test) => factTest(test, scope, reading))
    .with({ all: P.any }, (each) => all(each.all.map(inner)))
    .with({ any: P.any }, (each) => any(each.any.map(inner)))
    .with({ not: P.any }, (each) => not(inner(each.not)))
    .with({ definition: P.string }, (call) => definitionTruth(call, scope, reading))
    .with({ match: P.string }, (branching) => branchTruth(branching, scope, reading))
    .with({ sufficient: P.any }, ({ sufficient, necessary }) =>
      orElse(atMostSatisfied(inner(sufficient)), atMostUnsatisfied(inner(necessary))),
    )
    .with({ some: P.string }, (test) => someTruth(test, scope, reading))
    .with({ every: P.string }, ({ every }) => {
      if (isSet(every, scope, reading)) return refused("members-of-a-set", every);
      return absentList(every, scope, reading).complete ? known("satisfied") : unknown;
    })
    .with({ sum: P.string }, (test) => totalTruth(test.sum, false, test, scope, reading))
    .with({ count: P.string }, (test) => totalTruth(test.count, test.share === true, test, scope, reading))
    .exhaustive();
}

/** A list that a column holds as a whole: its members are no entries of a table. */
const isSet = (path: string, scope: Scope, { table }: Reading): boolean => table.has(nodeAt(scope, path).path);

/** Of a list that nobody gives, an entry may exist; it decides nothing unless no entry whatever could. */
function someTruth({ some, where }: { some: string; where: Condition }, scope: Scope, reading: Reading): Truth {
  if (isSet(some, scope, reading)) return refused("members-of-a-set", some);
  const list = absentList(some, scope, reading);
  if (list.complete) return known("unsatisfied");
  return atMostUnsatisfied(truthOf(where, withName(scope, "it", list.unlisted), reading));
}

/** Of a list that nobody gives, sum and number are anything from zero on. */
function totalTruth(path: string, isShare: boolean, test: Comparison, scope: Scope, reading: Reading): Truth {
  if (isSet(path, scope, reading)) return refused("members-of-a-set", path);
  const isEmpty = absentList(path, scope, reading).complete;
  const most = isEmpty ? figure(0) : isShare ? figure(1) : undefined;
  const left: Span = { min: figure(0), max: most };
  const operator = operatorOf(test) as NumericOperator;
  return comparedWith(test[operator] as Operand, scope, reading, (right) => compared(operator, left, numbers(right)));
}

type Branching = Extract<Condition, { match: string }>;

function branchTruth({ match: path, cases, otherwise }: Branching, scope: Scope, reading: Reading): Truth {
  const held = heldAt(path, scope, reading);
  const then = (each: Condition) => truthOf(each, scope, reading);
  if (held === undefined) {
    const { known: value } = absentFact(path, scope);
    if (value.kind === "exact")
      return then(cases.find((each) => each.in.includes(String(value.value)))?.then ?? otherwise ?? false);
  } else if (!isKey(held)) return refused("not-comparable", held.fact);
  const branches = cases.map((each) => ({ in: each.in, then: then(each.then) }));
  const rest = otherwise === undefined ? [] : [then(otherwise)];
  const open = join([...branches.map((each) => each.then), ...rest]);
  if (held === undefined) return open;
  return choose(
    [
      ...branches.map((each) => ({ when: oneOf(held, each.in), then: each.then })),
      { when: { kind: "given", held }, then: rest[0] ?? known("unsatisfied") },
    ],
    open,
  );
}

type Call = Extract<Condition, { definition: string }>;

/** Read once for a party on a date, whoever calls it. */
function definitionTruth({ definition: id, of, on }: Call, scope: Scope, reading: Reading): Truth {
  const rule = scope.law.definitions[id] as Rule;
  if (on !== undefined && heldAt(on, scope, reading) !== undefined) return refused("date-of-the-row", on);
  const when = on === undefined ? undefined : factAt(scope, on);
  const party = partyAt(scope, of ?? "company");
  const inner: Scope = {
    ...withName(scope, "self", party),
    ...(when === undefined ? {} : { on: daysOf(when), onPath: when.path }),
  };
  const key = [id, party.path, inner.on.min, inner.on.max].join(" ");
  const found = reading.definitions.get(key);
  if (found === undefined) {
    const met = nothingMet();
    const truth = ruleTruth(rule, inner, { ...reading, met });
    const twins = [...reading.definitions.keys()].filter((each) => each.startsWith(`${id} `)).length;
    reading.definitions.set(key, { definition: { name: twins === 0 ? id : `${id} ${twins + 1}`, truth }, met });
  }
  const { definition, met } = found ?? (reading.definitions.get(key) as NonNullable<typeof found>);
  meet(reading.met, met);
  const { truth } = definition;
  // What no row changes needs no name.
  return truth.kind === "known" || truth.kind === "refused" ? truth : { kind: "definition", definition };
}

function ruleTruth({ terms, declared }: Rule, scope: Scope, reading: Reading): Truth {
  const { readings, before, gap } = inForce(terms, scope.on);
  const said = readings.map(({ entry, days }) => truthOf(entry.condition, { ...scope, on: days }, reading));
  const found = join(before || gap ? [...said, unknown] : said);
  return declared === undefined ? found : orElse(found, declaredTruth(declared, scope, reading));
}

/** A stated conclusion counts where the facts do not decide. */
function declaredTruth(
  { fact, satisfiedBy, unsatisfiedBy, when }: NonNullable<Rule["declared"]>,
  scope: Scope,
  reading: Reading,
): Truth {
  const says = choose(
    [
      { when: statedAs(satisfiedBy, fact, scope, reading), then: known("satisfied") },
      { when: statedAs(unsatisfiedBy, fact, scope, reading), then: known("unsatisfied") },
    ],
    unknown,
  );
  return when === undefined ? says : choose([{ when: truthOf(when, scope, reading), then: says }], unknown);
}

/** That somebody says so: while nothing is stated it is not so, whatever the options are. */
function statedAs(values: readonly (string | boolean)[], fact: string, scope: Scope, reading: Reading): Truth {
  const held = heldAt(fact, scope, reading);
  if (held === undefined) {
    const { known: value } = absentFact(fact, scope);
    return known(value.kind === "exact" && values.includes(value.value as string) ? "satisfied" : "unsatisfied");
  }
  if (held.type === "boolean") return any(values.map((value) => factTest({ fact, is: value }, scope, reading)));
  return oneOf(
    held,
    values.filter((value) => typeof value === "string"),
  );
}
