/** Days of the Gregorian calendar as `YYYY-MM-DD`, counted in integers: `Date` turns 30 February into 2 March. */

const form = /^\d{4}-\d{2}-\d{2}$/;
const firstYear = 1868;
const lastYear = 2100;
/** The days that a profile or a rule can name lie between these, both included. */
export const firstDay = `${firstYear}-01-01`;
export const lastDay = `${lastYear}-12-31`;

/** Whether the text is a day that exists, from 1868 to 2100, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!form.test(text)) return false;
  const [year, month, day] = parts(text);
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

export function addDays(date: string, days: number): string {
  return civil(dayNumber(...parts(date)) + days);
}

/** The same day of a later year; 29 February becomes 1 March where the year has none. */
export function addYears(date: string, years: number): string {
  const [year, month, day] = parts(date);
  return civil(dayNumber(year + years, month, day));
}

/** How many days after the first the second is. */
export function daysBetween(first: string, second: string): number {
  return dayNumber(...parts(second)) - dayNumber(...parts(first));
}

export const dayBefore = (date: string): string => addDays(date, -1);

/** The fiscal year (1 April to 31 March) of the day, named by its April. */
export function fiscalYearOf(date: string): number {
  const [year, month] = parts(date);
  return month >= 4 ? year : year - 1;
}

export const firstDayOfFiscalYear = (year: number): string => writeDate(year, 4, 1);

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

export function writeDate(year: number, month: number, day: number): string {
  return [String(year).padStart(4, "0"), ...[month, day].map((part) => String(part).padStart(2, "0"))].join("-");
}

function parts(date: string): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/**
 * Days since 1970-01-01, after Howard Hinnant's days_from_civil. Years begin in March, so that the leap day is the
 * last of its year. The month may be 13, and the day one too many for its month: both run over into the next.
 */
function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const marchMonth = month <= 2 ? month + 9 : month - 3;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1 - 719468;
}

/** The inverse, civil_from_days: eras of 400 years have 146,097 days. */
function civil(number: number): string {
  const days = number + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const leapsBefore = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leapsBefore) / 365);
  const yearStart = 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - yearStart;
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return writeDate(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}
