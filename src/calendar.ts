import { ICalAlarmType, ICalCalendar, ICalEventTransparency } from "ical-generator";
import { findMeasure } from "./catalog/catalog.ts";
import { amount } from "./explain/figures.ts";
import type { ExplainOptions } from "./explain/labels.ts";
import { causeText, deadlineText, timelinePhrases as phrases } from "./explain/timeline-words.ts";
import { eligibilityWords, freshnessWords, say } from "./explain/words.ts";
import type { Deadline, Timeline } from "./schema/timeline.ts";
import { deadlines } from "./timeline/deadlines.ts";

const daysAhead = 14;
const secondsOfDay = 86_400;

/**
 * The deadlines of a timeline as the text of an `.ics` file (RFC 5545): all-day events, those of a closing with an alarm
 * two weeks before. The same timeline gives the same text wherever it runs; an event keeps its `UID` (measure, kind and
 * day), so importing a newer file changes an entry in place. `DTSTAMP` is the first day of the timeline: no clock is read.
 * `catalog` is the one that the timeline was made with.
 */
export function toCalendar(timeline: Timeline, options: ExplainOptions): string {
  const { lang } = options;
  const calendar = new ICalCalendar({
    name: phrases.calendar[lang],
    prodId: { company: "chizai-navi", product: timeline.catalog.version, language: lang.toUpperCase() },
  });
  for (const deadline of deadlines(timeline)) {
    const { measure, kind, day } = deadline;
    const page = findMeasure(options.catalog, measure.id)?.page;
    const summary = say(phrases.summary, lang, { measure: measure.name[lang], what: deadlineText(deadline, options) });
    const event = calendar.createEvent({
      id: `${measure.id}-${kind}-${day}@chizai-navi`,
      stamp: `${timeline.from}T00:00:00Z`,
      start: day,
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary,
      description: description(deadline, options),
      ...(page === undefined ? {} : { url: page }),
    });
    if (kind === "closes")
      event.createAlarm({ type: ICalAlarmType.display, triggerBefore: daysAhead * secondsOfDay, description: summary });
  }
  // The last line ends like every other.
  return `${calendar.toString()}\r\n`;
}

function description(deadline: Deadline, options: ExplainOptions): string {
  const { kind, eligibility, freshness, estimate, causes } = deadline;
  const { lang } = options;
  return [
    say(phrases.verdict, lang, { verdict: eligibilityWords[eligibility][lang] }),
    say(phrases.amount, lang, { amount: amount(estimate, lang) }),
    ...(freshness === "last-known" ? [freshnessWords[freshness][lang]] : []),
    say(kind === "closes" || kind === "eligible-until" ? phrases.nextDay : phrases.why, lang, {
      causes: causes.map((cause) => causeText(cause, options)).join(phrases.and[lang]),
    }),
    phrases.claim[lang],
  ].join("\n");
}
