import { findMeasure } from "../catalog/catalog.ts";
import type { Allocation, Move, NotPlanned, Plan, RunnerUp } from "../schema/plan.ts";
import { interval, yen } from "./figures.ts";
import { type ExplainOptions, firstOf, label } from "./labels.ts";
import { notPlannedWords, planPhrases } from "./plan-words.ts";
import { availabilityWords, freshnessWords, phrases, say } from "./words.ts";

/** A part of a plan in words: a heading, perhaps a table, and lines. */
export interface PlanSection {
  title: string;
  table?: { head: string[]; rows: string[][] };
  lines: string[];
}

const most = 5;

/** Which cost goes to which measure, why other plans lose, what is not planned and why. */
export function explainPlan(plan: Plan, options: ExplainOptions): PlanSection[] {
  const { lang } = options;
  if (plan.best.uses.length === 0 && plan.best.unfunded.length === 0)
    return [withoutCosts(plan, options), ...ending(plan, options)];
  const isJudged = plan.best.uses.some(({ competitive }) => competitive);
  return [
    allocation(planPhrases.best[lang], plan.best, options),
    ...(isJudged ? [allocation(planPhrases.withoutCompetitive[lang], plan.withoutCompetitive, options)] : []),
    ...section(
      planPhrases.runnersUp[lang],
      plan.runnersUp.map((each) => runnerUp(each, options)),
    ),
    ...ending(plan, options),
  ];
}

const section = (title: string, lines: string[]): PlanSection[] => (lines.length === 0 ? [] : [{ title, lines }]);

/** What stands at the end of every plan. */
function ending(plan: Plan, options: ExplainOptions): PlanSection[] {
  const { lang } = options;
  const { notPlanned, ineligible, feeReductions, sharedFilings, wanted, best } = plan;
  const open = notPlanned.filter(({ reason }) => reason === "undetermined");
  const silent: readonly NotPlanned["reason"][] = ["undetermined", "closed", "no-terms"];
  const told = [...notPlanned.filter(({ reason }) => !silent.includes(reason)), ...open.slice(0, most)];
  const rest = notPlanned.length - told.length;
  const hasCosts = best.uses.length + best.unfunded.length > 0;
  return [
    ...section(
      planPhrases.fees[lang],
      feeReductions.map(({ measure, saved }) =>
        saved === null
          ? say(planPhrases.savingUnknown, lang, { measure: measure.name[lang] })
          : say(planPhrases.saving, lang, { measure: measure.name[lang], saved: interval(saved, lang) }),
      ),
    ),
    ...section(planPhrases.notPlanned[lang], [
      ...told.map((each) => `${each.measure.name[lang]}: ${reasonText(each, options)}`),
      ...(rest > 0 ? [say(phrases.andMore, lang, { count: rest })] : []),
      ...(ineligible > 0 ? [say(planPhrases.ineligible, lang, { count: ineligible })] : []),
    ]),
    ...(hasCosts
      ? section(
          planPhrases.wanted[lang],
          wanted.slice(0, most).map(({ fact }) => label(fact, options.catalog, lang)),
        )
      : []),
    {
      title: planPhrases.notes[lang],
      lines: [
        ...sharedFilings.map(({ cost, measure, reductions }) =>
          say(planPhrases.shared, lang, {
            cost: label(cost, options.catalog, lang),
            measure: measureName(measure, options),
            reductions: reductions.map((id) => measureName(id, options)).join(lang === "ja" ? "、" : ", "),
          }),
        ),
        say(planPhrases.claim, lang),
      ],
    },
  ];
}

function withoutCosts({ wanted }: Plan, options: ExplainOptions): PlanSection {
  const { lang } = options;
  const lines = wanted.slice(0, most).map(({ fact }) => `- ${label(fact, options.catalog, lang)} (${fact})`);
  return {
    title: planPhrases.title[lang],
    lines: lines.length === 0 ? [planPhrases.noCostsAtAll[lang]] : [planPhrases.noCosts[lang], ...lines],
  };
}

function allocation(
  title: string,
  { uses, total, optimal, gap, unfunded }: Allocation,
  options: ExplainOptions,
): PlanSection {
  const { lang } = options;
  const rows = uses.map(({ measure, fiscalYear, costs, amount, competitive, availability, freshness }) => [
    `${measure.name[lang]}\n${fiscalYear === null ? planPhrases.years[lang] : say(planPhrases.year, lang, { year: fiscalYear })}`,
    costs.map((cost) => label(cost, options.catalog, lang)).join("\n"),
    interval(amount, lang),
    [
      availabilityWords[availability][lang],
      ...(freshness === "last-known" ? [freshnessWords["last-known"][lang]] : []),
      ...(competitive ? [planPhrases.judged[lang]] : []),
    ].join("\n"),
  ]);
  const isRange = total.min !== total.max;
  return {
    title,
    ...(rows.length === 0
      ? {}
      : {
          table: {
            head: [planPhrases.measure, planPhrases.costs, planPhrases.amount, planPhrases.window].map(
              (each) => each[lang],
            ),
            rows,
          },
        }),
    lines: [
      ...(rows.length === 0
        ? [planPhrases.nothing[lang]]
        : [say(planPhrases.total, lang, { yen: interval(total, lang) })]),
      ...(rows.length > 0 || !optimal
        ? [optimal ? planPhrases.optimal[lang] : say(planPhrases.gap, lang, { yen: yen(gap, lang) })]
        : []),
      ...(isRange ? [planPhrases.certain[lang]] : []),
      ...(unfunded.length === 0
        ? []
        : [
            `${planPhrases.unfunded[lang]}: ${unfunded
              .map(({ cost, yen: figure }) => `${label(cost, options.catalog, lang)} ${interval(figure, lang)}`)
              .join(lang === "ja" ? "、" : "; ")}`,
          ]),
    ],
  };
}

function runnerUp({ without, total, loss, moves }: RunnerUp, options: ExplainOptions): string {
  const { lang } = options;
  return say(loss === 0 ? planPhrases.sameTotal : planPhrases.runnerUp, lang, {
    measure: measureName(without, options),
    total: interval(total, lang),
    loss: yen(loss, lang),
    moves: movesText(moves, options),
  });
}

/** Costs that go the same way, together. */
function movesText(moves: readonly Move[], options: ExplainOptions): string {
  const { lang } = options;
  const costs = new Map<string | null, string[]>();
  for (const { cost, to } of moves) costs.set(to, [...(costs.get(to) ?? []), label(cost, options.catalog, lang)]);
  const ways = [...costs].map(([to, names]) => {
    const cost = listed(names, options);
    return to === null
      ? say(planPhrases.dropped, lang, { cost })
      : say(planPhrases.moved, lang, { cost, to: measureName(to, options) });
  });
  return ways.join(lang === "ja" ? "、" : "; ");
}

/** Why the measure is not in the plan, in one sentence. */
function reasonText(each: NotPlanned, options: ExplainOptions): string {
  const { lang } = options;
  const words = notPlannedWords[each.reason];
  switch (each.reason) {
    case "undetermined": {
      const { missing, items } = each.args;
      const facts = missing.map((path) => label(path, options.catalog, lang));
      const where =
        items.length === 0
          ? ""
          : say(planPhrases.partly, lang, {
              items: listed(
                items.map((item) => label(item, options.catalog, lang)),
                options,
              ),
            });
      return (
        where + say(words, lang, { missing: facts.length === 0 ? planPhrases.ruleOpen[lang] : listed(facts, options) })
      );
    }
    case "amount-unknown":
      return say(words, lang, { max: interval({ min: 0, max: each.args.max }, lang) });
    case "no-cost":
      return say(words, lang, {
        facts: listed(
          each.args.facts.map((fact) => label(fact, options.catalog, lang)),
          options,
        ),
      });
    case "better-elsewhere":
      return say(words, lang, {
        taken: listed(
          each.args.taken.map(({ cost, measure }) =>
            say(planPhrases.taken, lang, {
              cost: label(cost, options.catalog, lang),
              measure: measureName(measure, options),
            }),
          ),
          options,
        ),
      });
    case "pool-used-up": {
      const measures = each.args.measures.map((id) => measureName(id, options));
      const by =
        measures.length === 0
          ? planPhrases.byGrants[lang]
          : say(planPhrases.byMeasures, lang, { measures: listed(measures, options) });
      return say(words, lang, { by });
    }
    case "exclusive-with":
      return say(words, lang, { measure: measureName(each.args.measure, options) });
    case "no-terms":
    case "closed":
    case "not-applicant":
      return words[lang];
  }
}

const measureName = (id: string, { catalog, lang }: ExplainOptions): string =>
  findMeasure(catalog, id)?.name[lang] ?? id;

const listed = (names: readonly string[], { lang }: ExplainOptions): string => firstOf(names, most, lang);
