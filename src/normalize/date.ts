import { daysInMonth, isDate, writeDate } from "./calendar.ts";
import { eras, solarCalendarFrom } from "./eras.ts";
import { fieldsOf } from "./fields.ts";
import { type Reading, read, unreadable } from "./reading.ts";
import { fold } from "./text.ts";

/** The first and the last of the days that are meant, both included. */
export interface DateRange {
  min: string;
  max: string;
}

const year = "(?:(?<western>\\d{4})|(?<era>明治?|大正?|昭和?|平成?|令和?|[MTSHR]) ?(?<count>元|\\d{1,2}))";
const month = "(?<month>\\d{1,2})";
const day = "(?<day>\\d{1,2})";
const forms = [
  new RegExp(`^${year} ?年(?: ?${month} ?月(?: ?${day} ?日)?)?$`, "i"),
  new RegExp(`^${year}(?: ?(?<mark>[-/.]) ?${month}(?: ?\\k<mark> ?${day})?)?$`, "i"),
];

/**
 * A day as `YYYY-MM-DD`; the range of days where only the year or the month is given.
 * "2026/11/21", "令和8年11月21日", "R8.11.21"; "昭和46年", 1971, "2016-05".
 */
export function readDate(value: unknown): Reading<string | DateRange> {
  // A number other than a year is refused here: 1971.5, once text, would be May 1971.
  if (Number.isInteger(value)) return dateIn(String(value), value);
  return typeof value === "string" ? dateIn(fold(value), value) : rangeIn(value);
}

function dateIn(text: string, value: unknown): Reading<string | DateRange> {
  const found = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (found === undefined) return unreadable("not-a-date", value);
  const name = found["era"]?.charAt(0).toUpperCase();
  const era = eras.find(({ names }) => name !== undefined && names.includes(name));
  const ofEra = found["count"] === "元" ? 1 : Number(found["count"]);
  const meant = days(era ? era.before + ofEra : Number(found["western"]), found["month"], found["day"]);
  if (meant === undefined || ofEra === 0) return unreadable("not-a-date", value);
  if (era) {
    if (meant.max < solarCalendarFrom) return unreadable("not-a-date", value);
    if (meant.max < era.first || meant.min > era.last) {
      const length = found["day"] ? 10 : found["month"] ? 7 : 4;
      return unreadable("era-ended", value, { date: meant.min.slice(0, length) });
    }
    if (meant.min < era.first) meant.min = era.first;
    if (meant.max > era.last) meant.max = era.last;
  }
  return read(found["day"] ? meant.min : meant);
}

function days(year: number, month: string | undefined, day: string | undefined): DateRange | undefined {
  const lastMonth = Number(month ?? 12);
  const min = writeDate(year, Number(month ?? 1), Number(day ?? 1));
  const max = writeDate(year, lastMonth, Number(day ?? daysInMonth(year, lastMonth)));
  return isDate(min) && isDate(max) ? { min, max } : undefined;
}

function rangeIn(value: unknown): Reading<DateRange> {
  const [min, max] = fieldsOf(value, ["min", "max"]) ?? [];
  if (typeof min !== "string" || typeof max !== "string" || !isDate(min) || !isDate(max)) {
    return unreadable("not-a-date", value);
  }
  return min <= max ? read({ min, max }) : unreadable("empty-range", value, { min, max });
}
