import type { Estimate, Interval, Step } from "../schema/assessment.ts";
import type { Bilingual, Ratio } from "../schema/primitives.ts";
import { capLine } from "./benefit.ts";
import { interval, yen } from "./figures.ts";
import { applicantLabel, type ExplainOptions, ordinal } from "./labels.ts";
import { phrases, say, stepWords } from "./words.ts";

/** How an amount comes about, operation by operation: what was done, the amount after it, and where the figure stands. */
export function explainSteps(estimate: Estimate | null, options: ExplainOptions): string[] {
  const steps = estimate !== null && "steps" in estimate ? estimate.steps : [];
  return steps.map(
    (step) => `${entries(step)}${operation(step, options)}: ${amountAfter(step.amount, options)}${cited(step)}`,
  );
}

/** The entries that an operation is about: #1 #2. */
function entries({ args }: Step): string {
  const paths = (args["items"] ?? (args["item"] === undefined ? [] : [args["item"]])) as string[];
  const places = [...new Set(paths.map(ordinal).filter((place) => place !== ""))];
  return places.length === 0 ? "" : `${places.join(" ")} `;
}

const cited = ({ source }: Step): string => (source === undefined ? "" : ` [${source.title}]`);

const amountAfter = (amount: Interval, { lang }: ExplainOptions): string => interval(amount, lang);

function operation({ code, args }: Step, options: ExplainOptions): string {
  const { lang } = options;
  switch (code) {
    case "cap": {
      const bites = args["bites"] === true ? say(phrases.bites, lang) : "";
      return `${capLine(capOf(args), options)}${bites}`;
    }
    case "rate":
      return say(stepWords.rate, lang, { rate: ratios(args["rate"], lang) });
    case "no-rate":
      return say(args["fixed"] === true ? phrases.fixed : stepWords["no-rate"], lang);
    case "class":
      return say(stepWords.class, lang, {
        applicant: applicantLabel(String(args["applicant"]), options),
        pay: ratios(args["pay"], lang),
      });
    case "payable":
    case "refunded":
      return say(stepWords[code], lang, { share: ratios(args["share"], lang) });
    case "rounding":
      return say(stepWords.rounding, lang, { yen: yen(args["unit"] as number, lang) });
    case "self-payment":
      return say(stepWords["self-payment"], lang, { yen: yen(args["yen"] as number, lang) });
    case "fee":
      return say(stepWords.fee, lang, { years: yearsText(args["years"], stepWords.years, lang) });
    case "cost":
    case "sum":
      return say(stepWords[code], lang);
  }
}

/** The arguments of the step are the cap's own fields. */
function capOf({ yen: figure, ...args }: Step["args"]): Parameters<typeof capLine>[0] {
  const most = typeof figure === "number" ? figure : ((figure as Interval).max ?? 0);
  const cap = args as unknown as Parameters<typeof capLine>[0];
  return cap.share === undefined ? { ...cap, yen: most } : cap;
}

function ratios(of: unknown, lang: ExplainOptions["lang"]): string {
  const text = ({ numerator, denominator }: Ratio) =>
    denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
  if (typeof of !== "object" || of === null) return "-";
  if ("numerator" in of) return text(of as Ratio);
  const { min, max } = of as { min: Ratio; max: Ratio };
  return text(min) === text(max) ? text(min) : say(phrases.range, lang, { min: text(min), max: text(max) });
}

const yearsText = (years: unknown, frame: Bilingual, lang: ExplainOptions["lang"]): string => {
  const [first, last] = (years ?? []) as number[];
  return first === undefined ? "" : say(frame, lang, { first, last: last ?? first });
};
