import fc from "fast-check";
import type { Condition } from "../../schema/condition.ts";
import { oneOf, some } from "./draw.ts";
import { anyDay, type FactWord, type ListWord, type Words } from "./words.ts";

/* Conditions at random, as `check` accepts them. */

function comparison(fact: FactWord, industry: string | undefined): fc.Arbitrary<Condition> {
  const test = (rest: object): Condition => ({ fact: fact.path, ...rest }) as Condition;
  switch (fact.kind) {
    case "boolean":
      return fc.boolean().map((value) => test({ is: value }));
    case "option":
      return fc.oneof(
        oneOf(fact.options as string[]).map((value) => test({ is: value })),
        some(fact.options as string[]).map((values) => test({ in: values })),
      );
    case "options":
      return some(fact.options as string[]).map((values) => test({ includesAny: values }));
    case "date": {
      const figure =
        fact.parameter === undefined
          ? fc.integer({ min: 1, max: 12 })
          : fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant({ parameter: fact.parameter }));
      return fc.oneof(
        fc
          .tuple(oneOf(["onOrAfter", "after", "onOrBefore", "before"]), anyDay)
          .map(([operator, day]) => test({ [operator]: day })),
        figure.map((years) => test({ fewerThanYears: years })),
        fc.integer({ min: 1, max: 400 }).map((days) => test({ fewerThanDays: days })),
      );
    }
    default: {
      const plain = oneOf(fact.figures ?? [1]);
      const operands: fc.Arbitrary<unknown>[] = [
        plain,
        ...(fact.parameter === undefined ? [] : [fc.constant({ parameter: fact.parameter })]),
        ...(fact.keyed === undefined || industry === undefined
          ? []
          : [fc.constant({ parameter: fact.keyed, by: industry })]),
        ...(fact.partOf === undefined
          ? []
          : [oneOf(["1/4", "2/3", "3/2"]).map((times) => ({ fact: fact.partOf, times }))]),
      ];
      return fc
        .tuple(oneOf(["atLeast", "above", "atMost", "below"]), fc.oneof(...operands))
        .map(([operator, operand]) => test({ [operator]: operand }));
    }
  }
}

/** Branches of `any` that share no fact: what `check` asks for, so that Kleene logic is exact. */
function apart(words: Words): fc.Arbitrary<Words[]> {
  return fc.shuffledSubarray([...words.facts], { minLength: Math.min(2, words.facts.length) }).map((facts) => {
    const half = Math.ceil(facts.length / 2);
    return [facts.slice(0, half), facts.slice(half)]
      .filter((part) => part.length > 0)
      .map((part, index): Words => ({ facts: part, lists: index === 0 ? words.lists : [], definitions: [] }));
  });
}

export function condition(words: Words, depth: number): fc.Arbitrary<Condition> {
  const leaf = oneOf(words.facts).chain((fact) => comparison(fact, words.industry));
  if (depth <= 0) return leaf;
  const deeper = condition(words, depth - 1);
  const keys = words.facts.filter((fact) => fact.kind === "option");
  const kinds: fc.Arbitrary<Condition>[] = [
    leaf,
    leaf,
    fc.array(deeper, { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
    apart(words)
      .chain((parts) => fc.tuple(...parts.map((part) => condition(part, depth - 1))))
      .map((any) => ({ any })),
    deeper.map((not) => ({ not })),
    fc
      .tuple(deeper, fc.boolean())
      .map(([bound, side]) =>
        side ? { sufficient: false, necessary: bound } : { sufficient: bound, necessary: true },
      ),
  ];
  if (keys.length > 0) {
    kinds.push(
      oneOf(keys).chain((key) =>
        fc
          .record({
            first: some(key.options as string[]),
            one: deeper,
            two: deeper,
            rest: fc.oneof(deeper, fc.boolean()),
            otherwise: fc.boolean(),
          })
          .map(({ first, one, two, rest, otherwise }): Condition => {
            const left = (key.options as string[]).filter((option) => !first.includes(option));
            if (left.length === 0) return { match: key.path, cases: [{ in: first, then: one }] };
            return otherwise
              ? { match: key.path, cases: [{ in: first, then: one }], otherwise: rest }
              : {
                  match: key.path,
                  cases: [
                    { in: first, then: one },
                    { in: left, then: two },
                  ],
                };
          }),
      ),
    );
  }
  for (const list of words.lists) kinds.push(ofList(list, depth - 1));
  if (words.definitions.length > 0) kinds.push(oneOf(words.definitions).map((definition) => ({ definition })));
  return fc.oneof(...kinds);
}

function ofList({ path, facts, sums, party }: ListWord, depth: number): fc.Arbitrary<Condition> {
  const where = condition({ facts, lists: [], definitions: [] }, depth);
  const called = party ? fc.oneof(where, fc.constant<Condition>({ definition: "small", of: "it" })) : where;
  const operator = oneOf(["atLeast", "above", "atMost", "below"]);
  const kinds: fc.Arbitrary<Condition>[] = [
    called.map((where) => ({ some: path, where })),
    called.map((where) => ({
      all: [
        { some: path, where: true },
        { every: path, where },
      ],
    })),
    fc
      .tuple(called, operator, fc.integer({ min: 1, max: 3 }))
      .map(([where, operator, figure]) => ({ count: path, where, [operator]: figure }) as Condition),
    fc
      .tuple(called, operator, oneOf(["1/2", "2/3", "1/1"]))
      .map(([where, operator, figure]) => ({ count: path, where, share: true, [operator]: figure }) as Condition),
  ];
  if (sums !== undefined) {
    const figures = sums === "share" ? ["1/2", "2/3"] : [600_000, 3_000_000];
    const operands: unknown[] =
      sums === "share"
        ? [...figures, { parameter: "test.share" }]
        : [...figures, { parameter: "test.capital-by-industry", by: "company.industry" }];
    kinds.push(
      fc
        .tuple(fc.option(called, { nil: undefined }), operator, oneOf(operands))
        .map(
          ([where, operator, operand]) =>
            ({ sum: path, of: sums, ...(where === undefined ? {} : { where }), [operator]: operand }) as Condition,
        ),
    );
  }
  return fc.oneof(...kinds);
}
