import fc from "fast-check";
import type { Condition } from "../../schema/condition.ts";
import { type Json, maybe, oneOf } from "./draw.ts";

/* Fee reductions: one fee or two, flat, by claims or by year, paid less or paid back. */

type Draw = fc.Arbitrary<Json>;

const conditionsOf = (list: string): Condition[] =>
  list === "ip.filings"
    ? [{ fact: "item.right", is: "patent" }, { fact: "item.working", is: true }, true]
    : [{ fact: "item.language", is: "ja" }, true];

const daysOf = (list: string): string[] =>
  list === "ip.filings" ? ["item.filedOn", "item.examinationRequestedOn"] : ["item.filedOn", "item.demandOn"];

const flat = (list: string): Draw =>
  fc.record({
    table: maybe(fc.constant("test.fee"), 5),
    on: maybe(oneOf(daysOf(list)), 4),
    units: list === "ip.filings" ? maybe(fc.constant("item.claims"), 3) : fc.constant(undefined),
    charged: maybe(oneOf(conditionsOf(list)), 3),
    refunded: maybe(fc.constant(true), 1),
    classesOn: maybe(oneOf(daysOf(list)), 1),
  });

const yearly: Draw = fc
  .record({
    table: fc.constantFrom("test.annuity", "test.annuity", "test.fee"),
    units: maybe(fc.constant("item.claims"), 3),
    first: fc.constantFrom(1, 1, 4),
    length: fc.integer({ min: 3, max: 9 }),
    charged: maybe(oneOf(conditionsOf("ip.filings")), 3),
    classesOn: maybe(fc.constant("item.annuities.paidOn"), 1),
  })
  .map(({ first, length, ...rest }) => ({
    ...rest,
    on: "item.annuities.paidOn",
    years: { of: "item.annuities.years", from: first, to: first + length },
  }));

const share = fc.constantFrom("1/2", "1/3", "1/4");

/** Classes are definitions, so that the criterion beside them can say that an applicant must be in one. */
export const feeReduction = (list: string): Draw =>
  fc
    .record({
      fees: fc.array(list === "ip.filings" ? fc.oneof(flat(list), yearly) : flat(list), { minLength: 1, maxLength: 2 }),
      classes: fc.array(
        fc.record({
          definition: fc.constantFrom("small", "young"),
          pay: fc.oneof(share, fc.tuple(maybe(share, 2), maybe(share, 2))),
          quota: fc.boolean(),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      joint: fc.boolean(),
      unit: fc.constantFrom(1, 10, 100),
      at: fc.constantFrom("total", "year"),
    })
    .map(({ fees, classes, joint, unit, at }) => ({
      kind: "fee-reduction",
      fees: fees.map((fee, index) => ({ id: `fee-${index}`, ...fee })),
      ...(joint ? { coApplicants: "item.coApplicants" } : {}),
      classes: classes.map(({ definition, pay, quota }, index) => ({
        id: `class-${index}`,
        when: { definition, of: "self" },
        // Fee by fee, where the class does not reduce all of them alike.
        pay: typeof pay === "string" ? pay : Object.fromEntries(pay.map((each, fee) => [`fee-${fee}`, each])),
        ...(quota ? { quota: { limit: "test.requests", used: "company.reducedExaminationRequests" } } : {}),
        source: "one",
      })),
      rounding: { unit, direction: "down", at },
      source: "one",
    }));

/** The criteria of terms with this benefit: a fee is reduced for those in a class, and only where it is charged. */
export function asReduction(benefit: Json, criteria: unknown): unknown {
  if (benefit["kind"] !== "fee-reduction" || !Array.isArray(criteria)) return criteria;
  const { coApplicants, fees, classes } = benefit as {
    coApplicants?: string;
    fees: { charged?: Condition }[];
    classes: { when: { definition: string } }[];
  };
  const names = [...new Set(classes.map((each) => each.when.definition))];
  const ofCompany: Condition[] = names.map((definition) => ({ definition }));
  const ofOthers: Condition[] =
    coApplicants === undefined
      ? []
      : [{ some: coApplicants, where: { any: names.map((definition) => ({ definition, of: "it" })) } }];
  const charged = fees.map((fee) => fee.charged ?? true);
  const isDue: Condition = charged.includes(true)
    ? true
    : charged.length === 1
      ? (charged[0] as Condition)
      : { any: [...new Set(charged)] };
  const rule = (id: string, condition: Condition) => ({
    id,
    text: { ja: "要件", en: "A requirement" },
    condition,
    source: "one",
  });
  return [rule("charged", isDue), rule("class", { any: [...ofCompany, ...ofOthers] }), ...criteria];
}
