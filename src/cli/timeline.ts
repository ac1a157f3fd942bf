import { toCalendar } from "../calendar.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { amount, day } from "../explain/figures.ts";
import type { ExplainOptions } from "../explain/labels.ts";
import { causeText, deadlineText, timelinePhrases as phrases } from "../explain/timeline-words.ts";
import { availabilityWords, eligibilityWords, freshnessWords, say, statusWords } from "../explain/words.ts";
import { addYears } from "../normalize/calendar.ts";
import type { Deadline, MeasureTimeline, Segment, Timeline } from "../schema/timeline.ts";
import { deadlines } from "../timeline/deadlines.ts";
import { timeline } from "../timeline/timeline.ts";
import type { Arguments } from "./arguments.ts";
import { json, readProfile } from "./files.ts";
import { amountCell, titles, verdictStyles } from "./print.ts";
import { paint, type Terminal, table, wrap } from "./terminal.ts";

/** What changes for a company over a stretch of days: a table, data, or a calendar. */
export function timelineCommand(args: Arguments, catalog: Catalog, terminal: Terminal): string {
  const { lang, only, from = args.asOf, to = addYears(from, 1) } = args;
  const whole = timeline(readProfile(args.operands[0] as string), { from, to, catalog });
  const shown: Timeline = {
    ...whole,
    measures: whole.measures.filter(
      ({ segments }) => only === undefined || segments.some(({ eligibility }) => eligibility === only),
    ),
  };
  if (args.format === "ics") return toCalendar(shown, { lang, catalog });
  if (args.format === "json") return json({ ...shown, deadlines: deadlines(shown) });
  return timelineTable(shown, { lang, catalog }, terminal);
}

/** What is and stays ruled out is counted, not shown. */
function timelineTable(shown: Timeline, options: ExplainOptions, terminal: Terminal): string {
  const { lang } = options;
  const { from, to } = shown;
  const told = shown.measures.filter((each) => !isOut(each));
  const leftOut = shown.measures.length - told.length;
  const days = deadlines(shown);
  const head = [titles.measure, phrases.days, titles.verdict, titles.window, titles.amount, titles.why];
  const lines = [
    wrap(say(phrases.span, lang, { from: day(from, lang), to: day(to, lang) }), terminal),
    "",
    told.length === 0
      ? titles.none[lang]
      : table(
          head.map((title) => paint(title[lang], "bold", terminal)),
          told.flatMap((each) => rows(each, options, terminal)),
          lang === "ja" ? [22, 12, 6, 16, 20] : [26, 13, 12, 10, 20],
          terminal,
        ),
    ...(leftOut === 0 ? [] : ["", say(phrases.leftOut, lang, { count: leftOut })]),
    ...(days.length === 0
      ? []
      : ["", paint(phrases.deadlines[lang], "bold", terminal), ...days.map((each) => deadlineLine(each, options))]),
  ];
  return `${[...lines, "", wrap(phrases.claim[lang], terminal)].join("\n")}\n`;
}

const isOut = ({ segments }: MeasureTimeline): boolean =>
  segments.length === 1 && segments[0]?.eligibility === "ineligible";

const rows = ({ measure, segments }: MeasureTimeline, options: ExplainOptions, terminal: Terminal): string[][] =>
  segments.map((segment, index) => {
    const { lang } = options;
    const { from, to, eligibility, estimate, causes } = segment;
    return [
      index === 0 ? measure.name[lang] : "",
      say(phrases.stretch, lang, { from, to }),
      paint(eligibilityWords[eligibility][lang], verdictStyles[eligibility], terminal),
      windowCell(segment, options),
      amountCell(estimate, lang),
      causes.map((cause) => causeText(cause, options)).join(phrases.and[lang]),
    ];
  });

/** What has not begun, or is over, has no window to tell. */
function windowCell({ status, availability, freshness }: Segment, { lang }: ExplainOptions): string {
  const window = status === "available" ? availabilityWords[availability][lang] : statusWords[status][lang];
  return freshness === "last-known" ? `${window}\n${freshnessWords[freshness][lang]}` : window;
}

function deadlineLine(deadline: Deadline, options: ExplainOptions): string {
  const { lang } = options;
  const { measure, eligibility, estimate } = deadline;
  const told = say(phrases.deadline, lang, {
    day: deadline.day,
    what: deadlineText(deadline, options),
    measure: measure.name[lang],
    verdict: eligibilityWords[eligibility][lang],
    amount: amount(estimate, lang),
  });
  return `  ${told}`;
}
